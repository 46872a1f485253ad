// Traces: recordings over time, or one quantity over another.
import { text } from "../core/arguments.js";
import { ArgumentRangeError } from "../core/errors.js";
import { p } from "../patch/p.js";
import { drawChart, plotWidth } from "./chart.js";
import { Figure } from "./figure.js";
import type { LegendEntry } from "./legend.js";
import type { Plot } from "./library.js";
import {
  colorsOf,
  domainOf,
  exact,
  type FigureOptions,
  figureKeys,
  frameOf,
  labelsOf,
  oneOf,
  type Theme,
} from "./options.js";
import type { Axis, Panel } from "./panel.js";
import { sharedLabel, unitText } from "./quantity.js";
import { type Numbers, nameOf, type Series, seriesOf } from "./series.js";
import { strokeOf } from "./theme.js";
import { type Extent, extentOf, type Points, thinned } from "./thin.js";
import { short } from "./ticks.js";
import { plural } from "./words.js";

export interface TracesOptions extends FigureOptions {
  /** The times, or whatever the series are drawn over: one for all, or one for each; `p.time` unless given. */
  readonly x?: Numbers;
  /** Names of the series, in their order; unless given those of the object, or what was recorded. */
  readonly labels?: readonly string[] | string;
  /** What the axes are called; from what was recorded unless given. */
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** What of the axes is shown, in their own units; all unless given. */
  readonly xDomain?: readonly [from: number, to: number];
  readonly yDomain?: readonly [from: number, to: number];
  /** Who shares a y axis: the series of one unit ("unit", the default), all ("one"), nobody ("each"). */
  readonly axes?: "unit" | "one" | "each";
  /** Colours of the series, in turn, as CSS has them; unless given, six that the colour-blind can tell apart, then dashed. */
  readonly colors?: readonly string[];
}

const keys = [...figureKeys, "x", "labels", "xLabel", "yLabel", "xDomain", "yDomain", "axes", "colors"];

interface Trace {
  readonly series: Series;
  readonly label: string;
  readonly points: Points;
  readonly y: Extent;
  /** Its turn in the colours. */
  readonly index: number;
}

/**
 * Lines: one or more series over time. Of millions of points those are drawn that make the picture: each peak stays.
 * @param series A Vector, an array of numbers, a section with recordings; a list of such, or an object of named ones.
 * @throws RangeError for an empty series, one of another length than its x, and numbers that are not finite
 */
export function traces(series: Numbers, options?: TracesOptions): Figure {
  const given = exact<TracesOptions>("traces", options, keys);
  const frame = frameOf("traces", given);
  const all = seriesOf("traces", series);
  const labels = labelsOf("traces: labels", given.labels, all.length);
  const over = xOf(all, given.x);
  const xDomain = domainOf("traces: xDomain", given.xDomain);
  const yDomain = domainOf("traces: yDomain", given.yDomain);
  const colors = colorsOf("traces: colors", given.colors);
  const axes = oneOf("traces: axes", given.axes ?? (given.yLabel === undefined ? "unit" : "one"), [
    "unit",
    "one",
    "each",
  ]);
  const shown = xDomain === undefined ? xExtent(over) : { from: xDomain[0], to: xDomain[1] };
  const columns = 2 * Math.ceil(plotWidth(frame.width));
  const drawn = all.map((one, index): Trace => {
    const x = (over[index] ?? over[0]) as Series;
    const height = extentOf(one.where, one.values);
    const points = thinned(x.values, one.values, shown, height, columns);
    const y = xDomain === undefined ? height : extentWithin(points, shown, height);
    return { series: one, label: labels?.[index] ?? labelOf(one, index), points, y, index };
  });
  const groups = grouped(drawn, axes);
  const x: Axis = {
    ...padded(shown, 0),
    label:
      given.xLabel === undefined ? sharedLabel(over.map((one) => one.recorded)) : text("traces: xLabel", given.xLabel),
  };
  const yLabel = given.yLabel === undefined ? undefined : text("traces: yLabel", given.yLabel);
  const isClipped = xDomain !== undefined || yDomain !== undefined;
  const yAxes = groups.map(
    (group): Axis => ({
      ...(yDomain === undefined ? padded(union(group.map(({ y }) => y)), 0.04) : { from: yDomain[0], to: yDomain[1] }),
      label: yLabel ?? sharedLabel(group.map((trace) => trace.series.recorded)) ?? onlyName(group, groups.length > 1),
    }),
  );
  const isNamed = drawn.length > 1 || labels !== undefined || all[0]?.name !== undefined;
  const names = shortLabels(drawn, groups, labels !== undefined);
  return new Figure({
    kind: "traces",
    frame,
    title: titleOf(drawn),
    description: describe(drawn, x, groups, yAxes),
    draw: (theme) =>
      drawChart(
        {
          title: frame.title,
          width: frame.width,
          height: frame.height,
          panelHeight: groups.length === 1 ? 240 : 130,
          x,
          panels: groups.map(
            (group, i): Panel => ({
              y: yAxes[i] as Axis,
              marks: (plot) => group.map((trace) => line(plot, trace, theme, colors, isClipped)),
            }),
          ),
          legend: isNamed ? names.map((label, i): LegendEntry => ({ label, stroke: strokeOf(i, theme, colors) })) : [],
        },
        theme,
      ),
  });
}

