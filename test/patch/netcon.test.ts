// p.NetCon: what it takes, what it keeps, the forgotten weight, spikes, and the connection between two objects.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  connection,
  h,
  NetCon,
  NotConnectableError,
  NotConnectedError,
  p,
  type Section,
  SimulationError,
} from "nrn-patch";
import { clearAfterEach, collect, count, loose, same } from "./support.js";

clearAfterEach();

const firing = (name = "cell"): Section => {
  const sec = p.Section({ name, L: 20, diam: 20, insert: "hh" });
  sec.iclamp({ amplitude: 0.5, delay: 1, duration: 20 });
  return sec;
};

describe("options and places", () => {
  test("by name, and in NEURON's order", () => {
    const [sec, syn] = [firing(), p.ExpSyn(p.Section())];
    const named = p.NetCon(sec, syn, { threshold: -20, delay: 3, weight: 0.5 });
    assert.deepEqual([named.threshold, named.delay, named.weight[0]], [-20, 3, 0.5]);
    const inOrder = p.NetCon(sec, syn, -10, 2, 0.25);
    assert.deepEqual([inOrder.threshold, inOrder.delay, inOrder.weight[0]], [-10, 2, 0.25]);
    const some = p.NetCon(sec, syn, undefined, 4, 1);
    assert.deepEqual([some.delay, some.weight[0]], [4, 1]);
    assert.deepEqual(p.NetCon(sec(0.5)._ref_v, syn, { sec, weight: 1 }).preseg()?.sec, sec);
    assert.ok(named instanceof NetCon && named instanceof p.NetCon && named instanceof h.NetCon);
  });

  test("NEURON's own defaults hold: threshold 10, delay 1", () => {
    const netcon = p.NetCon(firing(), p.ExpSyn(p.Section()), { weight: 1 });
    assert.deepEqual([netcon.threshold, netcon.delay], [10, 1]);
  });

  test("sections, segments, pointers, point processes and artificial cells are sources, of p and of h", () => {
    const syn = p.ExpSyn(p.Section());
    const [sec, plain] = [p.Section({ name: "a", nseg: 3 }), h.Section("b")];
    const weight = { weight: 1 };
    assert.ok(p.NetCon(sec, syn, weight).preseg()?.equals(sec(0.5)));
    assert.ok(p.NetCon(sec(0.1), syn, weight).preseg()?.equals(sec(0.1)));
    assert.ok(p.NetCon(sec(0.9)._ref_v, syn, weight).preseg()?.equals(sec(0.9)));
    assert.ok(p.NetCon(plain, syn, weight).preseg()?.equals(plain(0.5)));
    const [stim, counter] = [h.NetStim(), p.APCount(sec)];
    assert.equal(p.NetCon(stim, syn, weight).pre(), stim);
    assert.equal(p.NetCon(counter, syn, weight).pre() ?? counter, counter);
    assert.equal(connection(stim, syn).syn(), syn);
    assert.ok(
      p
        .NetCon(p.IntFire1(), h.ExpSyn(plain(0.5)), weight)
        .postseg()
        ?.equals(plain(0.5)),
    );
  });

  test("weights: a number, or one for each slot", () => {
    const syn = p.ExpSyn(p.Section());
    assert.deepEqual([...p.NetCon(p.NetStim(), syn, { weight: [2] }).weight], [2]);
    assert.throws(() => p.NetCon(p.NetStim(), syn, { weight: [1, 2] }), {
      name: "RangeError",
      message: /2 weights, but ExpSyn\[\d+\] takes 1/,
    });
    assert.throws(() => loose.p.NetCon(p.NetStim(), syn, { weight: "1" }), { name: "TypeError", message: /weight/ });
    assert.throws(() => p.NetCon(p.NetStim(), syn, { weight: [Number.NaN] }), {
      name: "RangeError",
      message: /weight\[0\]/,
    });
    assert.equal(count("NetCon"), 1);
  });

  test("what is wrong is named, and nothing half-made stays", () => {
    const [sec, syn] = [p.Section("soma"), p.ExpSyn(p.Section())];
    const wrong: [unknown[], object][] = [
      [[sec, syn, { wieght: 1 }], { name: "TypeError", message: /p\.NetCon: unknown option "wieght".*"weight"/ }],
      [[sec, syn, 1, 2, 3, 4], { name: "TypeError", message: /got 4 values/ }],
      [[sec, syn, "a"], { name: "TypeError", message: /threshold: expected a number/ }],
      [[sec, syn, { delay: -1 }], { name: "RangeError", message: /delay: .*got -1/ }],
      [[sec, syn, 0, 1, 2, { weight: 3 }], { name: "TypeError", message: /weight: .*either/ }],
      [[sec, syn, { sec: 3 }], { name: "TypeError", message: /sec: expected a section, got 3/ }],
      [[sec, sec, {}], { code: "ERR_PATCH_HOC_CONNECT", message: /target: soma receives no spikes: place a synapse/ }],
      [[sec, sec(0.5), {}], { code: "ERR_PATCH_HOC_CONNECT" }],
      [[sec, p.Vector(), {}], { code: "ERR_PATCH_HOC_CONNECT", message: /target: Vector\[\d+\]/ }],
      [[p.Vector(), syn, {}], { code: "ERR_PATCH_HOC_CONNECT", message: /source: Vector\[\d+\] does not spike/ }],
      [[1, syn], { code: "ERR_PATCH_HOC_CONNECT", message: /source: .*got 1/ }],
      [[sec, 2], { code: "ERR_PATCH_HOC_CONNECT", message: /target: .*got 2/ }],
      [
        [{}, syn],
        {
          name: "NotConnectableError",
          message: /source: an object is not connectable: it has neither __netcon__ nor __neuron__/,
        },
      ],
      [[sec, {}], { name: "NotConnectableError", message: /target: an object .*no __neuron__/ }],
      [[null, syn], { name: "NotConnectableError" }],
      [[null, null], { name: "NotConnectableError" }],
      [[sec], { name: "TypeError", message: /target: .*got undefined/ }],
      [[sec, p.APCount(sec)], { code: "ERR_PATCH_HOC_CONNECT", message: /APCount\[\d+\] receives no events/ }],
    ];
    for (const [args, error] of wrong) assert.throws(() => loose.p.NetCon(...args), error, String(args));
    assert.equal(count("NetCon"), 0);
  });

  test("weight is an array: assigning it whole says so", () => {
    const netcon = loose.p.NetCon(p.NetStim(), p.ExpSyn(p.Section()), { weight: 1 });
    assert.throws(
      () => {
        netcon.weight = 2;
      },
      { name: "TypeError", message: /weight\[0\], not weight = 2/ },
    );
  });
});

