// A simulation that is made in pieces: between them the model can be read and changed, and nothing else may advance it.
import { SimulationError } from "../core/errors.js";

let holder: (() => string) | undefined;
let isAdvancing = false;

/** Takes the simulation for one run in pieces; `describe` says which, and how far it is. */
export function claim(describe: () => string): void {
  holder = describe;
}

export function release(): void {
  holder = undefined;
}

/** What the run in pieces does itself. */
export function advancing<T>(action: () => T): T {
  const before = isAdvancing;
  isAdvancing = true;
  try {
    return action();
  } finally {
    isAdvancing = before;
  }
}

/** Whether a run in pieces holds the simulation, and it is not that run which asks. */
export function isClaimed(): boolean {
  return holder !== undefined && !isAdvancing;
}

export function refuseMeanwhile(what: string): void {
  if (holder === undefined || isAdvancing) return;
  throw new SimulationError(
    `${what}: a simulation is under way: ${holder()}. Wait for its end, abort it, or leave its loop.`,
  );
}
