// Sections and segments: names and cells, the tree, points in space, loops, psection, the current section.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { HocConnectError, HocSectionAccessError, NameError, Segment } from "nrn-patch";
import { clean, close, h, names, printed } from "./support.js";

afterEach(clean);

/** A soma with a dendrite of five segments on its end, that has two branches. */
function tree() {
  const [soma, dend, left, right] = ["soma", "dend", "left", "right"].map((name) => h.Section({ name }));
  [soma.L, soma.diam, soma.nseg] = [20, 10, 3];
  [dend.L, dend.diam, dend.nseg] = [100, 2, 5];
  dend.connect(soma(1));
  left.connect(dend(1));
  right.connect(dend(1));
  return { soma, dend, left, right };
}

describe("names and cells", () => {
  test("a section bears its name, given in either way, or one made up", () => {
    assert.equal(String(h.Section({ name: "soma" })), "soma");
    assert.equal(h.Section("dend").name(), "dend");
    assert.match(new h.Section().name(), /^__nrnsec_0x/);
    assert.equal(h.Section("axon").hname(), "axon");
    assert.equal(h.Section("Körper").name(), "Körper");
  });

  test("a section of a JavaScript cell says the cell's name, and gives the cell", () => {
    class Cell {
      soma = h.Section({ name: "soma", cell: this });
      toString() {
        return "Cell[7]";
      }
    }
    const cell = new Cell();
    assert.equal(cell.soma.name(), "Cell[7].soma");
    assert.equal(cell.soma.cell(), cell);
    assert.equal(h.section_owner({ sec: cell.soma }), cell);
    class Plain {}
    assert.equal(h.Section({ name: "soma", cell: new Plain() }).name(), "Plain.soma");
  });

  test("a section of a HOC cell says the cell's name, and gives the cell", () => {
    h("begintemplate Bare\npublic x\nproc init() { x = 1 }\nendtemplate Bare");
    const bare = h.Bare();
    const soma = h.Section({ name: "soma", cell: bare });
    assert.deepEqual([soma.name(), soma.cell() === bare], ["Bare[0].soma", true]);
    assert.equal(h.Section("alone").cell(), null);
  });

  test("unknown options throw and the nearest one is told", () => {
    assert.throws(() => h.Section({ nam: "soma" }), { name: "TypeError", message: /"nam".*"name"/ });
    assert.throws(() => h.Section(5), { name: "TypeError" });
    assert.throws(() => h.Section({ name: 5 }), { name: "TypeError", message: /name.*string/ });
  });

  test("a section made in HOC and one made here are the same kind of thing", () => {
    h("create made[2]\nmade[1] { L = 33  nseg = 5 }");
    const made = h.made[1];
    assert.deepEqual([made.L, made.nseg, made.name(), made.is_pysec()], [33, 5, "made[1]", false]);
    assert.equal(h.Section("own").is_pysec(), true);
    assert.ok(made instanceof h.Section);
  });

  test("HOC reaches a section made here as _pysec", () => {
    const soma = h.Section("soma");
    h("_pysec.soma L = 44");
    assert.equal(soma.L, 44);
  });
});

