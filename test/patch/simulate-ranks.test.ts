// Runs in pieces on many processes: all ranks advance and stop together, with the numbers of a run in one go.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { pieces } from "./parallel/pieces.js";
import { type End, type Result, run } from "./parallel/ranks.js";

for (const ranks of [1, 2, 4])
  describe(`on ${ranks} rank${ranks === 1 ? "" : "s"}`, () => {
    let end: End;
    before(async () => {
      end = await run(Object.keys(pieces), ranks, 100);
    });

    /** What every rank gave. */
    function values(name: string): any[] {
      assert.equal(end.code, 0, end.text);
      assert.equal(end.ranks.length, ranks, end.text);
      return end.ranks.map((results, id) => {
        const { error, message, value } = results[name] as Result;
        assert.equal(error, undefined, `rank ${id}: ${error}: ${message}`);
        return value;
      });
    }

    /** All stopped at the same time, in mid-run. */
    function together(times: readonly number[], from: number, to: number): void {
      assert.equal(times.length, ranks);
      for (const t of times) assert.ok(t === times[0] && t >= from && t < to, times.join(" "));
    }

    /** The last rank has its own error, the others say that there is one. */
    function mineOrTheirs(error: string, id: number, own: RegExp): void {
      assert.match(error, id === ranks - 1 ? own : /^ERR_PATCH_PARALLEL: p\.simulate: .*another rank/);
    }

    test("fixed step: every sample and spike is the same, to the bit", () => {
      assert.equal(
        values("a ring in pieces").reduce((sum, { spikes }) => sum + spikes, 0),
        20, // reference.py: ring
      );
      values("a gap in pieces");
      for (const [difference, steps] of values("a long run in pieces"))
        assert.deepEqual([difference, steps], [0, 60000]);
    });

    test("CVode: the same number of spikes, and the same end", () => {
      for (const { spikes, again } of values("CVode in pieces")) assert.deepEqual([spikes, again], [20, 20]);
    });

    test("an abort on one rank stops all, and all can go on", () => {
      for (const [id, { error, times }] of values("an abort on one rank").entries()) {
        mineOrTheirs(error, id, /RANGE|RangeError: enough/);
        together(times, 20, 60);
      }
    });

    test("what a callback throws on one rank stops all", () => {
      for (const [id, { error, times }] of values("a callback that throws on one rank").entries()) {
        mineOrTheirs(error, id, /RangeError: mine/);
        together(times, 0.9, 1.1);
      }
    });

    test("a loop left on one rank ends on all, without an error", () => {
      for (const { reports, times } of values("a loop left on one rank")) {
        assert.equal(reports, 5);
        together(times, 20, 30);
      }
    });

    test("what is wrong on one rank before the run is an error on all", () => {
      for (const [id, { error, times }] of values("a signal aborted before on one rank").entries()) {
        mineOrTheirs(error, id, /RangeError: no/);
        together(times, 0.9, 1.1);
      }
      for (const [id, { errors, times }] of values("wrong on one rank").entries()) {
        mineOrTheirs(errors[0], id, /ERR_PATCH_RANGE: p\.simulate: duration/);
        if (ranks > 1) assert.match(errors[1], /ERR_PATCH_PARALLEL: .*same time.* 10 ms.* 11/);
        together(times, 0.9, 1.1);
      }
    });
  });
