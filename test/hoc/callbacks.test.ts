// JavaScript's functions and objects in NEURON: wherever Python takes a callable, and HOC code that uses what is ours.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { HocError, SimulationError } from "nrn-patch";
import { clean, close, h } from "./support.js";

h.load_file("stdrun.hoc");
const made: Disposable[] = [];
const kept = <T extends Disposable>(thing: T): T => {
  made.push(thing);
  return thing;
};
afterEach(() => {
  for (const thing of made.splice(0)) thing[Symbol.dispose]();
  clean();
});

function squid() {
  const soma = h.Section("soma").insert("hh");
  [soma.L, soma.diam] = [20, 20];
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 0.5, 2];
  return soma;
}

// First of all: once there was a LinearMechanism, NEURON allows one thread only, in Python too.
describe("threads", () => {
  test("with two threads they are called one after the other, on this one", () => {
    const [a, b] = [squid(), squid()];
    const pc = h.ParallelContext();
    pc.nthread(2);
    try {
      const times: number[] = [];
      for (const sec of [a, b]) {
        const netcon = h.NetCon(sec(0.5)._ref_v, null, { sec });
        netcon.threshold = 0;
        netcon.record(() => times.push(h.Vector([h.t]).sum()));
      }
      h.finitialize(-65);
      h.continuerun(10);
      assert.equal(times.length, 2);
      assert.equal(times[0], times[1]);
    } finally {
      pc.nthread(1);
    }
  });
});

describe("functions that NEURON calls", () => {
  test("handlers of each type are called at initialisation, in their order", () => {
    squid();
    const calls: unknown[] = [];
    for (const type of [3, 2, 1, 0]) kept(h.FInitializeHandler(type, () => calls.push(type)));
    kept(h.FInitializeHandler(() => calls.push("1, too")));
    h.finitialize(-65);
    assert.deepEqual(calls, [3, 0, 1, "1, too", 2]);
  });

  test("a function comes with its arguments, as Python's tuples", () => {
    squid();
    const calls: unknown[] = [];
    const note = (...args: unknown[]) => void calls.push(args);
    kept(h.FInitializeHandler([note, 1, "two", [3]]));
    kept(h.FInitializeHandler([note, [4, 5]]));
    h.finitialize(-65);
    assert.deepEqual(calls, [
      [1, "two", [3]],
      [4, 5],
    ]);
  });

  test("an event calls at its time, and may schedule the next", () => {
    squid();
    const times: number[] = [];
    const cvode = h.CVode();
    const tick = () => {
      times.push(h.t);
      if (times.length < 3) cvode.event(h.t + 1, tick);
    };
    kept(h.FInitializeHandler(() => cvode.event(1, tick)));
    h.finitialize(-65);
    h.continuerun(5);
    close(times, [1, 2, 3], 1e-9);
  });

  test("a NetCon calls at each spike", () => {
    const soma = squid();
    const times: number[] = [];
    const netcon = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
    const recorded = h.Vector();
    netcon.threshold = 0;
    netcon.record(() => times.push(h.t));
    const other = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
    other.threshold = 0;
    other.record(recorded);
    h.finitialize(-65);
    h.continuerun(20);
    assert.ok(times.length === 1 && times[0] === recorded[0], `${times} ${[...recorded]}`);
    netcon.record();
  });

  test("a state transition calls", () => {
    const soma = squid();
    const calls: number[] = [];
    const machine = kept(h.StateTransitionEvent(2));
    const threshold = h.ref(-20);
    machine.transition(0, 1, soma(0.5)._ref_v, threshold, () => calls.push(h.t));
    h.finitialize(-65);
    machine.state(0);
    h.continuerun(20);
    assert.deepEqual([calls.length, machine.state()], [1, 1]);
  });

  test("extra_scatter_gather calls at every step, until it is removed", () => {
    squid();
    let calls = 0;
    const count = () => {
      calls++;
    };
    const cvode = h.CVode();
    cvode.extra_scatter_gather(0, count);
    h.finitialize(-65);
    const start = calls;
    for (let i = 0; i < 10; i++) h.fadvance();
    assert.equal(calls - start, 10);
    cvode.extra_scatter_gather_remove(count);
    h.fadvance();
    assert.equal(calls - start, 10);
  });

  test("fit_praxis minimises a function of ours", () => {
    h.attr_praxis(1e-8, 0.5, 0);
    const x = h.Vector([2, 5]);
    const least = h.fit_praxis((v: any) => (v[0] - 1) ** 2 + (v[1] + 2) ** 2 + 3, x);
    close([least, ...x], [3, 1, -2], 1e-4);
  });

  test("a LinearMechanism asks before each step", () => {
    const soma = h.Section("soma");
    let calls = 0;
    const [c, g, y, b] = [h.Matrix(1, 1), h.Matrix(1, 1), h.Vector(1), h.Vector(1)];
    g.setval(0, 0, 1);
    const current = () => {
      calls++;
      b[0] = 3;
    };
    kept(h.LinearMechanism(current, c, g, y, b));
    h.finitialize(-65);
    for (let i = 0; i < 5; i++) h.fadvance();
    assert.ok(calls >= 5 && Math.abs(y[0] - 3) < 1e-9);
    soma.dispose();
  });

  test("RangeVarPlot takes a function of the place on the current section", () => {
    const cable = h.Section("cable");
    cable.nseg = 5;
    const plot = h.RangeVarPlot((x: number) => 2 * h.cas()(x).x, cable(0), cable(1));
    const [values, places] = [h.Vector(), h.Vector()];
    plot.to_vector(values, places);
    close([...values].slice(1, -1), [0.2, 0.6, 1, 1.4, 1.8], 1e-7);
    close([...places].slice(1, -1), [10, 30, 50, 70, 90], 1e-5);
  });

  test("SaveState is restored in a handler of type 1", () => {
    const soma = squid();
    h.finitialize(-65);
    h.continuerun(2);
    const state = kept(h.SaveState());
    state.save();
    const { v } = soma(0.5);
    kept(h.FInitializeHandler(1, () => state.restore(1)));
    h.finitialize(-65);
    assert.deepEqual([soma(0.5).v, h.t.toFixed(3)], [v, "2.000"]);
  });
});

