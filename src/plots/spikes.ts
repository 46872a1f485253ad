// Spikes as a raster takes them: named trains, detectors, or times with gids.
import { described, isPlain, wrongType } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import { isHocObject } from "../hoc/object.js";
import { spikesOf } from "../patch/netcon.js";
import { transform } from "../patch/transform.js";
import { numbersIn } from "./series.js";
import { extentOf } from "./thin.js";

/** `{ name: times }`, a detector or a list of them (NetCons with `spikes`), or `[times, gids]`. */
export type Spikes = object;

export interface Train {
  /** Its row: from 0 on for named ones, else the gid. */
  readonly row: number;
  readonly times: ArrayLike<number>;
}

export interface Trains {
  readonly trains: readonly Train[];
  /** Names of the rows; undefined when the rows are gids. */
  readonly names: readonly string[] | undefined;
  /** Whether the model was asked: its time has gone on after the last spike. */
  readonly isOfModel: boolean;
}

export const expectedSpikes = "{ name: times }, detectors (NetCons with .spikes), or [times, gids]";

type Form =
  | { readonly kind: "named"; readonly entries: readonly (readonly [name: unknown, train: unknown])[] }
  | { readonly kind: "detectors"; readonly netcons: readonly object[] }
  | { readonly kind: "gids"; readonly times: unknown; readonly gids: unknown };

/** In which of the ways spikes were given; undefined: in none. */
export function formOf(spikes: unknown): Form | undefined {
  if (spikes instanceof Map) return { kind: "named", entries: [...spikes] };
  const standing = transform(spikes) as unknown;
  if (isNetCon(standing)) return { kind: "detectors", netcons: [standing] };
  if (isPlain(standing)) return { kind: "named", entries: Object.entries(standing) };
  if (!Array.isArray(standing)) return undefined;
  const items = standing.map((item) => transform(item) as unknown);
  if (items.length > 0 && items.every(isNetCon)) return { kind: "detectors", netcons: items };
  if (items.length === 2 && !items.some((item) => isNetCon(item) || typeof item === "number"))
    return { kind: "gids", times: items[0], gids: items[1] };
  return undefined;
}

export function trainsOf(spikes: unknown): Trains {
  const form = formOf(spikes);
  if (form?.kind === "named") return named(form.entries);
  if (form?.kind === "detectors") return detected(form.netcons);
  if (form?.kind === "gids") return byGid(form.times, form.gids);
  const items = transform(spikes) as unknown;
  if (!Array.isArray(items)) throw wrongType("raster: spikes", expectedSpikes, spikes);
  const first = transform(items[0]) as unknown;
  throw new ArgumentTypeError(
    `raster: spikes: expected ${expectedSpikes}, got ${items.length === 0 ? "an empty list" : `a list of ${items.length}, the first ${isHocObject(first) ? String(first) : described(first)}`}.`,
  );
}

function named(entries: readonly (readonly [unknown, unknown])[]): Trains {
  if (entries.length === 0) throw new ArgumentRangeError("raster: expected one or more spike trains, got none.");
  return {
    names: entries.map(([name]) => String(name)),
    isOfModel: false,
    trains: entries.map(([name, item], row) => {
      const where = `raster: ${String(name)}`;
      return { row, times: checked(where, trainIn(item)) };
    }),
  };
}

/** What holds a train's times: of a detector its spikes. */
export function trainIn(given: unknown): unknown {
  const standing = transform(given) as unknown;
  return isNetCon(standing) ? timesOf(standing) : standing;
}

function isNetCon(value: unknown): value is object {
  return isHocObject(value) && String(value).startsWith("NetCon[");
}

function detected(netcons: readonly object[]): Trains {
  return {
    names: netcons.map(nameOf),
    isOfModel: true,
    trains: netcons.map((netcon, row) => ({ row, times: timesOf(netcon).toArray() })),
  };
}

export function timesOf(netcon: object): { toArray(): Float64Array } {
  const vector = spikesOf(netcon);
  if (vector === undefined)
    throw new ArgumentRangeError(
      `raster: ${String(netcon)} (${nameOf(netcon)}) has recorded no spikes: read its .spikes once before the run (of a NetCon that p made).`,
    );
  return vector;
}

/** The gid, or what it listens to. */
export function nameOf(netcon: object): string {
  const { gid } = netcon as { gid?: number };
  if (gid !== undefined) return `gid ${gid}`;
  const { pre, preseg } = netcon as { pre(): unknown; preseg(): unknown };
  return String(pre.call(netcon) ?? preseg.call(netcon) ?? netcon);
}

function byGid(times: unknown, gids: unknown): Trains {
  const [at, of] = [checked("raster: times", times), checked("raster: gids", gids)];
  if (at.length !== of.length)
    throw new ArgumentRangeError(
      `raster: ${at.length} times and ${of.length} gids: expected as many of the ones as of the others.`,
    );
  const rows = new Map<number, number[]>();
  for (let i = 0; i < at.length; i++) {
    const gid = of[i] as number;
    if (!Number.isInteger(gid))
      throw new ArgumentRangeError(`raster: gids: element ${i}: expected a whole number, got ${gid}.`);
    const row = rows.get(gid);
    if (row === undefined) rows.set(gid, [at[i] as number]);
    else row.push(at[i] as number);
  }
  return { names: undefined, isOfModel: false, trains: [...rows].map(([row, times]) => ({ row, times })) };
}

function checked(where: string, value: unknown): ArrayLike<number> {
  const values = numbersIn(where, value);
  extentOf(where, values);
  return values;
}
