// Many processes: the one ParallelContext, gids, spikes and continuous transfer across ranks.
import { described, isPlain, number } from "../core/arguments.js";
import { ArgumentTypeError, ParallelConnectError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { entryFor } from "../hoc/classes.js";
import type * as neuron from "../hoc/neuron/index.js";
import { ParallelContextObject } from "../hoc/network.js";
import { type HocObject, invokeNamed, isHocObject, isObjectAlive, keep } from "../hoc/object.js";
import { Pointer } from "../hoc/pointer.js";
import { ranks as ranksOfEngine } from "../hoc/ranks.js";
import { ownClass } from "../hoc/root.js";
import { isSection } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { allgather, alltoall, broadcast, gather, scatter } from "./exchange.js";
import { sourceKey } from "./ends.js";
import { gids, newNetCon, receiving, setGid, spikeKey } from "./netcon.js";
import { newVector } from "./record.js";
import { listen } from "./spikes.js";
import { transform, transformNetcon } from "./transform.js";

export function ranks(): number {
  return ranksOfEngine()[0];
}

/** The one ParallelContext: NEURON's methods, taking Patch objects; `id` and `nhost` are properties. */
export interface Parallel extends Omit<neuron.ParallelContext, "id" | "nhost" | "broadcast" | "allgather" | "alltoall" | "spike_record"> {
  /** This rank. */
  readonly id: number;
  /** The number of ranks. */
  readonly nhost: number;
  /** The times and gids of the spikes of all cells of this rank, or of some; of those registered later, too. */
  spike_record(gids?: "all" | -1 | number | Iterable<number>, times?: neuron.Vector, ids?: neuron.Vector): [times: neuron.Vector, gids: neuron.Vector];
  /** What the root has, on every rank: a Vector, or anything that structured clone takes. */
  broadcast<T>(value: T, root?: number): T;
  /** What each rank has, on every rank. */
  allgather<T>(value: T): T[];
  /** What each rank has, on the root; null elsewhere. */
  gather<T>(value: T, root?: number): T[] | null;
  /** One of the root's values for each rank. */
  scatter<T>(values: readonly T[] | null, root?: number): T;
  /** The value of each rank for this one. */
  alltoall<T>(values: readonly T[]): T[];
}

interface Recording {
  readonly times: neuron.Vector;
  readonly gids: neuron.Vector;
}

let everyGid: Recording[] = [];
/** Gids of this rank: those that have a cell, and those that were only named. */
const cells = new Map<number, HocObject>();
const gidOfSource = new Map<object, number>();
/** NetCons from gids to targets here. */
const receivers = new Set<HocObject>();
let transferChanged = false;

function register(gid: number, netcon: HocObject): void {
  cells.set(gid, netcon);
  gidOfSource.set(spikeKey(netcon), gid);
  setGid(netcon, gid, false);
}

/** NEURON forgets gids all at once only: it does so with the last of the NetCons that have to do with one. */
gids.gone = (netcon) => {
  receivers.delete(netcon);
  const gid = (netcon as unknown as neuron.NetCon).gid as number;
  if (cells.get(gid) === netcon) gone.add(gid);
  if (gone.size < cells.size || receivers.size > 0 || context === undefined) return;
  forget(false);
  invokeNamed(context as unknown as HocObject, "gid_clear", []);
};
/** Gids whose detector was disposed. */
const gone = new Set<number>();

/** Nothing is known of any gid any longer; what records every gid goes on with those to come, unless it is to end. */
function forget(recordings: boolean): void {
  cells.clear();
  gone.clear();
  gidOfSource.clear();
  receivers.clear();
  if (recordings) everyGid = [];
}

class PatchParallel extends ParallelContextObject {
  get id(): number {
    return ranksOfEngine()[1];
  }
  get nhost(): number {
    return ranksOfEngine()[0];
  }

  cell(gid: number, given: neuron.NetCon, output = 1): number {
    const netcon = transform(given as object) as HocObject;
    const result = invokeNamed(this, "cell", [checkedGid("cell: gid", gid), netcon, output]) as number;
    register(gid, netcon);
    for (const { times, gids } of everyGid) record(this, gid, times, gids);
    return result;
  }

  gid_connect(gid: number, ...rest: unknown[]): HocObject {
    const netcon = invokeNamed(this, "gid_connect", [checkedGid("gid_connect: gid", gid), ...rest]) as HocObject;
    setGid(netcon, gid, true);
    receivers.add(netcon);
    return netcon;
  }

  set_gid2node(gid: number, rank = this.id): number {
    return invokeNamed(this, "set_gid2node", [checkedGid("set_gid2node: gid", gid), rank]) as number;
  }

  gid_clear(...args: unknown[]): number {
    if (args.length === 0 || args[0] === 0 || args[0] === 1 || args[0] === 4) forget(args[0] !== 1);
    return invokeNamed(this, "gid_clear", args) as number;
  }

  spike_record(which: "all" | number | Iterable<number> = "all", times = newVector(), gids = newVector()): [neuron.Vector, neuron.Vector] {
    if (which === "all" || which === -1) {
      for (const gid of cells.keys()) record(this, gid, times, gids);
      everyGid.push({ times, gids });
      return [times, gids];
    }
    const list = typeof which === "number" ? [which] : [...which];
    for (const gid of list) {
      if (!cells.has(checkedGid("spike_record: gid", gid))) throw new ParallelConnectError(`spike_record: gid ${gid} has no cell on this rank.`);
      record(this, gid, times, gids);
    }
    return [times, gids];
  }

  source_var(target: unknown, key: number, ...rest: unknown[]): number {
    transferChanged = true;
    return this.#transfer("source_var", pointerOf(target, "source_var"), transferKey(key), rest);
  }

  target_var(...args: unknown[]): number {
    transferChanged = true;
    const key = transferKey(args.pop());
    const [first, second] = args;
    const list = second === undefined ? [pointerOf(first, "target_var")] : [transform(first as object), second];
    keep(this, list);
    return invokeNamed(this, "target_var", [...list, key], true) as number;
  }

  #transfer(name: string, pointer: Pointer, key: number, rest: unknown[]): number {
    keep(this, [pointer]);
    return invokeNamed(this, name, [pointer, key, ...rest], true) as number;
  }

  broadcast(value: unknown, root = 0): unknown {
    return broadcast(value, root);
  }
  allgather(value: unknown): unknown[] {
    return allgather(value);
  }
  gather(value: unknown, root = 0): unknown[] | null {
    return gather(value, root);
  }
  scatter(values: readonly unknown[] | null, root = 0): unknown {
    return scatter(values, root);
  }
  alltoall(values: readonly unknown[]): unknown[] {
    return alltoall(values);
  }
}

