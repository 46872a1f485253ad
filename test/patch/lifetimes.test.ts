// How long things live: dispose, using, scopes and p.clear, in every order.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connection, DisposedError, h, p, type Section } from "nrn-patch";
import { clearAfterEach, collect, count, loose, same } from "./support.js";

clearAfterEach();

const cell = (name = "cell"): Section => p.Section({ name, L: 20, diam: 20, insert: "hh" });
const counts = (): number[] => ["Section", "ExpSyn", "IClamp", "NetStim", "NetCon"].map(count);

/** A bit of everything. */
function network(name = "net"): { a: Section; b: Section; syn: ReturnType<typeof p.ExpSyn> } {
  const [a, b] = [cell(`${name}.a`), cell(`${name}.b`)];
  a.iclamp({ amplitude: 0.5, delay: 1, duration: 1 });
  a.record();
  const syn = p.ExpSyn(b);
  syn.stimulate({ start: 2, number: 3, interval: 1, weight: 0.01 });
  p.NetCon(a, syn, { weight: 0.02 });
  p.NetCon(b, null).spikes;
  return { a, b, syn };
}

describe("dispose", () => {
  test("what CVode records ends with the scope in which its Vectors were made, and with its section", () => {
    const kept = p.Section();
    const cvode = p.CVode();
    const lengthsOf = (...vectors: { length: number }[]) => {
      p.run(1);
      return vectors.map(({ length }) => length);
    };
    const [values, times] = p.scope(() => {
      const made = [p.Vector(), p.Vector()] as const;
      cvode.record(kept(0.5)._ref_v, ...made);
      assert.deepEqual(lengthsOf(...made), [41, 41]);
      return made;
    });
    for (const vector of [values, times]) vector.resize(0);
    assert.deepEqual(lengthsOf(values, times), [0, 0]);
    cvode.record(kept(0.5)._ref_v, values, times);
    assert.deepEqual(lengthsOf(values, times), [41, 41]);
    cvode.record_remove(values);
    values.resize(0);
    assert.deepEqual(lengthsOf(values, times), [0, 41]);
    kept.dispose();
    times.resize(0);
    p.Section();
    assert.deepEqual(lengthsOf(values, times), [0, 0]);
  });

  test("takes what cannot be without it along, and twice is harmless", () => {
    const { a, b, syn } = network();
    const [between, v] = [connection(a, syn), a.record()];
    p.run(3);
    const numbers = [...v];
    a.dispose();
    a.dispose();
    assert.deepEqual(counts(), [1, 1, 0, 1, 2]);
    p.run(3);
    same(v, numbers);
    for (const use of [
      () => a.L,
      () => a(0.5).v,
      () => a.record(0.1),
      () => between.delay,
      () => a.iclamp({ amplitude: 1 }),
    ])
      assert.throws(use, { name: "DisposedError", code: "ERR_PATCH_DISPOSED" }, String(use));
    assert.throws(
      () => connection(a, syn),
      (error) => error instanceof Error,
    );
    syn.dispose();
    assert.deepEqual(counts(), [1, 0, 0, 1, 1]);
    assert.equal(b.L, 20);
    p.run(3);
  });

  test("using does it at the end of the block, in the opposite order", () => {
    {
      using soma = cell("soma");
      using syn = p.ExpSyn(soma);
      using stim = p.NetStim();
      using netcon = p.NetCon(stim, syn, { weight: 1 });
      using vector = p.record(soma);
      assert.ok(netcon.valid() && vector.length === 0);
      assert.deepEqual(counts(), [1, 1, 0, 1, 1]);
      p.run(1);
    }
    assert.deepEqual(counts(), [0, 0, 0, 0, 0]);
  });

  test("p.dispose is for what has a dispose of its own, too", () => {
    const sec = cell();
    p.dispose(sec);
    assert.equal(count("Section"), 0);
    assert.throws(() => loose.p.dispose(3), {
      name: "TypeError",
      message: /p\.dispose: expected something disposable, got 3/,
    });
    assert.throws(() => loose.p.dispose({}), { name: "TypeError" });
  });

  test("what HOC holds is refused, and says so", () => {
    h("objref held");
    const syn = p.ExpSyn(cell());
    loose.h.held = syn;
    assert.throws(() => syn.dispose(), {
      name: "PatchError",
      code: "ERR_PATCH_IN_USE",
      message: /HOC still refers to it/,
    });
    loose.h.held = null;
    syn.dispose();
    assert.equal(count("ExpSyn"), 0);
  });

  test("what HOC deleted throws, and its connections with it", () => {
    h("create hoc_made");
    const made = loose.h.hoc_made as Section;
    const syn = p.ExpSyn(cell());
    const netcon = p.NetCon(made, syn, { weight: 1 });
    h("hoc_made delete_section()");
    assert.throws(() => made.L, DisposedError);
    p.run(1);
    assert.ok(netcon.syn() === syn);
  });

  test("a moved process goes with the section where it is now", () => {
    const [a, b] = [cell("a"), cell("b")];
    const [moved, kept] = [p.ExpSyn(a), p.ExpSyn(b)];
    moved.loc(b(0.5));
    kept.loc(a(0.5));
    a.dispose();
    assert.throws(() => kept.tau, DisposedError);
    assert.equal(moved.get_segment().sec, b);
    b.dispose();
    assert.throws(() => moved.tau, DisposedError);
  });

  test("structuredClone throws", () => {
    const sec = cell();
    for (const object of [sec, p.ExpSyn(sec), p.NetStim(), sec(0.5)._ref_v, p.Vector([1])])
      assert.throws(() => structuredClone(object), { name: "DataCloneError" }, String(object));
  });

  test("nothing dangles: many things made and gone, garbage collected in between", async () => {
    for (let round = 0; round < 5; round++) {
      const { a, b } = network(`n${round}`);
      await collect();
      p.run(3);
      (round % 2 ? a : b).dispose();
      await collect();
      p.run(3);
      (round % 2 ? b : a).dispose();
    }
    assert.deepEqual(counts().slice(0, 3), [0, 0, 0]);
  });
});

