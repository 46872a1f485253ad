// How long things live, and that one thing is one object, in whatever way it is reached.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { DisposedError, SimulationError } from "nrn-patch";
import { panels } from "nrn-patch/plot";
import { clean, h } from "./support.js";

h.load_file("stdrun.hoc");
afterEach(clean);

const gc = (globalThis as { gc?: () => void }).gc;
assert.ok(gc, "run with --expose-gc");

/** Collects what can be, and lets the engine notice. */
async function collect(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    gc?.();
    await setImmediate();
    for (let k = 0; k < 200; k++) h.Vector(1);
  }
}

function squid(name = "soma") {
  const soma = h.Section(name).insert("hh");
  [soma.L, soma.diam] = [20, 20];
  return soma;
}

describe("one thing is one object", () => {
  test("a section, in whatever way it is reached", () => {
    const soma = squid();
    const dend = h.Section("dend").connect(soma);
    const clamp = h.IClamp(soma(0.5));
    const list = h.SectionList([soma]);
    for (const found of [
      h.cas(),
      soma(0.3).sec,
      dend.parentseg().sec,
      clamp.get_segment().sec,
      [...h.allsec()][0],
      dend.wholetree()[0],
      list[0],
      h.SectionRef({ sec: soma }).sec,
      soma(0.5)._ref_v && soma(0.5).hh.segment().sec,
      h.NetCon(soma(0.5)._ref_v, null, { sec: soma }).preseg().sec,
    ])
      assert.equal(found, soma);
    assert.equal(soma.children()[0], dend);
  });

  test("a process, in whatever way it is reached", () => {
    const soma = squid();
    const synapse = h.ExpSyn(soma(0.5));
    const netcon = h.NetCon(soma(0.5)._ref_v, synapse, { sec: soma });
    const list = h.List("ExpSyn");
    h("objref found");
    h.found = synapse;
    for (const found of [
      soma(0.5).point_processes()[0],
      netcon.syn(),
      list[-1],
      h.found,
      [...soma.psection().point_processes.ExpSyn][0],
    ])
      assert.equal(found, synapse);
    assert.equal(h.List("NetCon")[-1], netcon);
    assert.equal(h.CVode().netconlist("", "", synapse)[0], netcon);
    h.found = null;
  });

  test("what HOC made, as often as it is asked for", () => {
    h("objref made\nmade = new List()\nmade.append(new Vector(3))\ncreate hsec");
    assert.equal(h.made, h.made);
    assert.equal(h.made[0], h.made.o(0));
    assert.equal(h.hsec, h.hsec);
  });

  test("a subclass's fields survive in HOC's lists", async () => {
    class Labelled extends h.Vector {
      label2 = "mine";
    }
    const list = h.List();
    list.append(new (Labelled as any)([1, 2]));
    await collect();
    const back = list[0];
    assert.deepEqual([back.label2, back instanceof Labelled, [...back]], ["mine", true, [1, 2]]);
  });
});

describe("nothing vanishes that takes part in a simulation", () => {
  test("sections, clamps, synapses, connections and recordings that nobody holds", async () => {
    let spikes = 0;
    const v = (() => {
      const soma = squid();
      const clamp = h.IClamp(soma(0.5));
      [clamp.delay, clamp.dur, clamp.amp] = [1, 0.5, 2];
      const [stim, synapse] = [h.NetStim(), h.ExpSyn(soma(0.5))];
      [stim.number, stim.start] = [1, 10];
      h.NetCon(stim, synapse, 0, 1, 0.1);
      const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
      detector.threshold = 0;
      detector.record(() => spikes++);
      h.FInitializeHandler(() => {
        soma(0.5).v = -66;
      });
      return h.Vector().record(soma(0.5)._ref_v);
    })();
    await collect();
    h.finitialize(-65);
    h.continuerun(30);
    assert.deepEqual([v[0], v.length, spikes], [-66, 1201, 2]);
    for (const handler of h.List("FInitializeHandler")) handler.dispose();
    for (const stim of h.List("NetStim")) stim.dispose();
  });

  test("a Vector that a mechanism was given, a recording's times, a played series", async () => {
    const soma = squid();
    const clamp = h.IClamp(soma(0.5));
    clamp.dur = 1e9;
    h.Vector([0, 1]).play(clamp._ref_amp, h.Vector([0, 2]));
    const recorded = h.Vector().record(clamp._ref_amp, h.Vector([1, 3]));
    await collect();
    h.finitialize(-65);
    h.continuerun(4);
    assert.deepEqual([...recorded], [0, 1]);
  });

  test("passive data is freed when nobody holds it, in one turn of the loop too", () => {
    gc();
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 100_000; i++) h.Vector(100);
    // 100 000 Vectors of 100 numbers would be 80 MB.
    assert.ok(process.memoryUsage().rss - before < 60e6, `${(process.memoryUsage().rss - before) / 1e6} MB`);
  });

  test("looking at what HOC made does not keep it", () => {
    const soma = squid();
    h("objref hnc, hsyn");
    h.hsyn = h.ExpSyn(soma(0.5));
    h("hnc = new NetCon(hsyn, hsyn)");
    const before = h.List("NetCon").length;
    const seen = [...h.List("NetCon")][before - 1];
    assert.equal(seen, h.hnc);
    h("objref hnc");
    assert.equal(h.List("NetCon").length, before - 1);
    assert.throws(() => seen.delay, DisposedError);
    h.hsyn = null;
  });
});

