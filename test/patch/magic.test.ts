// Magic methods on users' own objects, at every place where an object of NEURON's can be given; and users' subclasses.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  connection,
  h,
  isDensityMechanism,
  isNrnScalar,
  isPointProcess,
  isSection,
  isSegment,
  p,
  type Section,
  Segment,
  TransformError,
  transform,
  transformArc,
  transformNetcon,
  transformRecord,
} from "nrn-patch";
import { clearAfterEach, loose, same } from "./support.js";

clearAfterEach();

/** A cell of a user's own that stands for its soma. */
class Cell {
  readonly soma = p.Section({ name: "soma", L: 20, diam: 20, nseg: 3, insert: "hh" });
  __neuron__() {
    return this.soma;
  }
}

/** One that says all it can say. */
class Neuron extends Cell {
  readonly log: string[] = [];
  readonly axon = p.Section({ name: "axon", L: 100, diam: 1, nseg: 5, insert: "hh" }).connect(this.soma);
  __netcon__() {
    return this.axon(0.9)._ref_v;
  }
  __record__() {
    return this.axon(0.1)._ref_v;
  }
  __arc__() {
    return 0.2;
  }
  __ref__(other: object) {
    this.log.push(`+ ${other.constructor.name}`);
  }
  __deref__(other: object) {
    this.log.push(`- ${other.constructor.name}`);
  }
}

describe("transform", () => {
  test("gives what stands for an object, and everything else as it is", () => {
    const [sec, cell] = [p.Section(), new Cell()];
    assert.equal(transform(sec), sec);
    assert.equal(sec.__neuron__(), sec);
    assert.equal(transform(cell), cell.soma);
    assert.equal(transform({ __neuron__: () => cell }), cell.soma);
    for (const plain of [null, undefined, 3, "x", true]) assert.equal(transform(plain), plain);
    const object = {};
    assert.equal(transform(object), object);
    const circle: any = { __neuron__: () => ({ __neuron__: () => circle }) };
    assert.throws(() => transform(circle as never), { name: "TypeError", message: /circle/ });
  });

  test("netcon and record of sections and segments are pointers to the potential", () => {
    const sec = p.Section();
    for (const change of [transformNetcon, transformRecord])
      for (const object of [sec, sec(0.5)]) assert.ok(isNrnScalar(change(object)), String(object));
    const syn = p.ExpSyn(sec);
    assert.equal(transformNetcon(syn), syn);
    assert.ok(isNrnScalar(transformRecord(syn)));
    assert.equal(transformRecord(3), 3);
  });

  test("arc is the middle of a section, a segment itself, or what an object says", () => {
    const [sec, neuron] = [p.Section({ nseg: 3 }), new Neuron()];
    assert.ok(transformArc(sec).equals(sec(0.5)));
    assert.equal(transformArc(sec(0.9)).x, 0.9);
    assert.equal(transformArc(sec(1)).x, 1);
    assert.equal(transformArc(neuron).x, 0.2);
    assert.equal(transformArc({ __arc__: () => sec(0.1) }).x, 0.1);
    assert.equal(transformArc({ __neuron__: () => sec(0.7) }).x, 0.7);
    assert.equal(sec.__arc__(), 0.5);
    for (const wrong of [3, null, {}, { __arc__: () => 0.5 }, p.NetStim()])
      assert.throws(() => transformArc(wrong), TransformError);
  });
});