describe("p.scope", () => {
  test("as a function: its value, and everything made inside is gone", () => {
    const outside = cell("outside");
    const spikes = p.scope(() => {
      const { b } = network();
      const syn = p.ExpSyn(outside);
      p.NetCon(b, syn, { weight: 0.1 });
      h.IClamp(outside(0.5));
      h.Section("plain");
      p.run(5);
      return [...b.record()].length;
    });
    assert.equal(spikes, 0);
    assert.deepEqual(counts(), [1, 0, 0, 0, 0]);
    p.run(2);
  });

  test("disposes when the function throws, and the error comes through", () => {
    const error = new Error("mine");
    assert.throws(
      () =>
        p.scope(() => {
          network();
          throw error;
        }),
      (thrown) => thrown === error,
    );
    assert.deepEqual(counts(), [0, 0, 0, 0, 0]);
    h("objref held");
    assert.throws(
      () =>
        p.scope(() => {
          loose.h.held = p.ExpSyn(cell());
          throw error;
        }),
      (thrown) => thrown === error,
    );
    loose.h.held = null;
  });

  test("a promise as value throws, and anything but a function is refused", () => {
    assert.throws(() => p.scope(async () => cell()), { name: "TypeError", message: /promise/ });
    assert.equal(count("Section"), 0);
    assert.throws(() => loose.p.scope(3), { name: "TypeError", message: /p\.scope/ });
    cell("after");
    assert.equal(count("Section"), 1);
  });

  test("as a disposable, by using and by hand, twice harmless", () => {
    {
      using model = p.scope();
      network();
      assert.equal(model.isOpen, true);
    }
    assert.deepEqual(counts(), [0, 0, 0, 0, 0]);
    const scope = p.scope();
    network();
    scope.dispose();
    scope.dispose();
    assert.equal(scope.isOpen, false);
    cell("after");
    assert.equal(count("Section"), 1);
  });

  test("scopes nest: what is made belongs to the inner one", () => {
    const outer = p.scope();
    cell("outer");
    const inner = p.scope();
    cell("inner");
    inner.dispose();
    assert.deepEqual([...p.allsec()].map(String), ["outer"]);
    cell("outer again");
    outer.dispose();
    assert.equal(count("Section"), 0);
  });

  test("an outer scope disposes its inner ones first, however they were opened", () => {
    const outer = p.scope();
    const middle = p.scope();
    cell("middle");
    const inner = p.scope();
    cell("inner");
    outer.dispose();
    assert.deepEqual([middle.isOpen, inner.isOpen, count("Section")], [false, false, 0]);
    p.scope(() => {
      p.scope();
      cell("left open");
    });
    assert.equal(count("Section"), 0);
    cell("free");
    assert.equal(count("Section"), 1);
  });

  test("ends in any order: every permutation of three", () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const;
    for (const order of orders) {
      const before = cell("before");
      const scopes = [0, 1, 2].map((i) => {
        const scope = p.scope();
        network(`s${i}`);
        p.NetCon(before, p.ExpSyn(before), { weight: 0.01 });
        return scope;
      });
      p.run(2);
      for (const i of order) {
        scopes[i]?.dispose();
        p.run(2);
      }
      assert.deepEqual(counts(), [1, 0, 0, 0, 0], String(order));
      before.dispose();
    }
  });

  test("NetCons between scopes go with whichever end goes first", () => {
    const target = p.ExpSyn(cell("target"));
    const first = p.scope();
    const source = cell("source");
    const second = p.scope();
    p.NetCon(source, target, { weight: 0.1 });
    second.dispose();
    assert.equal(count("NetCon"), 0);
    const third = p.scope();
    const other = p.ExpSyn(cell("other"));
    third.dispose();
    assert.throws(() => p.NetCon(source, other, { weight: 1 }), DisposedError);
    first.dispose();
    assert.equal(count("Section"), 1);
    p.run(1);
  });

  test("a process that was moved goes with its present section", () => {
    const outside = cell("outside");
    const [stays, comes] = [p.ExpSyn(outside), p.ExpSyn(outside)];
    const goes = p.scope(() => {
      const inside = cell("inside");
      const syn = p.ExpSyn(inside);
      syn.loc(outside(0.5));
      stays.loc(inside(0.5));
      return syn;
    });
    assert.throws(() => stays.tau, DisposedError);
    assert.deepEqual([goes.tau, comes.tau], [0.1, 0.1]);
    assert.equal(goes.get_segment().sec, outside);
    outside.dispose();
    assert.throws(() => goes.tau, DisposedError);
  });

  test("what HOC makes inside belongs to it, too", () => {
    h(
      "create before_scope\nobjref stim_, syn_, list_\nlist_ = new List()\nbegintemplate Pair\npublic a\ncreate a\nproc init() { create a }\nendtemplate Pair\nobjref pair_",
    );
    p.scope(() => {
      h(
        "create in_scope\nin_scope syn_ = new ExpSyn(0.5)\nstim_ = new NetStim()\nlist_.append(new NetCon(stim_, syn_))\npair_ = new Pair()",
      );
      h("proc make_more() { create more_of_it[3] }\nmake_more()");
      loose.p.Pair();
      assert.equal(count("Section"), 7);
    });
    assert.deepEqual([...p.allsec()].map(String), ["before_scope"]);
    assert.deepEqual(counts(), [1, 0, 0, 0, 0]);
    assert.deepEqual([loose.h.stim_, loose.h.syn_, loose.h.pair_], [null, null, null]);
    p.run(1);
  });

  test("handlers, recordings and played Vectors of the scope are quiet afterwards; data stays", () => {
    const sec = cell("outside");
    let calls = 0;
    const [data, v] = p.scope(() => {
      const v = p.record(sec);
      h.Vector([0, 100]).play(sec(0.5)._ref_cm, h.Vector([0, 1]));
      p.FInitializeHandler(() => void calls++);
      p.run(1);
      return [p.Vector([1, 2, 3]), v] as const;
    });
    assert.equal(calls, 1);
    const numbers = [...v];
    sec(0.5).cm = 1;
    p.run(3);
    assert.deepEqual([calls, [...data], sec(0.5).cm], [1, [1, 2, 3], 1]);
    same(v, numbers);
  });

  test("a scope is no reason to keep data", async () => {
    const scope = p.scope();
    const before = count("Vector");
    for (let round = 0; round < 10; round++) {
      for (let i = 0; i < 1000; i++) p.Vector(100);
      await collect();
    }
    assert.ok(count("Vector") - before < 5000, `${count("Vector")} Vectors`);
    scope.dispose();
  });

  test("what failed to go is told, and all the rest is gone", () => {
    h("objref held_a, held_b");
    const scope = p.scope();
    const keep = cell("keep");
    loose.h.held_a = p.NetStim();
    network();
    assert.throws(() => scope.dispose(), { code: "ERR_PATCH_IN_USE", message: /NetStim/ });
    assert.deepEqual(counts(), [0, 0, 0, 1, 0]);
    assert.throws(() => keep.L, DisposedError);
    const both = p.scope();
    loose.h.held_a = p.NetStim();
    loose.h.held_b = p.NetStim();
    assert.throws(
      () => both.dispose(),
      (error) => error instanceof AggregateError && error.errors.length === 2,
    );
    [loose.h.held_a, loose.h.held_b] = [null, null];
  });

  test("in callbacks a scope without structure may end", () => {
    const sec = cell();
    let sum = 0;
    p.finitialize();
    p.CVode().event(1, () => {
      sum = p.scope(() => p.Vector([1, 2]).sum());
    });
    p.continuerun(2);
    assert.deepEqual([sum, sec.L], [3, 20]);
  });
});

