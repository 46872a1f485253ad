// A panel: what is drawn between a y axis and an x axis, by Observable Plot.
import { library, type Plot, plotted } from "./library.js";
import type { Theme } from "./options.js";
import { shortened, textWidth } from "./svg.js";
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
  /** Left of what begins at the left, px. */
  readonly room?: number;
  /** Numbers grow downwards. */
  readonly reverse?: boolean;
  marks(plot: Plot): unknown[];
}

/** With a grid; with a frame and no grid; or none. */
export type Axes = "usual" | "frame" | "none";

export const margin = { right: 20, side: 12, top: 12, label: 24, bottom: 42, gap: 14 } as const;

/** Where the plot begins: right of the widest of the numbers on the axis. */
export function leftOf(panel: Panel, x: Axis, width: number, axes: Axes = "usual"): number {
  if (panel.bare || axes === "none") return margin.side + (panel.room ?? 0);
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

/** What the numbers below need: how far apart they stand, and the room left and right of the plot, px. */
export interface Numbers {
  readonly spacing: number;
  readonly left: number;
  readonly right: number;
}

export function numbersBelow(x: Axis, width: number): Numbers {
  const { plot } = library();
  const svg = plotted({
    width,
    height: 60,
    x: { domain: [x.from, x.to], nice: x.isNice === true, axis: null },
    marks: [plot.axisX(tickFormat(x))],
  });
  const widest = Math.max(0, ...svg.texts.map((text) => textWidth(text, 12)));
  const half = widest / 2 + 4;
  return { spacing: Math.max(80, widest + 16), left: half, right: Math.max(margin.right, half) };
}

export interface Place {
  readonly width: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly isLast: boolean;
  readonly numbers: Numbers;
}

/** A panel of the size of its place. */
export function panelOf(panel: Panel, x: Axis, place: Place, theme: Theme, axes: Axes = "usual"): string {
  const { plot } = library();
  const { y, names, bare } = panel;
  const svg = plotted({
    width: place.width,
    height: place.height,
    marginLeft: place.left,
    marginRight: place.numbers.right,
    marginTop: place.top,
    marginBottom: place.bottom,
    x: { domain: [x.from, x.to], nice: x.isNice === true, axis: null },
    y: {
      domain: [y.from, y.to],
      nice: names === undefined && !bare && !panel.isExact,
      axis: null,
      reverse: panel.reverse === true,
    },
    marks: [
      ...(axes === "usual" ? gridOf(panel, place, theme) : []),
      ...(axes === "frame" ? [plot.frame({ stroke: "currentColor" })] : []),
      ...panel.marks(plot),
      ...(axes === "none" ? [] : axesOf(panel, x, place)),
    ],
  });
  return svg.innerHTML;
}

function gridOf({ bare, names }: Panel, { numbers }: Place, theme: Theme): unknown[] {
  const { plot } = library();
  const grid = { stroke: colors[grounds(theme)[0]].faint, strokeOpacity: 0.35, className: "faint" };
  return [
    plot.gridX({ tickSpacing: numbers.spacing, ...grid }),
    ...(bare || names ? [] : [plot.gridY({ tickSpacing: 40, ...grid })]),
  ];
}

function axesOf(panel: Panel, x: Axis, place: Place): unknown[] {
  const { plot } = library();
  const axis = { tickSize: 4, labelArrow: "none", fontSize: 12 } as const;
  const room = place.width - 2 * margin.side;
  const named = (label: string | undefined) => (label === undefined ? null : shortened(label, 12, room));
  const labels = { label: named(panel.y.label), labelAnchor: "top", labelOffset: place.left - margin.side } as const;
  return [
    ...(panel.bare ? [] : [plot.axisY({ ...axis, ...numbersOf(panel, place), ...labels })]),
    plot.axisX({
      ...axis,
      tickSpacing: place.numbers.spacing,
      ...(place.isLast ? tickFormat(x) : { tickFormat: () => "" }),
      label: place.isLast ? named(x.label) : null,
      labelAnchor: "center",
      labelOffset: 36,
    }),
  ];
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
