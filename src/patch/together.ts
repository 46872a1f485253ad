// Ranks that do something together: what fails on one fails on all, and none waits for one that will never come.
import { ParallelError } from "../core/errors.js";
import { h } from "../hoc/h.js";
import type * as neuron from "../hoc/neuron/index.js";
import { endPatience, onTheWay, ranks } from "../hoc/ranks.js";
import { refuseInRun } from "../hoc/run.js";

let own: neuron.ParallelContext | undefined;

/** NEURON's own ParallelContext, for what ranks say to each other. */
export function pc(): neuron.ParallelContext {
  own ??= h.ParallelContext();
  return own;
}

/** How many there are. */
export function count(): number {
  return ranks()[0];
}

/** Whether any of the ranks says yes. */
export function anywhere(isHere: boolean): boolean {
  return count() > 1 ? pc().allreduce(isHere ? 1 : 0, 2) > 0 : isHere;
}

/** Runs the model on all ranks, none of which may leave on the way. */
export function advancedTogether<T>(what: string, action: () => T): T {
  if (count() === 1) return action();
  try {
    return together(what, () => onTheWay(action));
  } catch (error) {
    endPatience();
    throw error;
  }
}

/** Does it on all ranks; the error of one is an error on all. */
export function together<T>(what: string, action: () => T): T {
  if (count() === 1) return action();
  // Where the others may be in the middle of a step, nothing can be agreed on.
  refuseInRun(what);
  let value: T | undefined;
  let failure: { readonly error: unknown } | undefined;
  try {
    value = action();
  } catch (error) {
    failure = { error };
  }
  const hasFailed = anywhere(failure !== undefined);
  if (failure !== undefined) throw failure.error;
  if (hasFailed) throw new ParallelError(`${what}: it failed on another rank, whose error says why.`);
  return value as T;
}
