// The part of lines that lies in a window. What is drawn outside of the picture is more than wasted: a drawing library may end the process over it.
import type { Extent, Points } from "./thin.js";

/** The line within; NaN where it was left. Points on the edge belong to it. */
export function within({ x, y }: Points, across: Extent, up: Extent): Points {
  const kept = { x: [] as number[], y: [] as number[] };
  const put = (px: number, py: number): void => {
    kept.x.push(px);
    kept.y.push(py);
  };
  // Where the line drawn so far ends; NaN when it was left.
  let [endX, endY] = [Number.NaN, Number.NaN];
  for (let i = 0; i < x.length; i++) {
    const [bx, by] = [x[i] as number, y[i] as number];
    const [ax, ay] = i === 0 ? [bx, by] : [x[i - 1] as number, y[i - 1] as number];
    const piece = i === 0 && x.length > 1 ? undefined : clipped([ax, ay, bx, by], across, up);
    if (piece === undefined) continue;
    const [fromX, fromY, toX, toY] = piece;
    if (fromX !== endX || fromY !== endY) {
      if (kept.x.length > 0) put(Number.NaN, Number.NaN);
      put(fromX, fromY);
    }
    if (toX !== fromX || toY !== fromY) put(toX, toY);
    [endX, endY] = [toX, toY];
  }
  return { x: Float64Array.from(kept.x), y: Float64Array.from(kept.y) };
}

type Piece = readonly [ax: number, ay: number, bx: number, by: number];

/** The part of a straight line in a window (Liang and Barsky 1984, https://doi.org/10.1145/357332.357333). */
function clipped(piece: Piece, across: Extent, up: Extent): Piece | undefined {
  const [ax, ay, bx, by] = piece;
  if (isIn(ax, across) && isIn(bx, across) && isIn(ay, up) && isIn(by, up)) return piece;
  let [enters, leaves] = [0, 1];
  for (const [from, to, { from: low, to: high }] of [
    [ax, bx, across],
    [ay, by, up],
  ] as const) {
    const way = to - from;
    if (way === 0) {
      if (!(from >= low && from <= high)) return undefined;
      continue;
    }
    const [one, other] = [(low - from) / way, (high - from) / way];
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  }
  // NaN, a gap, is never within.
  if (!(enters <= leaves)) return undefined;
  return [...placeAt(piece, enters, across, up), ...placeAt(piece, leaves, across, up)];
}

function placeAt([ax, ay, bx, by]: Piece, share: number, across: Extent, up: Extent): [number, number] {
  // Of numbers that are far apart, the share is rounded.
  const hold = (value: number, { from, to }: Extent) => Math.max(from, Math.min(to, value));
  const between = (a: number, b: number) => (share === 1 ? b : a + share * (b - a));
  return [hold(between(ax, bx), across), hold(between(ay, by), up)];
}

function isIn(value: number, { from, to }: Extent): boolean {
  return value >= from && value <= to;
}
