// Many processes: the one ParallelContext, gids, spikes and continuous transfer across ranks.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, ParallelConnectError, SimulationError } from "../core/errors.js";
import { entryFor } from "../hoc/classes.js";
import { depend } from "../hoc/dependents.js";
import { h } from "../hoc/h.js";
import { made } from "../hoc/made.js";
import { ParallelContextObject } from "../hoc/network.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, invokeNamed, isHocObject, isObjectAlive, keep } from "../hoc/object.js";
import { kOwner, Pointer } from "../hoc/pointer.js";
import { crossed, ranks as ranksOfEngine } from "../hoc/ranks.js";
import { ownClass } from "../hoc/root.js";
import { hasVariableStep, refuseInRun } from "../hoc/run.js";
import { isSection, isSectionAlive } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { allgather, alltoall, broadcast, gather, scatter } from "./exchange.js";
import { cells, checkedGid, forget, receivers, record, recordEvery, recordToo, register } from "./gids.js";
import { setGid } from "./netcon.js";
import { newVector } from "./record.js";
import { advancedTogether, anywhere, pc, together } from "./together.js";
import { transform, transformNetcon } from "./transform.js";

export function ranks(): number {
  return ranksOfEngine()[0];
}

/** The one ParallelContext: NEURON's methods, taking Patch objects; `id` and `nhost` are properties. */
type InOurWay =
  | "id"
  | "nhost"
  | "broadcast"
  | "allgather"
  | "alltoall"
  | "spike_record"
  | "set_gid2node"
  | "source_var"
  | "target_var";
export interface Parallel extends Omit<neuron.ParallelContext, InOurWay> {
  /** This rank. */
  readonly id: number;
  /** The number of ranks. */
  readonly nhost: number;
  /** The times and gids of the spikes of all cells of this rank, or of some; of those registered later, too. */
  spike_record(
    gids?: "all" | -1 | number | Iterable<number>,
    times?: neuron.Vector,
    ids?: neuron.Vector,
  ): [times: neuron.Vector, gids: neuron.Vector];
  /** Says that the gid lives on that rank, for the rank itself; this one unless given. */
  set_gid2node(gid: number, rank?: number): number;
  /** Hands the potential of a place, or another variable of a section, to all ranks under the key. */
  source_var(target: Variable, key: number): number;
  /** Lets a variable follow the one with the key. */
  target_var(target: Variable, key: number): number;
  target_var(process: object, target: Pointer, key: number): number;
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

/** A pointer, or what says one: a section, a segment, an object with `__netcon__` or `__neuron__`. */
export type Variable = Pointer | { __netcon__(): unknown } | { __neuron__(): unknown };

let transferChanged = false;
let transfers = false;

/** Whether continuous transfer was ever set up here. */
export function isTransferring(): boolean {
  return transfers;
}

interface Crossing {
  readonly key: number;
  readonly args: unknown[];
  readonly isSource: boolean;
  /** Sections and processes without which it cannot be. */
  readonly needs: readonly unknown[];
}

function isGone(thing: unknown): boolean {
  if (isSection(thing)) return !isSectionAlive(thing);
  return isHocObject(thing) && !isObjectAlive(thing);
}

class PatchParallel extends ParallelContextObject {
  #crossings: Crossing[] = [];

  get id(): number {
    return ranksOfEngine()[1];
  }
  get nhost(): number {
    return ranksOfEngine()[0];
  }

  override psolve(...args: unknown[]): unknown {
    if (ranks() > 1) this.checkSteps();
    return advancedTogether("p.parallel.psolve", () => super.psolve(...args));
  }

  cell(gid: number, given: neuron.NetCon, output = 1): number {
    const netcon = transform(given as object) as HocObject;
    const result = invokeNamed(this, "cell", [checkedGid("cell: gid", gid), netcon, output]) as number;
    register(gid, netcon);
    recordToo(this, gid);
    return result;
  }

  gid_connect(gid: number, ...rest: unknown[]): HocObject {
    const netcon = invokeNamed(this, "gid_connect", [checkedGid("gid_connect: gid", gid), ...rest]) as HocObject;
    setGid(netcon, gid, true);
    receivers.add(netcon);
    // It was made by a call and no constructor, and belongs to its target and scope all the same.
    depend(transform(rest[0] as object) as object, netcon);
    made.told?.(netcon);
    return netcon;
  }

  set_gid2node(gid: number, rank = this.id): number {
    return invokeNamed(this, "set_gid2node", [checkedGid("set_gid2node: gid", gid), rank]) as number;
  }

  gid_clear(...args: unknown[]): number {
    if (args.length === 0 || args[0] === 0 || args[0] === 1 || args[0] === 4) forget(args[0] !== 1);
    if (args[0] !== 1 && args[0] !== 2) this.#crossings = [];
    return invokeNamed(this, "gid_clear", args) as number;
  }

  spike_record(
    which: "all" | number | Iterable<number> = "all",
    times = newVector(),
    gids = newVector(),
  ): [neuron.Vector, neuron.Vector] {
    if (which === "all" || which === -1) {
      recordEvery(this, times, gids);
      return [times, gids];
    }
    const list = typeof which === "number" ? [which] : [...which];
    for (const gid of list) {
      if (!cells.has(checkedGid("spike_record: gid", gid)))
        throw new ParallelConnectError(`spike_record: gid ${gid} has no cell on this rank.`);
      record(this, gid, times, gids);
    }
    return [times, gids];
  }

