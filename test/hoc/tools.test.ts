// What JavaScript itself and its tools do with any object must work with NEURON's: await, JSON, printing, comparing.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { inspect } from "node:util";
import { expect as chai } from "chai";
import { expect } from "expect";
import { clean, h } from "./support.js";

h.load_file("stdrun.hoc");
h("begintemplate Toy\npublic x\nproc init() { x = 3 }\nendtemplate Toy\ndouble toyarray[2]");
after(clean);

const soma = h.Section("soma").insert("hh");
[soma.L, soma.diam, soma.nseg] = [20, 10, 3];
const dend = h.Section("dend").connect(soma(1));
const clamp = h.IClamp(soma(0.5));

/** One of each kind of thing, made anew. */
const things: Record<string, () => any> = {
  h: () => h,
  "a section": () => soma,
  "a segment": () => soma(0.5),
  "a mechanism": () => soma(0.5).hh,
  "a density mechanism": () => h.hh,
  "a process": () => clamp,
  "a NetCon": () => h.NetCon(null, null),
  "a Vector": () => h.Vector([1, 2]),
  "a List": () => h.List(),
  "a Matrix": () => h.Matrix(2, 2),
  "a SectionList": () => h.SectionList([soma]),
  "a template's object": () => h.Toy(),
  "a pointer": () => soma(0.5)._ref_v,
  "a member's pointer": () => clamp._ref_amp,
  "a variable's pointer": () => h._ref_t,
  "a reference": () => h.ref(1),
  "an array": () => h.toyarray,
  "a class": () => h.Vector,
  "a template": () => h.Toy,
};

for (const [what, make] of Object.entries(things)) {
  describe(what, () => {
    test("can be awaited", async () => {
      const thing = make();
      assert.equal(await thing, thing);
      assert.equal(await Promise.resolve(thing), thing);
    });

    test("becomes JSON and text", () => {
      const thing = make();
      JSON.stringify(thing);
      JSON.parse(JSON.stringify({ deep: [thing] }));
      assert.ok(`${String(thing)}${thing}`.length > 0);
    });

    test("is printed, alone and inside of something", () => {
      const thing = make();
      for (const options of [
        {},
        { depth: 0 },
        { depth: null },
        { showHidden: true, depth: 1 },
        { colors: true },
        { getters: true, depth: 1 },
        { customInspect: false, depth: 1 },
      ]) {
        assert.ok(inspect(thing, options).length > 0);
        assert.ok(inspect({ deep: [thing], map: new Map([[thing, thing]]) }, options).length > 0);
      }
    });

    test("is looked into by tools without harm", () => {
      const thing = make();
      for (const probe of [
        "then",
        "toJSON",
        "$$typeof",
        "nodeType",
        "asymmetricMatch",
        "@@__IMMUTABLE_ITERABLE__@@",
        "window",
        "inspect",
        "constructor",
      ]) {
        try {
          void thing[probe];
        } catch (error) {
          assert.equal(probe, "window", `${probe}: ${error}`);
        }
        assert.equal(typeof (probe in thing), "boolean");
      }
      for (const symbol of [Symbol.iterator, Symbol.asyncIterator, Symbol.toStringTag, Symbol("x")]) void thing[symbol];
      Object.keys(thing);
      Reflect.ownKeys(thing);
      Object.getOwnPropertyDescriptors(thing);
      assert.equal(typeof Object.prototype.toString.call(thing), "string");
    });

    test("cannot be cloned", () => {
      assert.throws(() => structuredClone(make()), { name: "DataCloneError" });
      assert.throws(() => structuredClone({ deep: [make()] }), { name: "DataCloneError" });
    });

    test("is equal to itself, and to nothing else", () => {
      const thing = make();
      const other = what === "a section" ? dend : { other: true };
      assert.deepEqual(thing, thing);
      assert.notDeepEqual(thing, other);
      assert.notDeepEqual([thing], [other]);
      expect(thing).toBe(thing);
      expect([thing]).toEqual([thing]);
      expect(thing).not.toEqual(other);
      chai(thing).to.equal(thing);
      chai([thing]).to.deep.equal([thing]);
      chai(thing).to.not.deep.equal(other);
    });

    test("makes readable failures", () => {
      const thing = make();
      const other = { other: true };
      for (const fail of [
        () => assert.deepEqual(thing, other),
        () => assert.equal(thing, other),
        () => assert.deepEqual({ a: [thing] }, { a: [other] }),
        () => expect(thing).toBe(other),
        () => expect(thing).toEqual(other),
        () => expect({ a: [thing] }).toStrictEqual({ a: [other] }),
        () => chai(thing).to.equal(other),
        () => chai(thing).to.deep.equal(other),
        () => chai({ a: [thing] }).to.deep.equal({ a: [other] }),
      ])
        assert.throws(
          fail,
          (error: Error) =>
            /Assertion|Error/.test(error.constructor.name + error.name) &&
            error.message.length < 20_000 &&
            !/ERR_PATCH/.test(error.message),
        );
    });
  });
}

