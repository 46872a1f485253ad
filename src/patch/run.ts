// Running: finitialize, continuerun, run. On several ranks they advance together.
import { described, isPlain, number } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError, UninitializedError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { h } from "../hoc/h.js";
import { isInitialised, watchInitialisation } from "./initialise.js";
import { hasInitialised } from "../hoc/stale.js";
import { advanceTogether, prepareTransfer, ranks } from "./parallel.js";

/** NEURON's finitialize, from `h.v_init` unless a potential is given. */
export function finitialize(v: number = h.v_init): void {
  watchInitialisation();
  const at = number("p.finitialize: v", v);
  prepareTransfer();
  h.finitialize(at);
}

/** NEURON's continuerun, up to the time `tStop`, ms. */
export function continuerun(tStop: number): void {
  const stop = number("p.continuerun: tStop", tStop);
  if (!isInitialised() && !hasInitialised()) throw new UninitializedError("p.continuerun: initialise first, with p.finitialize().");
  if (ranks() > 1) advanceTogether(stop);
  else h.continuerun(stop);
}

export interface RunOptions {
  /** Membrane potential at the start, mV; `h.v_init` unless given. */
  readonly vInit?: number;
}

/** Initialises and runs for a duration, ms; without one, NEURON's own `run`, up to `h.tstop`. */
export function run(duration?: number, options: RunOptions = {}): void {
  if (!isPlain(options)) throw new ArgumentTypeError(`p.run: options: expected { vInit }, got ${described(options)}.`);
  const { vInit } = options;
  for (const key of Object.keys(options))
    if (key !== "vInit") throw new ArgumentTypeError(`p.run: unknown option "${key}".${didYouMean(key, ["vInit"])}`);
  const length = duration === undefined ? h.tstop : number("p.run: duration", duration);
  if (length < 0) throw new ArgumentRangeError(`p.run: duration: expected 0 ms or more, got ${length}.`);
  if (duration === undefined && ranks() === 1 && vInit === undefined) {
    watchInitialisation();
    h.run();
    return;
  }
  finitialize(vInit as number | undefined);
  continuerun(length);
}
