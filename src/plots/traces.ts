// Traces: recordings over time, or one quantity over another.
import { text } from "../core/arguments.js";
import { ArgumentRangeError } from "../core/errors.js";
import { plural } from "../core/words.js";
import { p } from "../patch/p.js";
import { plotWidth } from "./chart.js";
import { chartFigure } from "./chartfigure.js";
import { everything, extentBetweenGaps, padded, union } from "./extent.js";
import type { Figure } from "./figure.js";
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
import { sharedLabel } from "./quantity.js";
import { type Numbers, type Series, seriesOf } from "./series.js";
import { strokeOf } from "./theme.js";
import { type Extent, extentOf, thinned } from "./thin.js";
import { describe, grouped, labelOf, onlyName, shortLabels, type Trace, titleOf } from "./trace.js";
import { within } from "./window.js";

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
  const yShown = yDomain && { from: yDomain[0], to: yDomain[1] };
  const isClipped = xDomain !== undefined || yDomain !== undefined;
  const columns = 2 * Math.ceil(plotWidth(frame.width));
  const drawn = all.map((one, index): Trace => {
    const x = (over[index] ?? over[0]) as Series;
    const height = extentOf(one.where, one.values);
    const whole = thinned(x.values, one.values, shown, height, columns);
    const points = isClipped ? within(whole, shown, yShown ?? everything) : whole;
    const y = xDomain === undefined ? height : extentBetweenGaps(points.y, height);
    return { series: one, label: labels?.[index] ?? labelOf(one, index), points, y, index };
  });
  const groups = grouped(drawn, axes);
  const x: Axis = {
    ...padded(shown, 0),
    label:
      given.xLabel === undefined ? sharedLabel(over.map((one) => one.recorded)) : text("traces: xLabel", given.xLabel),
  };
  const yLabel = given.yLabel === undefined ? undefined : text("traces: yLabel", given.yLabel);
  const yAxes = groups.map(
    (group): Axis => ({
      ...(yShown ?? padded(union(group.map(({ y }) => y)), 0.04)),
      label: yLabel ?? sharedLabel(group.map((trace) => trace.series.recorded)) ?? onlyName(group, groups.length > 1),
    }),
  );
  const isNamed = drawn.length > 1 || labels !== undefined || all[0]?.name !== undefined;
  const names = shortLabels(groups, labels !== undefined);
  return chartFigure({
    where: "traces",
    kind: "traces",
    frame,
    title: titleOf(drawn),
    description: describe(drawn, x, groups, yAxes),
    chart: (theme) => ({
      title: frame.title,
      panelHeight: groups.length === 1 ? 240 : 130,
      x,
      panels: groups.map(
        (group, i): Panel => ({
          y: yAxes[i] as Axis,
          isExact: yShown !== undefined,
          marks: (plot) => group.map((trace) => line(plot, trace, theme, colors, isClipped)),
        }),
      ),
      legend: isNamed
        ? drawn.map(
            (trace, i): LegendEntry => ({
              label: names.get(trace) ?? trace.label,
              stroke: strokeOf(i, theme, colors),
            }),
          )
        : [],
    }),
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
