// NEURON's Shapes and PlotShapes as pictures: cells as the model wants them seen, and what it marked on them.

import { ArgumentRangeError, NameError } from "../core/errors.js";
import type { PlaceColor, ShapeDescription } from "../hoc/graphics/description.js";
import { type Cable, pointAt } from "./cable.js";
import { cellFigure, type Paint, type Part, partsOf, type Room } from "./cells.js";
import type { ColorScale } from "./colorscale.js";
import type { Figure } from "./figure.js";
import { cablesOf } from "./geometry.js";
import { marksShape, paintOf, strokeAttributes } from "./ink.js";
import { glyphShapes, labelShape } from "./labels.js";
import type { Frame, Theme } from "./options.js";
import type { Placing } from "./outline.js";
import type { Shape } from "./paths.js";
import { type Rotation, type Seen, seenBy } from "./projection.js";
import { valuesOf } from "./sections.js";
import { element, escaped, round } from "./svg.js";

export function shapeFigure(shape: ShapeDescription, frame: Frame): Figure {
  const { sections, rotation, lengths, mode, variable, scale, colormap, view, hasView } = shape;
  if (sections.length === 0) throw new ArgumentRangeError(`${shape.name}.figure: the model has no sections.`);
  const seen = seenBy(rotation as Rotation, cablesOf(sections, lengths)).map((cable) => shown(cable, mode));
  const values = variable === undefined ? undefined : valuesIn(shape, variable);
  const marks = shape.places.map((place) => ({ ...place, at: seenAt(place.section, place.x, seen) }));
  return cellFigure({
    kind: shape.name.replace(/\[\d+\]$/, ""),
    frame: { ...frame, title: frame.title ?? (shape.title || undefined) },
    title: shape.title || shape.name,
    parts: partsOf(seen, values).map((part) => painted(part, shape)),
    label: values?.label,
    domain: { from: scale[0], to: scale[1] },
    // What the model left out is black, as on NEURON's own display.
    colors: colormap?.length ? Array.from(colormap, (color) => color ?? "#000000") : undefined,
    view: hasView ? view : undefined,
    overlay: (room, theme, colors) => overlay(shape, marks, room, theme, colors),
  });
}

/** A variable that no section has leaves all of them grey, as on NEURON's own display. */
function valuesIn({ sections, name }: ShapeDescription, variable: string) {
  try {
    return valuesOf(`${name}.figure`, sections, variable);
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
    return {
      of: new Map(sections.map((section) => [section, new Array(section.nseg).fill(undefined)])),
      label: variable,
    };
  }
}

/** With its diameters, as a line, or as a straight line. */
function shown(cable: Seen, mode: ShapeDescription["mode"]): Seen {
  if (mode === "diameters") return cable;
  const { seen, places } = cable;
  const last = places.length - 1;
  const kept = mode === "centroid" ? [...places.keys()] : [0, last];
  return {
    ...cable,
    seen: Float64Array.from(kept.flatMap((i) => [...seen.subarray(4 * i, 4 * i + 3), 0])),
    places: Float64Array.from(kept, (i) => places[i] as number),
  };
}

function painted(part: Part, { colors, selected }: ShapeDescription): Part {
  const { section } = part.cable;
  const own = colors.filter((color) => color.section === section);
  const isSelected = section === selected;
  if (own.length === 0 && !isSelected) return part;
  const n = section.nseg;
  return {
    ...part,
    segments: n,
    paint: (segment, theme) => {
      const css = isSelected ? "red" : own.findLast((color) => isOn(color, segment, n))?.ink.css;
      return css === undefined ? undefined : paintFor(css, theme);
    },
  };
}

function isOn({ x }: PlaceColor, segment: number, n: number): boolean {
  return x === undefined || Math.min(n - 1, Math.floor(x * n)) === segment;
}

function paintFor(css: string, theme: Theme): Paint {
  const { color, name } = paintOf(css, theme);
  return { className: name && `model-fill-${name}`, color };
}

type Place = readonly [right: number, up: number];

function seenAt(section: Cable["section"], x: number, cables: readonly Seen[]): Place | undefined {
  const cable = cables.find((each) => each.section === section);
  if (cable === undefined) return undefined;
  const [right, up] = pointAt({ points: cable.seen, places: cable.places }, x);
  return [right, up];
}

type Mark = ShapeDescription["places"][number] & { readonly at: Place | undefined };

function overlay(
  shape: ShapeDescription,
  marks: readonly Mark[],
  room: Room,
  theme: Theme,
  colors: ColorScale | undefined,
): string {
  const place = (at: readonly [number, number]) => [room.x(at[0]), room.y(at[1])] as const;
  const shapes: Shape[] = [
    ...shape.squares.map((square) => squareShape(square, shape.scale, room, colors)),
    ...shape.lines
      .filter(({ x }) => x.length > 0)
      .map((line): Shape => {
        const d = Array.from(
          line.x,
          (x, i) =>
            `${i === 0 ? "M" : "L"}${place([x, line.y[i] as number])
              .map(round)
              .join()}`,
        );
        return { name: "path", attributes: { ...strokeAttributes(line.ink, theme), d: d.join("") } };
      }),
    ...shape.marks.map(({ style, x, y, size, ink }) =>
      marksShape(
        style,
        Array.from(x, (at, i) => place([at, y[i] as number])),
        size,
        ink,
        theme,
      ),
    ),
    ...marks.flatMap(({ at, style, size, ink }) =>
      at === undefined ? [] : marksShape(style, [place(at)], size, ink, theme),
    ),
    ...shape.glyphs.flatMap((glyph) => glyphShapes(glyph, room, theme)),
    ...shape.labels.map((label) => labelShape(label, room, theme)),
  ];
  return shapes
    .map(({ name, attributes, text }) => element(name, attributes, ...(text === undefined ? [] : [escaped(text)])))
    .join("");
}

/** Of full size at the upper end of the scale, of none at its lower end. */
function squareShape(
  { value, x, y, size }: ShapeDescription["squares"][number],
  [low, high]: ShapeDescription["scale"],
  placing: Placing,
  colors: ColorScale | undefined,
): Shape {
  const side = size * placing.scale * Math.max(0, Math.min(1, (value - low) / (high - low)));
  const attributes = {
    x: round(placing.x(x) - side / 2),
    y: round(placing.y(y) - side / 2),
    width: round(side),
    height: round(side),
    fill: colors?.of(value) ?? "currentColor",
  };
  return { name: "rect", attributes };
}