describe("a weight never given", () => {
  test("throws when the simulation starts, for all but detectors", () => {
    const sec = firing();
    const netcon = p.NetCon(sec, p.ExpSyn(sec));
    p.NetCon(sec, null);
    const error = {
      name: "SimulationError",
      code: "ERR_PATCH_NO_WEIGHT",
      message: /^NetCon\[\d+\] to ExpSyn\[\d+\] was never given a weight/,
    };
    assert.throws(() => p.run(1), error);
    assert.throws(() => h.finitialize(-65), error);
    assert.throws(() => p.finitialize(), SimulationError);
    netcon.weight[0] = 0;
    p.run(1);
  });

  test("an assignment counts, HOC's and one through a pointer too, and 0 when it is given", () => {
    const sec = firing();
    const syn = p.ExpSyn(sec);
    p.NetCon(sec, syn, { weight: 0 });
    p.NetCon(sec, syn, 10, 1, 0);
    loose.p.NetCon(sec, syn)._ref_weight[0][0] = 0;
    const byHoc = p.NetCon(sec, syn);
    h("objref nc_");
    loose.h.nc_ = byHoc;
    h("nc_.weight = 3");
    h("objref nc_");
    p.run(1);
    assert.equal(byHoc.weight[0], 3);
  });

  test("reading it does not count, and a disposed NetCon is not asked", () => {
    const sec = firing();
    const netcon = p.NetCon(sec, p.ExpSyn(sec));
    assert.equal(netcon.weight[0], 0);
    assert.throws(() => p.run(1), SimulationError);
    netcon.dispose();
    p.run(1);
  });

  test("h.NetCon is NEURON's", () => {
    const sec = firing();
    h.NetCon(sec(0.5)._ref_v, h.ExpSyn(sec(0.5)), { sec });
    p.run(1);
  });
});

