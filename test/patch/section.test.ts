// p.Section: made and set in one go, recorded, shaped, connected; its tree and NEURON's section stack.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DisposedError, h, isSection, NameError, p, Section, Segment, Vector } from "nrn-patch";
import { clearAfterEach, count, loose } from "./support.js";

clearAfterEach();

describe("made in one go", () => {
  test("every option is set, and none is needed", () => {
    const soma = p.Section({ name: "soma", L: 30, diam: 20, nseg: 3, Ra: 150, cm: 2, insert: ["hh", "pas"] });
    assert.deepEqual([soma.name(), soma.L, soma.diam, soma.nseg, soma.Ra, soma.cm], ["soma", 30, 20, 3, 150, 2]);
    assert.deepEqual([soma.has_membrane("hh"), soma.has_membrane("pas")], [true, true]);
    assert.deepEqual(
      [...soma].map((seg) => seg.cm),
      [2, 2, 2],
    );
    const bare = p.Section();
    assert.deepEqual([bare.L, bare.diam, bare.nseg, bare.Ra, bare.cm], [100, 500, 1, 35.4, 1]);
    assert.equal(p.Section({ insert: "pas" }).has_membrane("pas"), true);
    assert.equal(p.Section("dend").name(), "dend");
  });

  test("a cell is named and given back", () => {
    class Cell {
      soma = p.Section({ name: "soma", cell: this, L: 20 });
      toString() {
        return "Cell[3]";
      }
    }
    const cell = new Cell();
    assert.equal(cell.soma.name(), "Cell[3].soma");
    assert.equal(cell.soma.cell(), cell);
  });

  test("with and without new, and the same class as h's", () => {
    assert.ok(new p.Section() instanceof p.Section);
    assert.ok(p.Section() instanceof Section);
    assert.ok(h.Section() instanceof p.Section);
    assert.equal(p.Section().constructor.name, "Section");
  });

  test("wrong options throw, name themselves, and leave nothing behind", () => {
    const wrong: [object, object][] = [
      [
        { nam: "x" },
        { name: "TypeError", code: "ERR_PATCH_TYPE", message: /p\.Section: .*"nam".*Did you mean "name"/ },
      ],
      [{ L: -1 }, { name: "RangeError", message: /p\.Section: L: .*above 0, got -1/ }],
      [{ diam: 0 }, { name: "RangeError", message: /diam/ }],
      [{ nseg: 1.5 }, { name: "RangeError", message: /nseg: .*from 1 to 32767, got 1\.5/ }],
      [{ Ra: "a" }, { name: "TypeError", message: /Ra: .*number/ }],
      [{ cm: Number.NaN }, { name: "RangeError", message: /cm/ }],
      [{ insert: "nope" }, { name: "NameError", message: /no density mechanism "nope"/ }],
      [{ insert: ["pas", "hhh"] }, { name: "NameError", message: /Did you mean "hh"/ }],
      [{ insert: 3 }, { name: "TypeError", message: /p\.Section: insert/ }],
      [{ name: 4 }, { name: "TypeError", message: /name: expected a string/ }],
    ];
    for (const [options, error] of wrong) assert.throws(() => loose.p.Section(options), error, JSON.stringify(options));
    assert.equal(count("Section"), 0);
  });

  test("a user's field that is not NEURON's stays an error on a plain section", () => {
    assert.throws(
      () => {
        loose.p.Section({ name: "s" }).nseggg = 55;
      },
      { name: "NameError", message: /s has no "nseggg".*nseg/ },
    );
  });
});

describe("one object for one section", () => {
  test("p, h, segments and the tree all give the same one", () => {
    const soma = p.Section("soma");
    const dend = p.Section("dend").connect(soma(1));
    assert.equal(h.cas(), soma);
    assert.equal(p.cas(), soma);
    assert.equal(soma(0.5).sec, soma);
    assert.equal(dend.parent, soma);
    assert.equal(dend.parentseg()?.sec, soma);
    assert.deepEqual([...p.allsec()], [soma, dend]);
    assert.equal(p.ExpSyn(dend).get_segment().sec, dend);
    assert.ok(isSection(soma) && soma(0.5) instanceof Segment);
  });
});

describe("the tree", () => {
  test("connect takes sections and segments, of p and h, with places", () => {
    const [soma, a, b, c] = [p.Section("soma"), p.Section("a"), h.Section("b"), p.Section("c")];
    assert.equal(a.connect(soma), a);
    b.connect(soma(0.5));
    c.connect(soma, 0, 1);
    assert.deepEqual(
      [a, b, c].map((s) => [s.parent, s.parentseg()?.x, s.orientation()]),
      [
        [soma, 1, 0],
        [soma, 0.5, 0],
        [soma, 0, 1],
      ],
    );
    assert.equal(soma.parent, null);
    assert.deepEqual(new Set(soma.children()), new Set([a, b, c]));
  });

  test("wholetree is NEURON's after three connections", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => p.Section(name)) as [Section, Section, Section, Section];
    b.connect(a);
    c.connect(b);
    d.connect(a);
    const theirs = h.SectionList();
    theirs.wholetree({ sec: c });
    assert.deepEqual(c.wholetree(), [...theirs]);
    assert.deepEqual(new Set(c.wholetree()), new Set([a, b, c, d]));
    c.connect(d);
    b.disconnect();
    assert.deepEqual(b.wholetree(), [b]);
    assert.equal(b.parent, null);
  });

  test("a loop is refused", () => {
    const a = p.Section("a");
    assert.throws(() => a.connect(a), { code: "ERR_PATCH_HOC_CONNECT" });
    const b = p.Section("b").connect(a);
    assert.throws(() => a.connect(b), { code: "ERR_PATCH_HOC_CONNECT" });
  });
});

