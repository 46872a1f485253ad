// What NEURON's library has beside the interpreter: plots along a path, impedance, states, morphology files, units.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { units } from "nrn-patch";
import { clean, close, file, h, names, printed } from "./support.js";

h.load_file("stdrun.hoc");
h.load_file("import3d.hoc");
afterEach(clean);

function ballAndStick() {
  const [soma, dend] = [h.Section("soma").insert("hh"), h.Section("dend").insert("pas")];
  [soma.L, soma.diam, soma.nseg] = [20, 10, 3];
  [dend.L, dend.diam, dend.nseg] = [100, 2, 5];
  dend.connect(soma(1));
  return { soma, dend };
}

describe("along a path and into the cell", () => {
  test("RangeVarPlot reads a variable along a path, as Python does", () => {
    const { soma, dend } = ballAndStick();
    h.finitialize(-65);
    for (const [i, seg] of [...dend].entries()) seg.v = -60 + i;
    const plot = h.RangeVarPlot("v", soma(0), dend(1));
    const [values, places] = [h.Vector(), h.Vector()];
    // Python: the same calls
    assert.deepEqual([plot.to_vector(values, places), plot.d2root()], [11, 0]);
    close([plot.left(), plot.right()], [0, 120]);
    assert.deepEqual([...values], [-65, -65, -65, -65, -65, -60, -59, -58, -57, -56, -65]);
    close(places, [0, 3.3333332538604736, 10, 16.66666603088379, 20, 30, 50, 70, 90, 110, 120]);
  });

  test("RangeVarPlot writes along a path, and lists its sections", () => {
    const { soma, dend } = ballAndStick();
    const plot = h.RangeVarPlot("v", soma(0), dend(1));
    plot.from_vector(h.Vector(11).indgen());
    assert.equal(dend(0.5).v, 7);
    const list = h.SectionList();
    plot.list(list);
    assert.deepEqual(names(list), ["soma", "dend"]);
  });

  test("impedances are Python's", () => {
    const { soma, dend } = ballAndStick();
    h.finitialize(-65);
    const impedance = h.Impedance();
    impedance.loc(soma(0.5));
    impedance.compute(0);
    // Python: the same calls
    close(
      [impedance.input(soma(0.5)), impedance.transfer(dend(1)), impedance.ratio(dend(1))],
      [96.254807696453, 92.91619282923507, 0.9222669505256031],
    );
    impedance.compute(100);
    close(
      [impedance.input(0.5, { sec: soma }), impedance.transfer_phase(1, { sec: dend })],
      [77.02993641199501, -0.6577653112367634],
    );
    impedance.compute(100, true);
    close([impedance.input(soma(0.5)), impedance.input_phase(soma(0.5))], [72.56005895480429, -0.5936436664142754]);
  });

  test("a spike in a ball and stick is Python's", () => {
    const { soma, dend } = ballAndStick();
    const clamp = h.IClamp(soma(0.5));
    [clamp.delay, clamp.dur, clamp.amp] = [1, 2, 0.3];
    h.finitialize(-65);
    h.continuerun(5);
    // Python: soma(0.5).v, dend(1).v
    close([soma(0.5).v, dend(1).v], [-58.99985693143399, -57.62991959066522]);
  });
});

describe("states", () => {
  test("a saved state goes on as the run did", () => {
    const { soma } = ballAndStick();
    const clamp = h.IClamp(soma(0.5));
    [clamp.delay, clamp.dur, clamp.amp] = [1, 2, 0.3];
    h.finitialize(-65);
    h.continuerun(2);
    const state = h.SaveState();
    state.save();
    h.continuerun(5);
    const first = soma(0.5).v;
    h.finitialize(-65);
    state.restore();
    h.continuerun(5);
    assert.equal(soma(0.5).v, first);
  });

  test("a state goes through a file", () => {
    const { soma } = ballAndStick();
    h.finitialize(-50);
    const [state, again] = [h.SaveState(), h.SaveState()];
    state.save();
    const f = h.File(file("state"));
    state.fwrite(f);
    h.finitialize(-65);
    again.fread(f);
    again.restore();
    assert.equal(soma(0.5).v, -50);
  });
});

describe("BBSaveState", () => {
  test("cells with gids go on from a file", () => {
    h("begintemplate Saved\npublic soma\ncreate soma\nproc init() { soma insert hh }\nendtemplate Saved");
    const [cell, pc] = [h.Saved(), h.ParallelContext()];
    pc.set_gid2node(7, 0);
    pc.cell(7, h.NetCon(cell.soma(0.5)._ref_v, null, { sec: cell.soma }));
    pc.set_maxstep(10);
    h.finitialize(-50);
    pc.psolve(2);
    const [saver, { v }] = [h.BBSaveState(), cell.soma(0.5)];
    saver.save(file("bb"));
    h.finitialize(-65);
    saver.restore(file("bb"));
    close([cell.soma(0.5).v, h.t], [v, 2]);
    pc.gid_clear();
  });
});

