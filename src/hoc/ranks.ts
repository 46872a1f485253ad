// This process among several.
import { inspect } from "node:util";
import { native } from "../engine/engine.js";
import { deliver } from "../engine/print.js";

/** How many ranks there are, and which one this is. */
export function ranks(): readonly [count: number, own: number] {
  return native.ranks();
}

/**
 * Continuous transfer: whether it was set up past `p.parallel`, which then does not know of all of it, and who hears that
 * NEURON forgets it.
 */
export const crossed: { byHand: boolean; forgotten: () => void } = { byHand: false, forgotten: () => {} };

/** `pc.gid_clear(kind)` was called: all kinds but gids alone and multisplit alone end it. */
export function forgetCrossings(kind: unknown): void {
  if (kind === 1 || kind === 2) return;
  crossed.byHand = false;
  crossed.forgotten();
}

let isOnTheWay = false;

/**
 * For what all ranks do together. A rank that left it for an error of its own would leave the others waiting: what its
 * callbacks, and HOC text that NEURON calls back, fail with is told at once, and thrown when all have arrived.
 */
export function onTheWay<T>(action: () => T): T {
  if (isOnTheWay) return action();
  isOnTheWay = true;
  native.deferFailures(true);
  try {
    return action();
  } finally {
    native.deferFailures(false);
    isOnTheWay = false;
  }
}

/** After a failure that all ranks know of: NEURON's own psolve no longer waits for something to move, to end the process. */
export function endPatience(): void {
  native.endPatience();
}

/** What a callback has thrown. */
export function tellWaiting(error: unknown): void {
  if (!isOnTheWay) return;
  deliver(`nrn-patch: rank ${ranks()[1]}: thrown as soon as all ranks have arrived: ${inWords(error)}\n`, 2);
}

/** Anything can be thrown, and what has no text must not be lost for it. */
function inWords(thrown: unknown): string {
  try {
    return thrown instanceof Error ? (thrown.stack ?? String(thrown)) : inspect(thrown);
  } catch {
    return "something that cannot be shown";
  }
}