describe("callbacks", () => {
  test("they may call back into NEURON, as deep as they like", () => {
    const soma = squid();
    const seen: unknown[] = [];
    h.CVode(); // there is one
    kept(
      h.FInitializeHandler(() => {
        h("from_callback = 3");
        const vector = h.Vector([3, 1, 2]).apply((x: number) => h.Vector([x, 1]).sum());
        seen.push(h.from_callback, [...vector], soma(0.5).v);
        assert.throws(() => h("nonsense +"), HocError);
      }),
    );
    h.finitialize(-65);
    assert.deepEqual(seen, [3, [4, 2, 3], -65]);
  });

  test("what one throws comes out as it was thrown, and NEURON goes on", () => {
    squid();
    class Mine extends Error {}
    for (const thrown of [new Mine("mine"), "a string", 0, undefined, null]) {
      const handler = h.FInitializeHandler(() => {
        throw thrown;
      });
      let caught: unknown = "nothing";
      try {
        h.finitialize(-65);
      } catch (error) {
        caught = error;
      }
      handler.dispose();
      assert.equal(caught, thrown);
    }
    h.finitialize(-65);
    h.continuerun(1);
    assert.ok(Math.abs(h.t - 1) < 1e-9);
  });

  test("one that returns a promise is a TypeError", () => {
    squid();
    const handler = kept(h.FInitializeHandler(async () => {}));
    assert.throws(() => h.finitialize(-65), { name: "TypeError", message: /promise.*synchronous/ });
    assert.ok(handler);
  });

  test("what changes the structure while NEURON runs is refused, and all else is free", () => {
    const soma = squid();
    const dend = h.Section("dend");
    const refused: [string, () => unknown][] = [
      ["a section", () => h.Section("late")],
      ["a point process", () => h.IClamp(soma(0.5))],
      ["insert", () => soma.insert("pas")],
      ["nseg", () => (soma.nseg = 3)],
      ["connect", () => dend.connect(soma)],
      ["dispose", () => dend.dispose()],
      ["finitialize", () => h.finitialize(-65)],
      ["continuerun", () => h.continuerun(5)],
      ["HOC's create", () => h("create late")],
      ["delete_section", () => h.delete_section({ sec: dend })],
    ];
    const wrong: string[] = [];
    kept(
      h.FInitializeHandler(() =>
        h.CVode().event(1, () => {
          for (const [what, use] of refused) {
            try {
              use();
              wrong.push(what);
            } catch (error) {
              if (!(error instanceof SimulationError)) wrong.push(`${what}: ${error}`);
            }
          }
          soma(0.5).v = -60;
          kept(h.NetCon(soma(0.5)._ref_v, null, { sec: soma }));
        }),
      ),
    );
    h.finitialize(-65);
    h.continuerun(2);
    assert.deepEqual(wrong, []);
    assert.deepEqual([...h.allsec()].map(String), ["soma", "dend"]);
  });

  test("a handler of type 3 may build", () => {
    const soma = squid();
    kept(h.FInitializeHandler(3, () => soma.insert("pas")));
    h.finitialize(-65);
    assert.ok(soma.has_membrane("pas"));
  });

  test("a million calls leave nothing behind", () => {
    const v = h.Vector(100_000);
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 10; i++) v.apply((x: number) => x + 1);
    assert.equal(v[0], 10);
    assert.ok(process.memoryUsage().rss - before < 100e6);
  });
});

