// Point processes and artificial cells by p's rules, and one-call stimulation.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connection, h, PointProcess, p, type Section } from "nrn-patch";
import { clearAfterEach, count, loose, near, same } from "./support.js";

clearAfterEach();

const cable = (): Section => p.Section({ name: "cable", nseg: 5 });

describe("placed", () => {
  test("on a segment, on a section's middle, at an x, and in NEURON's own way", () => {
    const sec = cable();
    const places = [p.ExpSyn(sec(0.1)), p.ExpSyn(sec), p.ExpSyn(sec, 0.9), loose.p.ExpSyn(0.3, { sec })];
    assert.deepEqual(
      places.map((syn) => syn.get_segment().x),
      [0.1, 0.5, 0.9, 0.3],
    );
    assert.ok(places.every((syn) => syn.get_segment().sec === sec && syn instanceof PointProcess));
  });

  test("variables given where an x belongs are refused, with where they go", () => {
    const sec = cable();
    const attributes = {
      name: "TypeError",
      message: /got an object\. For its variables: section\.synapse\(p\.ExpSyn, /,
    };
    assert.throws(() => loose.p.ExpSyn(sec(0.5), { tau: 2 }), attributes);
    assert.equal(count("ExpSyn"), 0);
  });

  test("every built-in point process", () => {
    const sec = cable();
    for (const name of [
      "APCount",
      "AlphaSynapse",
      "Exp2Syn",
      "ExpSyn",
      "IClamp",
      "OClamp",
      "PointProcessMark",
      "SEClamp",
      "VClamp",
    ]) {
      const process = loose.p[name](sec, 0.7);
      assert.equal(process.get_segment().x, 0.7, name);
      assert.ok(process instanceof loose.h[name], name);
      assert.equal(process.constructor.name, name);
    }
  });

  test("every artificial cell, without a place", () => {
    for (const name of ["NetStim", "IntFire1", "IntFire2", "IntFire4", "PatternStim"]) {
      const cell = loose.p[name]();
      assert.ok(cell instanceof loose.h[name], name);
      const netcon = p.NetCon(cell, p.ExpSyn(cable()), { weight: 1 });
      assert.equal(netcon.pre(), cell);
    }
  });

  test("no place, a wrong one, or two of them are refused", () => {
    const sec = cable();
    const wrong: [unknown[], object][] = [
      [[], { name: "TypeError", message: /p\.ExpSyn: expected a section or segment to place it on, got undefined/ }],
      [[null], { name: "TypeError", message: /got null/ }],
      [[{}], { code: "ERR_PATCH_TRANSFORM", message: /^p\.ExpSyn: target: expected .*__arc__/ }],
      [["soma"], { code: "ERR_PATCH_TRANSFORM" }],
      [[sec, 2], { name: "RangeError" }],
      [[sec, "a"], { name: "TypeError", message: /p\.ExpSyn: x: expected a number/ }],
      [[sec(0.5), 0.3], { name: "TypeError", message: /cable\(0\.5\) says where/ }],
    ];
    for (const [args, error] of wrong) assert.throws(() => loose.p.ExpSyn(...args), error, String(args));
    assert.throws(() => loose.p.APCount(null), { name: "TypeError" });
    assert.equal(count("ExpSyn"), 0);
  });

  test("attributes are NEURON's, and unknown ones throw", () => {
    const syn = p.ExpSyn(cable());
    syn.tau = 3;
    assert.deepEqual([syn.tau, syn.e], [3, 0]);
    assert.throws(() => loose.p.ExpSyn(cable()).tua, { name: "NameError", message: /"tua".*"tau"/ });
    assert.throws(
      () => {
        (syn as unknown as { tua: number }).tua = 3;
      },
      { name: "NameError" },
    );
  });

  test("p.PointProcess, as the first Patch spelt it", () => {
    const sec = cable();
    assert.equal(p.PointProcess(p.ExpSyn, sec).get_segment().x, 0.5);
    assert.equal(loose.p.PointProcess(h.ExpSyn, sec, 0.9).get_segment().x, 0.9);
    assert.equal(p.PointProcess((segment) => h.Exp2Syn(segment), sec).get_segment().x, 0.5);
    assert.throws(() => loose.p.PointProcess("ExpSyn", sec), { name: "TypeError", message: /p\.PointProcess/ });
    assert.throws(() => loose.p.PointProcess(p.ExpSyn), { name: "TypeError" });
  });

  test("p.wrap makes the factory's objects by p's rules, and bears the name", () => {
    const sec = cable();
    const AMPA = p.wrap(h.ExpSyn as never, "AMPA") as (...args: unknown[]) => ReturnType<typeof h.ExpSyn>;
    assert.equal(AMPA.name, "AMPA");
    assert.equal(AMPA(sec, 0.9).get_segment().x, 0.9);
    assert.equal(AMPA({ __neuron__: () => sec }).get_segment().x, 0.5);
    const length = p.wrap((section: Section) => section.L, "length");
    assert.equal(length({ __neuron__: () => sec }), 100);
    assert.throws(() => loose.p.wrap(3, "x"), { name: "TypeError", message: /p\.wrap/ });
    assert.throws(() => loose.p.wrap(() => 3), { name: "TypeError", message: /p\.wrap: name/ });
  });

  test("section.synapse places, sets attributes, and leaves nothing half-made", () => {
    const sec = cable();
    const syn = sec.synapse(p.ExpSyn, { x: 0.9, attributes: { tau: 7, e: -70 } });
    assert.deepEqual([syn.get_segment().x, syn.tau, syn.e], [0.9, 7, -70]);
    assert.equal(sec.synapse(h.Exp2Syn).get_segment().x, 0.5);
    const before = count("ExpSyn");
    assert.throws(() => (sec as any).synapse(p.ExpSyn, { attributes: { tua: 7 } }), {
      name: "NameError",
      message: /tua/,
    });
    assert.equal(count("ExpSyn"), before);
    assert.throws(() => (sec as any).synapse(p.ExpSyn, { y: 1 }), { name: "TypeError", message: /synapse: .*"y"/ });
    assert.throws(() => (sec as any).synapse(5), { name: "TypeError", message: /cable\.synapse/ });
    assert.throws(() => (sec as any).synapse(p.ExpSyn, null), { name: "TypeError" });
  });
});

describe("stimulated", () => {
  test("without a pattern by a NetStim, connected with weight 0.04 and delay 0", () => {
    const syn = p.ExpSyn(p.Section());
    const stim = syn.stimulate();
    assert.deepEqual([stim.start, stim.number, stim.interval, stim.noise], [50, 10, 10, 0]);
    const netcon = connection(stim, syn);
    assert.deepEqual([netcon.weight[0], netcon.delay], [0.04, 0]);
  });

  test("with options, each of them", () => {
    const syn = p.ExpSyn(p.Section());
    const stim = syn.stimulate({ start: 1, number: 3, interval: 2, noise: 0.5, weight: 0.2, delay: 4 });
    assert.deepEqual([stim.start, stim.number, stim.interval, stim.noise], [1, 3, 2, 0.5]);
    assert.deepEqual([connection(stim, syn).weight[0], connection(stim, syn).delay], [0.2, 4]);
  });

  test("unknown options throw in both forms, and nothing is left behind", () => {
    const syn = p.ExpSyn(p.Section()) as any;
    assert.throws(() => syn.stimulate({ strat: 1 }), { name: "TypeError", message: /stimulate: .*"strat".*"start"/ });
    assert.throws(() => syn.stimulate([1, 2], { start: 1 }), { name: "TypeError", message: /"start"/ });
    assert.throws(() => syn.stimulate({ start: "1" }), { name: "TypeError", message: /start/ });
    assert.throws(() => syn.stimulate({ weight: Number.NaN }), { name: "RangeError", message: /weight/ });
    assert.throws(() => syn.stimulate({ delay: -1 }), { name: "RangeError", message: /delay/ });
    assert.throws(() => syn.stimulate(5), { name: "TypeError", message: /expected options, got 5/ });
    assert.throws(() => syn.stimulate("123"), { name: "TypeError" });
    assert.throws(() => (p.APCount(p.Section()) as any).stimulate(), {
      code: "ERR_PATCH_HOC_CONNECT",
      message: /receives no events/,
    });
    assert.equal(count("NetStim"), 0);
    assert.equal(count("NetCon"), 0);
  });

  // Upstream's test_point_process: 10 ms from -70 mV, weight 0.4 (upstream.md, reference numbers).
  test("a passive sphere ends where the first Patch's did", () => {
    h.celsius = 32;
    const sec = p.Section();
    const v = sec.record();
    p.PointProcess(p.ExpSyn, sec).stimulate({ start: 1, number: 1, interval: 1, weight: 0.4 });
    p.run(10, { vInit: -70 });
    assert.equal(v.length, 401);
    near(v[-1], -68.01757993425954);
  });

  // Upstream's test_networks.
  test("a NetStim of three spikes and a VecStim of the same three give the same trace", () => {
    h.celsius = 32;
    const [one, two, three] = [p.Section(), p.Section(), p.Section()];
    p.ExpSyn(one).stimulate({ start: 1, number: 3, interval: 1 });
    p.ExpSyn(two).stimulate([1, 2, 3]);
    p.ExpSyn(three).stimulate({ start: 1, number: 3, interval: 1, noise: 1 });
    const [a, b, c] = [one.record(), two.record(), three.record()];
    p.run(10);
    near(a[-1], -64.44129796077817);
    same(b, a);
    assert.notDeepEqual([...c], [...a]);
  });

  test("the trace is plain NEURON's, to the bit", () => {
    const run = (build: (sec: Section) => void): number[] => {
      const sec = h.Section({ name: "cell" });
      [sec.L, sec.diam, sec.nseg] = [30, 20, 3];
      sec.insert("hh");
      build(sec);
      const v = h.Vector().record(sec(0.5)._ref_v);
      h.finitialize(-65);
      h.continuerun(30);
      const trace = [...v];
      p.clear();
      return trace;
    };
    const theirs = run((sec) => {
      const syn = h.ExpSyn(sec(0.5));
      syn.tau = 2;
      const stim = h.NetStim();
      [stim.start, stim.number, stim.interval] = [5, 4, 3];
      const netcon = h.NetCon(stim, syn);
      [netcon.weight[0], netcon.delay] = [0.02, 0];
    });
    const ours = run((sec) => {
      sec.synapse(p.ExpSyn, { attributes: { tau: 2 } }).stimulate({ start: 5, number: 4, interval: 3, weight: 0.02 });
    });
    assert.equal(theirs.length, 1201);
    assert.ok(Math.max(...theirs) > 0, "it fires");
    same(ours, theirs);
  });
});
