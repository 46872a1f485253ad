// Text that a model puts into its drawings, and its Glyphs.
import type { GlyphDescription, LabelDescription, LineDescription } from "../hoc/graphics/description.js";
import { fillAttributes, paintOf, strokeAttributes } from "./ink.js";
import type { Theme } from "./options.js";
import type { Shape } from "./paths.js";
import { round } from "./svg.js";

/** From the drawing's own units, or from shares of its window, to px. */
export interface Window {
  x(value: number): number;
  y(value: number): number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function placeIn({ x, y, frame }: { x: number; y: number; frame: "drawing" | "window" }, window: Window) {
  return frame === "drawing"
    ? ([window.x(x), window.y(y)] as const)
    : ([window.left + x * window.width, window.top + (1 - y) * window.height] as const);
}

const LINE = 14;

export function labelShape(label: LabelDescription, window: Window, theme: Theme): Shape {
  const [x, y] = placeIn(label, window);
  const size = Math.max(6, 12 * label.scale);
  const { color, name } = paintOf(label.ink.css, theme);
  const anchor = label.alignX <= 0.25 ? "start" : label.alignX >= 0.75 ? "end" : "middle";
  return {
    name: "text",
    attributes: {
      x: round(x),
      // What counts up from the baseline counts lines down from the place.
      y: round(y + label.alignY * LINE * label.scale),
      "text-anchor": anchor,
      "font-size": round(size),
      class: name && `model-fill-${name}`,
      fill: color,
    },
    text: label.text,
  };
}

/** The names of lines where the model wants them; those at one place stand below each other. */
export function lineLabels(lines: readonly LineDescription[], window: Window, theme: Theme): Shape[] {
  const taken = new Map<string, number>();
  return lines.flatMap(({ label, labelPlace, ink, kept }) => {
    if (labelPlace === undefined || label === "" || kept) return [];
    const key = `${labelPlace.x} ${labelPlace.y} ${labelPlace.frame}`;
    const n = taken.get(key) ?? 0;
    taken.set(key, n + 1);
    return labelShape({ text: label, ...labelPlace, scale: 1, alignX: 0, alignY: n, ink }, window, theme);
  });
}

/** A Glyph at its place: its own units are the drawing's, or px. */
export function glyphShapes(glyph: GlyphDescription, window: Window, theme: Theme): Shape[] {
  const [x, y] = placeIn(glyph, window);
  const perUnit = glyph.fixed
    ? ([1, 1] as const)
    : ([Math.abs(window.x(1) - window.x(0)), Math.abs(window.y(1) - window.y(0))] as const);
  const angle = (glyph.angle * Math.PI) / 180;
  const at = (px: number, py: number): string => {
    const [a, b] = [px * glyph.scaleX * perUnit[0], py * glyph.scaleY * perUnit[1]];
    const right = a * Math.cos(angle) - b * Math.sin(angle);
    const up = a * Math.sin(angle) + b * Math.cos(angle);
    return `${round(x + right)},${round(y - up)}`;
  };
  const shapes = glyph.shapes.map(({ path, ink, filled }): Shape => {
    const d = path.map((part) => {
      if (part.kind === "close") return "Z";
      if (part.kind === "curve") return `C${at(part.x1, part.y1)} ${at(part.x2, part.y2)} ${at(part.x, part.y)}`;
      return `${part.kind === "move" ? "M" : "L"}${at(part.x, part.y)}`;
    });
    const paint = filled ? fillAttributes(ink, theme) : strokeAttributes(ink, theme);
    return { name: "path", attributes: { ...paint, d: d.join("") } };
  });
  // The files of a model stay outside of a document that stands alone: it names them.
  const images = glyph.images.map(
    (image): Shape => ({
      name: "text",
      attributes: { x: round(x), y: round(y), "font-size": 10, class: "model-fill-gray", fill: "#6e7781" },
      text: `[${image}]`,
    }),
  );
  return [...shapes, ...images];
}
