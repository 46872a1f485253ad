// What was drawn in a scene, in the order in which it was.
import { native } from "../../engine/engine.js";
import { type HocObject, handleOf } from "../object.js";
import type {
  AxisDescription,
  GlyphDescription,
  Ink,
  LabelDescription,
  LineDescription,
  MarkKind,
} from "./description.js";
import type { Given } from "./given.js";

export interface LineItem {
  readonly kind: "line";
  readonly label: string;
  readonly x: number[];
  readonly y: number[];
  ink: Ink;
  readonly kept: boolean;
}
export interface MarksItem {
  readonly kind: "marks";
  readonly style: MarkKind;
  readonly x: number[];
  readonly y: number[];
  readonly size: number;
  readonly ink: Ink;
}
interface LabelItem extends LabelDescription {
  readonly kind: "label";
}
interface GlyphItem extends Omit<GlyphDescription, "shapes" | "images"> {
  readonly kind: "glyph";
  readonly glyph: number;
}
interface AxisItem extends AxisDescription {
  readonly kind: "axis";
  readonly isX: boolean;
}
export type SceneItem = LineItem | MarksItem | LabelItem | GlyphItem | AxisItem;

/** A line as it is described. */
export function described(item: LineItem): LineDescription {
  return {
    label: item.label,
    x: Float64Array.from(item.x),
    y: Float64Array.from(item.y),
    ink: item.ink,
    kept: item.kept,
    source: "",
    labelPlace: undefined,
  };
}

/** Graph.getline(i, x, y): the line after the i-th into Vectors; its number, or -1 behind the last one. */
export function getLine(given: Given, lines: readonly LineDescription[]): number {
  const [x, y] = [given.object(2, "Vector"), given.object(3, "Vector")];
  const [i, line] = next(given, lines);
  if (line === undefined) return -1;
  // NEURON keeps its curves in single precision, and so gives them.
  native.vectorFrom(handleOf(x), line.x.map(Math.fround));
  native.vectorFrom(handleOf(y), line.y.map(Math.fround));
  label(y, line);
  return i;
}

/** Graph.line_info(i, vector): its colour, brush, and where its label stands. */
export function lineInfo(
  given: Given,
  lines: readonly LineDescription[],
  placeOf: (i: number) => { readonly x: number; readonly y: number; readonly fixed: number },
): number {
  const info = given.object(2, "Vector");
  const [i, line] = next(given, lines);
  if (line === undefined) return -1;
  const place = placeOf(i);
  native.vectorFrom(handleOf(info), Float64Array.of(line.ink.color, line.ink.brush, place.x, place.y, place.fixed));
  label(info, line);
  return i;
}

function next(given: Given, lines: readonly LineDescription[]): [number, LineDescription | undefined] {
  const i = Math.max(-1, Math.trunc(given.number(1))) + 1;
  return [i, lines[i]];
}

function label(vector: HocObject, line: LineDescription): void {
  if (line.label !== "") (vector as unknown as { label(text: string): unknown }).label(line.label);
}
