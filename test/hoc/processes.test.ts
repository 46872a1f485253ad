// Point processes and artificial cells, pointers to their numbers, POINTER variables, h.ref.
import assert from "node:assert/strict";
import { afterEach, before, describe, test } from "node:test";
import { NameError, SimulationError } from "nrn-patch";
import { mechanisms } from "../truth/mechanisms.js";
import { clean, close, h } from "./support.js";

h.load_file("stdrun.hoc");
afterEach(clean);

function cable() {
  const [soma, dend] = ["soma", "dend"].map((name) => h.Section({ name }));
  [soma.L, soma.diam] = [20, 20];
  dend.nseg = 5;
  dend.connect(soma(1));
  soma.insert("hh");
  dend.insert("pas");
  return { soma, dend };
}

describe("point processes", () => {
  test("a clamp is placed on a segment, in either spelling", () => {
    const { soma, dend } = cable();
    for (const clamp of [h.IClamp(dend(0.3)), new h.IClamp(dend(0.3)), h.IClamp(0.3, { sec: dend })]) {
      assert.ok(clamp.get_segment().equals(dend(0.3)));
      assert.equal(clamp.get_segment().sec, dend);
      close(clamp.get_loc(), 0.3, 1e-15);
      assert.equal(clamp.has_loc(), true);
    }
    assert.equal(dend(0.3).point_processes().length, 3);
    assert.equal(h.cas(), soma);
  });

  test("del has the other name delay", () => {
    const { soma } = cable();
    const clamp = h.IClamp(soma(0.5));
    clamp.delay = 5;
    assert.deepEqual([clamp.del, clamp.delay], [5, 5]);
    clamp.del = 7;
    assert.deepEqual([clamp.delay, clamp._ref_delay[0], clamp._ref_del[0]], [7, 7, 7]);
    h("objref hclamp");
    h.hclamp = clamp;
    h("hclamp.del = 3");
    assert.equal(clamp.delay, 3);
  });

  test("a process without a place has none until it is moved there", () => {
    const { soma, dend } = cable();
    const clamp = h.IClamp();
    assert.deepEqual([clamp.has_loc(), clamp.get_segment()], [false, null]);
    assert.throws(() => clamp.amp, { code: "ERR_PATCH_SECTION_ACCESS", message: /not placed/ });
    clamp.loc(soma(0.5));
    clamp.amp = 1;
    clamp.loc(0.9, { sec: dend });
    assert.ok(clamp.get_segment().equals(dend(0.9)));
    assert.equal(clamp.amp, 1);
  });

  test("a process on another section's end stays when that section goes", () => {
    const { soma, dend } = cable();
    const clamp = h.IClamp(soma(1));
    dend.dispose();
    assert.ok(clamp.get_segment().equals(soma(1)));
    assert.deepEqual(soma(1).point_processes(), [clamp]);
  });

  test("what is no place throws", () => {
    const { soma } = cable();
    for (const bad of [soma, "soma", {}, soma(0.5)._ref_v]) assert.throws(() => h.IClamp(bad), Error);
    assert.throws(() => h.IClamp(1.5, { sec: soma }), Error);
    assert.throws(() => h.IClamp(soma(0.5), 3, 4, 5).ampl, NameError);
  });

  test("a parameter that it does not have throws, read or written", () => {
    const { soma } = cable();
    const clamp = h.IClamp(soma(0.5));
    for (const use of [() => clamp.ampl, () => (clamp.ampl = 1)])
      assert.throws(use, { name: "NameError", message: /IClamp\[\d+\] has no "ampl".*"amp"/ });
    assert.throws(() => (clamp.amp = "1"), { name: "TypeError", message: /amp.*a number/ });
    assert.throws(() => (clamp.amp = Number.NaN), { name: "RangeError" });
  });

  test("arrays of a process are arrays", () => {
    const { soma } = cable();
    const clamp = h.VClamp(soma(0.5));
    [clamp.dur[0], clamp.amp[0], clamp.dur[1]] = [2, -10, 3];
    assert.deepEqual([[...clamp.dur], clamp.amp.length, clamp.amp[0]], [[2, 3, 0], 3, -10]);
    assert.throws(() => clamp.amp[3], { name: "RangeError" });
    assert.throws(() => (clamp.amp = 3), { name: "TypeError", message: /amp\[i\]/ });
    assert.equal(clamp._ref_amp[0][0], -10);
  });

  test("an artificial cell lives on no section", () => {
    const stim = h.NetStim();
    [stim.number, stim.start, stim.interval] = [3, 2, 4];
    const times = h.Vector();
    h.NetCon(stim, null).record(times);
    h.finitialize();
    h.continuerun(20);
    assert.deepEqual([...times], [2, 6, 10]);
    assert.equal(stim.has_loc(), false);
    assert.throws(() => stim.get_segment(), NameError); // Python too: it has no such method
    stim.dispose();
  });

  test("a process's own name, class and instance number are told", () => {
    const { soma } = cable();
    const clamp = h.IClamp(soma(0.5));
    assert.match(String(clamp), /^IClamp\[\d+\]$/);
    assert.equal(clamp.hname(), String(clamp));
    assert.ok(clamp instanceof h.IClamp);
    const i = Number(/\d+/.exec(String(clamp))?.[0]);
    assert.equal(h.IClamp[i], clamp);
    assert.throws(() => h.IClamp[99], { name: "RangeError" });
  });
});

