// The values of all segments, read at once: by NEURON's own PtrVector for a range variable, one by one for a function.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, NameError } from "../core/errors.js";
import { h } from "../hoc/h.js";
import type * as neuron from "../hoc/neuron/index.js";
import type { Pointer } from "../hoc/pointer.js";
import { unitsOf } from "../hoc/recorded.js";
import type { Section } from "../hoc/section.js";
import type { Segment } from "../hoc/segment.js";
import { axisLabel } from "../plots/quantity.js";
import type { SegmentValue } from "../plots/sections.js";
import type { ColorInfo } from "./protocol.js";

export class SegmentValues {
  readonly label: string;
  readonly #read: () => Float32Array;
  readonly #domain: readonly [number, number] | undefined;
  readonly #name: string;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;

  constructor(sections: readonly Section[], color: SegmentValue, domain: readonly [number, number] | undefined) {
    const segments = sections.flatMap((section) => [...section]);
    this.#name = typeof color === "string" ? color : "";
    this.label = typeof color === "string" ? axisLabel(color, unitsOf(color)) : color.name || "value";
    this.#domain = domain ?? (color === "v" ? [-80, 40] : undefined);
    this.#read = typeof color === "string" ? gathered(segments, color) : computed(segments, color);
  }

  /** One for each segment, NaN where there is none. */
  read(): Float32Array {
    const values = this.#read();
    if (this.#domain === undefined)
      for (const value of values) {
        if (value < this.#low) this.#low = value;
        if (value > this.#high) this.#high = value;
      }
    return values;
  }

  /** As far as was read. */
  info(): ColorInfo {
    const [low, high] = this.#domain ?? [this.#low, this.#high];
    const isKnown = Number.isFinite(low) && Number.isFinite(high);
    return { name: this.#name, label: this.label, low: isKnown ? low : 0, high: isKnown ? high : 1 };
  }
}

function gathered(segments: readonly Segment[], name: string): () => Float32Array {
  const values = new Float32Array(segments.length).fill(Number.NaN);
  const pointers: Pointer[] = [];
  const places: number[] = [];
  let reason: unknown;
  segments.forEach((segment, i) => {
    try {
      const pointer = (segment as unknown as Record<string, Pointer>)[`_ref_${name}`] as Pointer;
      pointer[0]; // it is read once, so that what is no number is found here
      pointers.push(pointer);
      places.push(i);
    } catch (error) {
      if (!(error instanceof NameError)) throw error;
      reason ??= error;
    }
  });
  if (pointers.length === 0) {
    if (reason !== undefined) throw unknown(segments[0] as Segment, name, reason);
    return () => values;
  }
  const all: neuron.PtrVector = h.PtrVector(pointers.length);
  pointers.forEach((pointer, i) => void all.pset(i, pointer));
  const vector = h.Vector(pointers.length);
  return () => {
    all.gather(vector);
    const numbers = vector.toArray();
    for (let i = 0; i < places.length; i++) values[places[i] as number] = numbers[i] as number;
    return values;
  };
}

/** With the names that are near, which a pointer's name has not. */
function unknown(segment: Segment, name: string, cause: unknown): NameError {
  let nearest = "";
  try {
    segment.get(name);
  } catch (error) {
    nearest = ` ${(error as Error).message}`;
  }
  return new NameError(`view: color: none of the sections has "${name}".${nearest}`, { cause });
}

function computed(segments: readonly Segment[], color: (segment: Segment) => unknown): () => Float32Array {
  const values = new Float32Array(segments.length);
  return () => {
    segments.forEach((segment, i) => {
      const value = color(segment) ?? Number.NaN;
      if (typeof value !== "number")
        throw new ArgumentTypeError(
          `view: color: it gave ${described(value)} for ${String(segment)}; expected a number.`,
        );
      values[i] = value;
    });
    return values;
  };
}

/** The range variables of these sections: v, and those of the mechanisms that are inserted somewhere. */
export function variablesOf(sections: readonly Section[]): string[] {
  const seen = new Set<string>();
  const names: string[] = [];
  for (const section of sections) {
    const segment = section(0.5);
    for (const mechanism of segment) {
      if (seen.has(mechanism.name())) continue;
      seen.add(mechanism.name());
      for (const variable of mechanism.names())
        names.push(
          ...[`${variable}_${mechanism.name()}`, variable].filter((name) => isNumberAt(segment, name)).slice(0, 1),
        );
    }
  }
  return ["v", ...new Set(names.sort((a, b) => a.localeCompare(b)))];
}

function isNumberAt(segment: Segment, name: string): boolean {
  try {
    return typeof (segment.get(name) as unknown) === "number";
  } catch {
    return false; // a name that only looks like one
  }
}