describe("points in space", () => {
  const points = [
    [0, 0, 0],
    [10, 0, 0],
    [10, 20, 5],
  ] as const;

  test("add3d takes no, one, or all diameters, and adds to what is there", () => {
    const sec = p.Section({ diam: 3 });
    assert.equal(sec.add3d(points), sec);
    assert.deepEqual(
      sec.points,
      points.map((point) => [...point]),
    );
    assert.deepEqual(
      [0, 1, 2].map((i) => sec.diam3d(i)),
      [3, 3, 3],
    );
    sec.add3d([[10, 30, 5]], 1);
    sec.add3d(new Set([[10, 40, 5]]), [2]);
    assert.deepEqual([sec.n3d(), sec.diam3d(3), sec.diam3d(4)], [5, 1, 2]);
  });

  test("points is N × 3, and empty without points", () => {
    assert.deepEqual(p.Section().points, []);
    assert.deepEqual(p.Section().add3d([]).points, []);
  });

  test("length and diameter follow from the points", () => {
    const sec = p.Section().add3d(
      [
        [0, 0, 0],
        [0, 30, 40],
      ],
      4,
    );
    assert.deepEqual([sec.L, sec.diam], [50, 4]);
  });

  test("wrong points are found before any is added, and the section stack is as it was", () => {
    const [other, sec] = [p.Section("other"), p.Section("s")];
    const wrong: [unknown, unknown, object][] = [
      [
        [
          [0, 0, 0],
          [1, 2],
        ],
        undefined,
        { name: "TypeError", message: /s\.add3d: point 1: expected x, y and z, got 2 numbers/ },
      ],
      [
        [
          [0, 0, 0],
          [1, 2, 3, 4],
        ],
        undefined,
        { name: "TypeError", message: /got 4 numbers/ },
      ],
      [[[0, 0, Number.NaN]], undefined, { name: "RangeError", message: /point 0: z/ }],
      [[[0, 0, "1"]], undefined, { name: "TypeError", message: /point 0: z/ }],
      [[[0, 0, 0]], -1, { name: "RangeError", message: /diameter/ }],
      [[[0, 0, 0]], [1, 2], { name: "TypeError", message: /there are 1 points, but 2 diameters/ }],
      [
        [
          [0, 0, 0],
          [1, 1, 1],
        ],
        [1],
        { name: "TypeError", message: /there are 2 points, but 1 diameter/ },
      ],
      [[[0, 0, 0]], "a", { name: "TypeError", message: /diameters/ }],
      [5, undefined, { name: "TypeError", message: /add3d: points/ }],
      [[5], undefined, { name: "TypeError", message: /point 0/ }],
    ];
    for (const [list, diameters, error] of wrong)
      assert.throws(
        () => loose.p.SectionRef(sec).section.add3d(list, diameters),
        error,
        JSON.stringify([list, diameters]),
      );
    assert.equal(sec.n3d(), 0);
    assert.equal(p.cas(), other);
  });
});

describe("dimensions and segments", () => {
  test("setDimensions and setSegments set what they say and return the section", () => {
    const sec = p.Section("s");
    assert.equal(sec.setDimensions(40, 4).setSegments(5), sec);
    assert.deepEqual([sec.L, sec.diam, sec.nseg], [40, 4, 5]);
    assert.throws(() => sec.setDimensions(0, 4), { name: "RangeError", message: /s\.setDimensions: length/ });
    assert.throws(() => sec.setDimensions(40, -4), { name: "RangeError", message: /diameter/ });
    assert.throws(() => sec.setSegments(0), { name: "RangeError", message: /nseg|segments/ });
    assert.deepEqual([sec.L, sec.diam, sec.nseg], [40, 4, 5]);
  });

  test("segments lie in the middles, and both ends with allseg", () => {
    const sec = p.Section({ nseg: 2 });
    assert.deepEqual(
      [...sec].map((seg) => seg.x),
      [0.25, 0.75],
    );
    assert.deepEqual(
      [...sec.allseg()].map((seg) => seg.x),
      [0, 0.25, 0.75, 1],
    );
    assert.equal([...p.Section({ nseg: 5 })].length, 5);
    assert.throws(() => sec(1.1), { name: "RangeError", message: /from 0 to 1, got 1\.1/ });
    assert.throws(() => loose.p.cas()("a"), { name: "TypeError" });
  });

  test("what cannot be iterated says so", () => {
    assert.throws(() => [...(p.NetStim() as unknown as Iterable<unknown>)], TypeError);
  });
});

