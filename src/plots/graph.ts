// NEURON's Graphs as pictures: what the model drew, in its colours and brushes, within the view that it asked for.

import { plural } from "../core/words.js";
import type { GraphDescription, View } from "../hoc/graphics/description.js";
import { plotWidth } from "./chart.js";
import { chartFigure } from "./chartfigure.js";
import type { Figure } from "./figure.js";
import { marksShape, paintOf, strokeAttributes } from "./ink.js";
import { glyphShapes, labelShape, lineLabels, type Window } from "./labels.js";
import type { LegendEntry } from "./legend.js";
import type { Plot } from "./library.js";
import { axisShapes } from "./modelaxis.js";
import type { Frame, Theme } from "./options.js";
import type { Axis, Panel } from "./panel.js";
import { type Frame as PlotFrame, type Scales, type Shape, shapesMark } from "./paths.js";
import { type Points, thinned } from "./thin.js";
import { fromTo } from "./ticks.js";
import { within } from "./window.js";

interface Curve {
  readonly line: GraphDescription["lines"][number];
  readonly points: Points;
}

export function graphFigure(graph: GraphDescription, frame: Frame): Figure {
  const view = viewOf(graph);
  const columns = 2 * Math.ceil(plotWidth(frame.width));
  const [x, y] = [
    { from: view.left, to: view.right },
    { from: view.bottom, to: view.top },
  ];
  const curves = graph.lines
    .filter((line) => line.x.length > 0)
    .map((line): Curve => ({ line, points: within(thinned(line.x, line.y, x, y, columns), x, y) }));
  const axes: { x: Axis; y: Axis } = { x: { ...x, label: undefined }, y: { ...y, label: undefined } };
  return chartFigure({
    where: `${graph.name}.figure`,
    kind: "graph",
    frame,
    title: graph.title || graph.name,
    description: describe(graph, view),
    chart: (theme) => ({
      title: frame.title ?? (graph.title || undefined),
      panelHeight: 260,
      x: axes.x,
      legend: legendOf(graph, theme),
      panels: [panelOf(graph, curves, axes.y, theme)],
      axes: axesOf(graph),
    }),
  });
}

/** What is shown: all of it where the model says so or its window would show nothing, else what the window shows. */
function viewOf({ view, extent, fit }: GraphDescription): View {
  const { left, right, bottom, top } = fit ? extent : view;
  const wide = (from: number, to: number): [number, number] => (from < to ? [from, to] : [from - 1, to + 1]);
  const [[l, r], [b, t]] = [wide(left, right), wide(bottom, top)];
  return { left: l, right: r, bottom: b, top: t };
}

function axesOf({ xAxis, yAxis }: GraphDescription): "usual" | "frame" | "none" {
  if (xAxis === "view" && yAxis === "view") return "usual";
  return xAxis === "box" || yAxis === "box" ? "frame" : "none";
}

function panelOf(graph: GraphDescription, curves: readonly Curve[], y: Axis, theme: Theme): Panel {
  return {
    y,
    isExact: true,
    marks: (plot) => [
      ...[graph.xAxis, graph.yAxis].flatMap((axis, i) =>
        typeof axis === "string" ? [] : [shapesMark((scales) => axisShapes(axis, i === 0, scales, theme))],
      ),
      ...curves.map((curve) => lineMark(plot, curve, theme)),
      shapesMark((scales, frame) => overlay(graph, scales, frame, theme)),
    ],
  };
}

function lineMark(plot: Plot, { line, points }: Curve, theme: Theme): unknown {
  const { class: className, stroke, ...rest } = strokeAttributes(line.ink, theme);
  return plot.line({ length: points.x.length } as never, {
    x: points.x as Iterable<number>,
    y: points.y as Iterable<number>,
    stroke: stroke as string,
    className: className as string,
    strokeWidth: rest["stroke-width"] as number,
    strokeOpacity: line.kept ? 0.6 : 1,
    strokeLinejoin: "round",
    ...(rest["stroke-dasharray"] === undefined ? {} : { strokeDasharray: rest["stroke-dasharray"] as string }),
    clip: true,
  });
}

function overlay(graph: GraphDescription, scales: Scales, frame: PlotFrame, theme: Theme): Shape[] {
  const window = windowOf(scales, frame);
  return [
    ...graph.marks.map(({ style, x, y, size, ink }) =>
      marksShape(
        style,
        Array.from(x, (at, i) => [scales.x(at), scales.y(y[i] as number)] as const).filter(([px, py]) =>
          isInside(px, py, window),
        ),
        size,
        ink,
        theme,
      ),
    ),
    ...graph.glyphs.flatMap((glyph) => glyphShapes(glyph, window, theme)),
    ...graph.labels.map((label) => labelShape(label, window, theme)),
    ...lineLabels(graph.lines, window, theme),
  ];
}

function windowOf(scales: Scales, frame: PlotFrame): Window {
  return {
    x: (value) => scales.x(value),
    y: (value) => scales.y(value),
    left: frame.marginLeft,
    top: frame.marginTop,
    width: frame.width - frame.marginLeft - frame.marginRight,
    height: frame.height - frame.marginTop - frame.marginBottom,
  };
}

function isInside(x: number, y: number, { left, top, width, height }: Window): boolean {
  return x >= left - 0.5 && x <= left + width + 0.5 && y >= top - 0.5 && y <= top + height + 0.5;
}

function legendOf({ lines }: GraphDescription, theme: Theme): LegendEntry[] {
  return lines
    .filter(({ label, labelPlace, kept, x }) => label !== "" && labelPlace === undefined && !kept && x.length > 0)
    .map(({ label, ink }) => {
      const { color, name } = paintOf(ink.css, theme);
      return {
        label,
        stroke: {
          className: name === undefined ? "own" : `model-${name}`,
          color,
          dash: ink.dash.length === 0 ? undefined : ink.dash.join(" "),
        },
      };
    });
}

function describe({ name, lines, marks, labels }: GraphDescription, { left, right, bottom, top }: View): string {
  const named = [...new Set(lines.map(({ label }) => label).filter((label) => label !== ""))].slice(0, 10).join(", ");
  const count = `${lines.length} ${plural(lines.length, "line")}${named === "" ? "" : ` (${named})`}`;
  const points = marks.reduce((sum, { x }) => sum + x.length, 0);
  const more = [
    ...(points > 0 ? [`${points} ${plural(points, "mark")}`] : []),
    ...(labels.length > 0 ? [`${labels.length} ${plural(labels.length, "label")}`] : []),
  ];
  const what = [count, ...more].join(", ");
  return `${name} with ${what}; x ${fromTo({ from: left, to: right })}, y ${fromTo({ from: bottom, to: top })}.`;
}
