// Many processes: the one ParallelContext, gids, spikes and continuous transfer across ranks.
import { ParallelConnectError } from "../core/errors.js";
import { entryFor } from "../hoc/classes.js";
import { depend } from "../hoc/dependents.js";
import { made } from "../hoc/made.js";
import { ParallelContextObject } from "../hoc/network.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, invokeNamed, keep } from "../hoc/object.js";
import { kOwner, Pointer } from "../hoc/pointer.js";
import { crossed, forgetCrossings, ranks as ranksOfEngine } from "../hoc/ranks.js";
import { ownClass } from "../hoc/root.js";
import { refuseInRun } from "../hoc/run.js";
import { isSection } from "../hoc/section.js";
import {
  checkDelays,
  checkSteps,
  cross,
  hasNewCrossings,
  matchCrossings,
  pointerOf,
  transferKey,
} from "./crossings.js";
import { allgather, alltoall, broadcast, gather, scatter } from "./exchange.js";
import { cells, checkedGid, forget, receivers, record, recordEvery, recordToo, register } from "./gids.js";
import { setGid } from "./netcon.js";
import { newVector } from "./record.js";
import { advancedTogether } from "./together.js";
import { transform } from "./transform.js";

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

class PatchParallel extends ParallelContextObject {
  get id(): number {
    return ranksOfEngine()[1];
  }
  get nhost(): number {
    return ranksOfEngine()[0];
  }

  override psolve(...args: unknown[]): unknown {
    if (ranks() > 1) {
      refuseInRun("p.parallel.psolve");
      checkSteps();
    }
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
    forgetCrossings(args[0]);
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
    const pointer = pointerOf(target, "source_var");
    const owner = pointer[kOwner];
    const place = rest.length === 0 && isSection(owner) ? [{ sec: owner }] : rest;
    const checked = transferKey(key);
    keep(this, [pointer]);
    return cross(this, { key: checked, args: [pointer, checked, ...place], isSource: true, needs: [owner] });
  }

  target_var(...args: unknown[]): number {
    const key = transferKey(args.pop());
    const [first, second] = args;
    const list = second === undefined ? [pointerOf(first, "target_var")] : [transform(first as object), second];
    const needs = list.map((part) => (part instanceof Pointer ? part[kOwner] : part));
    keep(this, list);
    return cross(this, { key, args: [...list, key], isSource: false, needs });
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
  if (ranks() === 1 && !hasNewCrossings() && context === undefined) return;
  const pc = parallel();
  matchCrossings(pc as unknown as HocObject);
  if (ranks() > 1) checkDelays(pc.set_maxstep(10));
}

export function advanceTogether(stop: number): void {
  parallel().psolve(stop);
}

export function forgetGids(): void {
  if (context === undefined && cells.size === 0 && !crossed.byHand) return;
  (parallel() as unknown as PatchParallel).gid_clear();
}