describe("recordings", () => {
  test("the same x gives the same Vector, another x another one", () => {
    const sec = p.Section({ nseg: 3, insert: "pas" });
    const middle = sec.record();
    assert.ok(middle instanceof Vector);
    assert.equal(sec.record(0.5), middle);
    assert.notEqual(sec.record(0.1), middle);
    assert.deepEqual([...sec.recordings.keys()], [0.5, 0.1]);
    assert.equal(sec.recordings.get(0.5), middle);
    assert.equal(p.Section().recordings.size, 0);
    assert.throws(() => sec.record(2), { name: "RangeError", message: /record: x/ });
    assert.throws(() => loose.p.cas().record("a"), { name: "TypeError" });
    p.run(1);
    assert.equal(middle.length, 41);
  });

  test("recordings cannot be changed from outside", () => {
    const sec = p.Section();
    const vector = sec.record();
    (sec.recordings as Map<number, Vector>).clear?.();
    assert.equal(sec.record(), vector);
  });
});

describe("the section stack", () => {
  test("push makes current until pop, or until the scope ends", () => {
    const [first, a, b] = [p.Section("first"), p.Section("a"), p.Section("b")];
    assert.equal(p.cas(), first);
    a.push();
    assert.equal(p.cas(), a);
    {
      using _ = b.push();
      assert.equal(p.cas(), b);
    }
    assert.equal(p.cas(), a);
    a.pop();
    assert.equal(p.cas(), first);
  });

  test("a section that is not on top is not popped", () => {
    const [first, a] = [p.Section("first"), p.Section("a")];
    a.push();
    assert.throws(() => first.pop(), { code: "ERR_PATCH_SECTION_STACK", message: /first.*not on top/ });
    a.pop();
    assert.throws(() => a.pop(), { code: "ERR_PATCH_SECTION_STACK" });
    assert.throws(() => first.pop(), { code: "ERR_PATCH_SECTION_STACK" });
  });

  test("without a section there is no current one", () => {
    assert.throws(() => p.cas(), { name: "HocSectionAccessError", code: "ERR_PATCH_SECTION_ACCESS" });
  });
});

describe("SectionRef", () => {
  test("refers to a section of p or h, given first or as sec, or to the current one", () => {
    const soma = p.Section("soma");
    const dend = h.Section("dend").connect(soma);
    for (const ref of [p.SectionRef(soma), p.SectionRef({ sec: soma }), p.SectionRef(), new p.SectionRef(soma)]) {
      assert.equal(ref.section, soma);
      assert.equal(ref.sec, soma);
    }
    assert.deepEqual([...p.SectionRef(soma).child], [dend]);
    assert.equal(p.SectionRef(dend).parent, soma);
    assert.equal(p.SectionRef(dend).root, soma);
    assert.throws(() => p.SectionRef(soma).parent, { name: "HocError", message: /no parent/ });
  });

  test("takes one section", () => {
    const soma = p.Section("soma");
    assert.throws(() => loose.p.SectionRef(soma, soma), { name: "TypeError", message: /expected one section, got 2/ });
    assert.throws(() => loose.p.SectionRef(4), { name: "TypeError", message: /expected a section, got 4/ });
    assert.throws(() => loose.p.run(soma), { message: "p.run: duration: expected a number, got the section soma." });
    const ref = p.SectionRef(soma);
    soma.dispose();
    assert.throws(() => ref.section, { name: "DisposedError", message: /SectionRef\[\d+\]: the section/ });
  });
});

describe("every function takes the objects of p", () => {
  test("places, sections and options", () => {
    const soma = p.Section({ name: "soma", L: 100, diam: 2, nseg: 3 });
    const dend = p.Section({ name: "dend", L: 50 }).connect(soma);
    assert.equal(p.distance(soma(0), dend(1)), 150);
    assert.equal(p.area(0.5, { sec: soma }), soma(0.5).area());
    assert.deepEqual(Object.keys(soma.psection()).length > 0, true);
    assert.equal(p.SectionList([soma, dend]).size(), 2);
    assert.equal(p.push_section(dend), 1);
    assert.equal(p.cas(), dend);
    p.pop_section();
    p.delete_section({ sec: dend });
    assert.throws(() => dend.L, DisposedError);
    assert.deepEqual([...p.allsec()], [soma]);
    const list = p.Vector([1, 2]);
    assert.deepEqual([...p.Vector(list).add(list)], [2, 4]);
    assert.equal(list[1], 2);
  });

  test("names that NEURON does not know throw, read or written", () => {
    assert.throws(() => loose.p.foo, NameError);
    assert.throws(() => {
      loose.p.foo = 3;
    }, NameError);
    p.celsius = 20;
    assert.equal(h.celsius, 20);
    assert.ok("Section" in p && "celsius" in p && !("foo" in p));
    assert.equal(p("double_it = 21 * 2"), true);
    assert.equal(loose.p.double_it, 42);
    assert.equal(String(p), "p (Patch for NEURON)");
  });
});
