// Point processes and artificial cells: placed on anything with a place, stimulated in one call.
import { described, finite, isPlain } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError, HocRecordError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { entryFor, register, registerPointProcess } from "../hoc/classes.js";
import { memberOf } from "../hoc/names.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, infoOf } from "../hoc/object.js";
import type { Pointer } from "../hoc/pointer.js";
import { PointProcess as HocPointProcess } from "../hoc/process.js";
import { ownClass } from "../hoc/root.js";
import { stimulating } from "./netcon.js";
import type { VecStim } from "./stimulus.js";

/** What `stimulate` makes a NetStim of; NEURON's own defaults: start 50 ms, number 10, interval 10 ms, noise 0. */
export interface StimulateOptions extends ConnectionOptions {
  /** Time of the first spike, ms. */
  readonly start?: number;
  readonly number?: number;
  /** Between spikes, ms. */
  readonly interval?: number;
  /** 0 regular … 1 Poisson. */
  readonly noise?: number;
}

export interface ConnectionOptions {
  /** Weight of the connection; 0.04 unless given. */
  readonly weight?: number;
  /** Delay of the connection, ms; 0 unless given. */
  readonly delay?: number;
}

interface Stimulable {
  /** Spikes at the times of the pattern, ms. */
  stimulate(pattern: Iterable<number>, options?: ConnectionOptions): VecStim;
  /** Regular or noisy spikes. */
  stimulate(options?: StimulateOptions): neuron.NetStim;
  __neuron__(): this;
}

declare module "../hoc/neuron/processes.js" {
  interface PointProcess extends Stimulable {
    __record__(): Pointer;
  }
}
declare module "../hoc/neuron/artificial.js" {
  interface ArtificialCell extends Stimulable {}
}

const stimKeys = ["start", "number", "interval", "noise"] as const;
type StimKey = (typeof stimKeys)[number];
const connectionKeys = ["weight", "delay"] as const;
const allKeys = [...stimKeys, ...connectionKeys];

function checkOptions(where: () => string, options: unknown, keys: readonly string[]): Record<string, number> {
  if (!isPlain(options)) throw new ArgumentTypeError(`${where()}: expected options, got ${described(options)}.`);
  for (const key of Object.keys(options)) {
    if (!keys.includes(key))
      throw new ArgumentTypeError(`${where()}: unknown option "${key}".${didYouMean(key, keys)}`);
    const value = (options as Record<string, unknown>)[key];
    if (!Number.isFinite(value)) finite(`${where()}: ${key}`, value);
  }
  return options as Record<string, number>;
}

/** One by one: a name that is not written out costs more to set than all of them together. */
function setStimulus(stimulus: Record<StimKey, number>, given: Readonly<Record<string, number | undefined>>): void {
  if (given.start !== undefined) stimulus.start = given.start;
  if (given.number !== undefined) stimulus.number = given.number;
  if (given.interval !== undefined) stimulus.interval = given.interval;
  if (given.noise !== undefined) stimulus.noise = given.noise;
}

export class PatchProcess extends HocPointProcess {
  stimulate(first: unknown = {}, options: unknown = {}): HocObject {
    const where = () => `${String(this)}.stimulate`;
    const isPattern = typeof first === "object" && first !== null && Symbol.iterator in first;
    const given = isPattern ? checkOptions(where, options, connectionKeys) : checkOptions(where, first, allKeys);
    const { weight = 0.04, delay = 0 } = given;
    if (delay < 0) throw new ArgumentRangeError(`${where()}: delay: expected 0 ms or more, got ${delay}.`);
    const make = (name: string) => entryFor(name).make as new (...args: unknown[]) => HocObject;
    let stimulus: HocObject;
    if (isPattern) {
      stimulus = makeVecStim(first);
    } else {
      stimulus = new (make("NetStim"))();
      setStimulus(stimulus as unknown as Record<StimKey, number>, given);
    }
    try {
      stimulating(stimulus, this, weight, delay);
    } catch (error) {
      stimulus.dispose(); // it would stimulate nothing
      throw error;
    }
    return stimulus;
  }

  __neuron__(): this {
    return this;
  }

  __record__(): Pointer {
    const own = this as unknown as { _ref_i?: Pointer };
    if (lookupMember(this, "i")) return own._ref_i as Pointer;
    throw new HocRecordError(
      `${String(this)} has no current i: record one of its variables, such as ${String(this)}._ref_….`,
    );
  }
}
registerPointProcess(PatchProcess as unknown as new (...args: unknown[]) => HocObject);

/** Known by name before NEURON runs, for `instanceof` and subclasses. */
class PatchNetStim extends PatchProcess {}
ownClass(PatchNetStim);
register("NetStim", PatchNetStim as unknown as new (...args: unknown[]) => HocObject);

/** Set by stimulus.ts, which knows how to load the extension. */
let makeVecStim: (pattern: unknown) => HocObject = () => {
  throw new ArgumentTypeError("VecStim is not there.");
};
export function setVecStim(make: (pattern: unknown) => HocObject): void {
  makeVecStim = make;
}

function lookupMember(object: HocObject, name: string): boolean {
  return memberOf(infoOf(object).symbol, name, 0) !== undefined;
}
