// Everything together in one cell: both integrators, threads, odd voltages.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { clean } from "../hoc/support.js";
import { connection, h, held, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(() => {
  h.cvode_active(0);
  clean();
});

describe("all together", () => {
  const density = ["Na", "Kv", "Kdr", "KA", "Im", "Ih", "CaT", "CaL", "CaHVA", "CaPool", "SK"];

  /** A cell with every channel, every synapse driven at 20 Hz, and a current that makes it fire. */
  function cell() {
    const soma = h.Section("soma");
    soma.L = soma.diam = 20;
    soma.nseg = 3;
    for (const name of [...density, "pas"]) soma.insert(name);
    Object.assign(soma, { ena: 60, ek: -90, g_pas: 1e-4, e_pas: -70 });
    for (const segment of soma) {
      segment.Na.gbar = 0.3;
      segment.CaL.pbar = segment.CaT.pbar = 1e-5;
    }
    const names = ["AMPA", "NMDA", "GABAA", "GABAB", "TsodyksMarkram", "AMPA_kinetic", "NMDA_kinetic", "GABAA_kinetic"];
    const netcons = names.map((name) => connection(h[name](soma(0.5)), name === "GABAB" ? 1 : 0.0005));
    const clamp = h.IClamp(soma(0.5));
    Object.assign(clamp, { delay: 5, dur: 100, amp: 0.6 });
    const [spikes, v] = [h.Vector(), h.Vector().record(soma(0.5)._ref_v)];
    const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
    detector.record(spikes);
    const run = () => {
      h.celsius = 34;
      h.finitialize(-70);
      for (const netcon of netcons) for (let t = 1; t < 100; t += 50) netcon.event(t);
      h.continuerun(100);
      return [...spikes] as number[];
    };
    return { soma, run, v, keep: [clamp, detector, netcons] };
  }

  test("a cell with every mechanism fires, and the fixed step tends to what the variable step finds", () => {
    const { run, v } = cell();
    const [coarse, fine] = [250, 500].map((perMs) => {
      h.steps_per_ms = perMs;
      h.dt = 1 / perMs;
      return run();
    }) as [number[], number[]];
    h.steps_per_ms = 40;
    h.dt = 0.025;
    assert.ok(fine.length >= 8, `${fine}`);
    assert.ok(v.toArray().every(Number.isFinite));
    h.cvode_active(1);
    h.CVode().atol(1e-6);
    const variable = run();
    // Richardson: of a method of first order, twice the finer result less the coarser one is of second order, (0.004 ms)² times the
    // curvature here; 0.002 ms is also the grain of the spike times that it is made of.
    const limit = fine.map((t, i) => 2 * t - (coarse[i] as number));
    assert.equal(variable.length, limit.length);
    for (const [i, t] of variable.entries())
      assert.ok(Math.abs(t - (limit[i] as number)) < 0.005, `${variable} ${limit}`);
  });

  test("two threads compute the same as one, to the last bit", () => {
    const pc = h.ParallelContext();
    const cells = [cell(), cell()];
    h.dt = 0.025;
    const traces = [1, 2].map((threads) => {
      pc.nthread(threads);
      cells[0]?.run();
      return cells.map(({ v }) => [...v]);
    });
    pc.nthread(1);
    assert.deepEqual(traces[0], traces[1]);
  });

  test("the membrane rests at finite, sensible voltages when nothing happens", () => {
    const segment = held(...density);
    for (const v of [-100, -65, 0, 50]) {
      h.finitialize(v);
      steps(100, () => 0);
      assert.ok(Number.isFinite(segment.v) && Number.isFinite(segment.cai));
    }
  });
});
