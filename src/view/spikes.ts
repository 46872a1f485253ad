// Spikes as they come: rows of times, of which each page is told the new ones.
import { described, isPlain } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { cells } from "../patch/gids.js";
import { parallel } from "../patch/parallel.js";
import { transform } from "../patch/transform.js";
import { numbersIn } from "../plots/series.js";
import { isNetCon, nameOf, timesOf } from "../plots/spikes.js";

/** Numbers that grow while the model runs. */
interface Growing {
  readonly length: number;
  toArray(): ArrayLike<number>;
}

interface Source {
  readonly times: Growing;
  /** The row of all of them, or of each. */
  readonly rows: number | Growing;
}

/** New spikes are told in portions of at most so many for each frame. */
const most = 20_000;

export class Spikes {
  /** Undefined: gids. */
  readonly names: readonly string[] | undefined;
  readonly #sources: readonly Source[];

  constructor(given: object) {
    const { names, sources } = sourcesOf(given);
    this.names = names;
    this.#sources = sources;
  }

  /** How many each source has by now. */
  lengths(): number[] {
    return this.#sources.map(({ times, rows }) =>
      typeof rows === "number" ? times.length : Math.min(times.length, rows.length),
    );
  }

  /** What came since a page had so many of each; `had` is brought up to that. */
  since(had: number[]): { times: Float32Array; rows: Float32Array } {
    const [times, rows]: [number[], number[]] = [[], []];
    this.lengths().forEach((length, i) => {
      const { times: all, rows: of } = this.#sources[i] as Source;
      const from = had[i] ?? 0;
      if (length <= from || times.length >= most) return;
      const to = Math.min(length, from + most - times.length);
      const at = all.toArray();
      const row = typeof of === "number" ? undefined : of.toArray();
      for (let k = from; k < to; k++) {
        times.push(at[k] as number);
        rows.push(row === undefined ? (of as number) : (row[k] as number));
      }
      had[i] = to;
    });
    return { times: Float32Array.from(times), rows: Float32Array.from(rows) };
  }
}

/** What was asked for, or the gids of this process when there are any. */
export function spikesOf(given: object | undefined): Spikes | undefined {
  if (given !== undefined) return new Spikes(given);
  return cells.size === 0 ? undefined : new Spikes(parallel().spike_record());
}

function sourcesOf(given: object): { names: readonly string[] | undefined; sources: Source[] } {
  const standing = transform(given) as unknown;
  const list = isNetCon(standing) ? [standing] : standing;
  if (Array.isArray(list)) {
    const items = list.map((item) => transform(item) as unknown);
    if (items.length > 0 && items.every(isNetCon))
      return {
        names: items.map(nameOf),
        sources: items.map((item, row) => ({ times: growing("", timesOf(item)), rows: row })),
      };
    if (items.length === 2)
      return { names: undefined, sources: [{ times: growing("times", items[0]), rows: growing("gids", items[1]) }] };
  }
  const entries = standing instanceof Map ? [...standing] : isPlain(standing) ? Object.entries(standing) : [];
  if (entries.length === 0)
    throw new ArgumentTypeError(
      `view: spikes: expected { name: times }, detectors (NetCons with .spikes), or [times, gids], got ${described(given)}.`,
    );
  return {
    names: entries.map(([name]) => String(name)),
    sources: entries.map(([name, item], row) => {
      const train = transform(item) as unknown;
      return { times: growing(String(name), isNetCon(train) ? timesOf(train) : train), rows: row };
    }),
  };
}

function growing(name: string, value: unknown): Growing {
  numbersIn(`view: spikes: ${name}`, value);
  const own = value as { readonly length: number; toArray?(): ArrayLike<number> };
  if (typeof own.toArray === "function") return own as Growing;
  return {
    get length() {
      return own.length;
    },
    toArray: () => own as ArrayLike<number>,
  };
}
