// What a Graph reads anew whenever it is drawn: Vectors, and range variables along a path.
import { native } from "../../engine/engine.js";
import { type HocObject, handleOf } from "../object.js";
import type { Ink } from "./description.js";
import type { Kept } from "./given.js";

/** A Vector or RangeVarPlot, read anew at each drawing. */
export interface LiveItem {
  readonly kind: "live";
  readonly label: string;
  readonly ink: Ink;
  readonly holds: readonly Kept[];
  points(): { readonly x: Float64Array; readonly y: Float64Array };
  /** It stays when lines are erased. */
  readonly stays: boolean;
}
/** The numbers of a Vector. */
export function numbersOf(vector: HocObject): Float64Array {
  const handle = handleOf(vector);
  const values = new Float64Array(native.vectorSize(handle));
  native.vectorInto(handle, values);
  return values;
}

/** A range variable along a path: values against distance. */
export function pathOf(plot: HocObject): { x: Float64Array; y: Float64Array } {
  const [x, y] = [vectors.make(), vectors.make()];
  (plot as unknown as { to_vector(y: HocObject, x: HocObject): number }).to_vector(y, x);
  const path = { x: numbersOf(x), y: numbersOf(y) };
  x.dispose();
  y.dispose();
  return path;
}

/** How a Vector is made, and a CVode; filled in by the module that knows the classes. */
export const vectors: { make: () => HocObject; cvode: () => HocObject } = {
  make: () => undefined as never,
  cvode: () => undefined as never,
};
