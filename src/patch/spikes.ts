// Who hears of a source's spikes. NEURON tells one listener of a source only: a second NetCon's record would silence the
// first. Here a single Vector records directly, and several listeners share a callback that tells all of them.
import type * as neuron from "../hoc/neuron/index.js";
import { h } from "../hoc/h.js";
import { type HocObject, invokeNamed, isHocObject, isObjectAlive, keep } from "../hoc/object.js";
import { transform } from "./transform.js";

interface Listener {
  readonly netcon: HocObject;
  /** As NEURON's `record` takes them. */
  readonly args: readonly unknown[];
}

/** The listeners of a source; each has a key, by which it is replaced. */
type Source = Map<object, Listener>;

const sources = new WeakMap<object, Source>();
/** Sources with several listeners, whose Vectors NEURON does not empty by itself. */
const shared = new Set<Source>();

function record(netcon: HocObject, args: readonly unknown[]): unknown {
  return invokeNamed(netcon, "record", [...args]);
}

/**
 * Adds a listener to the source; `plain` is how NEURON is told when there is no other.
 * @param key what a later call with the same one replaces
 */
export function listen(source: object, key: object, netcon: HocObject, args: readonly unknown[], plain?: () => unknown): unknown {
  let listeners = sources.get(source);
  if (listeners === undefined) {
    listeners = new Map();
    sources.set(source, listeners);
  }
  keep(netcon, args);
  listeners.set(key, { netcon, args });
  if (listeners.size === 1) return plain === undefined ? record(netcon, args) : plain();
  arrange(listeners);
  return 0;
}

/** Takes a listener away, or all that came with a NetCon that goes. */
export function silence(source: object, key: object, netcon: HocObject): void {
  const listeners = sources.get(source);
  if (listeners === undefined) return;
  let changed = listeners.delete(key);
  if (key === netcon && !isObjectAlive(netcon)) changed = removeOf(listeners, netcon) || changed;
  if (!changed) return;
  if (isObjectAlive(netcon)) record(netcon, []);
  arrange(listeners);
}

function removeOf(listeners: Source, netcon: HocObject): boolean {
  let found = false;
  for (const [key, listener] of listeners)
    if (listener.netcon === netcon) {
      listeners.delete(key);
      found = true;
    }
  return found;
}

/** Tells NEURON anew who listens. */
function arrange(listeners: Source): void {
  for (const [key, { netcon }] of listeners) if (!isObjectAlive(netcon)) listeners.delete(key);
  shared.delete(listeners);
  const [first, ...others] = listeners.values();
  if (first === undefined) return;
  record(first.netcon, []);
  if (others.length === 0) {
    record(first.netcon, first.args);
    return;
  }
  shared.add(listeners);
  record(first.netcon, [() => {
    for (const listener of [...listeners.values()]) tell(listener);
  }]);
}

/** What NEURON's record would do with its arguments at a spike. */
function tell({ netcon, args }: Listener): void {
  const [first, second, id] = args.map((arg) => transform(arg as object) as unknown);
  if (typeof first === "function") {
    first();
  } else if (Array.isArray(first)) {
    const [callback, own] = first as [(...args: unknown[]) => unknown, unknown];
    if (first.length === 2 && Array.isArray(own)) callback(...own);
    else callback(...first.slice(1));
  } else if (typeof first === "string") {
    h(first);
  } else if (isHocObject(first)) {
    (first as unknown as neuron.Vector).append(h.t);
    if (isHocObject(second)) (second as unknown as neuron.Vector).append(typeof id === "number" ? id : indexOf(netcon));
  }
}

/** The number in its name, which NEURON records where no other is given. */
function indexOf(netcon: HocObject): number {
  return Number(/\[(\d+)\]/.exec(netcon.hname())?.[1] ?? 0);
}

/** A new run begins: Vectors that a callback fills are emptied, as NEURON empties those that it fills itself. */
export function emptyShared(): void {
  for (const listeners of shared)
    for (const { args } of listeners.values())
      for (const arg of args) {
        const vector = transform(arg as object) as unknown;
        if (isHocObject(vector) && isObjectAlive(vector)) (vector as unknown as neuron.Vector).resize(0);
      }
}
