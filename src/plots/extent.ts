// Extents: of several, with room around, of a part.
import type { Extent } from "./thin.js";

export function union(extents: readonly Extent[]): Extent {
  return extents.reduce((all, { from, to }) => ({ from: Math.min(all.from, from), to: Math.max(all.to, to) }));
}

/** Numbers that differ by less than this share of them differ by their rounding. */
const ROUNDING = 1e-12;

/** With a share of its length added on both sides; one of no length gets some. */
export function padded({ from, to }: Extent, share: number): Extent {
  if (to - from <= ROUNDING * Math.max(Math.abs(from), Math.abs(to))) {
    const some = Math.abs(from) * 0.1 || 1;
    return { from: from - some, to: from + some };
  }
  return { from: from - share * (to - from), to: to + share * (to - from) };
}

/** Of the numbers that are no gaps; `otherwise` when there are none. */
export function extentBetweenGaps(values: Float64Array, otherwise: Extent): Extent {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return from <= to ? { from, to } : otherwise;
}

export const everything: Extent = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