describe("p.clear", () => {
  test("empties the model, HOC's part too, and what is no part of it stays", () => {
    const time = p.time;
    h(
      "create hoc_sec\nobjref hoc_stim, hoc_syn, hoc_list, hoc_vec\nhoc_sec hoc_syn = new ExpSyn(0.5)\nhoc_stim = new NetStim()\nhoc_list = new List()\nhoc_list.append(new NetCon(hoc_stim, hoc_syn))\nhoc_vec = new Vector(3)\nkept_number = 7\nbegintemplate Kept\nendtemplate Kept",
    );
    network();
    let calls = 0;
    p.FInitializeHandler(() => void calls++);
    p.parallel.set_gid2node(5, 0);
    p.ParallelCon(cell("gid"), 6);
    const scope = p.scope();
    cell("scoped");
    p.run(2);
    assert.equal(calls, 1);
    p.clear();
    assert.deepEqual(counts(), [0, 0, 0, 0, 0]);
    assert.equal(h.List("FInitializeHandler").count() <= 1, true);
    assert.deepEqual(
      [loose.h.kept_number, loose.h.hoc_vec.size(), loose.h.hoc_list.count(), loose.h.hoc_stim],
      [7, 3, 0, null],
    );
    assert.deepEqual([p.parallel.gid_exists(5), p.parallel.gid_exists(6)], [0, 0]);
    assert.ok(loose.h.Kept());
    assert.equal(p.time, time);
    scope.dispose();
    const sec = cell();
    p.ParallelCon(sec, 6);
    p.run(2);
    assert.deepEqual([calls, time.length, p.time === time], [1, 81, true]);
  });

  test("the numbers that NEURON gives go on", () => {
    const number = (object: object): number => Number(/\d+/.exec(String(object))?.[0]);
    const first = number(p.NetStim());
    p.clear();
    assert.ok(number(p.NetStim()) > 0 || first === 0);
  });

  test("twice, and without anything, is harmless", () => {
    p.clear();
    p.clear();
    network();
    p.run(3);
  });

  test("the same model built again gives the same numbers", () => {
    const trace = (): number[] => {
      const { b } = network();
      const v = b.record();
      p.run(10);
      const numbers = [...v];
      p.clear();
      return numbers;
    };
    const first = trace();
    for (let i = 0; i < 3; i++) same(trace(), first);
  });
});

