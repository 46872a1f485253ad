// What was drawn in a scene, in the order in which it was.
import type {
  AxisDescription,
  GlyphDescription,
  Ink,
  LabelDescription,
  LineDescription,
  MarkKind,
} from "./description.js";

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
