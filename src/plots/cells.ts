// A picture of cells: their pieces in place, painted, with a scale bar and a colour bar.

import { ArgumentRangeError } from "../core/errors.js";
import { describe, NAMED, pieceName, titleOf } from "./celltext.js";
import { headOf } from "./chart.js";
import { rangeOf } from "./coloring.js";
import { barHeight, type ColorScale, colorBar, colorScale } from "./colorscale.js";
import { Figure } from "./figure.js";
import type { Frame, Theme } from "./options.js";
import { type Box, type Piece, type Placing, piecesOf } from "./outline.js";
import { type Bounds, boundsOf, type Seen } from "./projection.js";
import { scaleBar } from "./scalebar.js";
import type { Values } from "./sections.js";
import { element, escaped } from "./svg.js";
import { colors, grounds } from "./theme.js";
import type { Extent } from "./thin.js";

/** How a piece is painted that neither has a value nor is plain. */
export interface Paint {
  readonly className: string | undefined;
  readonly color: string;
}

/** A section of the picture. All is known when the picture is made: the model may change before it is drawn. */
export interface Part {
  readonly cable: Seen;
  readonly name: string;
  /** In how many pieces it is drawn. */
  readonly segments: number;
  /** For each of its segments; undefined when the picture shows no values. */
  readonly values: readonly (number | undefined)[] | undefined;
  /** The colour of a segment that goes before its value. */
  paint?(segment: number, theme: Theme): Paint | undefined;
}

