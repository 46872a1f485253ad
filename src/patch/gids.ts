// The gids of this rank: which sources have one, who receives from one, and who records their spikes.
import { described } from "../core/arguments.js";
import { ParallelConnectError } from "../core/errors.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, invokeNamed, isObjectAlive, keep } from "../hoc/object.js";
import { gids, setGid, spikeKey } from "./netcon.js";
import { listen } from "./spikes.js";
import { pc } from "./together.js";

interface Recording {
  readonly times: neuron.Vector;
  readonly gids: neuron.Vector;
}

let everyGid: Recording[] = [];

/** Records the gids of this rank from here on, those to come too. */
export function recordEvery(context: HocObject, times: neuron.Vector, gids: neuron.Vector): void {
  for (const gid of cells.keys()) record(context, gid, times, gids);
  everyGid.push({ times, gids });
}

/** The gid is one more for those who record all of them. */
export function recordToo(context: HocObject, gid: number): void {
  for (const { times, gids } of everyGid) record(context, gid, times, gids);
}

/** Gids of this rank: those that have a cell, and those that were only named. */
export const cells = new Map<number, HocObject>();
export const gidOfSource = new Map<object, number>();
/** NetCons from gids to targets here. */
export const receivers = new Set<HocObject>();

export function register(gid: number, netcon: HocObject): void {
  cells.set(gid, netcon);
  gidOfSource.set(spikeKey(netcon), gid);
  setGid(netcon, gid, false);
}

/** NEURON forgets gids all at once only: it does so with the last of the NetCons that have to do with one. */
gids.gone = (netcon) => {
  receivers.delete(netcon);
  const gid = (netcon as unknown as neuron.NetCon).gid as number;
  if (cells.get(gid) === netcon) gone.add(gid);
  if (gone.size < cells.size || receivers.size > 0) return;
  forget(false);
  pc().gid_clear();
};
/** Gids whose detector was disposed. */
const gone = new Set<number>();

/** Nothing is known of any gid any longer; what records every gid goes on with those to come, unless it is to end. */
export function forget(recordings: boolean): void {
  cells.clear();
  gone.clear();
  gidOfSource.clear();
  receivers.clear();
  if (recordings) everyGid = [];
}

/** Beside the others who listen to the gid's source: NEURON itself has place for one of them. */
export function record(context: HocObject, gid: number, times: neuron.Vector, gids: neuron.Vector): void {
  const plain = () => invokeNamed(context, "spike_record", [gid, times, gids]);
  const detector = cells.get(gid) as HocObject;
  keep(context, [times, gids]);
  if (isObjectAlive(detector)) listen(spikeKey(detector), times, detector, [times, gids, gid], plain);
  else plain();
}

export function checkedGid(name: string, gid: unknown): number {
  if (typeof gid !== "number" || !Number.isInteger(gid) || gid < 0 || gid > 2 ** 31 - 1)
    throw new ParallelConnectError(`${name}: expected a whole number from 0 on, got ${described(gid)}.`);
  return gid;
}
