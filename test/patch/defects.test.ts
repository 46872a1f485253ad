// What went wrong in the first Patch or in NEURON's Python, each as a test that it does not here; and the behaviours of the
// first Patch's own tests that no other file of this folder holds.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import {
  connection,
  getDataFile,
  HocError,
  h,
  NameError,
  PatchError,
  p,
  type Section,
  transformNetcon,
  transformRecord,
  untyped,
  Vector,
} from "nrn-patch";
import { clearAfterEach, collect, count, loose, near, same } from "./support.js";

clearAfterEach();

const cell = (name = "cell"): Section => p.Section({ name, L: 20, diam: 20, insert: "hh" });

describe("connections", () => {
  test("a second NetCon between the same two objects keeps the first", async () => {
    const [a, syn] = [cell(), p.ExpSyn(cell())];
    p.NetCon(a, syn, { weight: 1 });
    p.NetCon(a, syn, { weight: 2 });
    await collect();
    assert.deepEqual(
      [...untyped(h).List("NetCon")].map((netcon) => netcon.weight[0]),
      [1, 2],
    );
  });

  test("positional arguments are honoured, and NEURON's defaults are NEURON's", () => {
    const [a, syn] = [cell(), p.ExpSyn(cell())];
    const netcon = p.NetCon(a, syn, -7, 8, 9);
    assert.deepEqual([netcon.threshold, netcon.delay, netcon.weight[0]], [-7, 8, 9]);
    assert.equal(h.celsius, 6.3);
  });

  test("every artificial cell connects, to every other", () => {
    const names = ["NetStim", "IntFire1", "IntFire2", "IntFire4"];
    for (const a of names)
      for (const b of names) assert.ok(p.NetCon(loose.p[a](), loose.p[b](), { weight: 1 }).valid(), `${a} ${b}`);
  });

  test("a raw h object on either side is as good as a Patch one", () => {
    const [ours, theirs] = [cell(), h.Section("theirs")];
    const [a, b] = [p.ExpSyn(ours), h.ExpSyn(theirs(0.5))];
    for (const source of [ours, theirs, ours(0.5), theirs(0.5)])
      for (const target of [a, b]) assert.ok(p.NetCon(source, target, { weight: 1 }).valid());
    theirs.connect(ours);
    const third = h.Section("third");
    third.connect(p.Section("fourth"));
    assert.equal(theirs.parent, ours);
    assert.ok(connection(theirs, b).valid());
  });
});

describe("time and runs", () => {
  test("p.time is one Vector, and right after a run", () => {
    cell();
    const first = p.time;
    p.run(10);
    assert.ok(first === p.time && p.time.length === 401 && p.time instanceof Vector);
  });

  test("the same run twice gives the same trace without another word", () => {
    const sec = cell();
    sec.iclamp({ amplitude: 0.5, delay: 1, duration: 5 });
    const v = sec.record();
    p.run(7.3);
    const first = [...v];
    p.run(7.3);
    same(v, first);
  });

  test("finitialize(0) starts from 0", () => {
    const sec = p.Section();
    p.finitialize(0);
    assert.equal(sec.v, 0);
  });

  test("continuerun goes to a time, as NEURON's, and t is there", () => {
    cell();
    p.finitialize();
    p.continuerun(10);
    p.continuerun(20);
    near(h.t, 20);
  });
});

