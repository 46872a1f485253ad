// Current and voltage clamps: NEURON's own classes with names that say what they are, and currents from a series.
import { described, finite, isPlain, number } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { entryFor, register } from "../hoc/classes.js";
import { h } from "../hoc/h.js";
import type * as neuron from "../hoc/neuron/index.js";
import type { HocObject } from "../hoc/object.js";
import { isObjectAlive } from "../hoc/object.js";
import type { Pointer } from "../hoc/pointer.js";
import { ownClass } from "../hoc/root.js";
import type { Section } from "../hoc/section.js";
import { PatchProcess } from "./process.js";
import { newVector } from "./record.js";

/** A constant current, nA, or one value for each `h.dt` from the delay on. */
export type Amplitude = number | Iterable<number>;

export interface IClampOptions {
  /** Where on the section, 0 … 1; 0.5 unless given. */
  readonly x?: number;
  /** Start, ms; 0 unless given. */
  readonly delay?: number;
  /** Length, ms; without end unless given. */
  readonly duration?: number;
  /** nA. */
  readonly amplitude: Amplitude;
}

export interface SEClampOptions {
  /** Where on the section, 0 … 1; 0.5 unless given. */
  readonly x?: number;
  /** The potential, mV, or the three of before, during and after. */
  readonly voltage: number | readonly [number, number, number];
  /** Length of the phase before, ms; 0 unless given. */
  readonly before?: number;
  /** Length of the phase at `voltage`, ms; without end unless given. */
  readonly duration?: number;
  /** Length of the phase after, ms; 0 unless given. */
  readonly after?: number;
  /** The potential before and after, mV; `h.v_init` unless given. */
  readonly holding?: number;
}

declare module "../hoc/neuron/processes.js" {
  interface IClamp {
    /** Length of the pulse, ms: NEURON's `dur`. */
    get duration(): number;
    set duration(value: number);
    /** Strength, nA: a number, or a series from `delay` on, one value for each `h.dt`, the last one held. */
    get amplitude(): Amplitude;
    set amplitude(value: Amplitude);
  }
  interface SEClamp {
    /** Length of the first phase, ms: `dur1`. */
    get delay(): number;
    set delay(value: number);
    /** Length of the second phase, ms: `dur2`. */
    get duration(): number;
    set duration(value: number);
    /** Length of the third phase, ms: `dur3`. */
    get after(): number;
    set after(value: number);
    /** The three potentials, mV. A number sets the second; three set all. */
    get voltage(): number[];
    set voltage(value: number | readonly number[]);
    /** The potential of the first and third phase, mV. */
    get holding(): number;
    set holding(value: number);
  }
}

interface Pulse {
  delay: number;
  dur: number;
  amp: number;
  readonly _ref_amp: Pointer;
}
type Own<T> = PatchProcess & T;

/** Clamps that play a series; their samples are laid out anew at each initialisation, for delay and dt as they are then. */
const playing = new Set<PatchIClamp>();

class PatchIClamp extends PatchProcess {
  #series: number[] | undefined = undefined;
  #values: neuron.Vector | undefined = undefined;
  #times: neuron.Vector | undefined = undefined;

  get duration(): number {
    return (this as unknown as Own<Pulse>).dur;
  }
  set duration(value: number) {
    (this as unknown as Own<Pulse>).dur = number(`${String(this)}.duration`, value);
  }

  get amplitude(): Amplitude {
    return this.#series === undefined ? (this as unknown as Own<Pulse>).amp : [...this.#series];
  }
  set amplitude(value: Amplitude) {
    const where = `${String(this)}.amplitude`;
    if (typeof value === "number") {
      const checked = number(where, value);
      this.#end();
      (this as unknown as Own<Pulse>).amp = checked;
      return;
    }
    if (typeof value !== "object" || value === null || !(Symbol.iterator in value))
      throw new ArgumentTypeError(`${where}: expected a number or a series of numbers, got ${described(value)}.`);
    const series = [...value].map((v, i) => finite(`${where}[${i}]`, v));
    if (series.length === 0) throw new ArgumentTypeError(`${where}: the series is empty.`);
    this.#series = series;
    (this as unknown as Own<Pulse>).amp = 0;
    playing.add(this);
  }

  /** Lays the series out from `delay` on. */
  layOut(): void {
    const series = this.#series as number[];
    const pulse = this as unknown as Own<Pulse>;
    const { delay } = pulse;
    const dt = h.dt;
    this.#values?.play_remove();
    this.#values = newVector([0, ...series]);
    this.#times = newVector([0, ...series.map((_, i) => delay + i * dt)]);
    if (delay <= 0) {
      this.#values = newVector(series);
      this.#times = newVector(series.map((_, i) => delay + i * dt));
    }
    this.#values.play(pulse._ref_amp, this.#times);
  }

  #end(): void {
    this.#series = undefined;
    this.#values?.play_remove();
    this.#values = undefined;
    playing.delete(this);
  }

  override dispose(): void {
    this.#values?.play_remove();
    playing.delete(this);
    super.dispose();
  }
  override [Symbol.dispose](): void {
    this.dispose();
  }
}
ownClass(PatchIClamp);
register("IClamp", PatchIClamp as unknown as new (...args: unknown[]) => HocObject);

