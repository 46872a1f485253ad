// Short-term depression and facilitation against the papers' differential equations and recursions.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { connection, h, held, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(clean);

describe("TsodyksMarkram", () => {
  const parameters = { U: 0.5, taurec: 800, taufacil: 0, tau: 3 };

  /** The jump of the conductance at each spike of a regular train, as a share of the weight. */
  function responses(changed: Partial<typeof parameters>, interval: number, spikes: number): number[] {
    const synapse = h.TsodyksMarkram(held());
    Object.assign(synapse, changed);
    const netcon = connection(synapse, 0.001);
    h.dt = interval / 128; // exact in binary, so that steps end where events are
    h.finitialize(-65);
    for (let i = 1; i <= spikes; i++) netcon.event(i * interval);
    const decay = Math.exp(-h.dt / synapse.tau);
    return Array.from({ length: spikes }, () => {
      // The step that ends at the time of an event has the event's effect.
      const [before, after] = steps(128, () => synapse.g).slice(-2) as [number, number];
      return (after - before * decay) / 0.001;
    });
  }

  /** The same from the paper's differential equations, by Runge-Kutta. */
  function integrated(changed: Partial<typeof parameters>, interval: number, spikes: number): number[] {
    const { U, taurec, taufacil, tau } = { ...parameters, ...changed };
    let [x, y, z, u] = [1, 0, 0, 0];
    const slope = ([, y, z]: number[]) => [
      (z as number) / taurec,
      -(y as number) / tau,
      (y as number) / tau - (z as number) / taurec,
    ];
    const at = (s: number[], k: number[], f: number) => s.map((value, i) => value + f * (k[i] as number));
    return Array.from({ length: spikes }, () => {
      u += U * (1 - u);
      const used = u * x;
      x -= used;
      y += used;
      let state = [x, y, z];
      const dt = interval / 5000;
      for (let i = 0; i < 5000; i++) {
        const k1 = slope(state);
        const k2 = slope(at(state, k1, dt / 2));
        const k3 = slope(at(state, k2, dt / 2));
        const k4 = slope(at(state, k3, dt));
        state = state.map(
          (s, i) =>
            s + (dt / 6) * ((k1[i] as number) + 2 * (k2[i] as number) + 2 * (k3[i] as number) + (k4[i] as number)),
        );
      }
      [x, y, z] = state as [number, number, number];
      u = taufacil > 0 ? u * Math.exp(-interval / taufacil) : 0;
      return used;
    });
  }

  test("a first spike uses the share U of the resources", () => {
    close(responses({}, 50, 1), [0.5], 1e-12);
    close(responses({ U: 0.03, taufacil: 530 }, 50, 1), [0.03], 1e-12);
  });

  const cases = {
    "depression between pyramidal cells": [{}, 50],
    "facilitation onto interneurons": [{ U: 0.03, taurec: 130, taufacil: 530, tau: 1.5 }, 50],
    "a train so fast that resources are still active": [{ tau: 20, taurec: 60, taufacil: 100 }, 5],
    "equal time constants, where the solution is 0/0": [{ tau: 40, taurec: 40 }, 20],
    "time constants that are all but equal": [{ tau: 40, taurec: 40.0001 }, 20],
  } as const;
  for (const [name, [changed, interval]] of Object.entries(cases))
    test(`${name}: each response is that of the differential equations`, () => {
      // Runge-Kutta's error at 5000 steps an interval; the file's solution is exact.
      close(responses(changed, interval, 12), integrated(changed, interval, 12), 1e-11);
    });

  test("at 20 Hz depression settles at (1 - e)/(1 - (1 - U) e), e = exp(-50/800)", () => {
    // The formula of 1997 leaves out the time that resources are active: its error is of the order of tau/taurec.
    const last = responses({ tau: 0.01 }, 50, 200).at(-1) as number;
    const e = Math.exp(-50 / 800);
    close(last / 0.5, (1 - e) / (1 - 0.5 * e), 1e-4);
  });

  test("each response of a train follows the recursion of 1998", () => {
    const [U, taurec, taufacil] = [0.03, 130, 530];
    const found = responses({ U, taurec, taufacil, tau: 0.001 }, 50, 20);
    let [R, u] = [1, U];
    const expected = found.map(() => {
      const response = R * u;
      const e = Math.exp(-50 / taurec);
      R = R * (1 - u) * e + 1 - e;
      u = u * Math.exp(-50 / taufacil) * (1 - U) + U;
      return response;
    });
    // tau/taurec again: 1e-5 of the resources are on their way.
    close(found, expected, 1e-5);
    assert.ok((found[3] as number) > 2 * (found[0] as number), "it facilitates");
  });

  test("connections to one synapse have resources of their own", () => {
    const synapse = h.TsodyksMarkram(held());
    const netcons = [connection(synapse, 0.001), connection(synapse, 0.001)];
    h.dt = 0.1;
    h.finitialize(-65);
    for (const netcon of netcons) netcon.event(0);
    h.fadvance();
    close(synapse.g, 2 * 0.001 * 0.5 * Math.exp(-0.1 / 3), 1e-15);
  });

  test("a second run is the first one again", () => {
    const run = () => responses({}, 50, 4);
    const first = run();
    clean();
    assert.deepEqual(run(), first);
  });
});
