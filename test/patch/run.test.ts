// Recording, time and running: p.record, p.time, finitialize, continuerun, run.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HocRecordError, h, p, type Section, SimulationError, UninitializedError, Vector } from "nrn-patch";
import { clearAfterEach, count, loose, near, same } from "./support.js";

clearAfterEach();

const cell = (name = "cell"): Section => p.Section({ name, L: 20, diam: 20, nseg: 3, insert: "hh" });

describe("p.record and vector.record", () => {
  test("take sections, segments, point processes and pointers, of p and of h", () => {
    const sec = cell();
    const clamp = sec.iclamp({ amplitude: 0.1, delay: 1, duration: 1 });
    const plain = h.Section("plain");
    const vectors = [sec, sec(0.9), clamp, sec(0.5)._ref_m_hh, h._ref_t, plain, h.ExpSyn(plain(0.5))].map((target) =>
      p.record(target as never),
    );
    assert.ok(vectors.every((vector) => vector instanceof Vector));
    const again = p.Vector();
    assert.equal(again.record(sec), again);
    p.run(3);
    assert.ok(vectors.every((vector) => vector.length === 121));
    same(again, vectors[0] as Vector);
    assert.ok((vectors[2] as Vector).max() === 0.1);
    near((vectors[4] as Vector)[-1], 3);
  });

  test("NEURON's further arguments go on: at times, or every so often", () => {
    const sec = cell();
    const [every, times] = [loose.p.Vector().record(sec, 0.5), loose.p.Vector().record(sec, p.Vector([0.5, 2]))];
    p.run(3);
    assert.deepEqual([every.length, times.length], [7, 2]);
  });

  test("what cannot be recorded is refused with the reason", () => {
    const sec = cell();
    const wrong: [unknown, RegExp][] = [
      [4, /4 is a number, not a place/],
      [sec(0.5).v, /not soma\(0\.5\)\.v/],
      [p.SectionRef(sec), /SectionRef\[\d+\] cannot be recorded/],
      [null, /null/],
      [undefined, /undefined/],
      ["v", /the string "v"/],
      [{}, /an object/],
      [{ __record__: () => 3 }, /__record__\(\) gave the number 3/],
      [p.APCount(sec), /has no current i/],
    ];
    for (const [target, message] of wrong) {
      const error = { name: "HocRecordError", code: "ERR_PATCH_HOC_RECORD", message };
      assert.throws(() => loose.p.record(target), error, String(target));
      assert.throws(() => loose.p.Vector().record(target), error, String(target));
    }
    assert.throws(() => loose.p.record(4), HocRecordError);
  });

  test("a recording lives though nobody holds it, and stops with its section", async () => {
    const sec = cell();
    const v = p.record(sec);
    p.run(1);
    const numbers = [...v];
    sec.dispose();
    cell();
    p.run(2);
    same(v, numbers);
  });
});

describe("p.time", () => {
  test("is one Vector for ever, whether or not it was asked for before the run", () => {
    cell();
    p.run(5);
    const time = p.time;
    assert.equal(time.length, 201);
    near(time[-1], 5);
    assert.equal(p.time, time);
    p.run(2);
    assert.deepEqual([p.time === time, time.length], [true, 81]);
    const before = count("Vector");
    for (let i = 0; i < 10; i++) p.time;
    assert.equal(count("Vector"), before);
  });

  test("has the times of the samples of what is recorded", () => {
    const sec = cell();
    const t = h.Vector().record(h._ref_t);
    const v = sec.record();
    p.run(3);
    same(p.time, t);
    assert.equal(v.length, p.time.length);
    h.finitialize(-65);
    h.continuerun(1);
    same(p.time, t);
  });

  test("survives its sections, p.clear and scopes", () => {
    const time = p.time;
    const first = cell("first");
    cell("second");
    p.run(1);
    first.dispose();
    p.run(2);
    assert.equal(time.length, 81);
    p.clear();
    p.scope(() => {
      cell();
      p.run(3);
      assert.equal(time.length, 121);
    });
    cell();
    p.run(1);
    assert.deepEqual([p.time === time, time.length], [true, 41]);
  });

  test("without a section there are no samples", () => {
    cell();
    p.run(1);
    p.clear();
    p.NetCon(p.NetStim(), p.IntFire1(), { weight: 1 });
    p.run(1);
    assert.equal(p.time.length, 0);
  });

  test("has CVode's own times, and none under its local time step", () => {
    const sec = cell();
    const v = sec.record();
    const cvode = h.CVode();
    cvode.active(1);
    try {
      p.run(5);
      assert.equal(v.length, p.time.length);
      assert.ok(p.time.length < 201);
      cvode.use_local_dt(1);
      assert.throws(() => p.time, { name: "SimulationError", message: /local time step/ });
    } finally {
      cvode.use_local_dt(0);
      cvode.active(0);
      h.dt = 0.025;
    }
    p.run(5);
    assert.equal(p.time.length, 201);
  });
});

