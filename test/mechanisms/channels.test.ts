// Channels against their papers' equations, written down here a second time, and against what follows from these by hand.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { channels } from "./papers.js";
import { h, held, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(clean);

// Among them the voltages at which a rate is 0/0, and their neighbours on both sides of the border of its series.
const singular = [-25, -40, -65, 25, -41.2, -154.9, -27, 1.31];
const voltages = [
  -120,
  -90,
  -80.5,
  -79.5,
  -57.3,
  -31,
  -3,
  17,
  60,
  ...singular.flatMap((v) => [v, v + 1e-7, v - 0.004, v + 0.02]),
];

for (const [name, { paper, celsius, gates }] of Object.entries(channels))
  describe(`${name} (${paper})`, () => {
    test("steady states and time constants are the paper's, at 0/0 too", () => {
      const mechanism = held(name)[name];
      h.celsius = celsius;
      for (const v of voltages) {
        h.finitialize(v);
        // Two ways to write one formula: rounding, and 1e-13 at the border of the series.
        for (const [gate, { inf, tau }] of Object.entries(gates)) {
          close(mechanism[`${gate}inf`], inf(v), 1e-12);
          close(mechanism[`${gate}tau`] / tau(v), 1, 1e-11);
        }
      }
    });

    test("ten degrees more divide the time constants by the Q10 and leave the steady states", () => {
      const mechanism = held(name)[name];
      h.celsius = celsius + 10;
      for (const v of [-95, -66, -41, -12, 20]) {
        h.finitialize(v);
        for (const [gate, { inf, tau, q10 }] of Object.entries(gates)) {
          close(mechanism[`${gate}inf`], inf(v), 1e-12);
          // KA's activation never falls below 0.1 ms.
          close(
            mechanism[`${gate}tau`],
            name === "KA" && gate === "n" ? Math.max(0.1, tau(v) / q10) : tau(v) / q10,
            1e-11,
          );
        }
      }
    });

    test("after a voltage step each gate approaches its new steady state exponentially", () => {
      const segment = held(name);
      [h.celsius, h.dt] = [celsius, 0.05];
      h.finitialize(-90);
      segment.v = -20;
      steps(100, () => 0);
      for (const [gate, { inf, tau }] of Object.entries(gates))
        close(segment[name][gate], inf(-20) + (inf(-90) - inf(-20)) * Math.exp(-5 / tau(-20)), 1e-10);
    });
  });

describe("conductances", () => {
  const reversal = {
    Na: ["ena", "ina", 60],
    Kv: ["ek", "ik", -90],
    Kdr: ["ek", "ik", -90],
    KA: ["ek", "ik", -90],
  } as const;
  const others = { Im: ["ek", "ik", -90], CaHVA: ["eca", "ica", 140] } as const;
  for (const [name, [e, i, potential]] of Object.entries({ ...reversal, ...others }))
    test(`${name}'s current is Ohm's law times its gates`, () => {
      const segment = held(name);
      [h.celsius, segment[e], segment[name].gbar] = [23, potential, 0.01];
      h.finitialize(-30);
      let open = 1;
      for (const [gate, { power }] of Object.entries(channels[name]?.gates ?? {})) open *= segment[name][gate] ** power;
      close(segment[name].g, 0.01 * open, 1e-12);
      close(segment[i], 0.01 * open * (-30 - potential), 1e-12);
    });

  test("Ih flows inward at rest and vanishes at -45 mV", () => {
    const segment = held("Ih");
    h.finitialize(-70);
    close(segment.Ih.i, 2e-4 * segment.Ih.m * -25, 1e-12);
    h.finitialize(-45);
    assert.equal(segment.Ih.i, 0);
  });
});

describe("what follows from the equations by hand", () => {
  /** The voltage at which a gate's steady state is one half, and its slope factor there. */
  function halfPoint(mechanism: string, gate: string): { half: number; slope: number } {
    const segment = held(mechanism);
    const inf = (v: number) => {
      h.finitialize(v);
      return segment[mechanism][`${gate}inf`] as number;
    };
    let [low, high] = [-150, 100];
    const rising = inf(high) > inf(low);
    while (high - low > 1e-10) {
      const middle = (low + high) / 2;
      if (inf(middle) > 0.5 === rising) high = middle;
      else low = middle;
    }
    return { half: low, slope: 0.25 / ((inf(low + 1e-3) - inf(low - 1e-3)) / 2e-3) };
  }

  // α/β = A/B exp(x/k) for two linoid rates with one offset: a Boltzmann curve of slope k, half at offset - k ln(A/B).
  const boltzmanns = {
    "sodium activates at -28.5 mV with a slope of 9 mV": ["Na", "m", -25 - 9 * Math.log(0.182 / 0.124), 9],
    "sodium inactivates at -55 mV with a slope of 6.2 mV": ["Na", "h", -55, -6.2],
    "the fast potassium current activates at 4.3 mV with a slope of 9 mV": ["Kv", "n", 25 - 9 * Math.log(10), 9],
    "the A current inactivates at -56 mV with a slope of 9.1 mV": ["KA", "l", -56, -1 / 0.11],
    "the M current activates at -35 mV with a slope of 10 mV": ["Im", "m", -35, 10],
    "the T current activates at -57 mV with a slope of 6.2 mV": ["CaT", "m", -57, 6.2],
    "the T current inactivates at -81 mV with a slope of 4 mV": ["CaT", "h", -81, -4],
    "the L current activates at -10 mV with a slope of 10 mV": ["CaL", "m", -10, 10],
  } as const;
  for (const [sentence, [mechanism, gate, half, slope]] of Object.entries(boltzmanns))
    test(sentence, () => {
      const found = halfPoint(mechanism, gate);
      close(found.half, half, 1e-9);
      // A difference quotient over 2 µV: its error is of the order of (1e-3/slope)².
      close(found.slope, slope, 1e-6);
    });

  test("the M current takes 152 ms at -35 mV and 21 °C, 2.3 times less at 31 °C", () => {
    const segment = held("Im");
    h.celsius = 21;
    h.finitialize(-35);
    close(segment.Im.mtau, 1000 / 6.6);
    h.celsius = 31;
    h.finitialize(-35);
    close(segment.Im.mtau, 1000 / 6.6 / 2.3);
  });

  test("where sodium's rates are 0/0 their limits stand: A k of the paper", () => {
    const segment = held("Na");
    h.celsius = 23;
    h.finitialize(-25);
    close(segment.Na.mtau, 1 / (9 * (0.182 + 0.124)), 1e-15);
    close(segment.Na.minf, 0.182 / (0.182 + 0.124), 1e-15);
  });

  test("vshift moves sodium's curves without changing their form", () => {
    const segment = held("Na");
    h.celsius = 23;
    h.finitialize(-40);
    const unshifted = [segment.Na.minf, segment.Na.mtau, segment.Na.hinf, segment.Na.htau];
    segment.Na.vshift = 7;
    h.finitialize(-33);
    close([segment.Na.minf, segment.Na.mtau, segment.Na.hinf, segment.Na.htau], unshifted, 1e-12);
  });
});