describe("NetCon", () => {
  test("a connection has its weights, delay and threshold", () => {
    const { soma } = cable();
    const synapse = h.ExpSyn(soma(0.5));
    const netcon = h.NetCon(soma(0.5)._ref_v, synapse, -10, 2, 0.5, { sec: soma });
    assert.deepEqual([netcon.threshold, netcon.delay, netcon.weight[0], netcon.weight.length], [-10, 2, 0.5, 1]);
    [netcon.threshold, netcon.delay, netcon.weight[0]] = [0, 1, 0.25];
    assert.deepEqual([[...netcon.weight], netcon._ref_weight[0][0], netcon.wcnt()], [[0.25], 0.25, 1]);
    assert.throws(() => (netcon.weight = 1), { name: "TypeError", message: /weight\[[0i]\]/ });
    assert.throws(() => netcon.weight[1], { name: "RangeError" });
  });

  test("it tells its source, target and their places", () => {
    const { soma, dend } = cable();
    const synapse = h.ExpSyn(dend(0.5));
    const netcon = h.NetCon(soma(0.5)._ref_v, synapse, { sec: soma });
    assert.equal(netcon.syn(), synapse);
    assert.ok(netcon.preseg().equals(soma(0.5)));
    assert.ok(netcon.postseg().equals(dend(0.5)));
    assert.deepEqual([netcon.pre(), netcon.valid(), netcon.active()], [null, true, true]);
    const stim = h.NetStim();
    assert.equal(h.NetCon(stim, synapse).pre(), stim);
    stim.dispose();
  });

  test("a target of null detects only; one without a source is played by hand", () => {
    const { soma, dend } = cable();
    dend.diam = 1;
    const synapse = h.ExpSyn(soma(0.5));
    const times = h.Vector();
    const detector = h.NetCon(soma(0.5)._ref_v, null, { sec: soma });
    detector.threshold = -40;
    detector.record(times);
    const hand = h.NetCon(null, synapse);
    hand.weight[0] = 0.1;
    h.finitialize(-65);
    hand.event(2);
    h.continuerun(10);
    assert.equal(times.length, 1);
  });

  test("what can be no source or target throws", () => {
    const { soma, dend } = cable();
    for (const bad of [5, "text", h.Vector(3), h._ref_t]) assert.throws(() => h.NetCon(bad, null), Error);
    assert.throws(() => h.NetCon(soma(0.5)._ref_v, soma), Error);
    for (const options of [[], [{ sec: soma }]])
      assert.throws(() => h.NetCon(dend(0.5)._ref_v, null, ...options), /currently accessed section|sec/);
  });
});

