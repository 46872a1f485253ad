// Values as colours, and the bar that says which is which.
import { library, plotted } from "./library.js";
import { element, escaped, round, shortened, textWidth } from "./svg.js";
import type { Extent } from "./thin.js";
import { short, tickFormat } from "./ticks.js";

/** The colours of 256 steps from low to high, and the colour of a value. */
export interface ColorScale extends Extent {
  readonly steps: readonly string[];
  of(value: number): string;
}

export function colorScale({ from, to }: Extent, own: readonly string[] | undefined): ColorScale {
  const { plot } = library();
  const range =
    own === undefined ? { scheme: "viridis" as const } : { range: [...own, ...(own.length === 1 ? own : [])] };
  const places = own === undefined ? [0, 1] : (range.range as string[]).map((_, i, all) => i / (all.length - 1));
  const { apply } = plot.scale({ color: { type: "linear", domain: places, ...range } } as never) as unknown as {
    apply(value: number): string;
  };
  const steps = Array.from({ length: 256 }, (_, i) => hex(apply(i / 255)));
  const span = to - from;
  return {
    from,
    to,
    steps,
    of: (value) =>
      steps[Math.max(0, Math.min(255, Math.round(span > 0 ? ((value - from) / span) * 255 : 127)))] as string,
  };
}

/** "rgb(68, 1, 84)" as "#440154". */
function hex(color: string): string {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color) ?? [];
  if (parts.length === 0) return color;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}

export const barHeight = 46;

/** The bar, its numbers below and its label above; x and y are its upper left corner, px. */
export function colorBar(
  scale: ColorScale,
  label: string | undefined,
  room: { readonly x: number; readonly y: number; readonly width: number },
  /** How far to the left a long label may begin, px. */
  least: number,
): string {
  const { plot } = library();
  const isFlat = scale.from === scale.to;
  const domain = isFlat ? [scale.from - 1, scale.from + 1] : [scale.from, scale.to];
  const axis = plotted({
    width: room.width,
    height: 20,
    marginLeft: 0,
    marginRight: 0,
    marginTop: 0,
    marginBottom: 18,
    x: { domain, axis: null },
    marks: [
      plot.axisX({
        tickSize: 4,
        fontSize: 11,
        label: null,
        ...(isFlat ? { ticks: [scale.from], tickFormat: short } : { tickSpacing: 50, ...tickFormat(scale) }),
      }),
    ],
  });
  // As many stops as eyes can tell apart.
  const stops = Array.from({ length: 33 }, (_, i) =>
    element("stop", { offset: i / 32, "stop-color": scale.steps[isFlat ? 127 : Math.round((i / 32) * 255)] }),
  );
  const bar = { x: room.x, y: room.y + 18, width: room.width, height: 10 };
  const right = room.x + room.width;
  const words = label === undefined ? "" : shortened(label, 12, right - least);
  const labelled = element(
    "text",
    { x: Math.max(least, Math.min(room.x, right - textWidth(words, 12))), y: room.y + 12 },
    escaped(words),
  );
  return element(
    "g",
    { class: "color-bar" },
    labelled,
    element("defs", {}, element("linearGradient", { id: "\ue000-scale" }, ...stops)),
    element("rect", { ...bar, fill: "url(#\ue000-scale)" }),
    element(
      "g",
      { transform: `translate(${round(room.x)},${round(room.y + 26)})`, "text-anchor": "middle" },
      axis.innerHTML,
    ),
  );
}