ownClass(PatchParallel);

/** Beside the others who listen to the gid's source: NEURON itself has place for one of them. */
function record(context: HocObject, gid: number, times: neuron.Vector, gids: neuron.Vector): void {
  const plain = () => invokeNamed(context, "spike_record", [gid, times, gids]);
  const detector = cells.get(gid) as HocObject;
  keep(context, [times, gids]);
  if (isObjectAlive(detector)) listen(spikeKey(detector), times, detector, [times, gids, gid], plain);
  else plain();
}

function checkedGid(name: string, gid: unknown): number {
  if (typeof gid !== "number" || !Number.isInteger(gid) || gid < 0 || gid > 2 ** 31 - 1)
    throw new ParallelConnectError(`${name}: expected a whole number from 0 on, got ${described(gid)}.`);
  return gid;
}

function transferKey(key: unknown): number {
  if (typeof key !== "number" || !Number.isInteger(key) || key < 0) throw new ArgumentTypeError(`Continuous transfer: expected a key, a whole number from 0 on, got ${described(key)}.`);
  return key;
}

function pointerOf(target: unknown, where: string): Pointer {
  const given = transformNetcon(target);
  if (given instanceof Pointer) return given;
  if (isSection(given)) return given(0.5)._ref_v;
  if (given instanceof Segment) return given._ref_v;
  throw new ArgumentTypeError(`${where}: expected a pointer such as soma(0.5)._ref_v, got ${described(target)}.`);
}

let context: Parallel | undefined;

/** `p.parallel` */
export function parallel(): Parallel {
  if (context === undefined) {
    entryFor("ParallelContext"); // its class knows what NEURON calls it from here on
    context = new (PatchParallel as unknown as new () => HocObject)() as unknown as Parallel;
    keepForEver(context);
  }
  return context;
}
const keepForEver = (object: object) => void forEver.add(object);
const forEver = new Set<object>();

