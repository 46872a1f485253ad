// Who hears of a source's spikes. NEURON records the spikes of one source into one place only: a second NetCon of the
// same source would silence the first. Here the first Vector records directly; with a second listener they share a
// callback that tells all of them.
import type * as neuron from "../hoc/neuron/index.js";
import { h } from "../hoc/h.js";
import { type HocObject, invokeNamed, isHocObject, isObjectAlive } from "../hoc/object.js";
import { newVector } from "./record.js";

interface Source {
  /** The NetCon through which NEURON is told. */
  speaker: neuron.NetCon | undefined;
  readonly vectors: Set<neuron.Vector>;
  readonly own: Map<neuron.NetCon, unknown[]>;
}

const sources = new WeakMap<object, Source>();
const known = new Set<WeakRef<Source>>();

function sourceFor(netcon: neuron.NetCon, key: unknown): Source {
  const object = typeof key === "object" || typeof key === "function" ? (key ?? netcon) : netcon;
  let source = sources.get(object as object);
  if (source === undefined) {
    source = { speaker: undefined, vectors: new Set(), own: new Map() };
    sources.set(object as object, source);
    known.add(new WeakRef(source));
  }
  return source;
}

function record(netcon: neuron.NetCon, ...args: unknown[]): unknown {
  return invokeNamed(netcon as unknown as HocObject, "record", args);
}

function isAlive(netcon: neuron.NetCon): boolean {
  return isObjectAlive(netcon as unknown as HocObject);
}

/** Tells NEURON anew who listens. */
function arrange(source: Source, netcon: neuron.NetCon): void {
  for (const listener of source.own.keys()) if (!isAlive(listener)) source.own.delete(listener);
  const speaker = source.speaker !== undefined && isAlive(source.speaker) ? source.speaker : netcon;
  source.speaker = speaker;
  record(speaker);
  const own = [...source.own.values()];
  if (source.vectors.size + own.length === 0) return;
  if (source.vectors.size + own.length === 1) {
    if (own[0] !== undefined) record(speaker, ...own[0]);
    else record(speaker, [...source.vectors][0]);
    return;
  }
  const vectors = [...source.vectors];
  record(speaker, () => {
    for (const vector of vectors) vector.append(h.t);
    for (const args of own) tell(args);
  });
}

/** What NEURON's record would do with its arguments at a spike. */
function tell(args: unknown[]): void {
  const [first, second, id] = args;
  if (typeof first === "function") {
    first();
  } else if (Array.isArray(first)) {
    const [f, a] = first as [(...args: unknown[]) => unknown, unknown];
    if (first.length === 2 && Array.isArray(a)) f(...a);
    else f(...first.slice(1));
  } else if (typeof first === "string") {
    h(first);
  } else if (isHocObject(first)) {
    (first as unknown as neuron.Vector).append(h.t);
    if (isHocObject(second)) (second as unknown as neuron.Vector).append(typeof id === "number" ? id : 0);
  }
}

/** A Vector that fills with the spikes of the NetCon's source. */
export function fireInto(netcon: neuron.NetCon, key: unknown): neuron.Vector {
  const source = sourceFor(netcon, key);
  const vector = newVector();
  source.vectors.add(vector);
  arrange(source, netcon);
  keepInModel(netcon, vector);
  return vector;
}

/** NEURON's record, beside those who listen already. */
export function listen(netcon: neuron.NetCon, key: unknown, args: unknown[], plain: () => unknown): unknown {
  const source = sources.get((typeof key === "object" && key !== null ? key : netcon) as object);
  const first = args[0];
  if (isHocObject(first)) keepInModel(netcon, first as unknown as neuron.Vector);
  if (source === undefined || source.vectors.size === 0) return plain();
  if (args.length === 0) source.own.delete(netcon);
  else source.own.set(netcon, args);
  arrange(source, netcon);
  return 0;
}

function keepInModel(netcon: neuron.NetCon, vector: neuron.Vector): void {
  (netcon as unknown as HocObject).keep([vector]);
}

/** A new run begins: Vectors that a callback fills are emptied, as NEURON empties those that it fills itself. */
export function emptyShared(): void {
  for (const ref of known) {
    const source = ref.deref();
    if (source === undefined) {
      known.delete(ref);
      continue;
    }
    if (source.vectors.size + source.own.size < 2) continue;
    for (const vector of source.vectors) vector.resize(0);
    for (const args of source.own.values()) for (const arg of args) if (isHocObject(arg)) (arg as unknown as neuron.Vector).resize(0);
  }
}