/** At each initialisation. */
export function layOutSeries(): void {
  for (const clamp of playing) {
    if (isObjectAlive(clamp)) clamp.layOut();
    else playing.delete(clamp);
  }
}

interface Voltages {
  amp1: number;
  amp2: number;
  amp3: number;
  dur1: number;
  dur2: number;
  dur3: number;
}

class PatchSEClamp extends PatchProcess {
  get delay(): number {
    return (this as unknown as Own<Voltages>).dur1;
  }
  set delay(value: number) {
    (this as unknown as Own<Voltages>).dur1 = number(`${String(this)}.delay`, value);
  }
  get duration(): number {
    return (this as unknown as Own<Voltages>).dur2;
  }
  set duration(value: number) {
    (this as unknown as Own<Voltages>).dur2 = number(`${String(this)}.duration`, value);
  }
  get after(): number {
    return (this as unknown as Own<Voltages>).dur3;
  }
  set after(value: number) {
    (this as unknown as Own<Voltages>).dur3 = number(`${String(this)}.after`, value);
  }

  get voltage(): number[] {
    const own = this as unknown as Own<Voltages>;
    return [own.amp1, own.amp2, own.amp3];
  }
  set voltage(value: number | readonly number[]) {
    const own = this as unknown as Own<Voltages>;
    const where = `${String(this)}.voltage`;
    if (typeof value === "number") {
      own.amp2 = number(where, value);
      return;
    }
    if (!Array.isArray(value) || value.length !== 3)
      throw new ArgumentTypeError(`${where}: expected a number or three, got ${described(value)}.`);
    const [first, second, third] = value.map((v, i) => number(`${where}[${i}]`, v)) as [number, number, number];
    own.amp1 = first;
    own.amp2 = second;
    own.amp3 = third;
  }

  get holding(): number {
    return (this as unknown as Own<Voltages>).amp1;
  }
  set holding(value: number) {
    const checked = number(`${String(this)}.holding`, value);
    const own = this as unknown as Own<Voltages>;
    own.amp1 = checked;
    own.amp3 = checked;
  }
}
ownClass(PatchSEClamp);
register("SEClamp", PatchSEClamp as unknown as new (...args: unknown[]) => HocObject);

/** Longer than any simulation: NEURON's clamps end after their duration. */
const withoutEnd = 1e9;

function checkKeys(where: string, options: unknown, known: readonly string[]): void {
  if (!isPlain(options)) throw new ArgumentTypeError(`${where}: expected options, got ${described(options)}.`);
  for (const key of Object.keys(options))
    if (!known.includes(key))
      throw new ArgumentTypeError(`${where}: unknown option "${key}".${didYouMean(key, known)}`);
}

function make<T>(name: string, section: Section, x: number | undefined): T {
  const cls = entryFor(name).make as new (...args: unknown[]) => HocObject;
  return new cls(section(x ?? 0.5)) as T;
}

/** Never half-built: what cannot be set takes the clamp away again. */
function configured<T extends object>(clamp: T, set: (clamp: T) => void): T {
  try {
    set(clamp);
    return clamp;
  } catch (error) {
    (clamp as unknown as PatchProcess).dispose();
    throw error;
  }
}

export function iclamp(section: Section, options: IClampOptions): neuron.IClamp {
  const where = `${String(section)}.iclamp`;
  checkKeys(where, options, ["x", "delay", "duration", "amplitude"]);
  if (options.amplitude === undefined)
    throw new ArgumentTypeError(`${where}: amplitude: expected nA, a number or a series, got undefined.`);
  return configured(make<neuron.IClamp>("IClamp", section, options.x), (clamp) => {
    clamp.delay = finite(`${where}: delay`, options.delay ?? 0);
    clamp.dur = number(`${where}: duration`, options.duration ?? withoutEnd);
    clamp.amplitude = options.amplitude;
  });
}

export function vclamp(section: Section, options: SEClampOptions): neuron.SEClamp {
  const where = `${String(section)}.vclamp`;
  checkKeys(where, options, ["x", "voltage", "before", "duration", "after", "holding"]);
  if (options.voltage === undefined)
    throw new ArgumentTypeError(`${where}: voltage: expected mV, a number or three, got undefined.`);
  if (typeof options.voltage !== "number" && options.holding !== undefined)
    throw new ArgumentTypeError(`${where}: holding: three voltages say it already; give one voltage, or no holding.`);
  return configured(make<neuron.SEClamp>("SEClamp", section, options.x), (clamp) => {
    clamp.dur1 = finite(`${where}: before`, options.before ?? 0);
    clamp.dur2 = number(`${where}: duration`, options.duration ?? withoutEnd);
    clamp.dur3 = finite(`${where}: after`, options.after ?? 0);
    clamp.holding = options.holding ?? h.v_init;
    clamp.voltage = options.voltage;
  });
}
