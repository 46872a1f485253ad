// Lines over time: Vectors that record at every step, and between a wish in mid-run and the next initialisation, samples.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, DisposedError } from "../core/errors.js";
import { h } from "../hoc/h.js";
import type * as neuron from "../hoc/neuron/index.js";
import type { Pointer } from "../hoc/pointer.js";
import { recordedAt, recordedIn } from "../hoc/recorded.js";
import { VectorObject } from "../hoc/vector.js";
import { time } from "../patch/record.js";
import { recordable, transform } from "../patch/transform.js";
import { unitText } from "../plots/quantity.js";
import { nameOf } from "../plots/series.js";
import type { TraceInfo, TracePiece } from "./protocol.js";
import { thinned } from "./thin.js";

/** Samples that are kept where nothing is recorded yet; then every second one goes. */
const mostSamples = 8192;

export class Trace implements TraceInfo {
  readonly id: number;
  readonly label: string;
  readonly unit: string;
  readonly isRemovable: boolean;
  readonly #pointer: Pointer | undefined;
  /** Recorded by the user, or by the trace itself from the next initialisation on. */
  #vector: neuron.Vector | undefined;
  #samples: { t: number[]; y: number[] } = { t: [], y: [] };

  constructor(id: number, name: string | undefined, target: unknown, isRemovable: boolean) {
    this.id = id;
    this.isRemovable = isRemovable;
    const standing = transform(target as object) as unknown;
    if (standing instanceof VectorObject) this.#vector = standing as unknown as neuron.Vector;
    else this.#pointer = recordable(target) as Pointer;
    const what = this.#pointer === undefined ? recordedIn(standing) : recordedAt(this.#pointer);
    this.label = name ?? (what === undefined ? String(standing) : nameOf(what));
    this.unit = unitText(what?.units ?? "");
  }

  /** Before an initialisation: from there on each step is recorded. */
  arm(): void {
    this.#samples = { t: [], y: [] };
    if (this.#vector !== undefined || this.#pointer === undefined) return;
    const pointer = this.#pointer;
    this.#vector = ofWhatLives(() => h.Vector().record(pointer));
  }

  /** In a run that has not recorded it from its beginning. */
  sample(t: number): void {
    if (this.#pointer === undefined || (this.#vector !== undefined && this.#vector.length > 0)) return;
    const { t: times, y } = this.#samples;
    if (times.length > 0 && (times[times.length - 1] as number) >= t) return;
    const pointer = this.#pointer;
    const value = ofWhatLives(() => pointer[0]);
    if (value === undefined) return;
    times.push(t);
    y.push(value);
    if (times.length <= mostSamples) return;
    this.#samples = { t: times.filter((_, i) => i % 2 === 0), y: y.filter((_, i) => i % 2 === 0) };
  }

  /** How many there are by now. */
  get length(): number {
    const recorded = this.#vector?.length ?? 0;
    return recorded > 0 ? Math.min(recorded, times()?.length ?? 0) : this.#samples.t.length;
  }

  /** What came since a page had so many, with every peak and at most about so many points. */
  since(from: number, most: number): TracePiece {
    const to = this.length;
    const recorded = this.#vector?.length ?? 0;
    if (recorded > 0 && to > from) {
      const at = times() as neuron.Vector;
      return { id: this.id, ...thinned(part(at, from, to), part(this.#vector as neuron.Vector, from, to), most) };
    }
    const { t, y } = this.#samples;
    return { id: this.id, ...thinned(t.slice(from), y.slice(from), most) };
  }

  dispose(): void {
    if (this.#pointer !== undefined) this.#vector?.play_remove();
  }
}

/** Undefined when what is pointed to was taken out of the model: the line ends there. */
function ofWhatLives<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof DisposedError) return undefined;
    throw error;
  }
}

/** Of the samples of this run; none where each cell has times of its own. */
function times(): neuron.Vector | undefined {
  try {
    return time();
  } catch {
    return undefined;
  }
}

let scratch: neuron.Vector | undefined;

function part(vector: neuron.Vector, from: number, to: number): Float64Array {
  scratch ??= h.Vector();
  scratch.resize(to - from);
  scratch.copy(vector, from, to - 1);
  return scratch.toArray();
}

/** Lines on the page at the same time. */
const mostTraces = 24;

/** The lines that are shown: those of the author, and those of segments that were picked. */
export class Traces {
  #all: Trace[] = [];
  #next = 0;

  constructor(given: Parameters<typeof tracesOf>[0]) {
    for (const [name, target] of tracesOf(given)) this.#put(name, target, false);
  }

  get all(): readonly Trace[] {
    return this.#all;
  }

  /** Before an initialisation: from there on each step is recorded. */
  arm(): void {
    for (const trace of this.#all) trace.arm();
  }

  sample(t: number): void {
    for (const trace of this.#all) trace.sample(t);
  }

  /** Adds one; undefined when there are enough, or it is there already. */
  add({ label, target }: { readonly label: string; readonly target: unknown }): Trace | undefined {
    if (this.#all.length >= mostTraces || this.#all.some((trace) => trace.label === label)) return undefined;
    return this.#put(label, target, true);
  }

  /** Takes away one that was added; false when it is none. */
  remove(id: number): boolean {
    const trace = this.#all.find((each) => each.id === id && each.isRemovable);
    if (trace === undefined) return false;
    trace.dispose();
    this.#all = this.#all.filter((each) => each !== trace);
    return true;
  }

  dispose(): void {
    for (const trace of this.#all) trace.dispose();
  }

  #put(name: string | undefined, target: unknown, isRemovable: boolean): Trace {
    const trace = new Trace(this.#next++, name, target, isRemovable);
    this.#all.push(trace);
    return trace;
  }
}

/** What the user wants to see, or the first section of each cell, up to four. */
function tracesOf(
  given: readonly (readonly [string | undefined, unknown])[] | undefined,
): [string | undefined, unknown][] {
  if (given === undefined) {
    const roots = [...h.allsec()].filter((section) => section.parentseg() === null);
    return roots.slice(0, 4).map((section) => [undefined, section(0.5)]);
  }
  for (const [name, target] of given)
    if (target === undefined || target === null)
      throw new ArgumentTypeError(
        `view: traces${name === undefined ? "" : `: ${name}`}: expected something to record, got ${described(target)}.`,
      );
  return given.map(([name, target]) => [name, target]);
}
