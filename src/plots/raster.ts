// Raster: a row for each cell, a stroke for each spike.
import { text } from "../core/arguments.js";
import { plural } from "../core/words.js";
import { h } from "../hoc/h.js";
import { plotWidth } from "./chart.js";
import { chartFigure } from "./chartfigure.js";
import type { Figure } from "./figure.js";
import { colorsOf, domainOf, exact, type FigureOptions, figureKeys, frameOf, labelsOf, type Theme } from "./options.js";
import type { Axis } from "./panel.js";
import { type Scales, type Shape, shapesMark } from "./paths.js";
import { type Spikes, type Trains, trainsOf } from "./spikes.js";
import { round } from "./svg.js";
import { strokeOf } from "./theme.js";
import type { Extent } from "./thin.js";
import { fromTo } from "./ticks.js";

export interface RasterOptions extends FigureOptions {
  /** Names of the rows, in their order; those of the object, or what the detectors listen to, unless given. */
  readonly labels?: readonly string[];
  /** What the axes are called; "time (ms)", and "gid" where rows are gids, unless given. */
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** The time shown, ms; from 0 to the last spike (with detectors: to the model's time) unless given. */
  readonly xDomain?: readonly [from: number, to: number];
  /** Colours of the rows, in turn, as CSS has them; one for all unless given. */
  readonly colors?: readonly string[];
}

const keys = [...figureKeys, "labels", "xLabel", "yLabel", "xDomain", "colors"];

/**
 * Spikes: a row for each cell, a stroke for each spike. Named rows go from top to bottom, gids from bottom to top.
 * @param spikes `{ name: times }`, detectors (NetCons with `.spikes`, in use since before the run), or `[times, gids]`; ms.
 */
export function raster(spikes: Spikes, options?: RasterOptions): Figure {
  const given = exact<RasterOptions>("raster", options, keys);
  const frame = frameOf("raster", given);
  const all = trainsOf(spikes);
  const labels = labelsOf("raster: labels", given.labels, all.names?.length ?? all.trains.length);
  const names = labels ?? all.names;
  const xDomain = domainOf("raster: xDomain", given.xDomain);
  const own = colorsOf("raster: colors", given.colors);
  const shown = xDomain === undefined ? timesShown(all) : { from: xDomain[0], to: xDomain[1] };
  // Gids with names of their own are rows in their order.
  const trains = names !== undefined && all.names === undefined ? ranked(all) : all.trains;
  const rows = names === undefined ? rowsOf(trains) : { from: 0, to: names.length - 1 };
  const count = rows.to - rows.from + 1;
  const x: Axis = {
    ...shown,
    isNice: xDomain === undefined && !all.isOfModel,
    label: given.xLabel === undefined ? "time (ms)" : text("raster: xLabel", given.xLabel),
  };
  const yLabel =
    given.yLabel === undefined ? (names === undefined ? "gid" : undefined) : text("raster: yLabel", given.yLabel);
  // How many rows there are for each that has a cell.
  const sparse = count / Math.max(1, trains.length);
  const panelHeight = Math.max(40, Math.min(400, count * 16));
  const columns = 2 * Math.ceil(plotWidth(frame.width));
  const lines = Math.ceil(frame.height ?? panelHeight);
  const groups = colored(trains, own?.length ?? 1).map((group) => strokesOf(group, shown, rows, columns, lines));
  const total = trains.reduce((sum, { times }) => sum + times.length, 0);
  return chartFigure({
    where: "raster",
    kind: "raster",
    frame,
    title: `${total} ${plural(total, "spike")} of ${trains.length} ${plural(trains.length, "cell")}`,
    description: describe(trains, names, total, shown),
    chart: (theme) => ({
      title: frame.title,
      panelHeight,
      x,
      legend: [],
      panels: [
        {
          y: { from: rows.from - 0.5, to: rows.to + 0.5, label: yLabel },
          isExact: true,
          isWhole: true,
          ...(names === undefined ? {} : { names: new Map(names.map((name, i) => [i, name])), reverse: true }),
          marks: () =>
            groups.map((strokes, i) => shapesMark((scales) => [drawn(strokes, scales, sparse, i, theme, own)])),
        },
      ],
    }),
  });
}

function timesShown({ trains, isOfModel }: Trains): Extent {
  let [from, to] = [0, isOfModel ? h.t : 0];
  for (const { times } of trains)
    for (let i = 0; i < times.length; i++) {
      from = Math.min(from, times[i] as number);
      to = Math.max(to, times[i] as number);
    }
  return from < to ? { from, to } : { from, to: from + 1 };
}

type Row = Trains["trains"][number];

function ranked({ trains }: Trains): Row[] {
  return trains.toSorted((a, b) => a.row - b.row).map(({ times }, row) => ({ row, times }));
}

function rowsOf(trains: readonly Row[]): Extent {
  if (trains.length === 0) return { from: 0, to: 0 };
  return trains.reduce(({ from, to }, { row }) => ({ from: Math.min(from, row), to: Math.max(to, row) }), {
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
  });
}

function colored(trains: readonly Row[], colors: number): Row[][] {
  const groups: Row[][] = Array.from({ length: colors }, () => []);
  for (const train of trains) groups[((train.row % colors) + colors) % colors]?.push(train);
  return groups;
}

/** A stroke: when, and from which row to which. */
type Stroke = readonly [time: number, low: number, high: number];

/**
 * One of the spikes that would be drawn over each other, within half a pixel in time. With more rows than lines of
 * pixels, neighbours in such a line are one stroke.
 */
function strokesOf(trains: readonly Row[], shown: Extent, rows: Extent, columns: number, lines: number): Stroke[] {
  const perTime = columns / (shown.to - shown.from);
  const count = rows.to - rows.from + 1;
  const perRow = Math.min(1, lines / count);
  const height = Math.min(count, lines) + 1;
  const taken = new Map<number, Uint8Array>();
  const strokes: Stroke[] = [];
  for (const { row, times } of trains) {
    const line = Math.floor((row - rows.from) * perRow);
    for (let i = 0; i < times.length; i++) {
      const time = times[i] as number;
      if (time < shown.from || time > shown.to) continue;
      const column = Math.floor((time - shown.from) * perTime);
      const cells = taken.get(column) ?? new Uint8Array(height);
      if (cells[line] === 1) continue;
      cells[line] = 1;
      taken.set(column, cells);
      if (perRow === 1) strokes.push([time, row, row]);
    }
  }
  return perRow === 1 ? strokes : merged(taken, perTime, perRow, shown, rows);
}

function merged(
  taken: ReadonlyMap<number, Uint8Array>,
  perTime: number,
  perRow: number,
  shown: Extent,
  rows: Extent,
): Stroke[] {
  const strokes: Stroke[] = [];
  for (const [column, cells] of taken)
    for (let line = 0; line < cells.length; line++) {
      if (cells[line] === 0) continue;
      const first = line;
      while (cells[line + 1] === 1) line++;
      const row = (at: number) => rows.from + (at + 0.5) / perRow - 0.5;
      strokes.push([shown.from + (column + 0.5) / perTime, row(first), row(line)]);
    }
  return strokes;
}

function drawn(
  strokes: readonly Stroke[],
  { x, y }: Scales,
  sparse: number,
  i: number,
  theme: Theme,
  own: readonly string[] | undefined,
): Shape {
  const row = Math.abs(y(1) - y(0));
  // With room, rows stand apart; without, a stroke is still as high as it is wide, and higher where most rows are empty.
  const half = Math.max(1.2, Math.min(row * 0.8, 14), Math.min(row * sparse * 0.8, 4)) / 2;
  const { className, color } = strokeOf(i, theme, own);
  const d = strokes.map(([time, low, high]) => {
    const [top, bottom] = [Math.min(y(low), y(high)) - half, Math.max(y(low), y(high)) + half];
    return `M${round(x(time))},${round(top)}v${round(bottom - top)}`;
  });
  return {
    name: "path",
    attributes: { class: className, d: d.join(""), stroke: color, "stroke-width": 1.2, fill: "none" },
  };
}

function describe(trains: readonly Row[], names: readonly string[] | undefined, total: number, shown: Extent): string {
  const rows = names === undefined ? "" : ` (${names.slice(0, 10).join(", ")}${names.length > 10 ? ", …" : ""})`;
  const times = `${fromTo(shown)} ms`;
  return `Raster of ${total} ${plural(total, "spike")} in ${trains.length} ${plural(trains.length, "row")}${rows}, ${times}.`;
}