describe("what is taken out", () => {
  test("a section takes its processes, their connections and its recordings along", () => {
    const [soma, other] = [squid(), squid("other")];
    const synapse = h.ExpSyn(soma(0.5));
    const netcon = h.NetCon(other(0.5)._ref_v, synapse, { sec: other });
    const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
    const v = h.Vector().record(soma(0.5)._ref_v);
    soma.dispose();
    for (const use of [() => soma.L, () => soma(0.5).v, () => synapse.tau, () => netcon.delay, () => detector.delay])
      assert.throws(use, DisposedError);
    h.finitialize(-65);
    h.continuerun(1);
    assert.deepEqual([v.length <= 1, h.List("ExpSyn").length], [true, 0]);
  });

  test("disposing twice, and in every order, is harmless", () => {
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ];
    for (const order of orders) {
      const soma = squid();
      const synapse = h.ExpSyn(soma(0.5));
      const things = [soma, synapse, h.NetCon(null, synapse), h.Vector().record(soma(0.5)._ref_v)];
      for (const i of order) {
        things[i].dispose();
        things[i].dispose();
        things[i][Symbol.dispose]();
      }
      assert.deepEqual([...h.allsec()], []);
    }
  });

  test("a disposed object's use throws and says so, but it can be printed", () => {
    const soma = squid();
    const clamp = h.IClamp(soma(0.5));
    clamp.dispose();
    soma.dispose();
    for (const use of [
      () => clamp.amp,
      () => (clamp.amp = 1),
      () => soma.nseg,
      () => soma.insert("hh"),
      () => h.IClamp(soma(0.5)),
      () => h.area(0.5, { sec: soma }),
    ])
      assert.throws(use, { name: "DisposedError", code: "ERR_PATCH_DISPOSED" });
    assert.deepEqual([String(soma), String(clamp)], ["a disposed section", "a disposed IClamp"]);
  });

  test("what HOC deleted throws as well", () => {
    const soma = squid();
    const clamp = h.IClamp(soma(0.5));
    h("create hdel[2]\nobjref hvec\nhvec = new Vector(3)");
    const [sec, vector] = [h.hdel[1], h.hvec];
    h("forall delete_section()\nobjref hvec");
    for (const use of [() => soma.L, () => sec.L, () => vector.size(), () => soma(0.5)._ref_v])
      assert.throws(use, DisposedError);
    assert.equal(clamp.has_loc(), false);
  });

  test("what HOC still refers to is not disposed, and the error says so", () => {
    h("objref hkeeps");
    const vector = h.Vector(3);
    h.hkeeps = vector;
    assert.throws(() => vector.dispose(), { message: /HOC still refers/ });
    assert.equal(vector.size(), 3);
    h.hkeeps = null;
    vector.dispose();
    assert.throws(() => vector.size(), DisposedError);
  });

  test("a process that was moved goes with its present section", () => {
    const [soma, dend] = [squid(), squid("dend")];
    const clamp = h.IClamp(soma(0.5));
    clamp.loc(dend(0.5));
    soma.dispose();
    clamp.amp = 1;
    dend.dispose();
    assert.throws(() => clamp.amp, DisposedError);
  });

  test("a handler, an event and a connection that are disposed call no more", () => {
    squid();
    let calls = 0;
    const handler = h.FInitializeHandler(() => calls++);
    h.finitialize(-65);
    handler.dispose();
    h.finitialize(-65);
    assert.equal(calls, 1);
  });

  test("in the middle of a run nothing is disposed", () => {
    const soma = squid();
    const clamp = h.IClamp(soma(0.5));
    let error: unknown;
    const handler = h.FInitializeHandler(() => {
      try {
        clamp.dispose();
      } catch (caught) {
        error = caught;
      }
    });
    h.finitialize(-65);
    handler.dispose();
    assert.ok(error instanceof SimulationError, String(error));
    assert.equal(clamp.amp, 0);
  });

  test("a hundred models one after the other", () => {
    const places = new Set<number>();
    for (let i = 0; i < 100; i++) {
      const soma = squid();
      const v = h.Vector().record(soma(0.5)._ref_v);
      h.finitialize(-65);
      h.continuerun(1);
      places.add(v[-1]);
      clean();
    }
    assert.equal(places.size, 1);
  });
});

test("HOC's own Graph, and a button of HOC's own object, outlive what TypeScript made of them", async () => {
  h(`
begintemplate Drawn
public make, graph, count
objref graph
proc init() { graph = new Graph(0) count = 0 }
proc make() { xpanel("Drawn") xbutton("Count", "count += 1") xpanel() graph.beginline("curve") graph.line(0, 0) graph.line(1, 1) }
endtemplate Drawn
objref drawn
drawn = new Drawn()
drawn.make()`);
  assert.equal(h.drawn.graph.description.name, String(h.drawn.graph));
  const button = panels()
    .find(({ title }) => title === "Drawn")
    ?.item("Count") as { press(): void };
  // They are looked at, and let go, again and again.
  for (let round = 0; round < 5; round++) {
    await collect();
    assert.equal(h.drawn.graph.lines.length, 1);
    button.press();
    assert.equal(h.drawn.count, round + 1);
  }
});
