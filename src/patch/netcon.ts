// NetCon: from anything that spikes to anything that receives; every one is kept, and a forgotten weight is loud.
import { described, finite, isPlain, number } from "../core/arguments.js";
import { ArgumentTypeError, HocConnectError, HocError, NotConnectableError, NotConnectedError, ParallelConnectError, SimulationError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { HocArray } from "../hoc/array.js";
import { entryFor, register } from "../hoc/classes.js";
import type * as neuron from "../hoc/neuron/index.js";
import { memberArray, ownNumber, setOwnNumber } from "../hoc/member.js";
import { NetConObject } from "../hoc/network.js";
import { type HocObject, infoOf, invokeNamed, isHocObject, isObjectAlive } from "../hoc/object.js";
import { kOwner, Pointer, RangePointer } from "../hoc/pointer.js";
import { ownClass } from "../hoc/root.js";
import { isSection, type Section } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { fireInto, listen } from "./spikes.js";
import { method, transform, transformNetcon } from "./transform.js";

export interface NetConOptions {
  /** What the source must cross upward, mV; NEURON's 10 unless given. */
  readonly threshold?: number;
  /** Delay, ms; NEURON's 1 unless given. */
  readonly delay?: number;
  /** The weight, or one for each slot of the target. */
  readonly weight?: number | Iterable<number>;
  /** The section of a source that is a pointer. */
  readonly sec?: Section;
}

/** Anything that can be an end of a connection: `__netcon__` as source, `__neuron__` as target. */
export interface Connectable {
  __netcon__?(): unknown;
  __neuron__?(): unknown;
}

declare module "../hoc/neuron/network.js" {
  interface NetCon {
    /** Its own Vector of spike times, ms; records from the first use on. */
    get spikes(): neuron.Vector;
    /** The gid that it registers or receives, if any. */
    get gid(): number | undefined;
    __neuron__(): this;
  }
}

/** NetCons of p that were never given a weight: NEURON's silent 0 is the commonest mistake there is. */
const unweighted = new Set<PatchNetCon>();

class PatchNetCon extends NetConObject {
  #spikes: neuron.Vector | undefined = undefined;
  /** What its spikes are heard through: NetCons of one source share NEURON's one recorder. */
  #source: unknown = undefined;
  #pair: readonly [source: object, target: object] | undefined = undefined;

  #gid: number | undefined = undefined;
  #isReceiving = false;

  /** The gid that it registers or receives, if it is one of several processes' connections. */
  get gid(): number | undefined {
    return this.#gid;
  }

  get threshold(): number {
    return ownNumber(this, "threshold");
  }
  set threshold(value: number) {
    if (this.#isReceiving)
      throw new ParallelConnectError(`${String(this)}: the threshold belongs to the source of gid ${this.#gid}: set it where the gid is registered.`);
    setOwnNumber(this, "threshold", number(`${String(this)}.threshold`, value));
  }

  static label(netcon: PatchNetCon, gid: number, isReceiving: boolean): void {
    netcon.#gid = gid;
    netcon.#isReceiving = isReceiving;
  }

  static link(netcon: PatchNetCon, source: unknown, pair: readonly [object, object] | undefined): void {
    netcon.#source = source;
    netcon.#pair = pair;
  }

  get spikes(): neuron.Vector {
    this.#spikes ??= fireInto(this as unknown as neuron.NetCon, this.#source);
    return this.#spikes;
  }

  /** NEURON's record: a Vector, Vectors of times and gids, or a function at each spike; without arguments it stops. */
  record(...args: unknown[]): unknown {
    return listen(this as unknown as neuron.NetCon, this.#source, args, () => invokeNamed(this, "record", args));
  }

  /** The weights. */
  get weight(): HocArray {
    return memberArray(this, "weight", () => unweighted.delete(this));
  }
  set weight(value: unknown) {
    throw new ArgumentTypeError(`${String(this)}.weight is an array: set ${String(this)}.weight[0], not weight = ${described(value)}.`);
  }

  get _ref_weight(): HocArray {
    unweighted.delete(this);
    return memberArray(this, "_ref_weight");
  }

  override dispose(): void {
    unweighted.delete(this);
    if (this.#pair !== undefined) unlink(this, ...this.#pair);
    super.dispose();
  }

  override [Symbol.dispose](): void {
    this.dispose();
  }

  __neuron__(): this {
    return this;
  }
}
ownClass(PatchNetCon);
register("NetCon", PatchNetCon as unknown as new (...args: unknown[]) => HocObject);

interface Given {
  threshold: number | undefined;
  delay: number | undefined;
  weights: number[] | undefined;
  sec: Section | undefined;
}

const keys = ["threshold", "delay", "weight", "sec"];

function optionsOf(rest: unknown[]): Given {
  const where = "p.NetCon";
  if (rest.length === 1 && isPlain(rest[0])) {
    const o = rest[0];
    for (const key of Object.keys(o))
      if (!keys.includes(key)) throw new ArgumentTypeError(`${where}: unknown option "${key}".${didYouMean(key, keys)}`);
    return {
      threshold: o.threshold === undefined ? undefined : number(`${where}: threshold`, o.threshold),
      delay: o.delay === undefined ? undefined : delayOf(o.delay),
      weights: o.weight === undefined ? undefined : weightList(o.weight),
      sec: o.sec === undefined || o.sec === null ? undefined : sectionOf(o.sec),
    };
  }
  const last = rest[rest.length - 1];
  const sec = isPlain(last) && "sec" in last ? sectionOf((rest.pop() as { sec: unknown }).sec) : undefined;
  if (rest.length > 3) throw new ArgumentTypeError(`${where}: expected threshold, delay and weight after source and target, got ${rest.length} values.`);
  const [threshold, delay, weight] = rest;
  return {
    threshold: threshold === undefined ? undefined : number(`${where}: threshold`, threshold),
    delay: delay === undefined ? undefined : delayOf(delay),
    weights: weight === undefined ? undefined : weightList(weight),
    sec,
  };
}

function delayOf(value: unknown): number {
  const delay = finite("p.NetCon: delay", value);
  if (delay < 0) throw new RangeError(`p.NetCon: delay: expected 0 ms or more, got ${delay}.`);
  return delay;
}

function weightList(value: unknown): number[] {
  if (typeof value === "number") return [number("p.NetCon: weight", value)];
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value))
    throw new ArgumentTypeError(`p.NetCon: weight: expected a number or an array, got ${described(value)}.`);
  return [...(value as Iterable<unknown>)].map((w, i) => number(`p.NetCon: weight[${i}]`, w));
}

function sectionOf(value: unknown): Section {
  const section = transform(value);
  if (!isSection(section)) throw new ArgumentTypeError(`p.NetCon: sec: expected a section, got ${described(value)}.`);
  return section;
}

/** Source and the section that its potential belongs to. */
function sourceOf(source: unknown): { pointer: unknown; section: Section | undefined; key: object } {
  if (source === undefined || source === null) throw new NotConnectableError(`p.NetCon: source: expected something that spikes, got ${described(source)}.`);
  const given = transformNetcon(source);
  if (isSection(given)) return sourceOf(given(0.5));
  if (given instanceof Segment) return { pointer: given._ref_v, section: given.sec, key: keyOf(source) };
  if (given instanceof Pointer) {
    const owner = given[kOwner];
    return { pointer: given, section: isSection(owner) ? owner : undefined, key: keyOf(source) };
  }
  if (isHocObject(given)) {
    if (!infoOf(given).isPointProcess) throw new HocConnectError(`p.NetCon: source: ${String(given)} does not spike: expected a section, a segment, a point process or an artificial cell.`);
    return { pointer: given, section: undefined, key: keyOf(source) };
  }
  if (typeof source === "object" || typeof source === "function")
    throw new NotConnectableError(`p.NetCon: source: ${described(source)} is not connectable: it has neither __netcon__ nor __neuron__.`);
  throw new HocConnectError(`p.NetCon: source: expected a section, a segment, a point process or an artificial cell, got ${described(source)}.`);
}

function targetOf(target: unknown): HocObject | null {
  if (target === null) return null;
  if (target === undefined) throw new ArgumentTypeError("p.NetCon: target: expected a point process, or null for a detector, got undefined.");
  const given = transform(target as object);
  if (isHocObject(given)) {
    if (!infoOf(given).isPointProcess) throw new HocConnectError(`p.NetCon: target: ${String(given)} receives no spikes: expected a point process or an artificial cell.`);
    return given;
  }
  if (isSection(given) || given instanceof Segment)
    throw new HocConnectError(`p.NetCon: target: ${String(given)} receives no spikes: place a synapse on it and connect to that.`);
  if (typeof target === "object" || typeof target === "function")
    throw new NotConnectableError(`p.NetCon: target: ${described(target)} is not connectable: it has no __neuron__.`);
  throw new HocConnectError(`p.NetCon: target: expected a point process or an artificial cell, got ${described(target)}.`);
}

/** The one key of what spikes, for whoever asks whether it is known: two mentions of one place are one source. */
export function sourceKey(source: unknown): object | undefined {
  const given = transformNetcon(source);
  if (given instanceof RangePointer) {
    const { section, x, name } = given.place;
    return name === "v" && isSection(section) ? keyOf(section(x)) : section;
  }
  return typeof given === "object" || typeof given === "function" ? keyOf(given) : undefined;
}

/** The arguments for NEURON's own constructor, and what to do once it is made. */
export function netconArguments(args: unknown[]): { own: unknown[]; finish: (netcon: neuron.NetCon) => void } {
  const [source, target, ...rest] = args;
  const options = optionsOf(rest);
  const from = sourceOf(source);
  const to = targetOf(target);
  const section = options.sec ?? from.section;
  const own = [from.pointer, to, ...(section === undefined ? [] : [{ sec: section }])];
  return {
    own,
    finish(netcon) {
      const made = netcon as unknown as PatchNetCon & { threshold: number; delay: number };
      const key = from.key;
      PatchNetCon.link(made, key, to === null ? undefined : [key, keyOf(target)]);
      if (options.threshold !== undefined) made.threshold = options.threshold;
      if (options.delay !== undefined) made.delay = options.delay;
      if (to !== null) link(made, key, keyOf(target));
      setWeights(made, to, options.weights);
    },
  };
}

/** Makes a NetCon by p's rules; never half-made. */
export function newNetCon(args: unknown[], cls?: new (...args: unknown[]) => object): neuron.NetCon {
  const { own, finish } = netconArguments(args);
  const make = cls ?? (entryFor("NetCon").make as new (...args: unknown[]) => object);
  let netcon: neuron.NetCon;
  try {
    netcon = new make(...own) as neuron.NetCon;
  } catch (error) {
    if (error instanceof HocError && !(error instanceof HocConnectError)) throw new HocConnectError(error.message, { cause: error });
    throw error;
  }
  try {
    finish(netcon);
  } catch (error) {
    netcon.dispose();
    throw error;
  }
  return netcon;
}

export function setGid(netcon: neuron.NetCon, gid: number): void {
  PatchNetCon.label(netcon as unknown as PatchNetCon, gid, false);
}

/** A connection from a gid, wherever it lives, to a target here. */
export function receiving(
  make: (target: HocObject) => neuron.NetCon,
  target: unknown,
  options: { readonly weight?: number | Iterable<number>; readonly delay?: number },
  gid: number,
): neuron.NetCon {
  const { delay, weights } = optionsOf([options]);
  const to = targetOf(target);
  if (to === null) throw new ParallelConnectError("p.ParallelCon: a gid is connected to a point process or artificial cell, got null.");
  const netcon = make(to) as unknown as PatchNetCon & neuron.NetCon;
  try {
    PatchNetCon.label(netcon, gid, true);
    if (delay !== undefined) netcon.delay = delay;
    setWeights(netcon, to, weights);
  } catch (error) {
    netcon.dispose();
    throw error;
  }
  return netcon;
}

function setWeights(netcon: PatchNetCon, to: HocObject | null, weights: readonly number[] | undefined): void {
  const slots = netcon.weight.length;
  if (weights === undefined) {
    if (to !== null && slots > 0) unweighted.add(netcon);
    return;
  }
  if (weights.length > slots) throw new RangeError(`weight: ${weights.length} weights, but ${String(to ?? "a detector")} takes ${slots}.`);
  weights.forEach((w, i) => {
    (netcon.weight as unknown as number[])[i] = w;
  });
}

export function connectFrom(source: Section | Segment, target: object): neuron.NetCon {
  return newNetCon([source, target]);
}

// The registry behind `connection` ------------------------------------------------------------------------------------

interface SegmentKeys {
  readonly keys: Map<number, object>;
}
const segmentKeys = new WeakMap<object, SegmentKeys>();

/** One key for an end of a connection: the object that was given, a segment by its node. */
function keyOf(end: unknown): object {
  if (isSection(end)) return keyOf(end(0.5));
  if (end instanceof Segment) {
    let entry = segmentKeys.get(end.sec);
    if (entry === undefined) {
      entry = { keys: new Map() };
      segmentKeys.set(end.sec, entry);
    }
    let key = entry.keys.get(end.x);
    if (key === undefined) {
      for (const [x, known] of entry.keys) if (end.sec(x).equals(end)) key = known;
      key ??= {};
      entry.keys.set(end.x, key);
    }
    return key;
  }
  return end as object;
}

const links = new WeakMap<object, Map<object, PatchNetCon[]>>();

function link(netcon: PatchNetCon, source: object, target: object): void {
  let targets = links.get(source);
  if (targets === undefined) {
    targets = new Map();
    links.set(source, targets);
  }
  const list = targets.get(target);
  if (list === undefined) targets.set(target, [netcon]);
  else list.push(netcon);
}

function unlink(netcon: PatchNetCon, source: object, target: object): void {
  const targets = links.get(source);
  const list = targets?.get(target)?.filter((other) => other !== netcon);
  if (list === undefined) return;
  if (list.length === 0) targets?.delete(target);
  else targets?.set(target, list);
}

function assertConnectable(what: string, end: unknown): void {
  const given = transform(end as object);
  if (isSection(given) || given instanceof Segment) return;
  if (isHocObject(given) && infoOf(given).isPointProcess) return;
  if (method(end, "__netcon__") !== undefined) return;
  throw new NotConnectableError(`connection: ${what}: ${described(end)} is not connectable.`);
}

/**
 * The NetCon made last from source to target; `strict: false` also looks the other way.
 * @throws NotConnectedError when there is none; NotConnectableError for what can have none
 */
export function connection(source: unknown, target: unknown, options: { readonly strict?: boolean } = {}): neuron.NetCon {
  assertConnectable("source", source);
  assertConnectable("target", target);
  const found = lastBetween(source, target) ?? (options.strict === false ? lastBetween(target, source) : undefined);
  if (found === undefined) throw new NotConnectedError(`${nameOf(source)} is not connected to ${nameOf(target)}.`);
  return found as unknown as neuron.NetCon;
}

function nameOf(end: unknown): string {
  return isSection(end) || end instanceof Segment || isHocObject(end) ? String(end) : described(end);
}

function lastBetween(source: unknown, target: unknown): PatchNetCon | undefined {
  return links.get(keyOf(source))?.get(keyOf(target))?.findLast(isObjectAlive);
}

/** Before a simulation: every NetCon of p has been given a weight, here or by assignment. */
export function checkWeights(): void {
  for (const netcon of unweighted) {
    if (!isObjectAlive(netcon)) {
      unweighted.delete(netcon);
      continue;
    }
    const weights = netcon.weight as unknown as Iterable<number>;
    if ([...weights].some((w) => w !== 0)) {
      unweighted.delete(netcon); // HOC set it
      continue;
    }
    throw new SimulationError(
      `${String(netcon)} to ${String((netcon as unknown as neuron.NetCon).syn())} was never given a weight. Give one to p.NetCon(source, target, { weight: 0.1 }), or set ${String(netcon)}.weight[0], 0 included.`,
      { code: "ERR_PATCH_NO_WEIGHT" },
    );
  }
}
