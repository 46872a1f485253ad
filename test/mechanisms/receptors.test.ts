// Receptors that bind transmitter, and those whose G protein opens channels, against the solutions of their equations.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { connection, h, held, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(() => {
  h.cvode_active(0);
  clean();
});

describe("kinetic receptors (Destexhe, Mainen & Sejnowski 1998)", () => {
  const published = { AMPA_kinetic: [1.1, 0.19], NMDA_kinetic: [0.072, 0.0066], GABAA_kinetic: [5, 0.18] } as const;
  for (const [name, [alpha, beta]] of Object.entries(published)) {
    /** The share of bound receptors after a pulse of 1 mM from 0 to `end`. */
    const bound = (t: number, end: number): number => {
      const during = (s: number) => (alpha / (alpha + beta)) * (1 - Math.exp(-(alpha + beta) * s));
      return t < end ? during(t) : during(end) * Math.exp(-beta * (t - end));
    };

    test(`${name} binds during the pulse and unbinds afterwards as the chapter's equation says`, () => {
      const synapse = h[name](held());
      if (name === "NMDA_kinetic") synapse.mg = 0;
      const netcon = connection(synapse, 0.002);
      h.dt = 0.05;
      h.finitialize(-65);
      netcon.event(0);
      const g = steps(400, () => synapse.g / 0.002);
      close(
        g,
        g.map((_, k) => bound((k + 1) * 0.05, 1)),
        1e-10,
      );
    });

    test(`${name}: a spike during the pulse prolongs it, other connections have their own receptors`, () => {
      const synapse = h[name](held());
      if (name === "NMDA_kinetic") synapse.mg = 0;
      const [one, other] = [connection(synapse, 0.002), connection(synapse, 0.001)];
      h.dt = 0.05;
      h.finitialize(-65);
      one.event(0);
      one.event(0.5);
      other.event(0.2);
      const g = steps(400, () => synapse.g);
      const expected = (t: number) => 0.002 * bound(t, 1.5) + (t > 0.2 ? 0.001 * bound(t - 0.2, 1) : 0);
      close(
        g.map((x) => x * 1e3),
        g.map((_, k) => expected((k + 1) * 0.05) * 1e3),
        1e-10,
      );
    });

    test(`${name}: a second spike starts from the receptors that are still bound`, () => {
      const synapse = h[name](held());
      if (name === "NMDA_kinetic") synapse.mg = 0;
      const netcon = connection(synapse, 1);
      h.dt = 0.05;
      h.finitialize(-65);
      netcon.event(0);
      netcon.event(3);
      const g = steps(80, () => synapse.g).at(-1) as number; // at 4 ms, the end of the second pulse
      const rest = (alpha / (alpha + beta)) * (1 - Math.exp(-(alpha + beta)));
      close(g, rest + bound(3, 1) * Math.exp(-(alpha + beta)), 1e-10);
      assert.ok(g < 1);
    });
  }
});

describe("GABA-B (Destexhe, Mainen & Sejnowski 1998)", () => {
  const [k1, k2, k3, k4, kd] = [0.09, 0.0012, 0.18, 0.034, 100];
  /** R and G, a time dt later under a constant concentration of transmitter: the linear equations' solution. */
  function later([R, G]: readonly [number, number], dt: number, C: number): [number, number] {
    const a = k1 * C + k2;
    const rest = (k1 * C) / a;
    const [fast, slow] = [Math.exp(-a * dt), Math.exp(-k4 * dt)];
    return [
      rest + (R - rest) * fast,
      G * slow + ((k3 * rest) / k4) * (1 - slow) + ((k3 * (R - rest)) / (k4 - a)) * (fast - slow),
    ];
  }

  /** The conductance's share after spikes 5 ms apart, each with 1 mM for 1 ms, at each ms. */
  function train(spikes: number, until: number): number[] {
    let state: [number, number] = [0, 0];
    return Array.from({ length: until }, (_, ms) => {
      state = later(state, 1, ms % 5 === 0 && ms < 5 * spikes ? 1 : 0);
      return state[1] ** 4 / (state[1] ** 4 + kd);
    });
  }

  function simulated(spikes: number, until: number, gmax: number): number[] {
    const synapse = h.GABAB(held());
    synapse.gmax = gmax;
    const netcon = connection(synapse, 1);
    h.cvode_active(1);
    h.CVode().atol(1e-10);
    h.finitialize(-65);
    for (let i = 0; i < spikes; i++) netcon.event(5 * i);
    return Array.from({ length: until }, (_, ms) => {
      h.CVode().solve(ms + 1);
      h.fcurrent();
      return synapse.g;
    });
  }

  for (const spikes of [1, 10])
    test(`after ${spikes} spikes the conductance is the analytic one`, () => {
      const expected = train(spikes, 400);
      const peak = Math.max(...expected);
      // CVode's tolerance on G, times four for the fourth power, over 400 ms.
      close(
        simulated(spikes, 400, 0.002).map((g) => g / 0.002 / peak),
        expected.map((g) => g / peak),
        1e-4,
      );
    });

  test("a burst opens hundreds of times what one spike opens, and lasts for hundreds of ms", () => {
    const [one, ten] = [simulated(1, 600, 1), simulated(10, 600, 1)];
    assert.ok(Math.max(...ten) > 100 * Math.max(...one));
    const peakAt = ten.indexOf(Math.max(...ten));
    assert.ok(peakAt > 60 && peakAt < 200, `${peakAt}`);
  });

  test("with a fixed step of 0.025 ms the peak is within 0.5 %", () => {
    const synapse = h.GABAB(held());
    synapse.gmax = 1;
    const netcon = connection(synapse, 1);
    h.dt = 0.025;
    h.finitialize(-65);
    for (let i = 0; i < 10; i++) netcon.event(5 * i);
    // R moves before G within a step: G is early by half a step, of the order of k4 dt.
    close(Math.max(...steps(16000, () => synapse.g)) / Math.max(...train(10, 400)), 1, 5e-3);
  });

  test("the weight multiplies the transmitter, and its current is potassium's", () => {
    const synapse = h.GABAB(held());
    const netcon = connection(synapse, 0.5);
    h.dt = 0.025;
    h.finitialize(-65);
    netcon.event(0);
    h.fadvance();
    assert.equal(synapse.C, 0.5);
    steps(60, () => 0);
    assert.equal(synapse.C, 0);
    close(synapse.i, synapse.g * 30, 1e-15);
  });
});
