// Who hears of a source's spikes. NEURON tells one Vector and one function of a source, whichever NetCon asked last:
// `record` is so here too. `spikes` gives every NetCon a Vector of its own beside them: several listeners share a
// function that tells all of them.
import { type Few, membersOf, withOne, withoutOne } from "../hoc/few.js";
import { h } from "../hoc/h.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, invokeNamed, isHocObject, isObjectAlive, keep } from "../hoc/object.js";
import { transform } from "./transform.js";

interface Listener {
  readonly netcon: HocObject;
  /** As NEURON's `record` takes them. */
  readonly args: readonly unknown[];
}

interface Source {
  /** NEURON's own two: the last Vector, and the last function. */
  vector: Listener | undefined;
  function: Listener | undefined;
  /** The Vectors of `spikes` and of gids, by the Vector. */
  readonly own: Map<object, Listener>;
  /** And which of them are whose: many NetCons may have one source. */
  readonly slots: Map<HocObject, Few<object>>;
  /** Whether NEURON is told to call one function for all of them. */
  isShared: boolean;
}

const sources = new WeakMap<object, Source>();
/** Sources with several listeners, whose Vectors NEURON does not empty by itself. */
const shared = new Set<Source>();

function sourceFor(key: object): Source {
  let source = sources.get(key);
  if (source === undefined) {
    source = { vector: undefined, function: undefined, own: new Map(), slots: new Map(), isShared: false };
    sources.set(key, source);
  }
  return source;
}

function tellNeuron(netcon: HocObject, args: readonly unknown[]): unknown {
  return invokeNamed(netcon, "record", [...args]);
}

/** The key of what NEURON itself is asked to record: the last one counts, as in NEURON. */
export const recorder = {};

/**
 * Adds a listener to the source.
 * @param slot what a later call with the same one replaces: `recorder`, or the Vector that is filled
 * @param plain how NEURON is told when there is no other
 */
export function listen(
  key: object,
  slot: object,
  netcon: HocObject,
  args: readonly unknown[],
  plain?: () => unknown,
): unknown {
  const source = sourceFor(key);
  const listener = { netcon, args };
  keep(netcon, args);
  if (slot !== recorder) {
    // The function that NEURON calls looks who there is, as long as its source lives.
    const isTold = source.isShared && livingIn(source) !== undefined;
    setOwn(source, slot, listener);
    if (isTold) return 0;
    if (plain !== undefined && source.own.size === 1 && source.vector === undefined && !source.isShared) return plain();
    arrange(source, netcon);
    return 0;
  }
  if (isHocObject(transform(args[0] as object))) source.vector = listener;
  else source.function = listener;
  if (source.own.size === 0) return tellNeuron(netcon, args);
  arrange(source, netcon);
  return 0;
}

/** `record()` without arguments: neither NEURON's Vector nor its function is told any longer. */
export function silence(key: object, netcon: HocObject): void {
  const source = sourceFor(key);
  source.vector = undefined;
  source.function = undefined;
  tellNeuron(netcon, []);
  tellNeuron(netcon, [""]);
  if (source.own.size > 0) arrange(source, netcon);
}

/** The NetCon is gone, and what it filled with it. */
export function leave(key: object, netcon: HocObject): void {
  const source = sources.get(key);
  if (source === undefined) return;
  const hadFunction = source.function !== undefined;
  if (source.vector?.netcon === netcon) source.vector = undefined;
  if (source.function?.netcon === netcon) source.function = undefined;
  removeOwn(source, netcon);
  if (source.isShared && listenersOf(source) > 1) return;
  const other = livingIn(source);
  if (other !== undefined) arrange(source, other.netcon, hadFunction);
  else shared.delete(source);
}

function setOwn(source: Source, slot: object, listener: Listener): void {
  const before = source.own.get(slot);
  if (before !== undefined) source.slots.set(before.netcon, withoutOne(source.slots.get(before.netcon), slot));
  source.own.set(slot, listener);
  source.slots.set(listener.netcon, withOne(source.slots.get(listener.netcon), slot));
}

function removeOwn(source: Source, netcon: HocObject): void {
  for (const slot of membersOf(source.slots.get(netcon))) source.own.delete(slot);
  source.slots.delete(netcon);
}

function livingIn(source: Source): Listener | undefined {
  for (const listener of source.own.values()) if (isObjectAlive(listener.netcon)) return listener;
  return undefined;
}

const listenersOf = (source: Source): number => source.own.size + (source.vector === undefined ? 0 : 1);

/** Tells NEURON anew who listens; `through` is a NetCon of the source. */
function arrange(source: Source, through: HocObject, hasFunction = source.function !== undefined): void {
  for (const netcon of [...source.slots.keys()]) if (!isObjectAlive(netcon)) removeOwn(source, netcon);
  if (listenersOf(source) < 2) {
    shared.delete(source);
    const [only] = vectorsOf(source);
    tellNeuron(through, only?.args ?? []);
    if (source.isShared || hasFunction) tellNeuron(through, source.function?.args ?? [""]);
    source.isShared = false;
    return;
  }
  source.isShared = true;
  shared.add(source);
  tellNeuron(through, []);
  tellNeuron(through, [
    () => {
      for (const listener of vectorsOf(source)) if (isObjectAlive(listener.netcon)) append(listener);
      if (source.function !== undefined) call(source.function.args[0]);
    },
  ]);
}

function* vectorsOf({ vector, own }: Source): Iterable<Listener> {
  if (vector !== undefined) yield vector;
  yield* own.values();
}

/** What NEURON does with its Vectors at a spike: times, and the NetCon's number or the one that was given. */
function append({ netcon, args }: Listener): void {
  const [times, ids, id] = args.map((arg) => transform(arg as object) as unknown);
  (times as neuron.Vector).append(h.t);
  if (isHocObject(ids)) (ids as unknown as neuron.Vector).append(typeof id === "number" ? id : indexOf(netcon));
}

function call(callback: unknown): void {
  if (typeof callback === "function") {
    callback();
  } else if (Array.isArray(callback)) {
    const [own, args] = callback as [(...args: unknown[]) => unknown, unknown];
    if (callback.length === 2 && Array.isArray(args)) own(...args);
    else own(...callback.slice(1));
  } else if (typeof callback === "string") {
    h(callback);
  }
}

/** The number in its name, which NEURON records where no other is given. */
function indexOf(netcon: HocObject): number {
  return Number(/\[(\d+)\]/.exec(netcon.hname())?.[1] ?? 0);
}

/** A new run begins: Vectors that a function fills are emptied, as NEURON empties those that it fills itself. */
export function emptyShared(): void {
  for (const source of shared)
    for (const { args } of vectorsOf(source))
      for (const arg of args) {
        const vector = transform(arg as object) as unknown;
        if (isHocObject(vector) && isObjectAlive(vector)) (vector as unknown as neuron.Vector).resize(0);
      }
}
