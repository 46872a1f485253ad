// What a picture of cells is called, and what a screen reader tells of it.

import { plural } from "../core/words.js";
import type { Part } from "./cells.js";
import { colorText } from "./coloring.js";
import type { Bounds } from "./projection.js";
import type { Extent } from "./thin.js";
import { short } from "./ticks.js";

export function titleOf(parts: readonly Part[], isValued: boolean, label: string | undefined): string {
  const what = isValued ? (label ?? "Values of segments") : "Morphology";
  return `${what} of ${parts.length === 1 ? parts[0]?.name : `${parts.length} sections`}`;
}

export function describe(
  parts: readonly Part[],
  { left, right, bottom, top }: Bounds,
  label: string | undefined,
  range: Extent | undefined,
): string {
  const names = parts
    .slice(0, 5)
    .map(({ name }) => name)
    .join(", ");
  const size = `${short(right - left)} µm wide and ${short(top - bottom)} µm high`;
  const count = `${parts.length} ${plural(parts.length, "section")}`;
  const shape = `Shape of ${count} (${names}${parts.length > 5 ? ", …" : ""}), ${size}.`;
  if (range === undefined) return shape;
  const values = parts.map((part) => part.values);
  return `${shape} ${colorText(values, label, range)}`;
}

/** Names of segments are shown under the pointer, up to this many of them. */
export const NAMED = 3000;

/** What is shown under the pointer: the segment, and its value. */
export function pieceName(name: string, i: number, n: number, value: number | undefined): string {
  return `${name}(${short((i + 0.5) / n)})${value === undefined ? "" : ` ${short(value)}`}`;
}
