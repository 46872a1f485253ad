// What can be drawn as numbers: Vectors, arrays, sections with recordings, objects with toArray, and named ones of them.
import { described, isPlain, wrongType } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import { type Recorded, recordedIn } from "../hoc/recorded.js";
import { isSection, transform } from "../patch/transform.js";

/** Numbers: a Vector, an array, a section with recordings, whatever has `toArray` or stands for one of these. */
export type Numbers = ArrayLike<number> | { toArray(): ArrayLike<number> } | object;

export interface Series {
  /** The name that it was given; undefined when it has none. */
  readonly name: string | undefined;
  /** What it is a recording of. */
  readonly recorded: Recorded | undefined;
  readonly values: ArrayLike<number>;
  /** How messages call it. */
  readonly where: string;
}

/** One series, several in a list, or named ones in an object or a Map. */
export function seriesOf(where: string, value: unknown): Series[] {
  const several = isSeveral(value) ? namedOf(where, value) : [[undefined, value] as const];
  if (several.length === 0) throw new ArgumentRangeError(`${where}: expected one or more series, got none.`);
  const isNumbered = several.length > 1 && several.every(([name]) => name === undefined);
  return several.flatMap(([name, item], i) => one(where, name ?? (isNumbered ? `[${i}]` : ""), name, item));
}

function isSeveral(value: unknown): value is object {
  if (Array.isArray(value)) return typeof value[0] !== "number" || value.length === 0;
  // A Set, a List of NEURON's: what can be gone through, and is no series itself.
  if (isIterable(value)) return true;
  return value instanceof Map || (isPlain(value) && !hasToArray(value) && !("__neuron__" in value));
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    Symbol.iterator in value &&
    !(value instanceof Map || ArrayBuffer.isView(value) || hasToArray(value))
  );
}

function namedOf(where: string, value: object): (readonly [string | undefined, unknown])[] {
  if (isIterable(value)) {
    const items = [...value];
    return items.length > 0 && items.every((item) => typeof item === "number")
      ? [[undefined, items]]
      : items.map((item) => [undefined, item]);
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return entries.map(([name, item]) => {
    if (item === undefined || item === null) throw wrongType(`${where}: ${String(name)}`, "a series", item);
    return [String(name), item];
  });
}

function one(where: string, place: string, name: string | undefined, value: unknown): Series[] {
  const standing = transform(value) as unknown;
  if (isSection(standing)) return recordingsOf(where, name, standing as unknown as Recording);
  const recorded = recordedIn(standing);
  const called = name ?? (recorded === undefined ? place : nameOf(recorded));
  const here = called !== "" ? `${where}: ${called}` : where.includes(":") ? where : `${where}: series`;
  const values = numbersIn(here, standing);
  if (values.length === 0)
    throw new ArgumentRangeError(
      `${here}: it is empty.${recorded === undefined ? "" : " It fills when the model runs: p.run(…)."}`,
    );
  return [{ name, recorded, values, where: here }];
}

/** A section, as far as it matters here. */
interface Recording {
  readonly recordings?: ReadonlyMap<number, object>;
}

function recordingsOf(where: string, name: string | undefined, section: Recording): Series[] {
  const recordings = [...(section.recordings ?? [])];
  if (recordings.length === 0)
    throw new ArgumentRangeError(
      `${where}: ${String(section)} has no recordings. Call ${String(section)}.record() before the run.`,
    );
  return recordings.flatMap(([x, vector]) =>
    one(where, "", name === undefined || recordings.length === 1 ? name : `${name}(${x})`, vector),
  );
}

function hasToArray(value: unknown): value is { toArray(): unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    "toArray" in value &&
    typeof (value as { toArray: unknown }).toArray === "function"
  );
}

/** The numbers, of which none was looked at yet but for its type. */
export function numbersIn(where: string, value: unknown): ArrayLike<number> {
  const list = hasToArray(value) ? value.toArray() : value;
  if (ArrayBuffer.isView(list) && !(list instanceof DataView)) {
    if (list instanceof BigInt64Array || list instanceof BigUint64Array) throw wrongType(where, "numbers", list);
    return list as unknown as ArrayLike<number>;
  }
  if (!Array.isArray(list))
    throw new ArgumentTypeError(
      `${where}: expected a Vector, numbers, or a section with recordings, got ${described(value)}.`,
    );
  list.forEach((item, i) => {
    if (typeof item !== "number") throw wrongType(`${where}: element ${i}`, "a number", item);
  });
  return list;
}

/** "soma(0.5).v", "IClamp[0].i", "t". */
export function nameOf({ owner, variable }: Recorded): string {
  return owner === "" ? variable : `${owner}.${variable}`;
}