describe("what a section has", () => {
  test("length, diameter, resistivity, capacitance and segments are NEURON's defaults until set", () => {
    const sec = h.Section();
    assert.deepEqual([sec.L, sec.diam, sec.Ra, sec.cm, sec.nseg, sec.rallbranch], [100, 500, 35.4, 1, 1, 1]);
    sec.L = sec.diam = 20;
    [sec.Ra, sec.cm, sec.nseg, sec.rallbranch] = [150, 2, 7, 2];
    assert.deepEqual([sec.L, sec.diam, sec.Ra, sec.cm, sec.nseg, sec.rallbranch], [20, 20, 150, 2, 7, 2]);
  });

  test("what is set on a section is set on all its segments", () => {
    const sec = h.Section();
    sec.nseg = 3;
    sec.insert("hh");
    sec.gnabar_hh = 0.2;
    sec(0.5).gnabar_hh = 0.3;
    assert.deepEqual(
      [...sec].map((seg) => seg.gnabar_hh),
      [0.2, 0.3, 0.2],
    );
    assert.equal(sec.gnabar_hh, 0.3);
  });

  test("unknown names throw, read or written; an uninserted mechanism's name says what to insert", () => {
    const soma = h.Section("soma");
    for (const use of [() => soma.nsegg, () => (soma.nsegg = 3)])
      assert.throws(use, { name: "NameError", message: /soma has no "nsegg".*"nseg"/ });
    assert.throws(() => soma.gnabar_hh, { name: "NameError", message: /insert/ });
    assert.throws(() => (soma(0.5).gnabar_hh = 1), { name: "NameError", message: /insert/ });
    assert.throws(() => soma(0.5).hh, { name: "NameError", message: /soma\.insert\("hh"\)/ });
    assert.throws(() => soma(0.5).vv, NameError);
  });

  test("lengths and diameters above 0, segments 1 to 32767, places from 0 to 1", () => {
    const soma = h.Section("soma");
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      for (const name of ["L", "diam", "Ra"]) assert.throws(() => (soma[name] = bad), { name: "RangeError" });
    for (const bad of [0, 1.5, 32768]) assert.throws(() => (soma.nseg = bad), { name: "RangeError" });
    for (const bad of [-0.1, 1.1, Number.NaN]) assert.throws(() => soma(bad), { name: "RangeError", message: /soma/ });
    assert.throws(() => soma("0.5"), { name: "TypeError" });
  });

  test("a finer grid keeps what the coarser one had", () => {
    const soma = h.Section();
    soma.insert("pas");
    soma.g_pas = 0.002;
    soma.nseg = 9;
    assert.deepEqual(
      [...soma].map((seg) => seg.g_pas),
      Array(9).fill(0.002),
    );
  });

  test("psection tells what Python's does", () => {
    const { soma, dend } = tree();
    soma.insert("hh");
    dend.insert("pas");
    const clamp = h.IClamp(soma(0.5));
    h.finitialize(-65);
    const found = soma.psection();
    // Python: soma.psection() after h.finitialize(-65)
    assert.deepEqual(Object.keys(found).sort(), [
      ...["Ra", "cell", "cm", "density_mechs", "hoc_internal_name", "ions", "morphology", "name", "nseg"],
      ...["point_processes", "regions", "species"],
    ]);
    assert.deepEqual([...found.point_processes.IClamp], [clamp]);
    const variables = "gnabar gkbar gl el gna gk il minf hinf ninf mtau htau ntau m h n";
    assert.deepEqual(Object.keys(found.density_mechs.hh), variables.split(" "));
    assert.deepEqual(found.density_mechs.hh.gnabar, [0.12, 0.12, 0.12]);
    close(found.density_mechs.hh.m, [0.05293248525724958, 0.05293248525724958, 0.05293248525724958]);
    assert.deepEqual(Object.keys(found.ions).sort(), ["k", "na"]);
    assert.deepEqual(Object.keys(found.ions.na), ["ena", "nai", "nao", "ina", "dina_dv_"]);
    close(found.ions.k.ik, [0.004399733467282939, 0.004399733467282939, 0.004399733467282939]);
    const shape = { L: 20, diam: [10, 10, 10], pts3d: [], parent: null, trueparent: null };
    assert.deepEqual(found.morphology, shape);
    assert.deepEqual([found.nseg, found.Ra, found.cm, found.name, found.cell], [3, 35.4, [1, 1, 1], "soma", null]);
    assert.equal(String(dend.psection().morphology.parent), "soma(1)");
    assert.deepEqual(dend.psection().density_mechs, {
      pas: {
        g: [0.001, 0.001, 0.001, 0.001, 0.001],
        e: [-70, -70, -70, -70, -70],
        i: [0.005, 0.005, 0.005, 0.005, 0.005],
      },
    });
  });

  test("psection lists points in space", () => {
    const sec = h.Section();
    sec.pt3dadd(0, 0, 0, 2);
    sec.pt3dadd(10, 0, 0, 1);
    assert.deepEqual(sec.psection().morphology.pts3d, [
      [0, 0, 0, 2],
      [10, 0, 0, 1],
    ]);
  });
});

