// Spike-timing-dependent plasticity against the paper's window.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { connection, h, held, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(clean);

describe("STDP (Song, Miller & Abbott 2000)", () => {
  const [WMAX, APLUS, AMINUS] = [0.00015, 0.005, 0.00525];

  /** The change of a strength that starts at wmax/2, as a share of wmax. */
  function change(pre: number[], post: number[], start = WMAX / 2): number {
    const synapse = h.STDP(held());
    const [presynaptic, postsynaptic] = [connection(synapse, start), connection(synapse, -1)];
    h.dt = 0.1;
    h.finitialize(-65);
    for (const t of pre) presynaptic.event(t);
    for (const t of post) postsynaptic.event(t);
    steps(3000, () => 0);
    return (presynaptic.weight[1] - start) / WMAX;
  }

  test("a presynaptic spike 10 ms before a postsynaptic one strengthens by 0.005 exp(-1/2)", () => {
    close(change([50], [60]), APLUS * Math.exp(-0.5), 1e-12);
  });

  test("a presynaptic spike 10 ms after a postsynaptic one weakens by 0.00525 exp(-1/2)", () => {
    close(change([60], [50]), -AMINUS * Math.exp(-0.5), 1e-12);
  });

  test("all pairs count", () => {
    const pairs = [50, 58].flatMap((pre) => [55, 70].map((post) => post - pre));
    const expected = pairs.reduce(
      (sum, d) => sum + (d > 0 ? APLUS * Math.exp(-d / 20) : -AMINUS * Math.exp(d / 20)),
      0,
    );
    close(change([50, 58], [55, 70]), expected, 1e-12);
  });

  test("over the whole window weakening wins by 5 %, as the paper has it", () => {
    const segment = held();
    const delays = Array.from({ length: 300 }, (_, i) => i + 1);
    const sides = [1, -1].map((side) =>
      delays.map((d) => {
        const synapse = h.STDP(segment);
        return { pre: connection(synapse, WMAX / 2), post: connection(synapse, -1), at: 400 - side * d };
      }),
    );
    h.dt = 0.1;
    h.finitialize(-65);
    for (const { pre, post, at } of sides.flat()) {
      pre.event(at);
      post.event(400);
    }
    steps(7500, () => 0);
    const [ltp, ltd] = sides.map((side) =>
      side.reduce((sum, { pre }) => sum + (pre.weight[1] - WMAX / 2) / WMAX, 0),
    ) as [number, number];
    // The sum of exp(-d/20) over d = 1 … 300 ms, a geometric series.
    const sum = (Math.exp(-1 / 20) - Math.exp(-301 / 20)) / (1 - Math.exp(-1 / 20));
    close([ltp, ltd], [APLUS * sum, -AMINUS * sum], 1e-10);
    close(-ltd / ltp, 1.05, 1e-9);
  });

  test("the strength stays between 0 and wmax", () => {
    close(change([50], [51], WMAX), 0);
    assert.equal(change([50], [51], WMAX * 0.999) * WMAX + WMAX * 0.999, WMAX);
    close(change([51], [50], WMAX * 0.001), -0.001, 1e-12);
  });

  test("a spike's conductance is the strength as it was before the spike, and decays with 5 ms", () => {
    const synapse = h.STDP(held());
    const netcon = connection(synapse, WMAX / 3);
    h.dt = 0.05;
    h.finitialize(-65);
    netcon.event(0);
    const g = steps(100, () => synapse.g);
    close(
      g.map((x) => x / WMAX),
      g.map((_, k) => Math.exp(-((k + 1) * 0.05) / 5) / 3),
      1e-12,
    );
  });

  test("a run starts with the weight, whatever the run before has learnt", () => {
    const synapse = h.STDP(held());
    const [pre, post] = [connection(synapse, WMAX / 2), connection(synapse, -1)];
    const learnt = [1, 2].map(() => {
      h.finitialize(-65);
      pre.event(1);
      post.event(2);
      h.dt = 0.1;
      steps(50, () => 0);
      return pre.weight[1];
    });
    assert.equal(learnt[0], learnt[1]);
    assert.equal(pre.weight[0], WMAX / 2);
  });
});
