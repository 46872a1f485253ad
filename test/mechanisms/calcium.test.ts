// Calcium: the constant-field currents, the pool and its time constant, the channels that it opens.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { h, held, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(() => {
  h.cvode_active(0);
  clean();
});

// CODATA 2018; NEURON's units have them to ten digits.
const [FARADAY, GAS] = [96485.33212, 8.314462618]; // C/mol, J/K/mol
/** The constant-field current density (mA/cm²) of calcium for a permeability (cm/s), as Hille writes it. */
function constantField(permeability: number, v: number, inside: number, outside: number, celsius: number): number {
  const u = (2 * FARADAY * v * 1e-3) / (GAS * (celsius + 273.15));
  // mM are 1e-6 mol/cm³, A are 1e3 mA.
  return permeability * 2 * FARADAY * u * ((inside - outside * Math.exp(-u)) / -Math.expm1(-u)) * 1e-6 * 1e3;
}

for (const name of ["CaT", "CaL"])
  describe(`${name}'s constant field`, () => {
    test("the current is the equation's at any voltage and concentration", () => {
      const segment = held(name);
      for (const celsius of [24, 36])
        for (const v of [-100, -60, -1, 0.1, 30, 120])
          for (const [cai, cao] of [
            [1e-4, 2],
            [0.05, 1.2],
            [1, 1],
          ] as const) {
            h.celsius = celsius;
            [segment.cai, segment.cao] = [cai, cao];
            const found = segment[name].field(v, cai, cao);
            close(found, constantField(1, v, cai, cao, celsius), 1e-9);
          }
    });

    test("at 0 mV the current is what diffusion alone carries", () => {
      const segment = held(name);
      // The limit of the equation: 2 F (inside - outside).
      close(segment[name].field(0, 1e-4, 2), 2 * FARADAY * (1e-4 - 2) * 1e-3, 1e-9);
      for (const v of [1e-6, 1e-3, 0.012, 0.0135])
        close(segment[name].field(v, 1e-4, 2), constantField(1, v, 1e-4, 2, h.celsius), 1e-9);
    });

    test("the current vanishes at the Nernst potential", () => {
      const segment = held(name);
      h.celsius = 30;
      const nernst = ((GAS * 303.15) / (2 * FARADAY)) * Math.log(2 / 1e-4) * 1e3;
      const scale = Math.abs(segment[name].field(nernst - 10, 1e-4, 2));
      close(segment[name].field(nernst, 1e-4, 2) / scale, 0, 1e-9);
    });

    test("the channel's current is permeability times gates times field", () => {
      const segment = held(name);
      [h.celsius, segment[name].pbar] = [24, 3e-4];
      h.finitialize(-50);
      const { m, h: inactivation = 1 } = name === "CaT" ? segment.CaT : { m: segment.CaL.m };
      close(segment.ica, 3e-4 * m * m * inactivation * segment[name].field(-50, segment.cai, segment.cao), 1e-15);
    });
  });

describe("CaPool", () => {
  test("calcium decays towards rest with tau", () => {
    const segment = held("CaPool");
    [segment.CaPool.tau, segment.CaPool.cainf, h.dt] = [80, 1e-4, 0.1];
    h.finitialize(-65);
    close(segment.cai, 1e-4, 1e-15);
    segment.cai = 1.1e-3;
    const after = steps(1600, () => segment.cai);
    // The step's solution is exact; what is left is 1600 roundings.
    close(after[799] as number, 1e-4 + 1e-3 / Math.E, 1e-14);
    close(after[1599] as number, 1e-4 + 1e-3 / Math.E ** 2, 1e-14);
  });

  test("a constant current brings calcium to gamma i tau / (2 F depth) above rest", () => {
    const segment = held("CaPool", "CaHVA");
    Object.assign(segment.CaPool, { tau: 20, depth: 0.2, gamma: 0.1 });
    const [pool, channel] = [segment.CaPool, segment.CaHVA];
    h.cvode_active(1);
    h.CVode().atol(1e-7);
    h.finitialize(-20);
    // A thousand time constants of the pool: its potential and the channel's gates have come to rest too.
    h.continuerun(20000);
    h.cvode_active(0);
    h.fcurrent();
    const i = channel.g * (-20 - segment.eca); // mA/cm²
    // mA/cm² / (C/mol · µm) = 1e-3 / 1e-4 mol/s/cm³ = 1e4 mM/ms.
    const expected = pool.cainf + (pool.gamma * -i * 1e4 * pool.tau) / (2 * FARADAY * pool.depth);
    assert.ok(expected > 2e-4);
    // The solver's tolerance for cai, relative to what has come in.
    close((segment.cai - pool.cainf) / (expected - pool.cainf), 1, 1e-5);
  });

  test("an outward current takes nothing out", () => {
    const segment = held("CaPool");
    assert.equal(segment.CaPool.entering(1e-3), 0);
    close(segment.CaPool.entering(-1e-3), (0.05 * 1e-3 * 1e4) / (2 * FARADAY * 0.1), 1e-9);
  });

  test("the reversal potential follows the pool by Nernst's equation", () => {
    const segment = held("CaPool", "CaHVA");
    h.celsius = 34;
    h.finitialize(-65);
    // NEURON's ktf, from the same constants.
    close(segment.eca, ((GAS * 307.15) / (2 * FARADAY)) * Math.log(segment.cao / 1e-4) * 1e3, 1e-8);
  });
});

describe("SK (Köhler et al. 1996)", () => {
  test("half of the channels are open at 0.43 µM", () => {
    const segment = held("SK", "CaPool");
    segment.CaPool.cainf = 0.00043;
    for (const v of [-90, 0]) {
      h.finitialize(v);
      close(segment.SK.o, 0.5, 1e-12);
    }
  });

  test("the Hill coefficient is 4.8: from 10 to 90 % takes a factor of 81^(1/4.8) in calcium", () => {
    const segment = held("SK", "CaPool");
    const open = (calcium: number) => {
      segment.CaPool.cainf = calcium;
      h.finitialize(-65);
      return segment.SK.oinf;
    };
    close(open(0.00043 * 9 ** (1 / 4.8)), 0.9, 1e-12);
    close(open(0.00043 / 9 ** (1 / 4.8)), 0.1, 1e-12);
    close(open(0), 0);
    // Log-odds are linear in the logarithm of calcium with the Hill coefficient as slope.
    const odds = (x: number) => Math.log(open(x) / (1 - open(x)));
    close((odds(0.001) - odds(0.0002)) / Math.log(5), 4.8, 1e-9);
  });

  test("its current is Ohm's law, and opening takes tau", () => {
    const segment = held("SK", "CaPool");
    [segment.CaPool.tau, segment.CaPool.cainf, segment.ek, h.dt] = [1e9, 1e-5, -90, 0.01];
    h.finitialize(-60);
    segment.cai = 0.00043;
    const open = steps(100, () => segment.SK.o);
    // Calcium jumped at once to where half of the channels open.
    close(open[99] as number, 0.5 * (1 - Math.exp(-1)), 1e-7);
    close(segment.ik, 0.001 * segment.SK.o * 30, 1e-12);
  });
});
