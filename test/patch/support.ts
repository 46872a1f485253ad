// What the tests of p share: p and h without their types, a model that is gone after each test, traces to compare.
import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { h as typedH, p as typedP, untyped, type Vector } from "nrn-patch";

/** For what the types refuse, and for names that exist only at run time. */
export const loose = { p: untyped(typedP), h: untyped(typedH) };

/** Takes everything out of the model after each test of a file. */
export function clearAfterEach(): void {
  afterEach(() => {
    typedP.clear();
    typedH.celsius = 6.3;
    typedH.v_init = -65;
    typedH.dt = 0.025;
    typedH.tstop = 5;
  });
}

/** The same numbers, every one of them to the bit. */
export function same(found: Iterable<number>, expected: Iterable<number>): void {
  const [ours, theirs] = [[...found], [...expected]];
  assert.equal(ours.length, theirs.length);
  for (const [i, value] of theirs.entries())
    assert.ok(Object.is(ours[i], value), `[${i}] of ${theirs.length}: found ${ours[i]}, expected ${value}`);
}

/** Numbers stored in a file: another processor's mathematical library may differ in the last digits. */
export function near(found: number | undefined, expected: number, tolerance = 1e-9): void {
  const error = Math.abs((found ?? Number.NaN) - expected);
  assert.ok(error <= tolerance * Math.max(1, Math.abs(expected)), `found ${found}, expected ${expected}`);
}

/** The potential in the middle of a section during a run of NEURON's own. */
export function traced(vector: Vector): number[] {
  return [...vector];
}

/** How many sections and objects of a class there are. */
export function count(name: string): number {
  return name === "Section" ? [...typedH.allsec()].length : untyped(typedH).List(name).count();
}

export const { gc } = globalThis as { gc?: () => void };

/** Waits until what nobody holds may have gone. */
export async function collect(): Promise<void> {
  assert.ok(gc, "the tests run with --expose-gc");
  for (let i = 0; i < 3; i++) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