describe("JavaScript's objects in HOC", () => {
  h("objref ours, theirs\nstrdef ourtext");
  const ours = {
    count: 3,
    text: "Zelle",
    flag: true,
    none: null,
    items: [10, 20, 30],
    nested: { deep: 7 },
    add(a: number, b: number) {
      return this.count + a + b;
    },
    say(text: string) {
      return `${text}!`;
    },
    give: () => h.Vector([1, 2, 3]),
    same(object: unknown) {
      return object;
    },
    fail() {
      throw new RangeError("mine");
    },
  };

  test("HOC reads properties and items, nested ones too", () => {
    h.ours = ours;
    h("r1 = ours.count\nr2 = ours.nested.deep\nr3 = ours.items._[1]\nr4 = ours.flag\nourtext = ours.text");
    assert.deepEqual([h.r1, h.r2, h.r3, h.r4, h.ourtext], [3, 7, 20, 1, "Zelle"]);
  });

  test("HOC calls methods with numbers, texts and objects, `this` being the object", () => {
    h.ours = ours;
    h('r5 = ours.add(1, 2)\nourtext = ours.say("spike")\ntheirs = ours.give()\nr6 = theirs.sum()');
    assert.deepEqual([h.r5, h.ourtext, h.r6], [6, "spike!", 6]);
    const vector = h.Vector(1);
    h("proc hand() { theirs = ours.same($o1) }");
    h.hand(vector);
    assert.equal(h.theirs, vector);
    h("theirs = ours.same(ours)");
    assert.equal(h.theirs, ours);
  });

  test("HOC sets properties and items", () => {
    h.ours = ours;
    h('ours.count = 5\nours.text = "neu"\nours.items._[2] = 33');
    assert.deepEqual([ours.count, ours.text, ours.items], [5, "neu", [10, 20, 33]]);
    [ours.count, ours.text] = [3, "Zelle"];
  });

  test("what they throw, and what they have not, comes out", () => {
    h.ours = ours;
    assert.throws(() => h("ours.fail()"), { name: "RangeError", message: "mine" });
    assert.throws(() => h("print ours.nothing"), HocError);
    assert.throws(() => h("ours.count(3)"), HocError);
    h("r7 = 1");
    assert.equal(h.r7, 1);
  });

  test("an object that HOC holds is not collected", () => {
    h.ours = { big: Array(1000).fill(1), tag: "still here" };
    globalThis.gc?.();
    h("ourtext = ours.tag");
    assert.equal(h.ourtext, "still here");
    h.ours = null;
  });
});