function xOf(all: readonly Series[], given: unknown): readonly Series[] {
  const over = given === undefined ? [timeOf()] : seriesOf("traces: x", given);
  if (over.length !== 1 && over.length !== all.length)
    throw new ArgumentRangeError(
      `traces: x: expected one for all series, or ${all.length}, one for each; got ${over.length}.`,
    );
  all.forEach(({ values, where }, i) => {
    const x = over[i] ?? (over[0] as Series);
    if (x.values.length === values.length) return;
    const what = given === undefined ? "x (p.time)" : x.where.replace("traces: ", "");
    const hint = given === undefined ? " Give the times that belong to it as { x }." : "";
    throw new ArgumentRangeError(
      `${where} has ${values.length} ${plural(values.length, "sample")}, ${what} has ${x.values.length}.${hint}`,
    );
  });
  return over;
}

function timeOf(): Series {
  return {
    name: undefined,
    recorded: { owner: "", variable: "t", units: "ms" },
    values: p.time.toArray(),
    where: "traces: x (p.time)",
  };
}

function xExtent(over: readonly Series[]): Extent {
  return union(over.map(({ values, where }) => extentOf(where, values)));
}

export function union(extents: readonly Extent[]): Extent {
  return {
    from: Math.min(...extents.map(({ from }) => from)),
    to: Math.max(...extents.map(({ to }) => to)),
  };
}

/** With a share of its length added on both sides; one of no length gets some. */
export function padded({ from, to }: Extent, share: number): Extent {
  if (from === to) {
    const some = Math.abs(from) * 0.1 || 1;
    return { from: from - some, to: to + some };
  }
  return { from: from - share * (to - from), to: to + share * (to - from) };
}

function extentWithin({ x, y }: Points, shown: Extent, whole: Extent): Extent {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  x.forEach((at, i) => {
    if (at < shown.from || at > shown.to) return;
    from = Math.min(from, y[i] as number);
    to = Math.max(to, y[i] as number);
  });
  return from <= to ? { from, to } : whole;
}

function grouped(all: readonly Trace[], axes: string): Trace[][] {
  if (axes === "one") return [[...all]];
  if (axes === "each") return all.map((trace) => [trace]);
  const groups = new Map<string | undefined, Trace[]>();
  for (const trace of all) {
    const units = trace.series.recorded?.units;
    groups.set(units, [...(groups.get(units) ?? []), trace]);
  }
  return [...groups.values()];
}

function labelOf({ name, recorded }: Series, index: number): string {
  return name ?? (recorded === undefined ? `series ${index + 1}` : nameOf(recorded));
}

/** Where the axis names the variable, the legend says only where it was recorded. */
function shortLabels(all: readonly Trace[], groups: readonly Trace[][], areGiven: boolean): string[] {
  return all.map(({ series, label }) => {
    const group = groups.find((traces) => traces.some((trace) => trace.series === series)) ?? [];
    const { recorded, name } = series;
    const isShared = group.length > 1 && group.every((other) => other.series.recorded?.variable === recorded?.variable);
    return areGiven || name !== undefined || !isShared || !recorded?.owner ? label : recorded.owner;
  });
}

function onlyName(group: readonly Trace[], isOneOfSeveral: boolean): string | undefined {
  const [first] = group;
  return isOneOfSeveral && group.length === 1 ? first?.label : undefined;
}

function titleOf(all: readonly Trace[]): string {
  const names = all.slice(0, 3).map(({ label }) => label);
  return names.join(", ") + (all.length > 3 ? ` and ${all.length - 3} more` : "");
}

function describe(all: readonly Trace[], x: Axis, groups: readonly Trace[][], y: readonly Axis[]): string {
  const over = x.label === undefined ? "" : ` over ${x.label}`;
  const axes =
    groups.length > 1 ? `, on ${groups.length} axes: ${y.map(({ label }) => label ?? "no unit").join("; ")}` : "";
  const ranges = all
    .slice(0, 10)
    .map(({ label, y: { from, to }, series }) => {
      const units = series.recorded?.units ? ` ${unitText(series.recorded.units)}` : "";
      return `${label} from ${short(from)} to ${short(to)}${units}`;
    })
    .join("; ");
  const rest = all.length > 10 ? `; and ${all.length - 10} more` : "";
  return `Line chart of ${all.length} series${over} from ${short(x.from)} to ${short(x.to)}${axes}. ${ranges}${rest}.`;
}

function line(plot: Plot, trace: Trace, theme: Theme, colors: readonly string[] | undefined, clip: boolean): unknown {
  const { className, color, dash } = strokeOf(trace.index, theme, colors);
  const { x, y } = trace.points;
  const channels = { x: x as Iterable<number>, y: y as Iterable<number> };
  if (x.length === 1)
    return plot.dot({ length: 1 } as never, {
      ...channels,
      r: 3,
      fill: color,
      className: className.replace("series-", "series-fill-"),
    });
  return plot.line({ length: x.length } as never, {
    ...channels,
    stroke: color,
    className,
    strokeWidth: 1.5,
    strokeLinejoin: "round",
    ...(dash === undefined ? {} : { strokeDasharray: dash }),
    ...(clip ? { clip: true } : {}),
  });
}