describe("what a thing is", () => {
  test("sections, segments, pointers", () => {
    const [sec, cell] = [p.Section(), new Cell()];
    assert.deepEqual([sec, cell, h.Section(), sec(0.5), 3, null].map(isSection), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    assert.deepEqual([sec(0.5), { __neuron__: () => sec(0.1) }, sec].map(isSegment), [true, true, false]);
    assert.deepEqual([sec(0.5)._ref_v, h._ref_t, sec(0.5).v, sec].map(isNrnScalar), [true, true, false, false]);
  });

  test("point processes: by name, class and object; no artificial cells", () => {
    const names = [
      "APCount",
      "AlphaSynapse",
      "Exp2Syn",
      "ExpSyn",
      "IClamp",
      "OClamp",
      "PointProcessMark",
      "SEClamp",
      "VClamp",
    ];
    for (const name of names) {
      assert.ok(isPointProcess(name), name);
      assert.ok(isPointProcess(loose.h[name]) && isPointProcess(loose.p[name]), name);
      assert.ok(isPointProcess(loose.p[name](p.Section())), name);
    }
    class Mine extends p.ExpSyn {}
    assert.ok(isPointProcess(new Mine(p.Section())));
    for (const other of [
      "NetStim",
      "IntFire1",
      "nope",
      "hh",
      "Vector",
      p.NetStim,
      p.NetStim(),
      h.hh,
      3,
      null,
      p.Section(),
    ])
      assert.ok(!isPointProcess(other), String(other));
  });

  test("density mechanisms: by name and object", () => {
    for (const name of ["extracellular", "fastpas", "hh", "k_ion", "na_ion", "pas"]) {
      assert.ok(isDensityMechanism(name), name);
      assert.ok(isDensityMechanism(loose.h[name]), name);
    }
    assert.ok(isDensityMechanism(new Cell().soma(0.5).hh));
    for (const other of ["ExpSyn", "nope", p.ExpSyn, 3, null, p.Section()])
      assert.ok(!isDensityMechanism(other), String(other));
  });
});

describe("users' objects where NEURON's can be given", () => {
  test("__neuron__", () => {
    const [cell, dend] = [new Cell(), p.Section("dend")];
    const any = cell as any;
    dend.connect(any);
    assert.equal(dend.parent, cell.soma);
    assert.equal(p.ExpSyn(cell).get_segment().sec, cell.soma);
    assert.ok(p.ExpSyn(cell, 0.9).get_segment().equals(cell.soma(0.9)));
    assert.equal(p.PointProcess(p.ExpSyn, cell).get_segment().sec, cell.soma);
    assert.equal(loose.p.area(0.5, { sec: cell }), cell.soma(0.5).area());
    loose.p.push_section(cell);
    assert.equal(p.cas(), cell.soma);
    p.pop_section();
    assert.deepEqual([...loose.p.SectionList([cell])], [cell.soma]);
    assert.equal(loose.p.SectionRef(cell).section, cell.soma);
    assert.equal(loose.h.SectionRef({ sec: cell }).sec, cell.soma);
    loose.h.hh.insert(cell);
    assert.equal(loose.p.distance({ __neuron__: () => cell.soma(0) }, dend(1)), 120);
    assert.ok(p.NetCon(cell, p.ExpSyn(cell), { weight: 1 }).preseg()?.equals(cell.soma(0.5)));
    assert.ok(loose.p.NetCon(cell.soma(0.5)._ref_v, null, { sec: cell }));
    assert.ok(p.record(cell).size() === 0);
    p.dispose(cell as never);
    assert.throws(() => cell.soma.L, { name: "DisposedError" });
  });

  test("a synapse of a user's own is a target, and stands in Lists", () => {
    const [cell, other] = [new Cell(), new Cell()];
    const synapse = {
      process: p.ExpSyn(cell),
      __neuron__() {
        return this.process;
      },
    };
    const netcon = p.NetCon(other, synapse, { weight: 1 });
    assert.equal(netcon.syn(), synapse.process);
    assert.equal(connection(other, synapse), netcon);
    const list = loose.p.List();
    list.append(synapse);
    assert.equal(list[0], synapse.process);
    assert.equal(loose.h.NetCon(p.NetStim(), synapse).syn(), synapse.process);
    netcon.setpost(synapse);
    assert.equal(connection(other, synapse), netcon);
    const second = p.ExpSyn(cell);
    netcon.setpost(second);
    assert.equal(connection(other, second), netcon);
    assert.throws(() => connection(other, synapse), { name: "NotConnectedError" });
    assert.throws(() => netcon.setpost(p.APCount(cell)), { code: "ERR_PATCH_HOC_CONNECT" });
    list.remove_all();
    synapse.process.dispose();
    assert.equal(netcon.syn(), second);
    const vector = {
      values: p.Vector([1, 2]),
      __neuron__() {
        return this.values;
      },
    };
    assert.deepEqual([...loose.p.Vector([1, 1]).add(vector)], [2, 3]);
    netcon.record(vector as never);
    netcon.record();
  });

  test("__netcon__, __record__ and __arc__", () => {
    const neuron = new Neuron();
    for (const make of [loose.p.ExpSyn, loose.h.ExpSyn]) assert.ok(make(neuron).get_segment().equals(neuron.soma(0.2)));
    assert.ok(
      loose.h
        .ExpSyn({ __arc__: () => neuron.axon(0.3) })
        .get_segment()
        .equals(neuron.axon(0.3)),
    );
    for (const make of [loose.p.NetCon, loose.h.NetCon])
      assert.ok(make(neuron, null).preseg().equals(neuron.axon(0.9)));
    const [ours, again, plain] = [
      p.record(neuron),
      p.Vector().record(neuron),
      h.Vector().record(neuron.axon(0.1)._ref_v),
    ];
    neuron.soma.iclamp({ amplitude: 0.5, delay: 1, duration: 2 });
    p.run(5);
    same(ours, plain);
    same(again, plain);
    assert.ok(plain.max() > -60);
  });

  test("connection finds users' objects by themselves", () => {
    const neuron = new Neuron();
    const syn = p.ExpSyn(neuron);
    const netcon = p.NetCon(neuron, syn, { weight: 1 });
    assert.equal(connection(neuron, syn), netcon);
    assert.throws(() => connection(neuron.soma, syn), { name: "NotConnectedError" });
  });

  test("p.wrap and section.synapse take them too", () => {
    const neuron = new Neuron();
    const make = p.wrap(p.ExpSyn as never, "Syn") as (target: unknown) => any;
    assert.ok(make(neuron).get_segment().equals(neuron.soma(0.2)));
    const netcon = p.wrap(h.NetCon as never, "Link") as (...args: unknown[]) => any;
    assert.equal(netcon(p.NetStim(), { __neuron__: () => make(neuron) }).syn() !== null, true);
  });
});

describe("__ref__ and __deref__", () => {
  test("are told of what depends on the object, once each, and of its end", () => {
    const neuron = new Neuron();
    const syn = p.ExpSyn(neuron);
    const netcon = p.NetCon(neuron, syn, { weight: 1 });
    const detector = p.NetCon(neuron, null);
    assert.deepEqual(neuron.log, ["+ ExpSyn", "+ NetCon", "+ NetCon"]);
    netcon.dispose();
    netcon.dispose();
    detector.dispose();
    assert.deepEqual(neuron.log.slice(3), ["- NetCon", "- NetCon"]);
    syn.dispose();
    assert.deepEqual(neuron.log.slice(5), ["- ExpSyn"]);
  });

  test("by h, and for children sections, too", () => {
    const neuron = new Neuron();
    loose.h.NetCon(neuron, null).dispose();
    loose.h.ExpSyn(neuron).dispose();
    assert.deepEqual(neuron.log.splice(0), ["+ NetCon", "- NetCon", "+ ExpSyn", "- ExpSyn"]);
    const dend = p.Section();
    dend.connect(neuron as never);
    dend.disconnect();
    dend.connect(neuron as never);
    dend.connect(p.Section());
    dend.connect(neuron as never);
    dend.dispose();
    assert.deepEqual(neuron.log, ["+ Section", "- Section", "+ Section", "- Section", "+ Section", "- Section"]);
  });

  test("what goes with its section is told, too", () => {
    const [neuron, other] = [new Neuron(), p.Section()];
    const syn = p.ExpSyn(other);
    p.NetCon(neuron, syn, { weight: 1 });
    neuron.log.splice(0);
    other.dispose();
    assert.deepEqual(neuron.log, ["- NetCon"]);
  });

  test("on subclasses, and a target that refuses", () => {
    const log: string[] = [];
    class Counting extends p.Section {
      override __ref__(other: object) {
        if (log.length > 2) throw new Error("full");
        log.push(other.constructor.name);
      }
    }
    const sec = new Counting();
    p.ExpSyn(sec);
    p.ExpSyn(sec(0.5));
    p.NetCon(sec, null);
    assert.deepEqual(log, ["ExpSyn", "ExpSyn", "NetCon"]);
    assert.throws(() => p.NetCon(sec, null), { message: "full" });
    assert.throws(() => p.ExpSyn(sec), { message: "full" });
    assert.deepEqual([h.List("NetCon").count(), h.List("ExpSyn").count()], [1, 2]);
  });
});

describe("subclasses of every class", () => {
  test("Section: fields, constructors, methods, overrides", () => {
    class Soma extends p.Section {
      readonly label: string;
      #secret = 3;
      extra = [1, 2];
      constructor(label: string) {
        super({ name: label, L: 33, insert: "pas" });
        this.label = label;
        this.diam = 5;
      }
      get secret() {
        return this.#secret;
      }
      override record(x = 0.5) {
        this.extra.push(x);
        return super.record(x);
      }
      override __arc__() {
        return 0.9;
      }
    }
    const soma = new Soma("s");
    soma.nseg = 5;
    assert.deepEqual([soma.label, soma.secret, soma.L, soma.diam, soma.name()], ["s", 3, 33, 5, "s"]);
    assert.equal(soma.record(0.1), soma.recordings.get(0.1));
    assert.deepEqual(soma.extra, [1, 2, 0.1]);
    assert.ok(soma instanceof p.Section && soma instanceof h.Section && soma(0.5) instanceof Segment);
    assert.equal(p.ExpSyn(soma).get_segment().x, 0.9);
    assert.ok(p.NetCon(soma, null).preseg()?.equals(soma(0.9)));
    assert.equal(p.cas(), soma);
    assert.equal(soma(0.5).sec, soma);
    assert.throws(() => (soma as any).nope, { name: "NameError" });
    (soma as any).nope = 3;
    assert.equal((soma as any).nope, 3);
  });

  test("point processes and artificial cells", () => {
    class Fast extends p.ExpSyn {
      hits = 0;
      constructor(target: Section) {
        super(target, 0.9);
        this.tau = 0.5;
      }
      override stimulate(...args: any[]): any {
        this.hits++;
        return super.stimulate(...(args as [any]));
      }
    }
    class Train extends p.NetStim {
      kind = "train";
      constructor(n: number) {
        super();
        this.number = n;
      }
    }
    class Pulse extends p.IClamp {
      override get amplitude() {
        return 2 * (super.amplitude as number);
      }
      override set amplitude(value: any) {
        super.amplitude = value;
      }
    }
    const sec = p.Section({ nseg: 5 });
    const fast = new Fast(sec);
    fast.stimulate({ number: 1 });
    assert.deepEqual([fast.tau, fast.hits, fast.get_segment().x], [0.5, 1, 0.9]);
    assert.ok(fast instanceof p.ExpSyn);
    const train = new Train(7);
    assert.deepEqual([train.number, train.kind], [7, "train"]);
    p.NetCon(train, fast, { weight: 1 });
    assert.equal(connection(train, fast).pre(), train);
    const pulse = new Pulse(sec);
    pulse.amplitude = 3;
    assert.deepEqual([pulse.amplitude, pulse.amp], [6, 3]);
    class Plain extends p.ExpSyn {
      mark = 4;
    }
    assert.equal((sec.synapse(Plain as never) as Plain).mark, 4);
    assert.equal((p.PointProcess(Plain as never, sec, 0.1) as Plain).mark, 4);
  });

  test("NetCon, Vector, List, SectionRef, Random and SEClamp", () => {
    class Link extends p.NetCon {
      made = 1;
      constructor(source: unknown, target: unknown) {
        super(source, target, { weight: 0.5, delay: 2 });
      }
      strengthen() {
        this.weight[0] = 2 * (this.weight[0] as number);
        return this;
      }
    }
    class Trace extends p.Vector {
      unit = "mV";
      override record(...args: any[]): any {
        return super.record(...(args as [any]));
      }
    }
    const sec = p.Section();
    const link = new Link(sec, p.ExpSyn(sec)).strengthen();
    assert.deepEqual([link.weight[0], link.delay, link.made], [1, 2, 1]);
    assert.equal(connection(sec, link.syn()), link);
    const trace = new Trace().record(sec) as Trace;
    p.run(1);
    assert.deepEqual([trace.length, trace.unit], [41, "mV"]);
    class Names extends p.List {
      names = ["a"];
    }
    class Reference extends p.SectionRef {
      mark = true;
    }
    class Noise extends p.Random {
      mark = 1;
    }
    class Hold extends p.SEClamp {
      mark = 2;
    }
    assert.deepEqual(new Names().names, ["a"]);
    assert.equal(new Reference(sec).section, sec);
    assert.deepEqual([new Noise(3).mark, new Hold(sec).mark], [1, 2]);
  });

  test("classes compiled for ES5 work too", () => {
    const Base = loose.p.Section;
    function Soma(this: any, name: string) {
      const self = Base.call(this, { name, L: 12 }) || this;
      self.mark = 1;
      return self;
    }
    Object.setPrototypeOf(Soma, Base);
    Soma.prototype = Object.create(Base.prototype, { constructor: { value: Soma } });
    Soma.prototype.double = function () {
      return 2 * this.L;
    };
    const soma = new (Soma as any)("old");
    assert.deepEqual([soma.double(), soma.mark, soma.name()], [24, 1, "old"]);
  });

  test("a field with a NEURON name is moved through NEURON's accessor", () => {
    const Loose = loose.p.Section as new (options?: object) => any;
    class Soma extends Loose {
      L = 44;
    }
    const soma = new Soma();
    assert.equal(soma.nseg, 1);
    assert.equal(h.cas().L, 44);
    assert.equal(soma.L, 44);
    assert.equal(Object.hasOwn(soma, "L"), false);
  });
});
