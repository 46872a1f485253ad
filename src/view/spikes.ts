// Spikes as they come: rows of times, of which each page is told the new ones.
import { described } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { cells } from "../patch/gids.js";
import { parallel } from "../patch/parallel.js";
import { numbersIn } from "../plots/series.js";
import { expectedSpikes, formOf, nameOf, timesOf, trainIn } from "../plots/spikes.js";

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
  const form = formOf(given);
  if (form?.kind === "gids")
    return { names: undefined, sources: [{ times: growing("times", form.times), rows: growing("gids", form.gids) }] };
  if (form?.kind === "detectors")
    return {
      names: form.netcons.map(nameOf),
      sources: form.netcons.map((netcon, row) => ({ times: growing("", timesOf(netcon)), rows: row })),
    };
  if (form === undefined || form.entries.length === 0)
    throw new ArgumentTypeError(`view: spikes: expected ${expectedSpikes}, got ${described(given)}.`);
  return {
    names: form.entries.map(([name]) => String(name)),
    sources: form.entries.map(([name, item], row) => ({ times: growing(String(name), trainIn(item)), rows: row })),
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
