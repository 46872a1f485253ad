// The two ends of a connection: what spikes and what receives, what NEURON is given for them, and when two are one.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, HocConnectError, NotConnectableError } from "../core/errors.js";
import { type HocObject, infoOf, isHocObject } from "../hoc/object.js";
import { kOwner, Pointer, RangePointer } from "../hoc/pointer.js";
import { isSection, type Section } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { transform, transformNetcon } from "./transform.js";

/** Anything that can be an end of a connection: `__netcon__` as source, `__neuron__` as target. */
export interface Connectable {
  __netcon__?(): unknown;
  __neuron__?(): unknown;
}

export interface Source {
  /** What NEURON's constructor is given. */
  readonly given: unknown;
  /** The section that the potential belongs to. */
  readonly section: Section | undefined;
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

export function sourceOf(source: unknown): Source {
  if (source === undefined || source === null)
    throw new NotConnectableError(`p.NetCon: source: expected something that spikes, got ${described(source)}.`);
  const given = transformNetcon(source);
  if (isSection(given)) return sourceOf(given(0.5));
  if (given instanceof Segment) return { given: given._ref_v, section: given.sec };
  if (given instanceof Pointer) {
    const owner = given[kOwner];
    return { given, section: isSection(owner) ? owner : undefined };
  }
  const spikes = "expected a section, a segment, a point process or an artificial cell";
  if (isHocObject(given)) {
    if (infoOf(given).isPointProcess) return { given, section: undefined };
    throw new HocConnectError(`p.NetCon: source: ${String(given)} does not spike: ${spikes}.`);
  }
  if (isObject(source))
    throw new NotConnectableError(
      `p.NetCon: source: ${described(source)} is not connectable: it has neither __netcon__ nor __neuron__.`,
    );
  throw new HocConnectError(`p.NetCon: source: ${spikes}, got ${described(source)}.`);
}

export function targetOf(target: unknown): HocObject | null {
  if (target === null) return null;
  if (target === undefined)
    throw new ArgumentTypeError("p.NetCon: target: expected a point process, or null for a detector, got undefined.");
  const given = transform(target as object) as unknown;
  if (isHocObject(given)) {
    if (infoOf(given).isPointProcess) return given;
    throw new HocConnectError(
      `p.NetCon: target: ${String(given)} receives no spikes: expected a point process or an artificial cell.`,
    );
  }
  if (isSection(given) || given instanceof Segment)
    throw new HocConnectError(
      `p.NetCon: target: ${String(given)} receives no spikes: place a synapse on it and connect to that.`,
    );
  if (isObject(target))
    throw new NotConnectableError(`p.NetCon: target: ${described(target)} is not connectable: it has no __neuron__.`);
  throw new HocConnectError(
    `p.NetCon: target: expected a point process or an artificial cell, got ${described(target)}.`,
  );
}

/** Whether something can be an end at all. */
export function isConnectable(end: unknown): boolean {
  if (end === undefined || end === null) return false;
  for (const given of [transform(end as object) as unknown, transformNetcon(end)]) {
    if (isSection(given) || given instanceof Segment || given instanceof Pointer) return true;
    if (isHocObject(given) && infoOf(given).isPointProcess) return true;
  }
  return false;
}

const nodes = new WeakMap<object, Map<number, object>>();
const variables = new WeakMap<object, Map<string, object>>();
const top = {};

/** One key for an end: the object that was given; a segment, or a pointer to its potential, by its node. */
export function keyOf(end: unknown): object {
  if (isSection(end)) return keyOf(end(0.5));
  if (end instanceof Pointer) return keyOfPointer(end);
  if (!(end instanceof Segment)) return end as object;
  let keys = nodes.get(end.sec);
  if (keys === undefined) {
    keys = new Map();
    nodes.set(end.sec, keys);
  }
  let key = keys.get(end.x);
  if (key === undefined) {
    for (const [x, known] of keys) if (end.sec(x).equals(end)) key = known;
    key ??= {};
    keys.set(end.x, key);
  }
  return key;
}

function keyOfPointer(pointer: Pointer): object {
  if (pointer instanceof RangePointer) {
    const { section, x, name } = pointer.place;
    if (name === "v" && isSection(section)) return keyOf(section(x));
  }
  const owner = pointer[kOwner] ?? top;
  let keys = variables.get(owner);
  if (keys === undefined) {
    keys = new Map();
    variables.set(owner, keys);
  }
  const name = String(pointer);
  let key = keys.get(name);
  if (key === undefined) {
    key = {};
    keys.set(name, key);
  }
  return key;
}

/** The one key of what spikes: two mentions of one place are one source. */
export function sourceKey(source: unknown): object | undefined {
  const given = transformNetcon(source);
  return isObject(given) ? keyOf(given) : undefined;
}
