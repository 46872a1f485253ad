// The simulation that every hazard test runs afterwards: a soma that fires, against the numbers of Python NEURON.
import assert from "node:assert/strict";
import { run } from "../truth/cases/hh_soma.js";
import { doubles, reference } from "../truth/traces.js";

// A spike may fall into the neighbouring step on another processor.
const STEP = 0.025 + 1e-9;

/** Runs it beside whatever is left of the model, and compares each trace with what Python stored. */
export function checkSimulation(h: any, what = "afterwards"): void {
  const { tolerance, traces } = reference("hh_soma");
  const ours = run(h) as unknown as Record<string, Iterable<number> & { length: number }>;
  for (const [key, stored] of Object.entries(traces)) {
    if (Array.isArray(stored)) continue;
    const found = Float64Array.from(ours[key] ?? []);
    assert.equal(found.length, stored.size, `${what}: number of samples of ${key}`);
    const expected = doubles(stored.word);
    const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const allowed = key === "spikes" ? STEP : tolerance * scale;
    for (const [i, value] of expected.entries()) {
      const at = Math.min(i * stored.every, stored.size - 1);
      const off = Math.abs((found[at] as number) - value);
      assert.ok(off <= allowed, `${what}: ${key}[${at}] is ${found[at]}, in Python ${value}`);
    }
  }
  assert.ok((ours.spikes?.length ?? 0) > 0, `${what}: the soma fires`);
}
