// Charts: panels one above the other on one x axis, with a title, a legend, and axes whose numbers have room.
import { ArgumentRangeError } from "../core/errors.js";
import { type LegendEntry, legend } from "./legend.js";
import type { Theme } from "./options.js";
import { type Axes, type Axis, leftOf, margin, numbersBelow, type Panel, panelOf } from "./panel.js";
import { element, escaped, round, shortened, textWidth } from "./svg.js";

export interface Chart {
  readonly title: string | undefined;
  readonly width: number;
  /** Of the whole; else each panel has its share. */
  readonly height: number | undefined;
  /** Height of one panel where `height` does not say, px. */
  readonly panelHeight: number;
  readonly x: Axis;
  readonly panels: readonly Panel[];
  readonly legend: readonly LegendEntry[];
  /** Axes with a grid, a bare frame, or neither; "usual" unless given. */
  readonly axes?: Axes;
}

/** The widths that the parts have before anything is drawn: traces are thinned for them. */
export function plotWidth(width: number): number {
  return Math.max(1, width - margin.side - margin.right);
}

export function drawChart(chart: Chart, theme: Theme): { elements: string; height: number } {
  const head = headOf(chart.title, chart.legend, chart.width);
  const lefts = chart.panels.map((panel) => leftOf(panel, chart.x, chart.width, chart.axes));
  const numbers = numbersBelow(chart.x, chart.width);
  const left = lefts.reduce((most, each) => Math.max(most, each), numbers.left);
  const { tops, around } = roomOf(chart, head.height);
  const inner = chart.height === undefined ? chart.panelHeight : (chart.height - around) / chart.panels.length;
  let at = head.height;
  const drawn = chart.panels.map((panel, i) => {
    const isLast = i === chart.panels.length - 1;
    const bottom = isLast ? margin.bottom : margin.gap;
    const height = (tops[i] as number) + inner + bottom;
    const svg = panelOf(
      panel,
      chart.x,
      { width: chart.width, left, top: tops[i] as number, bottom, height, isLast, numbers },
      theme,
      chart.axes,
    );
    const placed = element("g", { transform: `translate(0,${round(at)})`, "text-anchor": "middle" }, svg);
    at += height;
    return placed;
  });
  return { elements: numbered(head.elements + drawn.join("")), height: Math.ceil(chart.height ?? at) };
}

/** A panel that is lower shows nothing, px. */
const LOWEST = 12;

/** The room above each panel, and around all of them, px. */
function roomOf({ panels }: Chart, head: number): { tops: number[]; around: number } {
  const tops = panels.map(({ y }) => (y.label === undefined ? 8 : margin.label));
  return { tops, around: head + margin.bottom + sum(tops) + margin.gap * (panels.length - 1) };
}

/**
 * Refuses a height in which nothing but titles and legends would be seen.
 * @param below What else stands below the chart, px.
 */
export function assertHeight(where: string, chart: Chart, below = 0): void {
  const { title, legend, width, height, panels } = chart;
  if (height === undefined) return;
  const least = Math.ceil(roomOf(chart, headOf(title, legend, width).height).around + LOWEST * panels.length);
  if (height < least)
    throw new ArgumentRangeError(
      `${where}: height: expected ${least + below} px or more for what is shown here, got ${height + below}.`,
    );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Title and legend. */
export function headOf(
  title: string | undefined,
  entries: readonly LegendEntry[],
  width: number,
): { elements: string; height: number } {
  let elements = "";
  let height: number = margin.top;
  if (title !== undefined) {
    const room = width - 2 * margin.side;
    const size = Math.max(10, Math.min(16, (16 * room) / Math.max(1, textWidth(title, 16))));
    elements += element(
      "text",
      { x: margin.side, y: height + 14, "font-size": size, "font-weight": 600 },
      escaped(shortened(title, size, room)),
    );
    height += 28;
  }
  const rows = legend(entries, { x: margin.side, y: height, width: width - 2 * margin.side });
  return { elements: elements + rows.elements, height: height + rows.height };
}

/** Plot counts its clip paths through the whole process: here they count from 1, with the figure's id before. */
function numbered(elements: string): string {
  const names = new Map<string, string>();
  return elements.replace(/plot-clip-\d+/g, (name) => {
    if (!names.has(name)) names.set(name, `\ue000-clip-${names.size + 1}`);
    return names.get(name) as string;
  });
}
