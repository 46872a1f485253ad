// Charts: panels one above the other on one x axis, with a title, a legend, and axes whose numbers have room.
import { type LegendEntry, legend } from "./legend.js";
import { library, type Plot, plotted } from "./library.js";
import type { Theme } from "./options.js";
import { element, escaped, shortened, textWidth } from "./svg.js";
import { colors, grounds } from "./theme.js";
import type { Extent } from "./thin.js";
import { tickFormat } from "./ticks.js";

export interface Axis extends Extent {
  readonly label: string | undefined;
  /** It goes on to the next round number. */
  readonly isNice?: boolean;
}

export interface Panel {
  readonly y: Axis;
  /** Names instead of numbers, at these places. */
  readonly names?: ReadonlyMap<number, string>;
  /** The y axis has no numbers and no grid. */
  readonly bare?: boolean;
  /** The y axis ends where it is said, not at the next round number. */
  readonly isExact?: boolean;
  /** Its numbers are whole. */
  readonly isWhole?: boolean;
  /** Numbers grow downwards. */
  readonly reverse?: boolean;
  marks(plot: Plot): unknown[];
}

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
}

const margin = { right: 20, side: 12, top: 12, label: 24, bottom: 42, gap: 14 } as const;

/** The widths that the parts have before anything is drawn: traces are thinned for them. */
export function plotWidth(width: number): number {
  return Math.max(1, width - margin.side - margin.right);
}

export function drawChart(chart: Chart, theme: Theme): { elements: string; height: number } {
  const head = headOf(chart.title, chart.legend, chart.width);
  const lefts = chart.panels.map((panel) => leftOf(panel, chart));
  const left = Math.max(...lefts);
  const tops = chart.panels.map(({ y }) => (y.label === undefined ? 8 : margin.label));
  const around = head.height + margin.bottom + sum(tops) + margin.gap * (chart.panels.length - 1);
  const inner =
    chart.height === undefined ? chart.panelHeight : Math.max(12, (chart.height - around) / chart.panels.length);
  let at = head.height;
  const drawn = chart.panels.map((panel, i) => {
    const isLast = i === chart.panels.length - 1;
    const bottom = isLast ? margin.bottom : margin.gap;
    const height = (tops[i] as number) + inner + bottom;
    const svg = panelOf(panel, chart, { left, top: tops[i] as number, bottom, height, isLast }, theme);
    const placed = element(
      "svg",
      { x: 0, y: at, width: chart.width, height, overflow: "visible", "text-anchor": "middle" },
      svg,
    );
    at += height;
    return placed;
  });
  return { elements: numbered(head.elements + drawn.join("")), height: Math.ceil(chart.height ?? at) };
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
    const size = Math.min(16, (16 * (width - 2 * margin.side)) / Math.max(1, textWidth(title, 16)));
    elements += element(
      "text",
      { x: margin.side, y: height + 14, "font-size": Math.max(8, size), "font-weight": 600 },
      escaped(title),
    );
    height += 28;
  }
  const rows = legend(entries, { x: margin.side, y: height, width: width - 2 * margin.side });
  return { elements: elements + rows.elements, height: height + rows.height };
}

/** Where the plot begins: right of the widest of the numbers on the axis. */
function leftOf(panel: Panel, { width, x }: Chart): number {
  if (panel.bare) return margin.side;
  if (panel.names) {
    let widest = 0;
    for (const name of panel.names.values()) widest = Math.max(widest, textWidth(name, 12));
    return Math.min(width / 3, margin.side + widest + 10);
  }
  const { plot } = library();
  const svg = plotted({
    width,
    height: 200,
    x: { domain: [x.from, x.to], axis: null },
    y: { domain: [panel.y.from, panel.y.to], nice: true, axis: null },
    marks: [plot.axisY({ tickSpacing: 40, ...tickFormat(panel.y) })],
  });
  const texts = svg.texts.map((text) => textWidth(text, 12));
  return margin.side + Math.max(16, ...texts) + 10;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly isLast: boolean;
}

function panelOf(panel: Panel, chart: Chart, place: Place, theme: Theme): string {
  const { plot } = library();
  const { faint } = colors[grounds(theme)[0]];
  const { y, names, bare } = panel;
  const axis = { tickSize: 4, labelArrow: "none", fontSize: 12 } as const;
  const grid = { stroke: faint, strokeOpacity: 0.35, className: "faint" };
  const svg = plotted({
    width: chart.width,
    height: place.height,
    marginLeft: place.left,
    marginRight: margin.right,
    marginTop: place.top,
    marginBottom: place.bottom,
    x: { domain: [chart.x.from, chart.x.to], nice: chart.x.isNice === true, axis: null },
    y: {
      domain: [y.from, y.to],
      nice: names === undefined && !bare && !panel.isExact,
      axis: null,
      reverse: panel.reverse === true,
    },
    marks: [
      ...(bare ? [plot.gridX(grid)] : [plot.gridX(grid), ...(names ? [] : [plot.gridY({ tickSpacing: 40, ...grid })])]),
      ...panel.marks(plot),
      ...(bare
        ? []
        : [
            plot.axisY({
              ...axis,
              ...numbersOf(panel, place),
              label: y.label ?? null,
              labelAnchor: "top",
              labelOffset: place.left - margin.side,
            }),
          ]),
      plot.axisX({
        ...axis,
        ...tickFormat(chart.x),
        label: place.isLast ? (chart.x.label ?? null) : null,
        labelAnchor: "center",
        labelOffset: 36,
        ...(place.isLast ? {} : { tickFormat: () => "" }),
      }),
    ],
  });
  return svg.innerHTML;
}

/** What stands on the y axis: numbers, or names as many as have room. */
function numbersOf({ names, y, isWhole }: Panel, { left, top, bottom, height }: Place): object {
  if (names !== undefined) {
    const every = Math.ceil((names.size * 13) / Math.max(1, height - top - bottom));
    const shown = [...names.keys()].filter((_, i) => i % every === 0);
    const room = left - margin.side - 6;
    return { ticks: shown, tickFormat: (at: number) => shortened(names.get(at) ?? "", 12, room), tickSize: 0 };
  }
  if (isWhole && y.to - y.from <= 8) {
    const first = Math.ceil(y.from);
    return { ticks: Array.from({ length: Math.floor(y.to) - first + 1 }, (_, i) => first + i), tickFormat: String };
  }
  return { tickSpacing: 40, ...tickFormat(y) };
}

/** Plot counts its clip paths through the whole process: here they count from 1, with the figure's id before. */
function numbered(elements: string): string {
  const names = new Map<string, string>();
  return elements.replace(/plot-clip-\d+/g, (name) => {
    if (!names.has(name)) names.set(name, `\ue000-clip-${names.size + 1}`);
    return names.get(name) as string;
  });
}