describe("the tree", () => {
  test("a section connects to a segment, to a section's end, or with both ends told", () => {
    const { soma } = tree();
    const child = h.Section("child");
    for (const [args, place, end] of [
      [[soma(0.5)], "soma(0.5)", 0],
      [[soma(0), 1], "soma(0)", 1],
      [[soma], "soma(1)", 0],
      [[soma, 0], "soma(0)", 0],
      [[soma, 1, 1], "soma(1)", 1],
    ] as const) {
      assert.equal(child.connect(...args), child);
      assert.deepEqual([String(child.parentseg()), child.orientation()], [place, end]);
    }
  });

  test("relatives are told, in NEURON's order", () => {
    const { soma, dend, left, right } = tree();
    // Python: children and subtree of the same sections give the same orders
    assert.deepEqual(names(dend.children()), ["right", "left"]);
    assert.deepEqual(names(dend.subtree()), ["dend", "right", "left"]);
    assert.deepEqual(names(left.wholetree()), ["soma", "dend", "right", "left"]);
    assert.deepEqual(soma.children(), [dend]);
    assert.equal(soma.parentseg(), null);
    assert.equal(right.parentseg().sec, dend);
  });

  test("a section on another's beginning hangs truly on that one's parent", () => {
    const { soma, dend } = tree();
    const twig = h.Section("twig");
    twig.connect(dend(0));
    assert.deepEqual([String(twig.parentseg()), String(twig.trueparentseg())], ["dend(0)", "soma(1)"]);
    assert.equal(soma.trueparentseg(), null);
  });

  test("a loop, and a place that is none, are refused", () => {
    const { soma, dend, left } = tree();
    assert.throws(() => soma.connect(left(1)), HocConnectError);
    assert.throws(() => soma.connect(soma(1)), HocConnectError);
    assert.throws(() => left.connect(dend, 2), { name: "RangeError" });
    assert.throws(() => left.connect(dend(1), 0.5), { name: "TypeError", message: /0 or 1/ });
    assert.throws(() => left.connect(5), { name: "TypeError" });
    assert.equal(String(left.parentseg()), "dend(1)");
  });

  test("a disconnected section is a root", () => {
    const { dend, left } = tree();
    dend.disconnect();
    assert.equal(dend.parentseg(), null);
    h.disconnect({ sec: left });
    assert.deepEqual(names(dend.wholetree()), ["dend", "right"]);
  });

  test("all sections are looped over in the order in which they were made", () => {
    tree();
    assert.deepEqual(names(h.allsec()), ["soma", "dend", "left", "right"]);
  });

  test("a loop over all sections may delete them", () => {
    const { left } = tree();
    for (const sec of h.allsec()) if (sec !== left) sec.dispose();
    assert.deepEqual([...h.allsec()], [left]);
  });

  test("a chain of twenty thousand sections is one tree", () => {
    let last = h.Section("root");
    for (let i = 0; i < 20_000; i++) last = h.Section().connect(last);
    assert.equal(last.wholetree().length, 20_001);
  });
});

