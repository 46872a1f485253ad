// Plays, and recordings at times of their own: NEURON sends itself an event for each, and would deliver what is still on
// its way to where an ended one was.
import { native } from "../engine/engine.js";
import { hasVariableStep } from "./run.js";
import { lastInitialisation } from "./stale.js";

/** One of them. */
export interface Timed {
  readonly isPlay: boolean;
  /** What follows the pointer: an interval, ms, or the Vector of times. */
  readonly when: number | Times;
  /** The last initialisation before it began. */
  readonly since: number;
}

export interface Times {
  /** The times, ms; none of a Vector that is gone. */
  times(): Iterable<number>;
}

export function timed(isPlay: boolean, when: number | Times): Timed {
  return { isPlay, when, since: lastInitialisation() };
}

/** Whether an event for it is on its way; `length`: how many numbers its Vector has. */
export function isAwaited({ isPlay, when, since }: Timed, length: number): boolean {
  if (since === lastInitialisation()) return false; // the first one is sent when the simulation is initialised
  const now = native.scalar(native.lookup("t")) as number;
  const isPast = (time: number): boolean => (hasVariableStep() ? time < now : time <= now);
  if (typeof when === "number") return !isPlay || !isPast((length - 1) * when);
  for (const time of when.times()) if (!isPast(time)) return true;
  return false;
}

/** Whether a run is under way that has left its beginning, where all events are sent anew. */
export function isDelivering(): boolean {
  return native.inRun() && native.scalar(native.lookup("t")) !== 0;
}
