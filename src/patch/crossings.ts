// Continuous transfer (gap junctions) between ranks: what takes part in it, and what NEURON would hang or crash on.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, ParallelConnectError, SimulationError } from "../core/errors.js";
import { h } from "../hoc/h.js";
import { type HocObject, invokeNamed, isHocObject, isObjectAlive } from "../hoc/object.js";
import { Pointer } from "../hoc/pointer.js";
import { crossed, forgetCrossings } from "../hoc/ranks.js";
import { hasVariableStep } from "../hoc/run.js";
import { isSection, isSectionAlive, type Section } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { allgather } from "./exchange.js";
import { newVector } from "./record.js";
import { anywhere, pc, together } from "./together.js";
import { transformNetcon } from "./transform.js";

export interface Crossing {
  readonly key: number;
  /** Of NEURON's `source_var` or `target_var`. */
  readonly args: readonly unknown[];
  readonly isSource: boolean;
  /** Sections and processes without which it cannot be. */
  readonly needs: readonly unknown[];
}

interface Registered extends Crossing {
  /** How many segments its sections had: NEURON follows a pointer into what a change leaves behind. */
  readonly segments: readonly number[];
}

let all: Registered[] = [];
let isChanged = false;
let wasUsed = false;

crossed.forgotten = () => {
  all = [];
};

/** Whether continuous transfer was ever set up here. */
export function isTransferring(): boolean {
  return wasUsed;
}

/** Whether something has come since the last set-up. */
export function hasNewCrossings(): boolean {
  return isChanged;
}

/** Tells NEURON of a source or a target. */
export function cross(context: HocObject, crossing: Crossing): number {
  isChanged = wasUsed = true;
  const { isSource, args, needs } = crossing;
  const result = invokeNamed(context, isSource ? "source_var" : "target_var", [...args], true) as number; // it takes the { sec } out
  all.push({ ...crossing, segments: segmentsOf(needs) });
  return result;
}

function segmentsOf(needs: readonly unknown[]): number[] {
  return needs.filter((thing): thing is Section => isSection(thing) && isSectionAlive(thing)).map(({ nseg }) => nseg);
}

function isGone(thing: unknown): boolean {
  if (isSection(thing)) return !isSectionAlive(thing);
  return isHocObject(thing) && !isObjectAlive(thing);
}

function isStale({ needs, segments }: Registered): boolean {
  return needs.some(isGone) || segmentsOf(needs).some((nseg, i) => nseg !== segments[i]);
}

/** NEURON forgets no source and no target by itself: where one is not as it was, it is told anew of those that are left. */
function renew(context: HocObject): void {
  if (crossed.byHand || !all.some(isStale)) return;
  const left = all.filter(({ needs }) => !needs.some(isGone));
  forgetCrossings(3);
  invokeNamed(context, "gid_clear", [3]);
  for (const crossing of left) cross(context, crossing);
  isChanged = true;
}

/** Where a source is missing, NEURON notices it on one rank, and leaves the others waiting. */
function checkPairs(): void {
  const keysOf = (isSource: boolean) => all.filter((crossing) => crossing.isSource === isSource).map(({ key }) => key);
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

/** Before an initialisation: sources and targets are matched, on all ranks or on none. */
export function matchCrossings(context: HocObject): void {
  together("setup_transfer", () => renew(context));
  if (!anywhere(isChanged)) return;
  isChanged = true; // until it has succeeded
  checkPairs();
  together("setup_transfer", () => invokeNamed(context, "setup_transfer", [], true));
  isChanged = false;
}

let leastDelay = Number.POSITIVE_INFINITY;

/** `least`: the smallest delay of this rank's connections, ms. NEURON tells no rank of the others'. */
export function checkDelays(least: number): void {
  leastDelay = least;
  checkSteps();
}

/**
 * Where spikes would have to be there at once, NEURON fails on the first rank, and leaves the others waiting; where
 * potentials travel at each step, a rank that makes fewer of them leaves the others waiting as well.
 */
export function checkSteps(): void {
  const step = hasVariableStep() ? 0 : h.dt;
  const isCrossing = crossed.byHand || all.length > 0;
  const [delay = 0, shortest = 0, longest = 0, crossing = 0, threads = 0] = leastOf(
    leastDelay,
    step,
    -step,
    isCrossing ? -1 : 0,
    pc().nthread() > 1 ? -1 : 0,
  );
  if (crossing < 0 && shortest !== -longest)
    throw new SimulationError(
      `Continuous transfer: all ranks need the same time step, h.dt, and CVode active or not: ${stepInWords(shortest)} on one rank, ${stepInWords(-longest)} on another.`,
    );
  const needed = -longest;
  if (delay - 1e-10 < Math.max(1e-9, needed) || (threads < 0 && delay - needed < needed))
    throw new SimulationError(
      `A connection between ranks has the delay ${delay} ms: it must be longer than ${needed === 0 ? "0 ms" : `the time step, ${needed} ms${threads < 0 ? ", by another one where there are threads" : ""}`}.`,
    );
}

const stepInWords = (step: number): string => (step === 0 ? "CVode's" : `${step} ms`);

/** The smallest of each number over all ranks. */
function leastOf(...numbers: number[]): number[] {
  const values = newVector(numbers);
  pc().allreduce(values, 3);
  return [...values];
}

export function transferKey(key: unknown): number {
  if (typeof key !== "number" || !Number.isInteger(key) || key < 0)
    throw new ArgumentTypeError(
      `Continuous transfer: expected a key, a whole number from 0 on, got ${described(key)}.`,
    );
  return key;
}

export function pointerOf(target: unknown, where: string): Pointer {
  const given = transformNetcon(target);
  if (given instanceof Pointer) return given;
  if (isSection(given)) return given(0.5)._ref_v;
  if (given instanceof Segment) return given._ref_v;
  throw new ArgumentTypeError(`${where}: expected a pointer such as soma(0.5)._ref_v, got ${described(target)}.`);
}