describe("sections", () => {
  test("the second record of one x gives the Vector, and a single diameter works", () => {
    const sec = p.Section();
    const first = sec.record();
    assert.equal(sec.record(), first);
    assert.equal(
      sec
        .add3d(
          [
            [0, 0, 0],
            [9, 0, 0],
          ],
          2,
        )
        .diam3d(1),
      2,
    );
  });

  test("a place that is given counts", () => {
    const sec = p.Section({ nseg: 3 });
    assert.ok(p.ExpSyn(sec, 0.1).get_segment().equals(sec(0.1)));
    assert.ok(p.IClamp(sec(0.9)).get_segment().equals(sec(0.9)));
    assert.ok(p.SEClamp(sec(0.9)).get_segment().equals(sec(0.9)));
  });

  test("a mistyped name is no new attribute", () => {
    const sec = untyped(p.Section());
    assert.throws(() => {
      sec.nseggg = 55;
    }, NameError);
    assert.throws(() => sec.nseggg, NameError);
  });

  test("a child that was made in a function that has returned is still there", async () => {
    const soma = cell("soma");
    (() => {
      const child = p.Section({ name: "child" });
      child.connect(soma);
      p.ExpSyn(child);
    })();
    await collect();
    assert.deepEqual(soma.children().map(String), ["child"]);
    assert.equal(count("ExpSyn"), 1);
  });
});

describe("functions of p", () => {
  test("take Patch objects, and give them", () => {
    const sec = cell();
    assert.equal(p.distance(sec(0), sec(1)), 20);
    near(p.area(0.5, { sec }), Math.PI * 400);
    assert.equal([...p.allsec()][0], sec);
    assert.deepEqual(
      [
        ...p
          .Vector([1, 2])
          .c()
          .mul(p.Vector([3, 4])),
      ],
      [3, 8],
    );
    assert.equal(p.Vector([1, 2])[1], 2);
    p.delete_section({ sec });
    assert.equal(count("Section"), 0);
  });

  test("a subclass bears any name", () => {
    class NobodyKnowsThisName extends p.Section {}
    class Impedance extends p.Impedance {}
    assert.ok(new NobodyKnowsThisName() instanceof p.Section);
    assert.ok(new Impedance() instanceof p.Impedance);
  });

  test("__ref__ and __deref__ of NEURON's objects keep another alive, once", () => {
    const [sec, other] = [cell(), {}];
    sec.__ref__(other);
    sec.__ref__(other);
    assert.deepEqual([sec.__deref__(other), sec.__deref__(other)], [true, false]);
    assert.equal(p.ExpSyn(sec).__deref__(sec), false);
  });
});

describe("VecStim", () => {
  test("keeps its pattern and Vector, each its own, and fires at the times", () => {
    const [a, b] = [p.VecStim([5, 1, 3]), p.VecStim(new Set([2, 4]))];
    const [spikes, others] = [p.NetCon(a, null).spikes, p.NetCon(b, null).spikes];
    cell();
    p.run(6);
    same(spikes, [1, 3, 5]);
    same(others, [2, 4]);
    assert.deepEqual(
      [[...a.pattern], [...b.pattern]],
      [
        [1, 3, 5],
        [2, 4],
      ],
    );
    assert.ok(a.vector instanceof Vector && a.vector !== b.vector);
    same(a.vector, [1, 3, 5]);
    p.run(6);
    same(spikes, [1, 3, 5]);
  });

  test("a pattern set later replaces the first; without one it is silent", () => {
    const stim = p.VecStim();
    const { spikes } = p.NetCon(stim, null);
    cell();
    p.run(5);
    assert.deepEqual([spikes.length, [...stim.pattern]], [0, []]);
    stim.pattern = [0, 2, 2, 1];
    p.run(5);
    same(spikes, [0, 1, 2, 2]);
    stim.pattern = [];
    p.run(5);
    assert.equal(spikes.length, 0);
  });

  test("negative, endless and nonsensical times are refused before anything is made", () => {
    const wrong: [unknown, object][] = [
      [[-1, 2], { name: "RangeError", message: /VecStim: pattern\[0\]: expected a finite time from 0 ms on, got -1/ }],
      [[1, Number.NaN], { name: "RangeError", message: /pattern\[1\]/ }],
      [[Number.POSITIVE_INFINITY], { name: "RangeError" }],
      [["1"], { name: "TypeError", message: /pattern\[0\]/ }],
      [5, { name: "TypeError", message: /pattern: expected times/ }],
      ["123", { name: "TypeError" }],
    ];
    for (const [pattern, error] of wrong) {
      assert.throws(() => loose.p.VecStim(pattern), error, String(pattern));
      assert.throws(() => {
        loose.p.VecStim([1]).pattern = pattern;
      }, error);
    }
    p.clear();
    assert.throws(() => loose.p.ExpSyn(cell()).stimulate([-1]), { name: "RangeError" });
    assert.equal(count("VecStim"), 0);
  });

  test("an empty body and a whole run", () => {
    p.VecStim();
    cell();
    p.run(5);
  });

  test("it stimulates, and its pattern outlives who made it", async () => {
    const sec = cell();
    const v = sec.record();
    (() => p.ExpSyn(sec).stimulate(Float64Array.from([3, 1]), { weight: 0.05, delay: 0.5 }))();
    await collect();
    p.run(10);
    assert.ok(v.max() > 0);
    assert.equal(count("VecStim"), 1);
  });

  test("extensions are loaded by name, once", () => {
    p.loadExtension("VecStim");
    p.loadExtension("VecStim");
    assert.throws(() => p.loadExtension("VecStm"), { name: "NameError", message: /"VecStm".*VecStim/ });
    assert.throws(() => loose.p.loadExtension(3), { name: "TypeError" });
    assert.match(getDataFile("extensions", "VecStim", "VecStim.mod"), /VecStim\.mod$/);
    for (const parts of [["nope.mod"], ["..", "package.json"], ["extensions"]])
      assert.throws(() => getDataFile(...parts), PatchError);
  });
});