/** The part of the picture that the cells have, px. */
export interface Room extends Placing {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CellPicture {
  readonly kind: string;
  readonly frame: Frame;
  readonly parts: readonly Part[];
  /** What the values are. */
  readonly label: string | undefined;
  /** The values of the ends of the colour scale; the lowest and the highest unless given. */
  readonly domain?: Extent | undefined;
  /** From low to high; or the one colour of all. */
  readonly colors?: readonly string[] | undefined;
  /** What is shown; all of it unless given. */
  readonly view?: Bounds | undefined;
  readonly title?: string | undefined;
  /** What else is drawn, on top. */
  overlay?(room: Room, theme: Theme, scale: ColorScale | undefined): string;
}

/** The parts of the cables, named and with their values now. */
export function partsOf(cables: readonly Seen[], values: Values | undefined): Part[] {
  return cables.map((cable) => {
    const list = values?.of.get(cable.section);
    return { cable, name: String(cable.section), segments: list?.length ?? 1, values: list };
  });
}

const margin = 14;
/** Below the cells, and the least that these have, px. */
const foot = 8 + barHeight + margin;
const LOWEST = 20;

export function cellFigure(picture: CellPicture): Figure {
  const { kind, frame, parts, label, colors } = picture;
  const bounds = picture.view ?? boundsOf(parts.map(({ cable }) => cable));
  const least = Math.ceil(headOf(frame.title, [], frame.width).height + foot + LOWEST);
  if (frame.height !== undefined && frame.height < least)
    throw new ArgumentRangeError(
      `${kind}: height: expected ${least} px or more for what is shown here, got ${frame.height}.`,
    );
  const isValued = parts.some(({ values }) => values !== undefined);
  const range = isValued ? (picture.domain ?? rangeOf(parts.map(({ values }) => values))) : undefined;
  return new Figure({
    kind,
    frame,
    title: picture.title ?? titleOf(parts, isValued, label),
    description: describe(parts, bounds, label, range),
    draw: (theme) => draw(picture, bounds, range && colorScale(range, colors), theme),
  });
}

function draw(
  picture: CellPicture,
  bounds: Bounds,
  scale: ColorScale | undefined,
  theme: Theme,
): { elements: string; height: number } {
  const { frame, label } = picture;
  const head = headOf(frame.title, [], frame.width);
  const room = frame.width - 2 * margin;
  const [width, height] = [Math.max(bounds.right - bounds.left, 1e-9), Math.max(bounds.top - bounds.bottom, 1e-9)];
  const tall =
    frame.height === undefined
      ? Math.max(60, Math.min(560, (room * height) / width))
      : frame.height - head.height - foot;
  const perMicron = Math.min(room / width, tall / height);
  const [left, top] = [margin + (room - width * perMicron) / 2, head.height + (tall - height * perMicron) / 2];
  const placing: Room = {
    left: margin,
    top: head.height,
    width: room,
    height: tall,
    scale: perMicron,
    x: (right: number) => left + (right - bounds.left) * perMicron,
    y: (up: number) => top + (bounds.top - up) * perMicron,
  };
  const footTop = head.height + tall + 8;
  const barWidth = Math.min(220, room * 0.5);
  const bar = { x: frame.width - margin - barWidth - 6, y: footTop, width: barWidth };
  const pieces = piecesIn(picture, scale, placing, theme);
  // Nothing outside of a view: a library that draws it may end the process over that.
  const seen = picture.view === undefined ? pieces : pieces.filter(({ box }) => isSeen(box, placing));
  const drawn = cell(seen, scale !== undefined, picture.colors, theme);
  const elements = [
    head.elements,
    picture.view === undefined ? drawn : clipped(drawn, placing),
    picture.overlay?.(placing, theme, scale) ?? "",
    scaleBar(perMicron, { x: margin, y: footTop, width: room * 0.25 }),
    scale === undefined ? "" : colorBar(scale, label, bar, margin),
  ];
  return { elements: elements.join(""), height: Math.ceil(frame.height ?? footTop + barHeight + margin) };
}

function isSeen(box: Box, { left, top, width, height }: Room): boolean {
  return box.right > left && box.left < left + width && box.bottom > top && box.top < top + height;
}

function clipped(drawn: string, { left, top, width, height }: Room): string {
  const id = "\ue000-view";
  const path = element("clipPath", { id }, element("rect", { x: left, y: top, width, height }));
  return element("defs", {}, path) + element("g", { "clip-path": `url(#${id})` }, drawn);
}

interface Painted extends Piece {
  readonly paint: Paint | undefined;
  readonly name: string;
}

function piecesIn({ parts }: CellPicture, scale: ColorScale | undefined, placing: Placing, theme: Theme): Painted[] {
  const painted = parts.flatMap(({ cable, name, segments: n, values, ...part }) => {
    return piecesOf(cable, n, placing).map((piece, i): Painted => {
      const value = values?.[i];
      const own = part.paint?.(i, theme);
      return {
        ...piece,
        paint:
          own ??
          (value === undefined || scale === undefined ? undefined : { className: undefined, color: scale.of(value) }),
        name: n === 1 && values === undefined ? name : pieceName(name, i, n, value),
      };
    });
  });
  return painted.sort((a, b) => a.depth - b.depth);
}

/** All pieces, farthest first; those that are coloured on an edge that shows on every ground. */
function cell(
  painted: readonly Painted[],
  isValued: boolean,
  own: readonly string[] | undefined,
  theme: Theme,
): string {
  const { faint } = colors[grounds(theme)[0]];
  const isColored = painted.some(({ paint }) => paint !== undefined);
  const rest = isValued ? { class: "faint-fill", fill: faint } : { fill: "currentColor" };
  const paths = painted.map(({ path, paint, name }) => {
    const fill = paint === undefined ? rest : { class: paint.className, fill: paint.color };
    const title = painted.length <= NAMED ? [element("title", {}, escaped(name))] : [];
    return element("path", { d: path, ...(isColored ? fill : {}) }, ...title);
  });
  if (!isColored && !isValued) return element("g", { class: "cell", fill: own?.[0] ?? "currentColor" }, ...paths);
  const id = "\ue000-cell";
  return [
    element("defs", {}, element("g", { id, class: "cell" }, ...paths)),
    element("use", { href: `#${id}`, class: "faint", stroke: faint, "stroke-width": 1.4, "stroke-linejoin": "round" }),
    element("use", { href: `#${id}` }),
  ].join("");
}