describe("kept", () => {
  test("every NetCon between two objects, though nobody holds them", async () => {
    const sec = firing();
    const [one, two, none] = [p.Section({ name: "one" }), p.Section({ name: "two" }), p.Section({ name: "none" })];
    const trace = (target: Section, times: number): number[] => {
      const syn = p.ExpSyn(target);
      for (let i = 0; i < times; i++) p.NetCon(sec, syn, { weight: 0.5 });
      return target.record() as unknown as number[];
    };
    const [single, double, zero] = [trace(one, 1), trace(two, 2), trace(none, 0)];
    await collect();
    assert.equal(count("NetCon"), 3);
    p.run(20);
    const last = [single, double, zero].map((v) => [...v].at(-1) as number) as [number, number, number];
    assert.ok(last[1] > last[0] + 0.1 && last[0] > last[2] + 0.1, String(last));
  });

  test("stimuli, recordings and processes too", async () => {
    const sec = p.Section({ name: "cell" });
    (() => {
      p.ExpSyn(sec).stimulate({ start: 1, number: 3, interval: 1 });
      p.record(sec);
    })();
    await collect();
    assert.deepEqual([count("NetStim"), count("NetCon"), count("ExpSyn")], [1, 1, 1]);
    p.run(10);
    assert.notEqual(sec(0.5).v, -65);
  });
});

describe("setpost", () => {
  test("a detector is given a target, and one without a target another", () => {
    const sec = firing();
    const [first, second] = [p.ExpSyn(sec), p.ExpSyn(sec)];
    const netcon = p.NetCon(sec, null, { threshold: 0 });
    netcon.setpost(first);
    netcon.weight[0] = 0;
    assert.deepEqual([netcon.syn(), connection(sec, first)], [first, netcon]);
    netcon.setpost(null);
    assert.throws(() => connection(sec, first), { name: "NotConnectedError" });
    netcon.setpost(second);
    first.dispose();
    assert.deepEqual([netcon.syn(), connection(sec, second)], [second, netcon]);
  });
});

describe("spikes", () => {
  test("record from the first use on, the same Vector each time, and NEURON's numbers", () => {
    const sec = firing();
    const detector = p.NetCon(sec, null, { threshold: 0 });
    const plain = h.NetCon(sec(0.9)._ref_v, null, { sec });
    assert.equal(detector.spikes, detector.spikes);
    const theirs = h.Vector();
    plain.threshold = 0;
    p.run(20);
    const first = [...detector.spikes];
    assert.ok(first.length >= 1 && (first[0] as number) > 1);
    detector.record(theirs);
    p.run(20);
    same(detector.spikes, first);
    same(theirs, first);
  });

  test("all NetCons of a source hear of each spike, and what one of them records does, too", () => {
    const sec = firing();
    const syn = p.ExpSyn(sec);
    const [a, b] = [p.NetCon(sec, null), p.NetCon(sec(0.5), syn, { weight: 0 })];
    const c = p.NetCon(sec(0.5)._ref_v, null);
    const [own, ids] = [p.Vector(), p.Vector()];
    c.record(own, ids);
    const all = [a.spikes, b.spikes, c.spikes];
    assert.equal(new Set(all).size, 3);
    for (let round = 0; round < 2; round++) {
      p.run(20);
      const expected = [...a.spikes];
      assert.ok(expected.length >= 1);
      for (const times of [...all, own]) same(times, expected);
      const index = Number(/\d+/.exec(String(c))?.[0]);
      same(
        ids,
        expected.map(() => index),
      );
    }
    // As in NEURON, a source has one Vector and one function, whichever NetCon asked last.
    const heard: number[] = [];
    b.record(() => heard.push(h.t));
    p.run(20);
    same(heard, a.spikes);
    same(own, a.spikes);
    const later = p.Vector();
    a.record(later);
    own.resize(0);
    p.run(20);
    same(later, a.spikes);
    assert.equal(own.length, 0);
  });

  test("a function is called beside the only one that has spikes, whichever was first, until it is taken off", () => {
    for (const isFunctionFirst of [false, true]) {
      const stim = p.NetStim();
      [stim.start, stim.number, stim.interval] = [1, 3, 2];
      const [a, b] = [p.NetCon(stim, null), p.NetCon(stim, null)];
      p.Section(); // something that takes steps
      let count = 0;
      if (!isFunctionFirst) a.spikes;
      b.record(() => count++);
      p.run(10);
      assert.deepEqual([a.spikes.length, count], [isFunctionFirst ? 0 : 3, 3]);
      p.run(10);
      assert.deepEqual([a.spikes.length, count], [3, 6]);
      b.dispose();
      p.run(10);
      assert.deepEqual([a.spikes.length, count], [3, 6]);
    }
  });

  test("record without an argument stops that one alone, and a disposed one hears no more", () => {
    const sec = firing();
    const [a, b] = [p.NetCon(sec, null), p.NetCon(sec, null)];
    const own = p.Vector();
    b.record(own);
    a.spikes;
    b.record();
    p.run(20);
    assert.equal(own.length, 0);
    const spikes = a.spikes;
    assert.ok(spikes.length > 0);
    const other = b.spikes;
    a.dispose();
    p.run(20);
    assert.ok(other.length > 0);
  });

  test("listeners of one source come and go", () => {
    const stim = p.NetStim();
    [stim.start, stim.number, stim.interval] = [1, 3, 2];
    const target = p.IntFire1();
    const hear = () => {
      const netcon = p.NetCon(stim, target, { weight: 0.1 });
      netcon.spikes;
      return netcon;
    };
    p.Section(); // something that takes steps
    const spikesOf = (...netcons: { spikes: object }[]) => {
      p.run(10);
      return netcons.map(({ spikes }) => [...(spikes as Iterable<number>)]);
    };
    const times = [1, 3, 5];
    const [a, b, c] = [hear(), hear(), hear()];
    assert.deepEqual(spikesOf(a, b, c), [times, times, times]);
    a.dispose();
    const d = hear();
    assert.deepEqual(spikesOf(b, c, d), [times, times, times]);
    b.dispose();
    c.dispose();
    assert.deepEqual(spikesOf(d), [times]);
    d.dispose();
    const [e, f] = [hear(), hear()];
    assert.deepEqual(spikesOf(e, f), [times, times]);
  });

  test("an h.NetCon has spikes too", () => {
    const sec = firing();
    const plain = h.NetCon(sec(0.5)._ref_v, null, { sec });
    const ours = p.NetCon(sec, null);
    plain.spikes;
    ours.spikes;
    p.run(20);
    same(plain.spikes, ours.spikes);
    assert.ok(ours.spikes.length > 0);
  });
});

