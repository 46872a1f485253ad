// The same model in Python NEURON and here gives the same numbers, bit by bit.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cases, runHere, runInPython, type Trace } from "./traces.js";

const python = process.env.NRN_PATCH_PYTHON;
assert.ok(python, "NRN_PATCH_PYTHON names a Python that has NEURON: use npm run test:truth");
assert.ok(cases.length > 0, "no truth cases were found");

describe("bit for bit as in Python", { concurrency: 2 }, () => {
  for (const name of cases) {
    test(name, async () => {
      const [theirs, ours] = await Promise.all([runInPython(python, name), runHere(name)]);
      assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
      assert.ok(
        Object.values(ours).some((trace) => trace.length > 0),
        "the case has no samples",
      );
      for (const [key, trace] of Object.entries(theirs)) {
        assert.equal(firstDifference(trace, ours[key]), undefined, key);
      }
    });
  }
});

function firstDifference(theirs: Trace, ours: Trace = []): string | undefined {
  for (let i = 0; i < Math.max(theirs.length, ours.length); i++) {
    if (!Object.is(theirs[i], ours[i])) return `[${i}] of ${theirs.length}: Python ${theirs[i]}, here ${ours[i]}`;
  }
  return undefined;
}