describe("two of a kind are told apart", () => {
  for (const [what, one, other] of [
    ["Vectors", () => h.Vector([1, 2]), () => h.Vector([1, 2])],
    ["sections", () => soma, () => dend],
    ["segments", () => soma(0.5), () => soma(0.1)],
    ["processes", () => clamp, () => h.IClamp(soma(0.5))],
    ["template's objects", () => h.Toy(), () => h.Toy()],
    ["pointers", () => soma(0.5)._ref_v, () => soma(0.1)._ref_v],
    ["members' pointers", () => clamp._ref_amp, () => clamp._ref_dur],
    ["variables' pointers", () => h._ref_t, () => h._ref_dt],
    ["mechanisms", () => soma(0.5).hh, () => soma(0.1).hh],
    ["density mechanisms", () => h.hh, () => h.pas],
    ["references", () => h.ref(1), () => h.ref(2)],
  ] as [string, () => any, () => any][])
    test(what, () => {
      assert.notDeepEqual(one(), other());
      expect(one()).not.toEqual(other());
      chai([one()]).to.not.deep.equal([other()]);
    });

  test("and a segment is equal to the same segment", () => {
    assert.deepEqual(soma(0.5), soma(0.5));
    assert.deepEqual(soma(0.5)._ref_v, soma(0.5)._ref_v);
    assert.deepEqual(soma(0.5).hh, soma(0.5).hh);
    expect(soma(0.5)).toEqual(soma(0.5));
  });
});

describe("what is printed", () => {
  test("a section is one line with what a modeller wants to know", () => {
    assert.equal(inspect(soma), "Section soma  L=20 diam=10 nseg=3  (hh)");
    assert.equal(inspect(dend), "Section dend  L=100 diam=500 nseg=1  on soma(1)");
    assert.deepEqual([String(soma), JSON.stringify(soma)], ["soma", '"soma"']);
  });

  test("a process says where it is, a connection where it goes", () => {
    assert.equal(inspect(clamp), `${clamp}  at soma(0.5)`);
    const synapse = h.ExpSyn(soma(0.5));
    assert.match(inspect(h.NetCon(null, synapse)), /^NetCon\[\d+\] {2}→ ExpSyn\[\d+\]$/);
  });

  test("a Vector shows what it records and some of its numbers, a Graph its lines, a PlotShape what it colours", () => {
    const recording = h.Vector().record(soma(0.5)._ref_v);
    assert.equal(inspect(recording), `${recording}  soma(0.5).v  length=0  []`);
    const numbers = h.Vector([1, 2, Math.PI, 4, 5, 6, 1e30]);
    assert.equal(inspect(numbers), `${numbers}  length=7  [1, 2, 3.14159, …, 1e+30]`);
    assert.match(inspect([h.Vector().record(h._ref_t)]), /^\[ Vector\[\d+\] {2}t {2}length=0 {2}\[\] \]$/);
    const graph = h.Graph(0);
    numbers.plot(graph);
    graph.addvar("v", soma(0.5)._ref_v);
    assert.equal(inspect(graph), `${graph}  2 lines: unnamed (7 points), v (0 points)`);
    assert.match(inspect(h.PlotShape(0)), /^PlotShape\[\d+\] {2}v of \d+ sections$/);
  });

  test("h says what it is", () => {
    assert.match(inspect(h), /^h: NEURON 9\.0/);
  });

  test("what is disposed is printed too", () => {
    const gone = h.Section("gone");
    gone.dispose();
    assert.match(inspect(gone), /disposed/);
    assert.match(`${gone} ${JSON.stringify(gone)}`, /disposed.*disposed/);
  });
});

describe("test runners", () => {
  test("expect's own questions", () => {
    const v = h.Vector([1, 2]);
    expect(v).toHaveLength(2);
    expect([...v]).toEqual([1, 2]);
    expect(soma).toHaveProperty("L", 20);
    expect(clamp).toMatchObject({ amp: 0 });
    expect(soma).toBeInstanceOf(h.Section);
    expect(() => soma.nsegg).toThrow("nseg");
    expect([soma, dend]).toContain(soma);
  });

  test("chai's own questions", () => {
    const v = h.Vector([1, 2]);
    chai(v).to.have.lengthOf(2);
    chai(soma).to.have.property("L", 20);
    chai(soma).to.be.an.instanceOf(h.Section);
    chai([soma, dend]).to.include(soma);
    chai(clamp).to.include({ amp: 0 });
    chai(() => soma.nsegg).to.throw(/nseg/);
  });
});