describe("segments", () => {
  test("a loop over a section gives its interior segments, allseg the ends as well", () => {
    const { soma } = tree();
    // Python: [seg.x for seg in soma], [seg.x for seg in soma.allseg()]
    close(
      [...soma].map((seg) => seg.x),
      [1 / 6, 0.5, 5 / 6],
      1e-15,
    );
    close(
      [...soma.allseg()].map((seg) => seg.x),
      [0, 1 / 6, 0.5, 5 / 6, 1],
      1e-15,
    );
    for (const seg of soma) seg.cm = 1 + seg.x;
    close(
      [...soma].map((seg) => seg.cm),
      [7 / 6, 1.5, 11 / 6],
      1e-15,
    );
  });

  test("two segments are equal when they are one node", () => {
    const { soma, dend } = tree();
    assert.ok(soma(0.5).equals(soma(0.6)));
    assert.ok(soma(1).equals(soma(1)));
    for (const other of [soma(0.1), soma(1), dend(0.5), null, 5]) assert.ok(!soma(0.5).equals(other));
    assert.ok(soma(0.5) instanceof Segment);
  });

  test("area, resistance, volume and index are Python's", () => {
    const { soma, dend } = tree();
    h.finitialize(-65);
    // Python: dend(0.5).area(), dend(0.5).ri(), dend(0.5).volume(), dend(0.1).ri(), soma(0).area(), soma(0).ri()
    close(
      [dend(0.5).area(), dend(0.5).ri(), dend(0.5).volume()],
      [125.66370614359172, 2.253633994181238, 62.83185307179586],
    );
    close([dend(0.1).ri(), soma(0).area(), soma(0).ri()], [1.126816997090619, 0, 1e30]);
    assert.deepEqual([...soma.allseg(), ...dend].map((seg) => seg.node_index()).slice(0, 2), [0, 1]);
  });

  test("a segment says where it is and what is there", () => {
    const { soma } = tree();
    soma.insert("hh");
    const clamp = h.IClamp(soma(0.5));
    const seg = soma(0.5);
    assert.deepEqual([seg.sec === soma, seg.x, String(seg)], [true, 0.5, "soma(0.5)"]);
    assert.deepEqual(seg.point_processes(), [clamp]);
    assert.deepEqual(soma(0).point_processes(), []);
    assert.equal(seg.get("gnabar_hh"), 0.12);
  });
});

describe("points in space", () => {
  test("points make the length and diameters", () => {
    const sec = h.Section();
    sec.pt3dadd(0, 0, 0, 2);
    sec.pt3dadd(3, 4, 0, 1);
    sec.pt3dadd([3, 3], [4, 4], [12, 13], [1, 1]);
    assert.deepEqual(
      [sec.n3d(), sec.x3d(1), sec.y3d(1), sec.z3d(2), sec.diam3d(0), sec.arc3d(3)],
      [4, 3, 4, 12, 2, 18],
    );
    assert.equal(sec.L, 18);
    assert.equal(sec.spine3d(0), false);
  });

  test("points are inserted, changed, removed and cleared", () => {
    const sec = h.Section();
    for (const x of [0, 10, 20]) sec.pt3dadd(x, 0, 0, 2);
    sec.pt3dinsert(1, 5, 0, 0, 3);
    sec.pt3dchange(2, 8);
    sec.pt3dchange(3, 30, 0, 0, 1);
    sec.pt3dremove(0);
    assert.deepEqual(
      [0, 1, 2].map((i) => [sec.x3d(i), sec.diam3d(i)]),
      [
        [5, 3],
        [10, 8],
        [30, 1],
      ],
    );
    sec.pt3dclear();
    assert.equal(sec.n3d(), 0);
  });

  test("a point that is not there, or is no point, throws", () => {
    const sec = h.Section();
    sec.pt3dadd(0, 0, 0, 1);
    for (const use of [
      () => sec.x3d(1),
      () => sec.x3d(-1),
      () => sec.pt3dremove(3),
      () => sec.pt3dadd(1, 2, Number.NaN, 1),
    ])
      assert.throws(use, { name: "RangeError" });
    assert.throws(() => sec.pt3dadd(1, 2, 3), { name: "TypeError", message: /diameter/ });
    assert.throws(() => sec.pt3dadd([1], [2], [3], []), { name: "TypeError" });
    assert.equal(sec.n3d(), 1);
  });

  test("HOC's functions do the same with { sec }", () => {
    const sec = h.Section();
    h.pt3dadd(0, 0, 0, 1, { sec });
    h.pt3dadd(h.Vector([1, 2]), h.Vector([0, 0]), h.Vector([0, 0]), h.Vector([1, 1]), { sec });
    // Python: with Vectors the points before them are replaced
    assert.deepEqual([h.n3d({ sec }), h.x3d(1, { sec }), h.arc3d(1, { sec }), h.diam3d(0, { sec })], [2, 2, 1, 1]);
  });

  test("define_shape gives a stick figure to whatever has no points", () => {
    const { dend } = tree();
    assert.equal(dend.n3d(), 0);
    h.define_shape();
    assert.ok(dend.n3d() > 1);
    close(dend.L, 100, 1e-6);
  });

  test("the logical connection point is kept", () => {
    const { dend } = tree();
    assert.equal(dend.pt3dstyle(), false);
    dend.pt3dstyle(1, 1, 2, 3);
    const [x, y, z] = [h.ref(0), h.ref(0), h.ref(0)];
    assert.equal(dend.pt3dstyle(1, x, y, z), true);
    assert.deepEqual([x[0], y[0], z[0]], [1, 2, 3]);
  });
});

