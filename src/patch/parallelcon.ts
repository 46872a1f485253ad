// ParallelCon: a source gets a gid, or a target hears from wherever a gid lives.
import { boolean, described, isPlain, number } from "../core/arguments.js";
import { ArgumentTypeError, ParallelConnectError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, isHocObject, isObjectAlive } from "../hoc/object.js";
import { isSection } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { sourceKey } from "./ends.js";
import { cells, gidOfSource } from "./gids.js";
import { newNetCon, receiving } from "./netcon.js";
import { parallel } from "./parallel.js";

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
  if (!isObjectAlive(detector)) return "a source whose NetCon was disposed (p.parallel.gid_clear() forgets all gids)";
  const { pre, preseg } = detector as unknown as { pre(): unknown; preseg(): unknown };
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
    if (key === "threshold" && !isSource)
      throw new ParallelConnectError(
        "p.ParallelCon: the threshold belongs to the source: set it where the gid is registered.",
      );
    if (!known.includes(key))
      throw new ArgumentTypeError(`p.ParallelCon: unknown option "${key}".${didYouMean(key, known)}`);
  }
  return isSource ? registerSource(a, b, options) : connectTarget(a as number, b, options);
}

function registerSource(source: unknown, gid: number, options: ParallelConOptions): neuron.NetCon {
  const pc = parallel();
  const key = sourceKey(source);
  const before = key === undefined ? undefined : gidOfSource.get(key);
  if (before !== undefined)
    throw new ParallelConnectError(
      `p.ParallelCon: gid ${gid}: ${givenName(source)} has gid ${before} already, and can have one only.`,
    );
  const other = cells.get(gid);
  if (other !== undefined)
    throw new ParallelConnectError(
      `p.ParallelCon: gid ${gid} is registered already, for ${sourceName(other)}; it cannot be given to ${givenName(source)} too.`,
    );
  const { output = true, ...rest } = options;
  boolean("p.ParallelCon: output", output);
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
  const checked = {
    ...(weight !== undefined && { weight }),
    ...(delay !== undefined && { delay: number("p.ParallelCon: delay", delay) }),
  };
  return receiving((to) => pc.gid_connect(gid, to), target, checked);
}
