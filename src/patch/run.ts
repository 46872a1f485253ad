// Running: finitialize, continuerun, run. On several ranks they advance together.
import { described, isPlain, number } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError, UninitializedError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { refuseMeanwhile } from "../hoc/claim.js";
import { scenes } from "../hoc/graphics/hook.js";
import { h } from "../hoc/h.js";
import { beforeRun } from "../hoc/run.js";
import { hasInitialised } from "../hoc/stale.js";
import { untyped } from "../hoc/untyped.js";
import { isInitialised, watchInitialisation } from "./initialise.js";
import { advanceTogether, prepareTransfer } from "./parallel.js";
import { advancedTogether, count, together } from "./together.js";
import { checkWeights } from "./weights.js";

/** NEURON's finitialize, from `h.v_init` unless a potential is given. */
export function finitialize(v: number = h.v_init): void {
  refuseMeanwhile("p.finitialize");
  initialise(together("p.finitialize", () => prepared(number("p.finitialize: v", v))));
}

/** What can be found wrong is found on all ranks before any of them begins. */
export function prepared(v: number): number {
  watchInitialisation();
  if (count() > 1) {
    beforeRun("finitialize");
    checkWeights();
  }
  return v;
}

export function initialise(v: number): void {
  prepareTransfer();
  advancedTogether("p.finitialize", () => h.finitialize(v));
  // As NEURON's stdinit does: the model's own Graphs begin their lines anew.
  if (scenes().length > 0) untyped(h).initPlot();
}

/** NEURON's continuerun, up to the time `tStop`, ms. */
export function continuerun(tStop: number): void {
  refuseMeanwhile("p.continuerun");
  advance(
    together("p.continuerun", () => {
      const stop = number("p.continuerun: tStop", tStop);
      if (isInitialised() || hasInitialised()) return stop;
      throw new UninitializedError("p.continuerun: initialise first, with p.finitialize().");
    }),
  );
}

function advance(stop: number): void {
  if (count() > 1) advanceTogether(stop);
  else h.continuerun(stop);
}

export interface RunOptions {
  /** Membrane potential at the start, mV; `h.v_init` unless given. */
  readonly vInit?: number;
}

/** Initialises and runs for a duration, ms; without one, NEURON's own `run`, up to `h.tstop`. */
export function run(duration?: number, options: RunOptions = {}): void {
  refuseMeanwhile("p.run");
  const { length, v } = together("p.run", () => checked(duration, options));
  if (duration === undefined && count() === 1 && options.vInit === undefined) {
    h.run();
    return;
  }
  initialise(v);
  advance(length);
}

function checked(duration: unknown, options: unknown): { length: number; v: number } {
  if (!isPlain(options)) throw new ArgumentTypeError(`p.run: options: expected { vInit }, got ${described(options)}.`);
  for (const key of Object.keys(options))
    if (key !== "vInit") throw new ArgumentTypeError(`p.run: unknown option "${key}".${didYouMean(key, ["vInit"])}`);
  const length = duration === undefined ? h.tstop : number("p.run: duration", duration);
  if (length < 0) throw new ArgumentRangeError(`p.run: duration: expected 0 ms or more, got ${length}.`);
  return { length, v: prepared(options.vInit === undefined ? h.v_init : number("p.run: vInit", options.vInit)) };
}