describe("the current section", () => {
  test("there is none until one is made, and it is an error to ask", () => {
    assert.throws(() => h.cas(), { code: "ERR_PATCH_SECTION_ACCESS" });
    assert.throws(() => h.area(0.5), Error);
    const soma = h.Section();
    assert.equal(h.cas(), soma);
    assert.ok(HocSectionAccessError);
  });

  test("functions that use the current section take { sec }, and leave the stack as it was", () => {
    const { soma, dend } = tree();
    h.finitialize(-65);
    // Python: h.area(0.5, sec=dend), h.ri(0.5, sec=dend)
    close([h.area(0.5, { sec: dend }), h.ri(0.5, { sec: dend })], [125.66370614359172, 2.253633994181238]);
    assert.deepEqual([h.secname({ sec: dend }), h.ismembrane("hh", { sec: dend })], ["_pysec.dend", 0]); // Python too
    assert.equal(h.parent_connection({ sec: dend }), 1);
    assert.equal(h.cas(), soma);
  });

  test("segments are taken where Python takes them", () => {
    const { soma, dend } = tree();
    // Python: h.distance(soma(0), dend(1)), h.distance(soma(0.5), dend(0.1))
    close([h.distance(soma(0), dend(1)), h.distance(soma(0.5), dend(0.1))], [120, 20]);
    h.distance(0, soma(0));
    close([h.distance(dend(0.5)), h.distance(0.5, { sec: dend })], [70, 70]);
  });

  test("unknown keywords throw", () => {
    const { dend } = tree();
    assert.throws(() => h.area(0.5, { sec: dend, x: 1 }), { name: "TypeError", message: /"x"/ });
    assert.throws(() => h.area(0.5, { sec: 5 }), { name: "TypeError", message: /sec.*section/ });
    assert.throws(() => h.delete_section({ sec: dend, x: 1 }), { name: "TypeError", message: /"x"/ });
  });

  test("push makes a section current until it is popped; a pop too many is harmless", () => {
    const { soma, dend, left } = tree();
    dend.push();
    h.push_section(left);
    assert.equal(h.cas(), left);
    for (const expected of [dend, soma, soma, soma]) {
      h.pop_section();
      assert.equal(h.cas(), expected);
    }
    h("create named");
    h.push_section("named");
    assert.equal(h.cas(), h.named);
    h.pop_section();
  });

  test("a thousand get_loc leave no section behind", () => {
    const { soma, dend } = tree();
    const clamp = h.IClamp(dend(0.5));
    for (let i = 0; i < 1000; i++) assert.equal(clamp.get_loc(), 0.5);
    assert.equal(h.cas(), soma);
    h.pop_section();
    assert.equal(h.cas(), soma);
  });

  test("what HOC calls of the current section is h's too", () => {
    const { soma } = tree();
    assert.deepEqual([h.L, h.nseg, h.Ra], [20, 3, 35.4]);
    h.nseg = 5;
    assert.equal(soma.nseg, 5);
  });

  test("psection prints, as Python's h.psection does", () => {
    const { dend } = tree();
    assert.match(
      printed(() => assert.equal(h.psection({ sec: dend }), 1)),
      /dend \{ nseg=5 {2}L=100/,
    );
  });

  test("a section is deleted with h.delete_section", () => {
    const { soma, dend } = tree();
    h.delete_section({ sec: dend });
    assert.throws(() => dend.L, { name: "DisposedError", code: "ERR_PATCH_DISPOSED" });
    assert.deepEqual(soma.children(), []);
  });
});
