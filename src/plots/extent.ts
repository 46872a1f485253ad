// Extents: of several, with room around, of a part.
import type { Extent, Points } from "./thin.js";

export function union(extents: readonly Extent[]): Extent {
  return {
    from: Math.min(...extents.map(({ from }) => from)),
    to: Math.max(...extents.map(({ to }) => to)),
  };
}

/** With a share of its length added on both sides; one of no length gets some. */
export function padded({ from, to }: Extent, share: number): Extent {
  if (from === to) {
    const some = Math.abs(from) * 0.1 || 1;
    return { from: from - some, to: to + some };
  }
  return { from: from - share * (to - from), to: to + share * (to - from) };
}

export function extentWithin({ x, y }: Points, shown: Extent, whole: Extent): Extent {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  x.forEach((at, i) => {
    if (at < shown.from || at > shown.to) return;
    from = Math.min(from, y[i] as number);
    to = Math.max(to, y[i] as number);
  });
  return from <= to ? { from, to } : whole;
}
