// What the tests of h share: h without its types, comparisons with a tolerance, a folder that goes away.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { h as typed, untyped } from "nrn-patch";

/** Names of HOC text and of mechanisms exist only at run time. */
export const h = untyped(typed);

/** Numbers that came out of another build of NEURON or another order of additions. */
export function close(found: number | Iterable<number>, expected: number | Iterable<number>, tolerance = 1e-9): void {
  const [ours, theirs] = [found, expected].map((x) => (typeof x === "number" ? [x] : [...x])) as [number[], number[]];
  assert.equal(ours.length, theirs.length, `found ${ours}, expected ${theirs}`);
  for (const [i, value] of theirs.entries()) {
    const error = Math.abs((ours[i] as number) - value);
    assert.ok(error <= tolerance * Math.max(1, Math.abs(value)), `[${i}]: found ${ours[i]}, expected ${value}`);
  }
}

/** Takes out of the model what a test left there. */
export function clean(): void {
  for (const sec of h.allsec()) sec.dispose();
}

export const names = (sections: Iterable<unknown>): string[] => [...sections].map(String);

const folder = mkdtempSync(join(tmpdir(), "nrn-patch-test-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The path of a file in a folder that goes away with the process; written when there is text. */
export function file(name: string, text?: string): string {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

/** What NEURON prints while `action` runs. */
export function printed(action: () => void): string {
  let all = "";
  const stop = h.onPrint((text: string) => {
    all += text;
  });
  try {
    action();
  } finally {
    stop();
  }
  return all;
}
