// NEURON's demonstrations in pieces: every sample and every spike is that of NEURON's own run(), which truth.test.ts
// holds against Python's. Each run has a process of its own: a stochastic model goes on with its random numbers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { mechanisms } from "./mechanisms.js";

const program = fileURLToPath(new URL("./pieces.js", import.meta.url));

async function run(...args: number[]): Promise<any> {
  const env = { ...process.env, TRUTH_MECHANISMS: await mechanisms() };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args.map(String)], { env });
  return JSON.parse(stdout.trim().split("\n").pop() as string);
}

describe("bit for bit as in one go", { concurrency: 2 }, () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    test(`demonstration ${number}`, async () => {
      const { pieces: none, ...expected } = await run(number);
      assert.ok(none === 0 && expected.samples > 100, `${expected.samples} samples`);
      for (const every of [0, 0.037, expected.t / 2]) {
        const { pieces, ...found } = await run(number, every);
        assert.deepEqual(found, expected, `every ${every} ms`);
        if (every > 0) assert.ok(pieces >= 2, `${pieces} pieces`);
      }
    });
  }
});
