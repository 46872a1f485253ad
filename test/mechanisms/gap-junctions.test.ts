// Gap junctions against Kirchhoff's law, by transfer and through pointers.
import { afterEach, before, describe, test } from "node:test";
import { clean, close } from "../hoc/support.js";
import { h, loadLibrary, steps } from "./support.js";

before(loadLibrary);
afterEach(() => {
  // Transfers outlive their sections in NEURON.
  h.ParallelContext().gid_clear();
  clean();
});

describe("gap junctions", () => {
  /** Two passive cells of 100 MΩ each. */
  function pair() {
    return ["one", "other"].map((name) => {
      const cell = h.Section(name);
      [cell.L, cell.diam] = [10, 10];
      cell.insert("pas");
      cell.g_pas = 1e-2 / cell(0.5).area() / 1e-2; // 0.01 µS = 1e-8 S over the area in cm² (1e-8 cm²/µm²)
      cell.e_pas = -65;
      return cell;
    });
  }

  function transferred(cells: any[], g: number) {
    const pc = h.ParallelContext();
    const gaps = cells.map((cell) => h.GapJunction(cell(0.5)));
    for (const [i, gap] of gaps.entries()) {
      gap.g = g;
      pc.source_var(cells[i](0.5)._ref_v, i, { sec: cells[i] });
      pc.target_var(gap, gap._ref_vgap, 1 - i);
    }
    pc.setup_transfer();
    return gaps;
  }

  function pointed(cells: any[], g: number) {
    return cells.map((cell, i) => {
      const gap = h.GapJunction_pointer(cell(0.5));
      gap.g = g;
      h.setpointer(cells[1 - i](0.5)._ref_v, "vgap", gap);
      return gap;
    });
  }

  for (const [how, couple] of Object.entries({ "by transfer": transferred, "through pointers": pointed })) {
    test(`${how}, what leaves one cell enters the other, and the coupling is g/(g + g leak)`, () => {
      const cells = pair();
      const gaps = couple(cells, 0.005);
      const clamp = h.IClamp(cells[0](0.5));
      [clamp.delay, clamp.dur, clamp.amp] = [0, 1e9, 0.1];
      h.dt = 0.1;
      h.finitialize(-65);
      steps(5000, () => 0);
      const [one, other] = cells.map((cell) => cell(0.5).v + 65) as [number, number];
      // Kirchhoff: 0.1 nA = 0.01 V1 + 0.005 (V1 - V2), 0 = 0.01 V2 + 0.005 (V2 - V1); nA, µS, mV.
      close([one, other], [7.5, 2.5], 1e-9);
      close(other / one, 0.005 / (0.005 + 0.01), 1e-9);
      close(gaps[0].i, 0.005 * (one - other), 1e-9);
      close(gaps[0].i + gaps[1].i, 0, 1e-12);
    });

    test(`${how}, cells of one voltage exchange nothing`, () => {
      const gaps = couple(pair(), 0.005);
      h.finitialize(-65);
      steps(10, () => 0);
      close(
        gaps.map((gap) => gap.i),
        [0, 0],
        1e-12,
      );
    });
  }
});
