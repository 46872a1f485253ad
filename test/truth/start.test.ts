// `npm start` computes what Python computes, to the last bit of every sample that it writes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const bits = (value: number): string => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString("hex");
};

test("the pyramidal cell of npm start fires as in Python", () => {
  const python = process.env.NRN_PATCH_PYTHON;
  assert.ok(python, "NRN_PATCH_PYTHON names a Python that has NEURON: use npm run test:truth");
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-start-"));
  try {
    const file = join(folder, "pyramid.csv");
    const report = execFileSync(process.execPath, ["examples/pyramid.mjs", file], { encoding: "utf8" });
    const theirs = execFileSync(python, ["test/truth/start.py"], { encoding: "utf8" }).trim().split("\n");
    const ours = readFileSync(file, "utf8").trim().split("\n").slice(1);

    const spikes = (theirs.pop() as string).split(" ").slice(1);
    assert.equal(spikes.length, 7);
    assert.match(report, new RegExp(`7 spikes, at ${spikes.join(", ")} ms`));
    assert.match(report, /79 sections/);
    assert.equal(ours.length, 4001);
    assert.deepEqual(
      ours.map((row) =>
        row
          .split(",")
          .map((cell) => bits(Number(cell)))
          .join(" "),
      ),
      theirs,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
