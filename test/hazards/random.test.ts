// Thousands of random calls with random arguments on random objects, in processes of their own: none of them dies.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { described, runFile } from "./children.js";

const CALLS = 2500;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe(`${CALLS} random calls`, { concurrency: 2 }, () => {
  for (const seed of SEEDS) {
    test(`of seed ${seed}`, async () => {
      const end = await runFile("fuzz.js", [String(seed), String(CALLS)], { seconds: 30 });
      const calls = end.stdout.split("\n").slice(-4).join("\n");
      assert.ok(end.code === 0 && /right .*\n$/.test(end.stdout), `${described({ ...end, stdout: calls })}`);
    });
  }
});
