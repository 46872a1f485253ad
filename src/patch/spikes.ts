// Who hears of a source's spikes. NEURON tells one Vector and one function of a source, whichever NetCon asked last:
// `record` is so here too. `spikes` gives every NetCon a Vector of its own beside them: several listeners share a
// function that tells all of them.
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
  /** Whether NEURON is told to call one function for all of them. */
  isShared: boolean;
}

const sources = new WeakMap<object, Source>();
/** Sources with several listeners, whose Vectors NEURON does not empty by itself. */
const shared = new Set<Source>();

function sourceFor(key: object): Source {
  let source = sources.get(key);
  if (source === undefined) {
    source = { vector: undefined, function: undefined, own: new Map(), isShared: false };
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
    source.own.set(slot, listener);
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
  if (source.vector?.netcon === netcon) source.vector = undefined;
  if (source.function?.netcon === netcon) source.function = undefined;
  for (const [slot, listener] of source.own) if (listener.netcon === netcon) source.own.delete(slot);
  const other = [...source.own.values()].find((listener) => isObjectAlive(listener.netcon));
  if (other !== undefined) arrange(source, other.netcon);
  else shared.delete(source);
}

/** Tells NEURON anew who listens; `through` is a NetCon of the source. */
function arrange(source: Source, through: HocObject): void {
  for (const [slot, { netcon }] of source.own) if (!isObjectAlive(netcon)) source.own.delete(slot);
  const vectors = [...(source.vector ? [source.vector] : []), ...source.own.values()];
  const own = source.function;
  if (vectors.length < 2) {
    shared.delete(source);
    tellNeuron(through, vectors[0]?.args ?? []);
    if (source.isShared) tellNeuron(through, own?.args ?? [""]);
    source.isShared = false;
    return;
  }
  source.isShared = true;
  shared.add(source);
  tellNeuron(through, []);
  tellNeuron(through, [
    () => {
      for (const listener of vectors) append(listener);
      if (own !== undefined) call(own.args[0]);
    },
  ]);
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
    for (const { args } of [...(source.vector ? [source.vector] : []), ...source.own.values()])
      for (const arg of args) {
        const vector = transform(arg as object) as unknown;
        if (isHocObject(vector) && isObjectAlive(vector)) (vector as unknown as neuron.Vector).resize(0);
      }
}