describe("errors", () => {
  test("NEURON's come with their text, and nothing of it is printed", () => {
    let printed = "";
    const stop = p.onPrint((text: string) => {
      printed += text;
    });
    try {
      assert.throws(
        () => p("foo bar"),
        (error: any) =>
          error instanceof HocError && error.code === "ERR_PATCH_HOC" && /parse error|syntax error/.test(error.message),
      );
      assert.throws(() => untyped(p).load_file("there_is_no_such_file.hoc"), PatchError);
      assert.throws(() => untyped(p).nrn_load_dll("/there/is/no/such.so"), PatchError);
    } finally {
      stop();
    }
    assert.equal(printed, "");
  });

  test("calls that killed the process throw", () => {
    const sec = cell();
    const deadly: (() => unknown)[] = [
      () => loose.p.ExpSyn(null),
      () => loose.p.APCount(null),
      () => loose.p.push_section(3),
      () => loose.p.NetCon(null, null),
      () => loose.p.VecStim([3, -1]),
      () => loose.p.parallel.spike_record(12345),
      () => p.NetCon(p.NetStim(), p.APCount(sec), { weight: 1 }),
      () => loose.p.NetCon(0, 0),
      () => loose.p.SEClamp(1),
      () => loose.p.parallel.spike_record(-3),
      () => loose.p.parallel.cell(1, null),
      () => loose.p.parallel.gid_connect(1, null),
      () => loose.p.parallel.source_var(sec(0.5).v, 1),
      () => loose.p.parallel.target_var(sec, sec(0.5)._ref_v),
    ];
    for (const action of deadly)
      assert.throws(
        action,
        (error: any) =>
          error instanceof Error &&
          typeof (error as any).code === "string" &&
          (error as any).code !== "ERR_PATCH_CRASH",
        String(action),
      );
    p.run(1);
  });

  test("a callback's own error comes out as it is", () => {
    cell();
    const mine = new Error("mine");
    p.FInitializeHandler(() => {
      throw mine;
    });
    assert.throws(
      () => p.run(1),
      (error) => error === mine,
    );
  });

  test("when NEURON cannot be started, each use of p says so, the second like the first", () => {
    const program = `import { p } from ${JSON.stringify(new URL("../../../dist/bundle/index.js", import.meta.url).href)};
      for (const use of [() => p.Section(), () => p.clear(), () => p.clear(), () => p.run(1)])
        try { use(); } catch (error) { console.log(error.code); }`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
      env: { ...process.env, NRN_PATCH_NEURON: "/nowhere" },
    });
    assert.equal(stdout, "ERR_PATCH_ENGINE\n".repeat(4));
  });

  test("without mpiexec nothing is printed about MPI", () => {
    const program = `import { p } from ${JSON.stringify(new URL("../../../dist/bundle/index.js", import.meta.url).href)}; p.Section(); p.run(1); p.parallel.broadcast(1); console.log(p.parallel.nhost);`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
    });
    assert.deepEqual([stdout, stderr, status], ["1\n", "", 0]);
  });
});

