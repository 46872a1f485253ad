// Classes that extend NEURON's, as plain JavaScript and as TypeScript compiles them for old and new targets.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { DisposedError, NameError } from "nrn-patch";
import ts from "typescript-5.0";
import { clean, close, h } from "./support.js";

afterEach(clean);

const source = `
class Soma extends h.Section {
  L = 33;
  nseg = 3;
  label = "mine";
  constructor(name) {
    super({ name: name || "soma" });
    this.insert("hh");
    this.counter = 1;
  }
  get surface() { return Math.PI * this.L * this.diam; }
  count() { return ++this.counter; }
}
class Small extends Soma {
  diam = 2;
  constructor() { super("small"); }
}
class Trace extends h.Vector {
  unit = "mV";
  twice() { return this.c().mul(2); }
}
class Pulse extends h.IClamp {
  amp = 0.5;
  delay = 2;
  tag = "pulse";
}
class Cell extends h.Celllike {
  number = 7;
  own = [1, 2];
}
exports.Soma = Soma; exports.Small = Small; exports.Trace = Trace; exports.Pulse = Pulse; exports.Cell = Cell;
`;
h(
  "begintemplate Celllike\npublic number, twice\nproc init() { number = 1 }\nfunc twice() { return 2 * number }\nendtemplate Celllike",
);

const { ES5, ES2021, ES2022 } = ts.ScriptTarget;
const forms: [string, ts.CompilerOptions | undefined][] = [
  ["plain JavaScript", undefined],
  ["ES5", { target: ES5 }],
  ["ES2021", { target: ES2021 }],
  ["ES2022", { target: ES2022 }],
  ["ES2022 with assigned fields", { target: ES2022, useDefineForClassFields: false }],
];

for (const [form, compilerOptions] of forms) {
  const code = compilerOptions ? ts.transpileModule(source, { compilerOptions }).outputText : source;
  const classes: any = {};
  new Function("h", "exports", code)(h, classes);
  const { Soma, Small, Trace, Pulse, Cell } = classes;

  describe(form, () => {
    test("fields with NEURON's names set NEURON's values", () => {
      const soma = new Soma();
      // What NEURON has, not what a field might say.
      assert.deepEqual(
        [soma.psection().morphology.L, soma.psection().nseg, h.area(0.5, { sec: soma }) > 0],
        [33, 3, true],
      );
      assert.deepEqual([soma.L, soma.nseg], [33, 3]);
      soma.L = 44;
      assert.equal(soma.psection().morphology.L, 44);
      assert.deepEqual(
        Object.keys(soma).filter((key) => ["L", "nseg"].includes(key)),
        [],
      );
    });

    test("fields with names of one's own stay, and more can be added", () => {
      const soma = new Soma();
      assert.deepEqual([soma.label, soma.count(), soma.count()], ["mine", 2, 3]);
      soma.later = { any: "thing" };
      assert.equal(soma.later.any, "thing");
      assert.throws(() => soma.unknown, NameError);
      close(soma.surface, Math.PI * 33 * 500);
    });

    test("a section of one's own class is a section", () => {
      const soma = new Soma("named");
      assert.ok(soma instanceof Soma && soma instanceof h.Section);
      assert.deepEqual(
        [typeof soma, String(soma), String(soma(0.5)), soma.has_membrane("hh")],
        ["function", "named", "named(0.5)", true],
      );
      assert.equal(h.cas(), soma);
      assert.equal([...h.allsec()][0], soma);
      assert.equal(h.Section("child").connect(soma).parentseg().sec, soma);
      soma.dispose();
      assert.throws(() => soma.L, DisposedError);
    });

    test("a class of a class", () => {
      const small = new Small();
      assert.deepEqual(
        [small.L, small.psection().morphology.diam, small.label, small.name()],
        [33, [2, 2, 2], "mine", "small"],
      );
      assert.ok(small instanceof Soma);
    });

    test("a Vector of one's own class", () => {
      const trace = new Trace([1, 2]);
      assert.deepEqual([trace.unit, [...trace.twice()], trace.sum(), trace.length, trace[1]], ["mV", [2, 4], 3, 2, 2]);
      assert.equal(trace.append(3), trace);
      assert.ok(trace instanceof Trace && trace instanceof h.Vector);
      assert.ok(!(trace.twice() instanceof Trace));
    });

    test("a clamp of one's own class", () => {
      const clamp = new Pulse(h.Section("soma")(0.5));
      assert.deepEqual([clamp._ref_amp[0], clamp.amp, clamp._ref_del[0], clamp.tag], [0.5, 0.5, 2, "pulse"]);
      clamp.note = 1;
      assert.deepEqual([clamp.note, h.List("IClamp")[-1] === clamp], [1, true]);
      assert.throws(() => clamp.unknown, NameError);
    });

    test("fields are moved at an initialisation at the latest", () => {
      const soma = new Soma();
      soma.insert("pas");
      h.finitialize(-65);
      assert.equal(soma.psection().nseg, 3);
    });

    test("a template's object of one's own class", () => {
      const cell = new Cell();
      assert.deepEqual([cell.twice(), cell.number, cell.own], [14, 7, [1, 2]]);
      cell.own.push(3);
      assert.deepEqual(cell.own, [1, 2, 3]);
    });

    test("it needs new, and what its constructor throws comes out", () => {
      if (form !== "ES5") assert.throws(() => Soma(), TypeError);
      class Bad extends Soma {
        constructor() {
          super("bad");
          throw new RangeError("mine");
        }
      }
      assert.throws(() => new (Bad as any)(), { name: "RangeError", message: "mine" });
    });
  });
}

test("a field with a wrong value for NEURON throws at the next use", () => {
  class Wrong extends h.Section {
    L = -5;
  }
  const wrong = new Wrong() as any;
  assert.throws(() => h.finitialize(-65), { name: "RangeError", message: /L.*above 0/ });
  delete wrong.L;
});

test("without a subclass an unknown name cannot be written", () => {
  const soma = h.Section("soma");
  const v = h.Vector(2);
  for (const thing of [soma, v, soma(0.5), h.IClamp(soma(0.5)), h]) assert.throws(() => (thing.label1 = 1), NameError);
});

test("a class's own static members and name", () => {
  class Mine extends h.Vector {
    static made = 0;
    static make() {
      return new (Mine as any)([1]);
    }
  }
  assert.deepEqual([Mine.made, [...Mine.make()], Mine.name, h.Vector.name], [0, [1], "Mine", "Vector"]);
});
