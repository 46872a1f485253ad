// The model's own colours, brushes and marks as SVG has them.
import type { Ink, MarkKind } from "../hoc/graphics/description.js";
import { isColor } from "./color.js";
import type { Theme } from "./options.js";
import type { Shape } from "./paths.js";
import { round } from "./svg.js";
import { grounds, modelColors } from "./theme.js";

/** How a colour of the model is painted: NEURON's own ones keep apart from both grounds, others are as they are. */
export function paintOf(css: string, theme: Theme): { readonly color: string; readonly name: string | undefined } {
  // X11 has names that CSS has not; on NEURON's own display, what is unknown is black.
  const known = isColor(css) ? css : "black";
  const own = Object.hasOwn(modelColors, known) ? modelColors[known] : undefined;
  return own === undefined ? { color: known, name: undefined } : { color: own[grounds(theme)[0]], name: known };
}

export function strokeAttributes(ink: Ink, theme: Theme): Shape["attributes"] {
  const { color, name } = paintOf(ink.css, theme);
  return {
    class: name && `model-${name}`,
    stroke: color,
    fill: "none",
    "stroke-width": Math.max(1, ink.width * 1.2),
    "stroke-dasharray": ink.dash.length === 0 ? undefined : ink.dash.join(" "),
    "stroke-linejoin": "round",
  };
}

export function fillAttributes(ink: Ink, theme: Theme): Shape["attributes"] {
  const { color, name } = paintOf(ink.css, theme);
  return { class: name && `model-fill-${name}`, fill: color, stroke: "none" };
}

/** The outline of a mark around a place; size is its width and height, px. */
export function markPath(style: MarkKind, x: number, y: number, size: number): string {
  const r = size / 2;
  const [left, right, top, bottom] = [round(x - r), round(x + r), round(y - r), round(y + r)];
  switch (style) {
    case "+":
      return `M${left},${round(y)}H${right}M${round(x)},${top}V${bottom}`;
    case "|":
      return `M${round(x)},${top}V${bottom}`;
    case "-":
      return `M${left},${round(y)}H${right}`;
    case "o":
    case "O":
      return `M${left},${round(y)}a${round(r)},${round(r)} 0 1 0 ${round(size)},0a${round(r)},${round(r)} 0 1 0 ${round(-size)},0Z`;
    case "s":
    case "S":
      return `M${left},${top}H${right}V${bottom}H${left}Z`;
    case "t":
    case "T":
      return `M${round(x)},${top}L${right},${bottom}H${left}Z`;
  }
}

export function isFilled(style: MarkKind): boolean {
  return style === "O" || style === "S" || style === "T";
}

/** Marks of one kind as one path. */
export function marksShape(
  style: MarkKind,
  places: readonly (readonly [number, number])[],
  size: number,
  ink: Ink,
  theme: Theme,
): Shape {
  const d = places.map(([x, y]) => markPath(style, x, y, size)).join("");
  const paint = isFilled(style) ? fillAttributes(ink, theme) : strokeAttributes(ink, theme);
  return { name: "path", attributes: { ...paint, d } };
}
