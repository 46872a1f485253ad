// This process among several.
import { native } from "../engine/engine.js";
import { deliver } from "../engine/print.js";

/** How many ranks there are, and which one this is. */
export function ranks(): readonly [count: number, own: number] {
  return native.ranks();
}

let isOnTheWay = false;

/**
 * For what all ranks do together. A rank that left it for an error of its own would leave the others waiting: what its
 * callbacks throw is told at once, and thrown when all have arrived.
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

/** What a callback has thrown. */
export function tellWaiting(error: unknown): void {
  if (!isOnTheWay) return;
  const what = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  deliver(`nrn-patch: rank ${ranks()[1]}: thrown as soon as all ranks have arrived: ${what}\n`, 2);
}
