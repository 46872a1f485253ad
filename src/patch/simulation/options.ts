// What a run in pieces is told, and what it tells: options, reports, and the checks of them.
import { boolean, described, finite, isPlain, number, positive, wrongType } from "../../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import { h } from "../../hoc/h.js";

/** How far a simulation is. */
export interface SimulationStep {
  /** Model time, ms. */
  readonly t: number;
  /** Model time at which the run ends, ms. */
  readonly stop: number;
  /** Of the model time that is to be run, 0 … 1. */
  readonly fraction: number;
  /** Real time since the run began, s. */
  readonly elapsed: number;
  /** Estimate of the real time that is still needed, s: at the mean speed up to now. */
  readonly remaining: number;
}

/** What a run in pieces came to. */
export interface SimulationReport {
  /** Model time at the end, ms. */
  readonly t: number;
  /** Time steps made: calls of `fadvance`. NaN where NEURON does not count them: the local time step, and CVode on several ranks. */
  readonly steps: number;
  /** Real time from the beginning to the end, s. */
  readonly wallTime: number;
}

export interface SimulationOptions {
  /** Membrane potential at the start, mV; `h.v_init` unless given. */
  readonly vInit?: number | undefined;
  /** Whether to initialise first; without, the run goes on from where the model is, for the duration. Default true. */
  readonly reset?: boolean | undefined;
  /** Model time between reports, ms; without it there is a report after each piece, about 50 ms of real time. */
  readonly every?: number | undefined;
  /** Stops the run: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** A bar on standard error when that is a terminal, and a line every five seconds when it is none. Default false. */
  readonly progress?: boolean | undefined;
}

export interface SimulateOptions extends SimulationOptions {
  /** Called with each report; what it throws, or rejects with, is what the run rejects with. */
  readonly onProgress?: ((step: SimulationStep) => unknown) | undefined;
}

export interface Checked {
  /** The call that this is, for messages. */
  readonly name: string;
  /** Undefined: NEURON's own initialisation and `h.tstop`. */
  readonly duration: number | undefined;
  readonly vInit: number | undefined;
  readonly reset: boolean;
  readonly every: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly progress: boolean;
  readonly onProgress: ((step: SimulationStep) => unknown) | undefined;
}

const keys = ["vInit", "reset", "every", "signal", "progress"];

export function checkedOptions(name: string, duration: unknown, options: unknown, more: readonly string[]): Checked {
  if (!isPlain(options)) throw wrongType(`${name}: options`, "an object of options", options);
  const known = [...keys, ...more];
  for (const key of Object.keys(options))
    if (!known.includes(key)) throw new ArgumentTypeError(`${name}: unknown option "${key}".${didYouMean(key, known)}`);
  const length = finite(`${name}: duration`, duration === undefined ? h.tstop : duration);
  if (length < 0) throw new ArgumentRangeError(`${name}: duration: expected 0 ms or more, got ${length}.`);
  const { vInit, reset, every, signal, progress, onProgress } = options;
  const isReset = yesOrNo(`${name}: reset`, reset, true);
  if (!isReset && vInit !== undefined)
    throw new ArgumentTypeError(`${name}: vInit belongs to an initialisation, and with reset: false there is none.`);
  if (!isReset && duration === undefined)
    throw new ArgumentTypeError(`${name}: with reset: false, say for how long: expected a duration, got undefined.`);
  return {
    name,
    duration: duration === undefined ? undefined : length,
    vInit: vInit === undefined ? undefined : number(`${name}: vInit`, vInit),
    reset: isReset,
    every: every === undefined ? undefined : positive(`${name}: every`, every),
    signal: checkedSignal(`${name}: signal`, signal),
    progress: yesOrNo(`${name}: progress`, progress, false),
    onProgress: checkedCallback(`${name}: onProgress`, onProgress),
  };
}

function yesOrNo(name: string, value: unknown, otherwise: boolean): boolean {
  return value === undefined ? otherwise : boolean(name, value);
}

function checkedSignal(name: string, value: unknown): AbortSignal | undefined {
  if (value === undefined || value instanceof AbortSignal) return value;
  const isController = value instanceof AbortController ? " Pass its .signal." : "";
  throw new ArgumentTypeError(`${name}: expected an AbortSignal, got ${described(value)}.${isController}`);
}

function checkedCallback(name: string, value: unknown): Checked["onProgress"] {
  if (value === undefined) return undefined;
  if (typeof value !== "function") throw wrongType(name, "a function", value);
  return value as Checked["onProgress"];
}
