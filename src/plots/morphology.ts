// Morphology: cells in their shape, coloured by a value of their segments.
import { text } from "../core/arguments.js";
import type { Section } from "../hoc/section.js";
import { headOf } from "./chart.js";
import { barHeight, type ColorScale, colorBar, colorScale } from "./colorscale.js";
import { Figure } from "./figure.js";
import { cablesOf } from "./geometry.js";
import {
  colorsOf,
  domainOf,
  exact,
  type FigureOptions,
  type Frame,
  figureKeys,
  frameOf,
  type Theme,
} from "./options.js";
import { type Piece, piecesOf } from "./outline.js";
import { type Bounds, boundsOf, type Projection, rotationOf, type Seen, seenBy } from "./projection.js";
import { scaleBar } from "./scalebar.js";
import { type Sections, type SegmentValue, sectionsOf, type Values, valuesOf } from "./sections.js";
import { element, escaped } from "./svg.js";
import { colors, grounds } from "./theme.js";
import type { Extent } from "./thin.js";
import { short } from "./ticks.js";
import { plural } from "./words.js";

export interface MorphologyOptions extends FigureOptions {
  /** What colours the segments: a range variable's name, or a function of the segment; one colour for all unless given. */
  readonly color?: SegmentValue;
  /** The values of the two ends of the colour scale; those of the lowest and the highest segment unless given. */
  readonly domain?: readonly [low: number, high: number];
  /** The colours from low to high, as CSS has them; viridis unless given. Without `color`, the one colour of all. */
  readonly colors?: readonly string[];
  /** What the colour bar is called; the variable and its unit unless given. */
  readonly label?: string;
  /** The axes that go to the right and up; "xy" unless given. */
  readonly projection?: Projection;
}

const keys = [...figureKeys, "color", "domain", "colors", "label", "projection"];

/**
 * Cells in their shape, with their diameters (never thinner than 0.8 px) and a scale bar. Sections without 3-D points are
 * laid out, straight, on the side: the model stays as it is.
 * @param sections A section or some; all of the model unless given.
 * @throws NameError when none of the sections has the range variable; those that have it not are grey
 */
export function morphology(sections?: Sections, options?: MorphologyOptions): Figure {
  const given = exact<MorphologyOptions>("morphology", options, keys);
  const frame = frameOf("morphology", given);
  const list = sectionsOf("morphology", sections);
  const rotation = rotationOf("morphology: projection", given.projection);
  const domain = domainOf("morphology: domain", given.domain);
  const own = colorsOf("morphology: colors", given.colors);
  const label = given.label === undefined ? undefined : text("morphology: label", given.label);
  const values = given.color === undefined ? undefined : valuesOf("morphology: color", list, given.color);
  return shapeFigure({
    kind: "morphology",
    frame,
    cables: seenBy(rotation, cablesOf(list)),
    values: values && { ...values, label: label ?? values.label },
    domain: domain && { from: domain[0], to: domain[1] },
    colors: own,
  });
}

export interface ShapePicture {
  readonly kind: string;
  readonly frame: Frame;
  readonly cables: readonly Seen[];
  readonly values: Values | undefined;
  readonly domain: Extent | undefined;
  readonly colors: readonly string[] | undefined;
}

const margin = 14;

export function shapeFigure({ kind, frame, cables, values, domain, colors, ...rest }: ShapePicture): Figure {
  const bounds = boundsOf(cables);
  const range = values && (domain ?? extentOf(values));
  const sections = cables.map(({ section }) => section);
  return new Figure({
    kind,
    frame,
    title: titleOf(sections, values),
    description: describe(sections, bounds, values, range),
    draw: (theme) => {
      const scale = range && colorScale(range, colors);
      return drawShape({ kind, frame, cables, values, domain, colors, ...rest }, bounds, scale, theme);
    },
  });
}

function extentOf({ of }: Values): Extent {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const list of of.values())
    for (const value of list) {
      if (value === undefined) continue;
      from = Math.min(from, value);
      to = Math.max(to, value);
    }
  return from <= to ? { from, to } : { from: 0, to: 1 };
}

