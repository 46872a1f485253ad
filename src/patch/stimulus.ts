// VecStim: spikes at given times. Its mechanism is an extension of ours, loaded when the first one is made.
import { described } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import { entryFor, register } from "../hoc/classes.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, invokeNamed, keep, unkeep } from "../hoc/object.js";
import { ownClass } from "../hoc/root.js";
import { loadExtension } from "./extension.js";
import { PatchProcess, setVecStim } from "./process.js";
import { newVector } from "./record.js";

/** An artificial cell that spikes at the times of its pattern, ms. */
export interface VecStim extends neuron.ArtificialCell {
  /** The times, ms, sorted; setting it replaces them. */
  get pattern(): Float64Array;
  set pattern(times: Iterable<number>);
  /** The Vector of times that it plays. */
  readonly vector: neuron.Vector;
}

/** The times of a pattern in order: any iterable of finite times from 0 on. */
function sorted(pattern: unknown): Float64Array {
  if (typeof pattern !== "object" || pattern === null || !(Symbol.iterator in pattern))
    throw new ArgumentTypeError(`VecStim: pattern: expected times, ms, got ${described(pattern)}.`);
  const times = [...(pattern as Iterable<unknown>)].map((time, i) => {
    if (typeof time !== "number")
      throw new ArgumentTypeError(`VecStim: pattern[${i}]: expected a time in ms, got ${described(time)}.`);
    if (!(Number.isFinite(time) && time >= 0))
      throw new ArgumentRangeError(`VecStim: pattern[${i}]: expected a finite time from 0 ms on, got ${time}.`);
    return time;
  });
  return Float64Array.from(times).sort();
}

class PatchVecStim extends PatchProcess {
  #vector: neuron.Vector | undefined = undefined;

  constructor(pattern?: Iterable<number>) {
    const times = pattern === undefined ? undefined : sorted(pattern); // before anything is made
    super();
    if (times !== undefined) this.#play(times);
  }

  get vector(): neuron.Vector {
    if (this.#vector === undefined) this.#play(new Float64Array(0));
    return this.#vector as neuron.Vector;
  }

  get pattern(): Float64Array {
    return this.vector.toArray();
  }
  set pattern(times: Iterable<number>) {
    this.#play(sorted(times));
  }

  #play(times: Float64Array): void {
    const vector = newVector(times);
    invokeNamed(this, "play", [vector]);
    unkeep(this);
    keep(this, [vector]);
    this.#vector = vector;
  }
}
ownClass(PatchVecStim);
register("VecStim", PatchVecStim as unknown as new (...args: unknown[]) => HocObject);

export function vecStimClass(): new (pattern?: Iterable<number>) => VecStim {
  loadExtension("VecStim");
  return entryFor("VecStim").make as unknown as new (
    pattern?: Iterable<number>,
  ) => VecStim;
}

setVecStim((pattern) => {
  const times = sorted(pattern); // read once: a generator gives its times no second time
  return new (vecStimClass())(times) as unknown as HocObject;
});