describe("without a display", () => {
  test("PlotShape, Graph and boxes can be made and used", () => {
    ballAndStick();
    const shape = h.PlotShape(false);
    shape.variable("v");
    shape.scale(-80, 40);
    const graph = h.Graph(0);
    graph.size(0, 5, -80, 40);
    graph.addexpr("v(0.5)", 1, 1);
    const box = h.VBox();
    box.intercept(1);
    box.intercept(0);
    box.map("title");
    box.unmap();
    assert.ok(shape instanceof h.PlotShape && graph instanceof h.Graph);
    assert.equal(h.PWManager().count(), 1); // its own window, as on a display
  });

  test("a start prints nothing", () => {
    assert.equal(
      printed(() => h.load_file("stdgui.hoc")),
      "",
    );
  });
});

// What Python's Import3d makes of the two texts below: names, lengths and places of the sections.
const swc = `# a soma and two branches
1 1 0 0 0 5 -1
2 3 5 0 0 1 1
3 3 25 0 0 1 2
4 3 35 10 0 0.5 3
5 3 35 -10 0 0.5 3
6 2 -5 0 0 0.5 1
7 2 -55 0 0 0.25 6
`;
const fromSwc: [name: string, L: number, points: number, parent: string][] = [
  ["soma[0]", 10, 3, "null"],
  ["axon[0]", 50, 2, "soma[0](0.5)"],
  ["dend[0]", 20, 2, "soma[0](0.5)"],
  ["dend[1]", 14.142135623730951, 2, "dend[0](1)"],
  ["dend[2]", 14.142135623730951, 2, "dend[0](1)"],
];
const asc = `; V3 text file written for MicroBrightField products.
("CellBody"
  (CellBody)
  (  -5.00    0.00    0.00     0.00)
  (   0.00    5.00    0.00     0.00)
  (   5.00    0.00    0.00     0.00)
  (   0.00   -5.00    0.00     0.00)
)
( (Color Red)
  (Dendrite)
  (   5.00    0.00    0.00     2.00)
  (  25.00    0.00    0.00     2.00)
  (
    (  35.00   10.00    0.00     1.00)
    (  45.00   20.00    0.00     1.00)
  |
    (  35.00  -10.00    0.00     1.00)
    (  45.00  -20.00    0.00     1.00)
  )
)
`;
const fromAsc: typeof fromSwc = [
  ["soma[0]", 6.788225200543301, 21, "null"],
  ["dend[0]", 20, 2, "soma[0](0.5)"],
  ["dend[1]", 28.284271247461902, 3, "dend[0](1)"],
  ["dend[2]", 28.284271247461902, 3, "dend[0](1)"],
];

describe("Import3d", () => {
  class Cell {
    all: any;
    soma: any;
    dend: any;
    toString() {
      return "C";
    }
  }
  for (const [format, text, expected, reader] of [
    ["SWC", swc, fromSwc, () => h.Import3d_SWC_read()],
    ["Neurolucida", asc, fromAsc, () => h.Import3d_Neurolucida3()],
  ] as const) {
    const read = (into: unknown) => {
      const input = reader();
      input.quiet = 1;
      printed(() => input.input(file(`Zelle.${format}`, text)));
      h.Import3d_GUI(input, false).instantiate(into);
    };

    test(`${format} makes a JavaScript object's sections`, () => {
      const cell = new Cell();
      read(cell);
      const prefix = (name: string) => (name === "null" ? name : `C.${name}`);
      assert.deepEqual(
        names(cell.all),
        expected.map(([name]) => `C.${name}`),
      );
      close(
        cell.all.map((sec: any) => sec.L),
        expected.map(([, L]) => L),
      );
      assert.deepEqual(
        cell.all.map((sec: any) => sec.n3d()),
        expected.map(([, , points]) => points),
      );
      assert.deepEqual(
        cell.all.map((sec: any) => String(sec.parentseg())),
        expected.map(([, , , parent]) => prefix(parent)),
      );
      assert.equal(cell.soma[0].cell(), cell);
      assert.equal(cell.dend.length, expected.filter(([name]) => name.startsWith("dend")).length);
    });

    test(`${format} makes sections of HOC's top level`, () => {
      read(null);
      assert.deepEqual(
        names(h.allsec()),
        expected.map(([name]) => name),
      );
      close(h.dend[1].L, expected.find(([name]) => name === "dend[1]")?.[1] ?? 0);
    });
  }
});

describe("units", () => {
  test("they are numbers in NEURON's own", () => {
    const { ms, s, mV, V, um, µm, mM, uM, minute } = units;
    assert.deepEqual([ms, s, mV, V, um, µm, mM, uM, minute], [1, 1000, 1, 1000, 1, 1, 1, 0.001, 60000]);
    assert.throws(() => {
      (units as any).ms = 5;
    }, TypeError);
  });

  test("h.units tells a variable's unit", () => {
    assert.deepEqual([h.units("v"), h.units("gnabar_hh"), h.units("dt")], ["mV", "S/cm2", "ms"]);
  });
});