  source_var(target: unknown, key: number, ...rest: unknown[]): number {
    transferChanged = transfers = true;
    const pointer = pointerOf(target, "source_var");
    const owner = pointer[kOwner];
    const place = rest.length === 0 && isSection(owner) ? [{ sec: owner }] : rest;
    const checked = transferKey(key);
    keep(this, [pointer]);
    return this.#cross({ key: checked, args: [pointer, checked, ...place], isSource: true, needs: [owner] });
  }

  target_var(...args: unknown[]): number {
    transferChanged = transfers = true;
    const key = transferKey(args.pop());
    const [first, second] = args;
    const list = second === undefined ? [pointerOf(first, "target_var")] : [transform(first as object), second];
    const needs = list.map((part) => (part instanceof Pointer ? part[kOwner] : part));
    keep(this, list);
    return this.#cross({ key, args: [...list, key], isSource: false, needs });
  }

  #cross(crossing: Crossing): number {
    const name = crossing.isSource ? "source_var" : "target_var";
    const result = invokeNamed(this, name, [...crossing.args], true) as number; // it takes the { sec } out
    this.#crossings.push(crossing);
    return result;
  }

  /** NEURON forgets no source and no target by itself, and follows them into memory that is gone. */
  dropGone(): void {
    if (crossed.byHand || !this.#crossings.some(({ needs }) => needs.some(isGone))) return;
    const left = this.#crossings.filter(({ needs }) => !needs.some(isGone));
    this.gid_clear(3);
    for (const crossing of left) this.#cross(crossing);
    transferChanged = true;
  }

  /** Where a source is missing, NEURON notices it on one rank, and leaves the others waiting. */
  checkPairs(): void {
    const keysOf = (isSource: boolean) =>
      this.#crossings.filter((crossing) => crossing.isSource === isSource).map(({ key }) => key);
    const sources = allgather({ keys: keysOf(true), byHand: crossed.byHand }) as { keys: number[]; byHand: boolean }[];
    if (sources.some(({ byHand }) => byHand)) return;
    together("setup_transfer", () => {
      const known = new Set<number>();
      for (const key of sources.flatMap(({ keys }) => keys)) {
        if (known.has(key)) throw new ParallelConnectError(`source_var: key ${key} is that of two ranks' sources.`);
        known.add(key);
      }
      for (const key of keysOf(false))
        if (!known.has(key)) throw new ParallelConnectError(`target_var: no rank has a source with the key ${key}.`);
    });
  }

  /**
   * Where spikes would have to be there at once, NEURON fails on the first rank, and leaves the others waiting; where
   * potentials travel at each step, a rank that makes fewer of them leaves the others waiting as well.
   */
  checkSteps(): void {
    refuseInRun("p.parallel.psolve");
    const step = hasVariableStep() ? 0 : h.dt;
    const isCrossing = crossed.byHand || this.#crossings.length > 0;
    const [delay = 0, shortest = 0, longest = 0, crossing = 0] = leastOf(leastDelay, step, -step, isCrossing ? -1 : 0);
    if (crossing < 0 && shortest !== -longest)
      throw new SimulationError(
        `Continuous transfer: all ranks need the same time step, h.dt, and CVode active or not: ${stepInWords(shortest)} on one rank, ${stepInWords(-longest)} on another.`,
      );
    if (delay - 1e-10 < Math.max(1e-9, -longest))
      throw new SimulationError(
        `A connection between ranks has the delay ${delay} ms: it must be longer than ${longest === 0 ? "0 ms" : `the time step, ${-longest} ms`}.`,
      );
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

const stepInWords = (step: number): string => (step === 0 ? "CVode's" : `${step} ms`);

function transferKey(key: unknown): number {
  if (typeof key !== "number" || !Number.isInteger(key) || key < 0)
    throw new ArgumentTypeError(
      `Continuous transfer: expected a key, a whole number from 0 on, got ${described(key)}.`,
    );
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
  const patched = parallel();
  const own = patched as unknown as PatchParallel;
  together("setup_transfer", () => own.dropGone());
  if (anywhere(transferChanged)) {
    transferChanged = true; // until it has succeeded
    own.checkPairs();
    together("setup_transfer", () => patched.setup_transfer());
    transferChanged = false;
  }
  if (ranks() > 1) {
    leastDelay = patched.set_maxstep(10); // that of this rank's connections: NEURON tells no rank of the others'
    own.checkSteps();
  }
}

let leastDelay = Number.POSITIVE_INFINITY;

/** The smallest of each number over all ranks. */
function leastOf(...numbers: number[]): number[] {
  const values = newVector(numbers);
  pc().allreduce(values, 3);
  return [...values];
}

export function advanceTogether(stop: number): void {
  parallel().psolve(stop);
}

export function forgetGids(): void {
  if (context === undefined && cells.size === 0) return;
  (parallel() as unknown as PatchParallel).gid_clear();
}