describe("what was passed over in silence", () => {
  test("a generator gives its times or names once, and they count", () => {
    function* once<T>(...items: T[]): Generator<T> {
      yield* items;
    }
    const sec = cell();
    assert.deepEqual([...p.ExpSyn(sec).stimulate(once(3, 2)).pattern], [2, 3]);
    const channels = loose.p.Section({ insert: once("hh", "pas") });
    assert.deepEqual(Object.keys(channels.psection().density_mechs).sort(), ["hh", "pas"]);
  });

  test("an object stands for a section with all that the section says of itself", () => {
    class Axon extends p.Section {
      override __arc__(): number {
        return 1;
      }
    }
    const axon = new Axon({ name: "axon", nseg: 3 });
    const neuron = { __neuron__: () => axon };
    const synapse = p.ExpSyn(cell());
    assert.equal(String(p.NetCon(neuron, synapse, { weight: 1 }).preseg()), "axon(1)");
    assert.equal(String(transformNetcon(neuron)), String(transformNetcon(axon)));
    assert.equal(String(transformRecord(neuron)), String(transformRecord(axon)));
  });

  test("an object whose __neuron__ gives the object itself is what it is, and the message says so", () => {
    const odd = {
      __neuron__() {
        return this;
      },
    };
    assert.throws(() => loose.p.SectionList().append(odd), { code: "ERR_PATCH_TYPE" });
    assert.throws(() => loose.p.distance(odd, cell()(0)), { code: "ERR_PATCH_TYPE" });
  });

  test("a process moves to where an object says that things go", () => {
    const sec = p.Section({ name: "long", nseg: 3 });
    const synapse = p.ExpSyn(sec);
    synapse.loc({ __neuron__: () => sec, __arc__: () => 0.9 });
    assert.equal(synapse.get_segment()?.equals(sec(0.9)), true);
  });

  test("no weights at all are a weight that was forgotten", () => {
    const sec = cell();
    p.NetCon(sec, p.ExpSyn(sec), { weight: [] });
    assert.throws(() => p.run(1), { code: "ERR_PATCH_NO_WEIGHT" });
  });

  test("a NetCon records into nothing but a Vector or a function, while it is heard elsewhere too", () => {
    const detector = p.NetCon(cell(), null);
    assert.equal(detector.spikes.length, 0);
    assert.throws(() => loose.h.NetCon[0].record(3), { code: "ERR_PATCH_TYPE" });
  });

  test("three voltages and a holding potential contradict each other", () => {
    assert.throws(() => cell().vclamp({ voltage: [-65, 0, -65], holding: -70 }), { code: "ERR_PATCH_TYPE" });
    assert.equal(count("SEClamp"), 0);
  });

  test("a section that is gone hands out no recording that will stay empty", () => {
    const sec = cell();
    sec.record();
    sec.dispose();
    assert.throws(() => sec.record(), { code: "ERR_PATCH_DISPOSED" });
  });

  test("whoever disposes of p.time gets another one", () => {
    cell();
    p.run(1);
    p.time.dispose();
    p.run(1);
    assert.equal(p.time.length, 41);
  });
});