function drawShape(
  { frame, cables, values, colors: own }: ShapePicture,
  bounds: Bounds,
  scale: ColorScale | undefined,
  theme: Theme,
): { elements: string; height: number } {
  const head = headOf(frame.title, [], frame.width);
  const room = frame.width - 2 * margin;
  const [width, height] = [Math.max(bounds.right - bounds.left, 1e-9), Math.max(bounds.top - bounds.bottom, 1e-9)];
  const foot = 8 + barHeight + margin;
  const tall =
    frame.height === undefined
      ? Math.max(60, Math.min(560, (room * height) / width))
      : Math.max(20, frame.height - head.height - foot);
  const perMicron = Math.min(room / width, tall / height);
  const [left, top] = [margin + (room - width * perMicron) / 2, head.height + (tall - height * perMicron) / 2];
  const placing = {
    scale: perMicron,
    x: (right: number) => left + (right - bounds.left) * perMicron,
    y: (up: number) => top + (bounds.top - up) * perMicron,
  };
  const footTop = head.height + tall + 8;
  const barWidth = Math.min(220, room * 0.5);
  const elements = [
    head.elements,
    cell(pieces(cables, values, scale, placing), own, theme),
    scaleBar(perMicron, { x: margin, y: footTop, width: room * 0.25 }),
    scale
      ? colorBar(scale, values?.label, { x: frame.width - margin - barWidth - 6, y: footTop, width: barWidth }, margin)
      : "",
  ].join("");
  return { elements, height: Math.ceil(frame.height ?? footTop + barHeight + margin) };
}

interface Painted extends Piece {
  readonly color: string | undefined;
  readonly name: string;
}

/** Names of segments are shown under the pointer, up to this many of them. */
const NAMED = 3000;

function pieces(
  cables: readonly Seen[],
  values: Values | undefined,
  scale: ColorScale | undefined,
  placing: Parameters<typeof piecesOf>[2],
): Painted[] {
  const painted = cables.flatMap((cable) => {
    const list = values?.of.get(cable.section);
    const n = values === undefined ? 1 : cable.section.nseg;
    return piecesOf(cable, n, placing).map((piece, i): Painted => {
      const value = list?.[i];
      const place = values === undefined ? "" : `(${short((i + 0.5) / n)})`;
      return {
        ...piece,
        color: value === undefined || scale === undefined ? undefined : scale.of(value),
        name: `${String(cable.section)}${place}${value === undefined ? "" : ` ${short(value)}`}`,
      };
    });
  });
  return painted.sort((a, b) => a.depth - b.depth);
}

/** All pieces, farthest first; those with a value on an edge that shows on every ground. */
function cell(painted: readonly Painted[], own: readonly string[] | undefined, theme: Theme): string {
  const { faint } = colors[grounds(theme)[0]];
  const isValued = painted.some(({ color }) => color !== undefined);
  const isNamed = painted.length <= NAMED;
  const paths = painted.map(({ path, color, name }) => {
    const attributes = isValued ? (color === undefined ? { class: "faint-fill", fill: faint } : { fill: color }) : {};
    return element("path", { d: path, ...attributes }, ...(isNamed ? [element("title", {}, escaped(name))] : []));
  });
  if (!isValued) return element("g", { class: "cell", fill: own?.[0] ?? "currentColor" }, ...paths);
  const id = "\ue000-cell";
  return [
    element("defs", {}, element("g", { id, class: "cell" }, ...paths)),
    element("use", { href: `#${id}`, class: "faint", stroke: faint, "stroke-width": 1.4, "stroke-linejoin": "round" }),
    element("use", { href: `#${id}` }),
  ].join("");
}

function titleOf(sections: readonly Section[], values: Values | undefined): string {
  const what = values === undefined ? "Morphology" : (values.label ?? "Values of segments");
  const where = sections.length === 1 ? String(sections[0]) : `${sections.length} sections`;
  return `${what} of ${where}`;
}

function describe(
  sections: readonly Section[],
  { left, right, bottom, top }: Bounds,
  values: Values | undefined,
  range: Extent | undefined,
): string {
  const names = sections.slice(0, 5).map(String).join(", ") + (sections.length > 5 ? ", …" : "");
  const size = `${short(right - left)} µm wide and ${short(top - bottom)} µm high`;
  const shape = `Shape of ${sections.length} ${plural(sections.length, "section")} (${names}), ${size}.`;
  if (values === undefined || range === undefined) return shape;
  const without = [...values.of.values()].filter((list) => list.every((value) => value === undefined)).length;
  const grey = without === 0 ? "" : ` ${without} ${plural(without, "section")} without a value, in grey.`;
  return `${shape} Coloured by ${values.label ?? "a value of each segment"}, from ${short(range.from)} to ${short(range.to)}.${grey}`;
}
