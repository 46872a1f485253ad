// Many processes: the same models on 1, 2 and 4 ranks under mpiexec, and in this process without it.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { p } from "nrn-patch";
import { bits, cases } from "./parallel/cases.js";
import { type End, type Result, run } from "./parallel/ranks.js";
import { near } from "./support.js";

const uncaught = "an error that nobody catches";
const merged = (parts: object[]): any => Object.assign({}, ...parts);

/** reference.py: ring, on one process. */
const ringSpikes = [
  [2.4250000001000007, 19.9750000000994, 37.52500000009997, 55.07500000010396],
  [5.350000000100042, 22.900000000099233, 40.45000000010064, 58.00000000010463],
  [8.275000000100064, 25.825000000099067, 43.3750000001013],
  [11.200000000099898, 28.7500000000989, 46.30000000010197],
  [14.125000000099732, 31.675000000098734, 49.22500000010263],
  [17.050000000099566, 34.60000000009931, 52.1500000001033],
];

function doubles(hex: string): number[] {
  const bytes = Buffer.from(hex, "hex");
  return Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleBE(8 * i));
}

for (const ranks of [0, 1, 2, 4]) {
  const where = ranks === 0 ? "without mpiexec" : `on ${ranks} ranks`;
  describe(where, () => {
    const count = Math.max(1, ranks);
    let end: End;
    before(async () => {
      end = await run(
        Object.keys(cases).filter((name) => name !== uncaught),
        ranks,
        100,
      );
    });

    /** What every rank gave. */
    function values(name: string): any[] {
      assert.equal(end.code, 0, end.text);
      assert.equal(end.ranks.length, count, end.text);
      return end.ranks.map((results, id) => {
        const { error, message, value } = results[name] as Result;
        assert.equal(error, undefined, `rank ${id}: ${error}: ${message}`);
        return value;
      });
    }

    test("each knows which one it is", () => {
      const found = values("who");
      assert.deepEqual(
        found,
        found.map((_, id) => ({ id, nhost: count, methods: [id, count] })),
      );
    });

    test("the ring fires as in Python, to the bit, whenever the recording began, and again", () => {
      for (const name of ["ring", "ring, recorded before", "ring twice"]) {
        const spikes = merged(values(name));
        assert.deepEqual(Object.keys(spikes), ["0", "1", "2", "3", "4", "5"]);
        for (const [gid, expected] of ringSpikes.entries())
          assert.equal(spikes[gid], bits(expected), `${name}: gid ${gid}: ${doubles(spikes[gid])}`);
      }
    });

    test("gap junctions go across ranks; reference.py: gap", () => {
      for (const name of ["gap", "gap, run twice"]) {
        const traces = merged(values(name));
        const [a, b] = [doubles(traces[0]), doubles(traces[1])];
        assert.equal(a.length, 801);
        near(Math.max(...a), 41.44555530221656);
        near(a[200], -75.90952494391324);
        near(a[800], -64.59357540342528);
        near(Math.max(...b), 40.53656824329837);
        near(b[800], -64.64145912902532);
      }
      values("gap on one rank");
    });

    test("each collective", () => {
      const found = values("collectives");
      const all = Array.from({ length: count }, (_, i) => i);
      for (const [id, value] of found.entries())
        assert.deepEqual(value, {
          broadcast: "from 0",
          fromRoot: { rank: count - 1 },
          vector: [count - 1, 0.1],
          filled: [count - 1, 0.1],
          gathered: all.map((i) => i * 10),
          deep: true,
          atRoot: id === count - 1 ? all : null,
          scattered: `to ${id}`,
          all: all.map((i) => `${i}>${id}`),
          nothing: true,
          large: all,
          sum: (count * (count + 1)) / 2,
        });
    });

    test("what cannot travel is an error on every rank, and none hangs", () => {
      for (const { tried, after } of values("what cannot travel")) {
        for (const [i, error] of tried.entries())
          assert.match(error, /^ERR_PATCH_(BROADCAST|RANGE): /, `${i}: ${error}`);
        assert.deepEqual(
          after,
          Array.from({ length: count }, (_, i) => i),
        );
      }
    });

    test("gids: mistakes are named, with both that are in each other's way", () => {
      for (const { gids, exists, errors, left } of values("gids")) {
        assert.deepEqual(gids, [true, true, -10, 5, 3]);
        assert.equal(exists, 3);
        const expected = [
          /ERR_PATCH_PARALLEL_CONNECT: .*gid G2.*a has gid G1/,
          /ERR_PATCH_PARALLEL_CONNECT: .*gid G2.*a\(0\.5\) has gid G1/,
          /ERR_PATCH_PARALLEL_CONNECT: .*gid G1 is registered already, for a\(0\.5\).*b too/,
          /ERR_PATCH_PARALLEL_CONNECT: .*one gid.*got null and null/,
          /ERR_PATCH_PARALLEL_CONNECT: .*got 1 and 2/,
          /ERR_PATCH_PARALLEL_CONNECT: .*1\.5/,
          /ERR_PATCH_PARALLEL_CONNECT: .*-1/,
          /ERR_PATCH_PARALLEL_CONNECT: .*"1"/,
          /ERR_PATCH_PARALLEL_CONNECT: .*threshold belongs to the source/,
          /ERR_PATCH_TYPE: .*"wieght".*"weight"/,
          /ERR_PATCH_PARALLEL_CONNECT: .*got null/,
          /ERR_PATCH_HOC_CONNECT: .*a receives no spikes/,
          /ERR_PATCH_PARALLEL_CONNECT: .*threshold belongs to the source of gid G1/,
          /ERR_PATCH_PARALLEL_CONNECT: .*gid G77 has no cell/,
          /ERR_PATCH_PARALLEL_CONNECT: .*-3/,
          /ERR_PATCH_TYPE: .*key.*-3/,
          /ERR_PATCH_TYPE: .*source_var.*3/,
          /ERR_PATCH_PARALLEL_CONNECT: .*1\.5/,
        ];
        assert.equal(errors.length, expected.length);
        for (const [i, pattern] of expected.entries()) assert.match(errors[i], pattern);
        assert.equal(left, 0);
      }
    });

    test("several listeners of a gid hear the same", () => {
      const [first, ...others] = values("recording");
      for (const other of others) assert.equal(other, first);
    });

    test("a model that is wrong on one rank is an error on all, and the next run is right", () => {
      for (const error of values("a weight forgotten on one rank")) assert.match(error, /^ERR_PATCH_\w+: /);
      for (const name of ["a model wrong on one rank", "options wrong on one rank"])
        for (const { first, t } of values(name)) {
          assert.match(first, /^ERR_PATCH_\w+: /, name);
          near(t, 1);
        }
    });

    test("what NEURON notices on one rank only is an error on all, and the next run is right", () => {
      for (const { first, t } of values("a connection without delay")) {
        if (count > 1) assert.match(first, /^ERR_PATCH_SIMULATION: .*the delay 0 ms/);
        near(t, 1);
      }
      for (const { tried, t } of values("a target without a source")) {
        for (const error of tried) assert.match(error, /^ERR_PATCH_PARALLEL_CONNECT: .*no rank has a source.*500/);
        near(t, 1);
      }
    });

    test("a delay or a time step that is wrong on one rank is an error on all", () => {
      for (const { first, second, t } of values("a connection without delay on one rank")) {
        if (count > 1) assert.match(first, /^ERR_PATCH_SIMULATION: .*the delay 0 ms/);
        if (count > 1) assert.match(second, /^ERR_PATCH_SIMULATION: .*the same time step/);
        near(t, 1);
      }
    });

    test("what took part in continuous transfer can be disposed", () => {
      for (const { amp, t } of values("one of several cells in a transfer is disposed")) {
        assert.ok(amp < 0);
        near(t, 1);
      }
      for (const { before, after, t } of values("a transfer after nseg and after h forgot it")) {
        assert.ok(before < 0);
        assert.equal(after, before);
        near(t, 1);
      }
      for (const { left, error, t } of values("what takes part in a transfer is disposed")) {
        assert.equal(left, true);
        assert.match(error, /^ERR_PATCH_PARALLEL_CONNECT: .*no rank has a source/);
        near(t, 1);
      }
    });

    test("what a callback throws on one rank is an error on all, at once, and the next run is right", () => {
      for (const [id, { errors, calls, t }] of values("a callback of NEURON that throws on one rank").entries()) {
        const isLast = id === count - 1;
        for (const error of errors)
          assert.match(error, isLast ? /^undefined: mine$/ : /^ERR_PATCH_PARALLEL: .*another rank/);
        // After its failure a rank calls nothing of its own any more.
        assert.deepEqual(calls, isLast ? ["neither"] : ["running", "neither"]);
        near(t, 4);
      }
      if (count > 1) assert.match(end.text, /rank \d: thrown as soon as all ranks have arrived: RangeError: mine/);
    });

    test("so is whatever else it does wrong, HOC text too", () => {
      for (const [id, { tried, t }] of values("what else a callback does wrong on one rank").entries()) {
        const isLast = id === count - 1;
        const own = [
          /^HOC text of an event: ERR_PATCH_HOC: .*nosuch_ undefined/,
          /^HOC text of a spike: ERR_PATCH_HOC: .*nosuch_ undefined/,
          /^a run: ERR_PATCH_SIMULATION: (p\.run|h\.finitialize\(\)) cannot be done while NEURON runs/,
          /^what cannot be shown: itself$/,
          /^HOC text of a handler: ERR_PATCH_HOC: .*nosuch_ undefined/,
        ];
        for (const [i, pattern] of own.entries())
          assert.match(tried[i], isLast ? pattern : /: ERR_PATCH_PARALLEL: .*another rank/);
        near(t, 4);
      }
    });

    test("Ctrl-C that reaches one of them ends the run on all, and the next is right", () => {
      for (const [id, { error, t }] of values("Ctrl-C on one rank of a network").entries()) {
        assert.match(error, id === count - 1 ? /^ERR_PATCH_INTERRUPTED/ : /^ERR_PATCH_PARALLEL: .*another rank/);
        near(t, 4);
      }
    });

    test("an error that was caught ends no process later", () => {
      for (const error of values("time that passes after an error")) assert.match(error, /^ERR_PATCH_HOC: .*nosuch_/);
    });

    test("an uncaught error on one rank ends all", async () => {
      const { code, text } = await run([uncaught], ranks, 40);
      assert.notEqual(code, 0, text);
      assert.match(text, /on rank 0 only/);
    });
  });
}

describe("in this process", () => {
  test("p.parallel is one object, and so is p.ParallelContext()", () => {
    assert.equal(p.parallel, p.parallel);
    assert.equal(p.ParallelContext() as unknown, p.parallel);
    assert.deepEqual([p.parallel.id, p.parallel.nhost], [0, 1]);
  });

  test("gids are free again when what had them is gone", () => {
    for (let i = 0; i < 3; i++)
      p.scope(() => {
        const soma = p.Section({ insert: "hh" });
        p.ParallelCon(soma, 0);
        p.ParallelCon(0, p.ExpSyn(soma), { weight: 0 });
        p.run(1);
      });
    p.clear();
  });
});