describe("connection", () => {
  test("the NetCon made last, between the objects that were given", () => {
    const [sec, syn] = [p.Section({ name: "soma", nseg: 3 }), p.ExpSyn(p.Section())];
    const first = p.NetCon(sec, syn, { weight: 1 });
    const second = p.NetCon(sec, syn, { weight: 1 });
    const other = p.NetCon(sec(0.1), syn, { weight: 1 });
    assert.equal(connection(sec, syn), second);
    assert.equal(connection(sec(0.5), syn), second);
    assert.equal(connection(sec(0.5)._ref_v, syn), second);
    assert.equal(connection(sec(0.2), syn), other);
    second.dispose();
    assert.equal(connection(sec, syn), first);
  });

  test("strict: false also looks the other way", () => {
    const [a, b] = [p.IntFire1(), p.IntFire1()];
    const netcon = p.NetCon(a, b, { weight: 1 });
    assert.equal(connection(a, b), netcon);
    assert.throws(() => connection(b, a), {
      name: "NotConnectedError",
      code: "ERR_PATCH_NOT_CONNECTED",
      message: /IntFire1\[\d+\] is not connected to IntFire1/,
    });
    assert.equal(connection(b, a, { strict: false }), netcon);
    assert.throws(() => connection(b, b, { strict: false }), NotConnectedError);
    assert.throws(() => connection(a, b, { strict: "no" } as never), {
      name: "TypeError",
      message: 'connection: strict: expected true or false, got the string "no".',
    });
  });

  test("what can have none, and wrong options", () => {
    const sec = p.Section("soma");
    for (const [a, b] of [
      [sec, 3],
      [3, sec],
      [p.Vector(), sec],
      [sec, {}],
      [null, sec],
    ] as const)
      assert.throws(() => connection(a, b), NotConnectableError);
    assert.throws(() => connection(sec, p.ExpSyn(sec), { strikt: true } as never), {
      name: "TypeError",
      message: /"strikt".*"strict"/,
    });
    assert.throws(() => connection(sec, p.ExpSyn(sec), true as never), { name: "TypeError" });
  });

  test("section.connectPoints connects a place to a point process", () => {
    const [sec, syn] = [p.Section({ name: "soma", nseg: 3 }), p.ExpSyn(p.Section())];
    const middle = sec.connectPoints(syn);
    const end = sec.connectPoints(syn, 0.9);
    assert.ok(middle.preseg()?.equals(sec(0.5)) && end.preseg()?.equals(sec(0.9)));
    assert.equal(connection(sec, syn), middle);
    assert.throws(() => sec.connectPoints(syn, 2), { name: "RangeError" });
    assert.throws(() => sec.connectPoints(sec), { code: "ERR_PATCH_HOC_CONNECT" });
  });
});