/** Before an initialisation: sources and targets are matched, on all ranks or on none. */
export function prepareTransfer(): void {
  if (ranks() === 1 && !transferChanged && context === undefined) return;
  const pc = parallel();
  const changed = ranks() > 1 ? pc.allreduce(transferChanged ? 1 : 0, 2) : Number(transferChanged);
  if (changed) pc.setup_transfer();
  transferChanged = false;
  if (ranks() > 1) pc.set_maxstep(10);
}

export function advanceTogether(stop: number): void {
  parallel().psolve(stop);
}

export function forgetGids(): void {
  if (context === undefined && cells.size === 0) return;
  (parallel() as unknown as PatchParallel).gid_clear();
}

export interface ParallelConOptions {
  /** Whether the spikes are sent to other ranks; true unless given. */
  readonly output?: boolean;
  /** What the source must cross upward, mV. */
  readonly threshold?: number;
  /** Delay, ms. */
  readonly delay?: number;
  /** Weight, or one for each slot. */
  readonly weight?: number | Iterable<number>;
}

function sourceName(detector: HocObject): string {
  const { pre, preseg } = detector as unknown as { pre(): unknown; preseg(): unknown };
  if (!isObjectAlive(detector)) return "a source whose NetCon was disposed (p.parallel.gid_clear() forgets all gids)";
  return String(pre.call(detector) ?? preseg.call(detector) ?? detector);
}

function givenName(source: unknown): string {
  return isSection(source) || source instanceof Segment || isHocObject(source) ? String(source) : described(source);
}

const isGid = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0;

/** `p.ParallelCon(source, gid)` registers a source; `p.ParallelCon(gid, target)` connects to wherever the gid lives. */
export function ParallelCon(a: unknown, b: unknown, options: ParallelConOptions = {}): neuron.NetCon {
  if (!isPlain(options)) throw new ArgumentTypeError(`p.ParallelCon: expected options, got ${described(options)}.`);
  const isSource = isGid(b);
  if (isGid(a) === isSource)
    throw new ParallelConnectError(
      `p.ParallelCon: expected one gid, a whole number from 0 on: (source, gid) or (gid, target), got ${described(a)} and ${described(b)}.`,
    );
  const known = isSource ? ["output", "threshold", "delay", "weight"] : ["delay", "weight"];
  for (const key of Object.keys(options)) {
    if (key === "threshold" && !isSource) throw new ParallelConnectError("p.ParallelCon: the threshold belongs to the source: set it where the gid is registered.");
    if (!known.includes(key)) throw new ArgumentTypeError(`p.ParallelCon: unknown option "${key}".${didYouMean(key, known)}`);
  }
  return isSource ? registerSource(a, b, options) : connectTarget(a as number, b, options);
}

function registerSource(source: unknown, gid: number, options: ParallelConOptions): neuron.NetCon {
  const pc = parallel();
  const key = sourceKey(source);
  const before = key === undefined ? undefined : gidOfSource.get(key);
  if (before !== undefined) throw new ParallelConnectError(`p.ParallelCon: gid ${gid}: ${givenName(source)} has gid ${before} already, and can have one only.`);
  const other = cells.get(gid);
  if (other !== undefined)
    throw new ParallelConnectError(
      `p.ParallelCon: gid ${gid} is registered already, for ${sourceName(other)}; it cannot be given to ${givenName(source)} too.`,
    );
  const { output = true, ...rest } = options;
  const detector = newNetCon([source, null, rest]);
  try {
    if (!pc.gid_exists(gid)) pc.set_gid2node(gid, pc.id);
    pc.cell(gid, detector, output ? 1 : 0);
  } catch (error) {
    detector.dispose();
    throw new ParallelConnectError(`p.ParallelCon: gid ${gid}: ${(error as Error).message}`, { cause: error });
  }
  return detector;
}

function connectTarget(gid: number, target: unknown, options: ParallelConOptions): neuron.NetCon {
  const pc = parallel();
  const { weight, delay } = options;
  const checked = { ...(weight !== undefined && { weight }), ...(delay !== undefined && { delay: number("p.ParallelCon: delay", delay) }) };
  return receiving((to) => pc.gid_connect(gid, to), target, checked);
}