describe("pointers", () => {
  test("a pointer reads and writes, in whatever way it was made", () => {
    const { soma } = cable();
    h("pointed = 3\ndouble row[4]");
    const clamp = h.IClamp(soma(0.5));
    const vector = h.Vector([1, 2, 3]);
    for (const pointer of [
      soma(0.5)._ref_v,
      soma(0.5).hh._ref_m,
      soma(0.5)._ref_gnabar_hh,
      clamp._ref_amp,
      h._ref_pointed,
      h._ref_row[2],
      vector._ref_x[1],
    ]) {
      pointer[0] = 0.5;
      assert.equal(pointer[0], 0.5);
    }
    assert.deepEqual([soma(0.5).v, soma(0.5).hh.m, clamp.amp, h.pointed, h.row[2], vector[1]], Array(6).fill(0.5));
  });

  test("a pointer survives another number of segments", () => {
    const { dend } = cable();
    const pointer = dend(0.5)._ref_v;
    dend.nseg = 11;
    dend(0.5).v = -50;
    assert.equal(pointer[0], -50);
  });

  test("a pointer whose place is gone throws", () => {
    const { soma, dend } = cable();
    const [v, m] = [dend(0.5)._ref_v, soma(0.5)._ref_m_hh];
    dend.dispose();
    soma.uninsert("hh");
    assert.throws(() => v[0], { name: "DisposedError" });
    assert.throws(() => m[0], NameError);
    assert.throws(() => h.Vector().record(v), { name: "DisposedError" });
  });

  test("a pointer to what is not there, or is no number, throws", () => {
    const { soma } = cable();
    assert.throws(() => soma(0.5)._ref_gnabr_hh, NameError);
    assert.throws(() => soma(0.5)._ref_g_pas, NameError);
    assert.throws(() => h.IClamp(soma(0.5))._ref_ampl, NameError);
    assert.throws(() => h._ref_nothing, NameError);
    h('strdef pointedstring\npointedstring = "x"');
    assert.throws(() => h._ref_pointedstring, { name: "NameError", message: /h\.ref/ });
    assert.throws(() => (soma(0.5)._ref_v[0] = "x"), { name: "TypeError" });
    assert.throws(() => soma(0.5)._ref_v[1], { name: "RangeError" });
  });

  test("arithmetic on a pointer throws and says what to write", () => {
    const { soma } = cable();
    const pointer = soma(0.5)._ref_v;
    for (const use of [() => pointer * 2, () => pointer + 1, () => -pointer, () => soma(0.5) + 1, () => h.ref(1) + 1])
      assert.throws(use, { name: "TypeError" });
    assert.throws(() => pointer * 2, { message: /pointer\[0\]/ });
    assert.equal(`${pointer}`, "soma(0.5)._ref_v");
  });

  test("PtrVector gathers and scatters", () => {
    const { dend } = cable();
    const pointers = h.PtrVector(5);
    for (const [i, seg] of [...dend].entries()) pointers.pset(i, seg._ref_v);
    pointers.scatter(h.Vector([1, 2, 3, 4, 5]));
    assert.deepEqual(
      [...dend].map((seg) => seg.v),
      [1, 2, 3, 4, 5],
    );
    const gathered = h.Vector(5);
    pointers.gather(gathered);
    assert.deepEqual([...gathered, pointers.getval(1)], [1, 2, 3, 4, 5, 2]);
  });
});

