// The truth cases give the numbers that Python NEURON gave elsewhere: stored, thinned, compared within a tolerance.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cases, doubles, type Reference, reference, runHere, type Trace } from "../truth/traces.js";

// A spike may fall into the neighbouring step on another processor.
const STEP = 0.025 + 1e-9;

assert.ok(cases.length > 0, "no truth cases were found");

describe("as Python stored it", { concurrency: 2 }, () => {
  for (const name of cases) {
    test(name, async () => {
      const { tolerance, traces } = reference(name);
      const ours = await runHere(name);
      for (const [key, stored] of Object.entries(traces)) {
        compare(key, stored, ours[key], tolerance);
      }
    });
  }
});

function compare(key: string, stored: Reference["traces"][string], trace: Trace = [], tolerance: number) {
  if (Array.isArray(stored)) {
    assert.deepEqual(trace, stored, key);
    return;
  }
  assert.equal(trace.length, stored.size, `${key}: number of samples`);
  const expected = doubles(stored.word);
  const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const allowed = key.startsWith("spikes") ? STEP : tolerance * scale;
  for (const [i, value] of expected.entries()) {
    const index = Math.min(i * stored.every, stored.size - 1);
    const found = trace[index] as number;
    assert.ok(
      Math.abs(found - value) <= allowed,
      `${key}[${index}]: stored ${value}, here ${found}, allowed ${allowed}`,
    );
  }
}