describe("running", () => {
  test("p.run(duration) is initialising and running, to the bit what NEURON does", () => {
    const sec = cell();
    sec.iclamp({ amplitude: 0.5, delay: 1, duration: 3 });
    const v = sec.record();
    p.run(10);
    const ours = [...v];
    h.finitialize(-65);
    h.continuerun(10);
    same(v, ours);
    near(h.t, 10);
  });

  test("vInit: v_init unless given, every time", () => {
    const sec = p.Section();
    const v = sec.record();
    p.run(1);
    p.run(1, { vInit: -70 });
    assert.equal(v[0], -70);
    h.v_init = -60;
    p.run(1);
    assert.equal(v[0], -60);
    p.finitialize();
    assert.equal(sec.v, -60);
    p.finitialize(0);
    assert.equal(sec.v, 0);
  });

  test("p.run() is NEURON's, up to tstop", () => {
    cell();
    h.tstop = 3;
    p.run();
    near(h.t, 3);
    p.run(undefined, { vInit: -70 });
    near(h.t, 3);
  });

  test("continuerun goes on to a time, and needs an initialisation", () => {
    cell();
    assert.throws(() => p.continuerun(5), {
      name: "UninitializedError",
      code: "ERR_PATCH_UNINITIALIZED",
      message: /p\.finitialize\(\)/,
    });
    p.finitialize();
    p.continuerun(10);
    near(h.t, 10);
    p.continuerun(20);
    near(h.t, 20);
    p.clear();
    cell();
    assert.throws(() => p.continuerun(30), UninitializedError);
    h.finitialize(-65);
    p.continuerun(1);
  });

  test("wrong arguments", () => {
    cell();
    const wrong: [() => unknown, object][] = [
      [() => loose.p.run("10"), { name: "TypeError", code: "ERR_PATCH_TYPE", message: /p\.run: duration/ }],
      [() => p.run(-1), { name: "RangeError", code: "ERR_PATCH_RANGE", message: /0 ms or more, got -1/ }],
      [() => p.run(Number.NaN), { name: "RangeError" }],
      [() => loose.p.run(1, { v_init: 3 }), { name: "TypeError", message: /"v_init".*"vInit"/ }],
      [() => loose.p.run(1, -65), { name: "TypeError", message: /options.*got -65/ }],
      [() => loose.p.run(1, null), { name: "TypeError" }],
      [() => loose.p.run(1, { vInit: "a" }), { name: "TypeError", message: /p\.run: vInit: expected a number/ }],
      [() => loose.p.finitialize("a"), { name: "TypeError", message: /p\.finitialize: v/ }],
      [() => loose.p.finitialize(null), { name: "TypeError" }],
      [() => loose.p.continuerun(), { name: "TypeError", message: /p\.continuerun: tStop/ }],
    ];
    for (const [action, error] of wrong) assert.throws(action, error, String(action));
  });

  test("twice the same run gives the same numbers, noisy stimuli included", () => {
    const sec = cell();
    sec.synapse(p.ExpSyn).stimulate({ start: 1, number: 50, interval: 1, noise: 1, weight: 0.01 });
    const v = sec.record();
    p.run(20);
    const first = [...v];
    p.run(20);
    same(v, first);
  });

  test("after something that receives events was taken out, the simulation starts anew or not at all", () => {
    const sec = cell();
    const stim = sec.synapse(p.ExpSyn).stimulate({ start: 1, number: 50, interval: 1 });
    p.run(5);
    stim.dispose();
    assert.throws(() => p.continuerun(10), { name: "SimulationError", message: /NetStim|NetCon/ });
    p.run(5);
    p.continuerun(10);
    sec.iclamp({ amplitude: 1 }).dispose();
    p.continuerun(11);
  });

  test("what changes the structure is refused in callbacks of the run, and the run goes on", () => {
    const sec = cell();
    const syn = p.ExpSyn(sec);
    const clamp = sec.iclamp({ amplitude: 0.1 });
    const scope = p.scope();
    p.Section("inside");
    const tried: string[] = [];
    const refused = (name: string, action: () => unknown): void => {
      assert.throws(action, (error) => error instanceof SimulationError, name);
      tried.push(name);
    };
    p.finitialize();
    p.CVode().event(1, () => {
      refused("Section", () => p.Section());
      refused("ExpSyn", () => p.ExpSyn(sec));
      refused("NetStim", () => p.NetStim());
      refused("iclamp", () => sec.iclamp({ amplitude: 1 }));
      refused("stimulate", () => syn.stimulate({ start: 1 }));
      refused("insert", () => sec.insert("pas"));
      refused("setSegments", () => sec.setSegments(5));
      refused("connect", () => sec.connect(h.cas()));
      refused("dispose section", () => sec.dispose());
      refused("dispose process", () => clamp.dispose());
      refused("scope", () => scope.dispose());
      refused("clear", () => p.clear());
      refused("run", () => p.run(1));
      refused("finitialize", () => p.finitialize());
      refused("continuerun", () => p.continuerun(2));
      // Values, connections and what reads are free.
      sec.v = -60;
      syn.tau = 3;
      clamp.amplitude = 0.2;
      p.NetCon(sec, syn, { weight: 0.1 });
      assert.equal(
        p.scope(() => sec.L),
        20,
      );
      assert.equal(sec.points.length, 0);
    });
    p.continuerun(3);
    near(h.t, 3);
    assert.equal(tried.length, 15);
    scope.dispose();
  });
});

test("a Graph that the model draws begins its lines anew with each run", () => {
  const sec = p.Section({ name: "drawn" });
  const graph = p.Graph();
  graph.addvar("v", sec(0.5)._ref_v);
  p.graphList[0]?.append(graph);
  p.run(1);
  p.run(1);
  assert.equal(graph.lines[0]?.x.length, 41);
  p.graphList[0]?.remove_all();
  graph.dispose();
  sec.dispose();
});
