// Synapses of two exponentials, and the block by magnesium, against the papers' formulas.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { connection, h, held, loadLibrary, steps, twoExponentials } from "./support.js";

before(loadLibrary);
afterEach(clean);

describe("two exponentials", () => {
  const published = { AMPA: [0.2, 1.7, 0], NMDA: [0.67, 80, 0], GABAA: [0.2, 5.6, -80] } as const;
  for (const [name, [rise, decay, e]] of Object.entries(published)) {
    test(`${name} has the published time constants and reversal potential`, () => {
      const { tau1, tau2, e: reversal } = h[name](held());
      assert.deepEqual([tau1, tau2, reversal], [rise, decay, e]);
    });

    test(`${name}'s conductance peaks with the weight at the analytic time, and follows both exponentials`, () => {
      const synapse = h[name](held());
      const netcon = connection(synapse, 0.003);
      if (name === "NMDA") synapse.mg = 0;
      const peak = ((rise * decay) / (decay - rise)) * Math.log(decay / rise);
      h.dt = peak / 50; // a sample falls on the peak
      h.finitialize(-65);
      netcon.event(0);
      const g = steps(500, () => synapse.g);
      assert.equal(g.indexOf(Math.max(...g)), 49);
      close(
        g.map((x) => x / 0.003),
        g.map((_, k) => twoExponentials(rise, decay, (k + 1) * h.dt)),
        1e-10,
      );
      // Even a huge capacitance moves by some 1e-9 mV.
      close(synapse.i, synapse.g * (-65 - e), 1e-9);
    });

    test(`${name}'s spikes add up`, () => {
      const synapse = h[name](held());
      if (name === "NMDA") synapse.mg = 0;
      const netcons = [connection(synapse, 0.001), connection(synapse, 0.002)];
      h.dt = 0.1;
      h.finitialize(-65);
      netcons.forEach((netcon, i) => void netcon.event(i));
      steps(30, () => 0);
      const expected = 0.001 * twoExponentials(rise, decay, 3) + 0.002 * twoExponentials(rise, decay, 2);
      close(synapse.g / expected, 1, 1e-10);
    });
  }

  test("equal time constants give the alpha function, not 0/0", () => {
    const synapse = h.AMPA(held());
    [synapse.tau1, synapse.tau2, h.dt] = [2, 2, 0.025];
    const netcon = connection(synapse, 1);
    h.finitialize(-65);
    netcon.event(0);
    const g = steps(400, () => synapse.g);
    // The file stays 0.1 % away from equality: the curve moves by less than that.
    close(
      g,
      g.map((_, k) => (((k + 1) * h.dt) / 2) * Math.exp(1 - ((k + 1) * h.dt) / 2)),
      1e-3,
    );
  });
});

describe("magnesium block (Jahr & Stevens 1990)", () => {
  const share = (v: number, mg: number) => 1 / (1 + (mg / 3.57) * Math.exp(-0.062 * v));

  for (const name of ["NMDA", "NMDA_kinetic"])
    test(`with 1 mM, ${name} keeps 6.0 % at -65 mV and 78.1 % at 0 mV`, () => {
      const synapse = h[name](held());
      for (const [v, expected] of [
        [-65, 0.0597],
        [0, 3.57 / 4.57],
      ] as const) {
        h.finitialize(v);
        close(synapse.unblocked, share(v, 1), 1e-12);
        assert.ok(Math.abs(synapse.unblocked - expected) < 5e-5, `${synapse.unblocked}`);
      }
    });

  test("the block scales the conductance, follows magnesium, and is gone without it", () => {
    const synapse = h.NMDA(held());
    const netcon = connection(synapse, 0.001);
    const after10ms = (v: number, mg: number): number => {
      [synapse.mg, h.dt] = [mg, 0.1];
      h.finitialize(v);
      netcon.event(0);
      return steps(100, () => synapse.g).at(-1) as number;
    };
    const open = after10ms(-65, 0);
    close(open / (0.001 * twoExponentials(0.67, 80, 10)), 1, 1e-10);
    for (const [v, mg] of [
      [-65, 1],
      [-40, 1],
      [0, 2],
      [40, 0.5],
    ] as const)
      close(after10ms(v, mg) / open, share(v, mg), 1e-10);
  });

  test("half of the block is gone where 0.062 v = ln([Mg]/3.57)", () => {
    const synapse = h.NMDA(held());
    synapse.mg = 1.2;
    h.finitialize(Math.log(1.2 / 3.57) / 0.062);
    close(synapse.unblocked, 0.5, 1e-12);
  });
});