describe("POINTER variables", () => {
  before(async () => h.nrn_load_dll(await mechanisms()));

  test("a POINTER is set with setpointer or by assigning to _ref_", () => {
    const { soma, dend } = cable();
    const gap = h.HalfGap(soma(0.5));
    h.setpointer(dend(0.5)._ref_v, "vother", gap);
    dend(0.5).v = -12;
    assert.equal(gap.vother, -12);
    gap._ref_vother = dend(0.1)._ref_diam;
    assert.equal(gap.vother, 500);
    gap.vother = 400;
    assert.equal(dend(0.1).diam, 400);
  });

  test("one that was never set throws when it is read, and when the simulation starts", () => {
    const { soma, dend } = cable();
    const gap = h.HalfGap(soma(0.5));
    assert.throws(() => gap.vother, SimulationError);
    assert.throws(() => h.finitialize(-65), { name: "SimulationError", message: /HalfGap\[\d+\].*vother/ });
    h.setpointer(dend(0.5)._ref_v, "vother", gap);
    h.finitialize(-65);
    dend.dispose();
    assert.throws(() => gap.vother, SimulationError);
    for (const run of [() => h.fadvance(), () => h.continuerun(1), () => h.finitialize(-65)])
      assert.throws(run, { name: "SimulationError", message: /vother/ });
  });

  test("a POINTER that the source tests itself may stay unset", () => {
    const relay = h.Relay();
    h.finitialize();
    relay.play(h.Vector([1, 3]));
    const times = h.Vector();
    h.NetCon(relay, null).record(times);
    globalThis.gc?.();
    h.finitialize();
    h.continuerun(5);
    assert.deepEqual([...times], [1, 3]);
    relay.dispose();
  });

  test("what is no POINTER cannot be pointed elsewhere", () => {
    const { soma } = cable();
    const [gap, clamp] = [h.HalfGap(soma(0.5)), h.IClamp(soma(0.5))];
    assert.throws(() => h.setpointer(soma(0.5)._ref_v, "amp", clamp), { message: /amp.*not a POINTER/ });
    assert.throws(() => h.setpointer(soma(0.5)._ref_v, "voter", gap), { message: /voter/ });
    assert.throws(() => h.setpointer(5, "vother", gap), { name: "TypeError" });
    assert.throws(() => h.setpointer(soma(0.5)._ref_v, "vother", 5), { name: "TypeError" });
    gap.dispose();
  });
});

describe("h.ref", () => {
  test("a reference holds a number, a string, an object or none", () => {
    for (const value of [3.5, "Körner", null, h.Vector(2), { own: true }]) {
      const ref = h.ref(value);
      assert.equal(ref[0], value);
    }
    const [number, text, object] = [h.ref(0), h.ref(""), h.ref(null)];
    [number[0], text[0], object[0]] = [1, "b", number];
    assert.deepEqual([number[0], text[0], object[0] === number], [1, "b", true]);
  });

  test("it keeps its kind", () => {
    assert.throws(() => (h.ref(0)[0] = "x"), { name: "TypeError", message: /number/ });
    assert.throws(() => (h.ref("")[0] = 3), { name: "TypeError", message: /string/ });
    assert.throws(() => h.ref(0)[1], { name: "RangeError" });
    assert.throws(() => h.ref(0).value, { message: /ref\[0\]/ });
  });

  test("NEURON writes into it, each kind", () => {
    const [text, object, number] = [h.ref(""), h.ref(null), h.ref(0)];
    h.sprint(text, "%d segments", 3);
    h("proc give() { $o1 = new Vector(7) }\nproc count() { $&1 = 12 }");
    h.give(object);
    h.count(number);
    assert.deepEqual([text[0], object[0].size(), number[0]], ["3 segments", 7, 12]);
  });

  test("a reference's object lives as long as the reference does", () => {
    const object = h.ref(null);
    h("proc give2() { $o1 = new Vector(3)  $o1.x[0] = 42 }");
    h.give2(object);
    globalThis.gc?.();
    for (let i = 0; i < 1000; i++) h.Vector(10);
    assert.equal(object[0][0], 42);
  });
});