describe("linear in size", () => {
  /** Of the processor: others may use it meanwhile. */
  const time = (action: () => void): number => {
    const start = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  /** Four times as many take nowhere near sixteen times as long (NEURON itself looks through a list of sources, briefly). */
  function isLinear(build: (n: number) => () => void, n: number): void {
    const best = (size: number): number => Math.min(...[0, 1, 2].map(() => time(build(size))));
    const [few, many] = [best(n), best(4 * n)];
    assert.ok(many < 11 * Math.max(few, 10), `${n}: ${few} ms, ${4 * n}: ${many} ms`);
  }

  test("disposal of a scope of sections with synapses", () => {
    isLinear((n) => {
      const scope = p.scope();
      for (let i = 0; i < n; i++) p.ExpSyn(p.Section());
      return () => scope.dispose();
    }, 4000);
  });

  test("a scope of NetCons onto one synapse, from one source", () => {
    const [source, syn] = [p.NetStim(), p.ExpSyn(p.Section())];
    isLinear((n) => {
      const scope = p.scope();
      for (let i = 0; i < n; i++) p.NetCon(source, syn, { weight: 0 });
      return () => scope.dispose();
    }, 1500);
    assert.equal(count("NetCon"), 0);
  });

  test("a synapse with all its NetCons, from many sources", () => {
    isLinear((n) => {
      const syn = p.ExpSyn(p.Section());
      for (let i = 0; i < n; i++) p.NetCon(p.NetStim(), syn, { weight: 0 });
      return () => syn.dispose();
    }, 1500);
  });

  test("p.clear", () => {
    isLinear((n) => {
      for (let i = 0; i < n; i++) p.NetCon(p.NetStim(), p.ExpSyn(p.Section()), { weight: 0 });
      return () => p.clear();
    }, 2000);
  });

  test("references do not pile up: NetCons made and disposed one by one", async () => {
    const [source, syn] = [p.NetStim(), p.ExpSyn(p.Section())];
    for (let i = 0; i < 20_000; i++) p.NetCon(source, syn, { weight: 0 }).dispose();
    await collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 20_000; i++) p.NetCon(source, syn, { weight: 0 }).dispose();
    for (let i = 0; i < 20_000; i++) syn.get_segment();
    await collect();
    const grown = (process.memoryUsage().heapUsed - before) / 20_000;
    assert.ok(grown < 100, `${grown} bytes for each`);
  });
});
