// Fewer points for the same picture: of each column of pixels the first, the lowest, the highest and the last.
import { ArgumentRangeError } from "../core/errors.js";

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Beyond, the difference of two numbers may be infinite. */
export const largest = 1e300;

/** The lowest and the highest; a RangeError names the first number that is none. */
export function extentOf(where: string, values: ArrayLike<number>): Extent {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // NaN and infinite numbers are the ones that differ from themselves by something.
    if (value - value !== 0)
      throw new ArgumentRangeError(`${where}: element ${i}: expected a finite number, got ${value}.`);
    if (value < from) from = value;
    if (value > to) to = value;
  }
  if (Math.max(-from, to) > largest) {
    const i = Array.prototype.findIndex.call(values, (value: number) => Math.abs(value) > largest);
    throw new ArgumentRangeError(
      `${where}: element ${i}: expected a number up to ±${largest}, which can be drawn, got ${values[i]}.`,
    );
  }
  return { from, to };
}

export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The points that matter for a line from `x.from` to `x.to` that is `columns` wide. Where x never falls, each column
 * keeps its peaks. Else (a phase plane) points that lie in the same cell of a grid as the one before them go. NaN in
 * what comes back is a gap.
 */
export function thinned(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  within: Extent,
  height: Extent,
  columns: number,
): Points {
  return isRising(x) ? byColumns(x, y, within, columns) : byCells(x, y, within, height, columns);
}

function isRising(x: ArrayLike<number>): boolean {
  for (let i = 1; i < x.length; i++) if ((x[i] as number) < (x[i - 1] as number)) return false;
  return true;
}

function byColumns(x: ArrayLike<number>, y: ArrayLike<number>, { from, to }: Extent, columns: number): Points {
  // One point on each side of what is shown, so that the line reaches the edge.
  const start = Math.max(0, firstFrom(x, from) - 1);
  const end = Math.min(x.length, firstAbove(x, to) + 1);
  const kept = new Int32Array(Math.min(end - start, 4 * (columns + 3)));
  let n = 0;
  const perUnit = columns / (to - from || 1);
  for (let i = start; i < end; ) {
    const column = columnAt((x[i] as number) - from, perUnit, columns);
    let [low, high, last] = [i, i, i];
    for (let j = i + 1; j < end && columnAt((x[j] as number) - from, perUnit, columns) === column; j++) {
      last = j;
      if ((y[j] as number) < (y[low] as number)) low = j;
      if ((y[j] as number) > (y[high] as number)) high = j;
    }
    const [a, b] = low < high ? [low, high] : [high, low];
    kept[n++] = i;
    if (a > i) kept[n++] = a;
    if (b > a) kept[n++] = b;
    if (last > b) kept[n++] = last;
    i = last + 1;
  }
  return picked(x, y, kept.subarray(0, n));
}

function columnAt(distance: number, perUnit: number, columns: number): number {
  return Math.max(-1, Math.min(columns + 1, Math.floor(distance * perUnit)));
}

/** The first index whose x is at least `value`. */
function firstFrom(x: ArrayLike<number>, value: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(x: ArrayLike<number>, value: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Curves longer than this are drawn on a grid of whole pixels, and no step from a cell to the next is drawn twice. */
const LONG = 50_000;

function byCells(x: ArrayLike<number>, y: ArrayLike<number>, within: Extent, height: Extent, columns: number): Points {
  const isLong = x.length > LONG;
  const cells = isLong ? columns / 2 : columns;
  const perX = cells / (within.to - within.from || 1);
  const perY = cells / (height.to - height.from || 1);
  const seen = new Set<number>();
  const kept: Points = { x: new Float64Array(2 * x.length), y: new Float64Array(2 * x.length) };
  let n = 0;
  const keep = (px: number, py: number): void => {
    kept.x[n] = px;
    kept.y[n++] = py;
  };
  let [cellX, cellY] = [Number.NaN, Number.NaN];
  let isOpen = false;
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [x[i] as number, y[i] as number];
    const [toX, toY] = [Math.round((px - within.from) * perX), Math.round((py - height.from) * perY)];
    if (toX === cellX && toY === cellY && i < x.length - 1) continue;
    const step = isLong ? stepOf(toX, toY, toX - cellX, toY - cellY) : undefined;
    if (step !== undefined && seen.has(step)) isOpen = false;
    else {
      // The line begins anew where the step does.
      if (!isOpen && n > 0) {
        keep(Number.NaN, Number.NaN);
        keep(x[i - 1] as number, y[i - 1] as number);
      }
      keep(px, py);
      isOpen = true;
      if (step !== undefined) seen.add(step);
    }
    [cellX, cellY] = [toX, toY];
  }
  return { x: kept.x.slice(0, n), y: kept.y.slice(0, n) };
}

/** A number for a short step to a cell; none for one that is longer or far away. */
function stepOf(x: number, y: number, dx: number, dy: number): number | undefined {
  const isNear = x >= 0 && y >= 0 && x < 2 ** 18 && y < 2 ** 18 && Math.abs(dx) < 32 && Math.abs(dy) < 32;
  return isNear ? ((x * 2 ** 18 + y) * 64 + dx + 32) * 64 + dy + 32 : undefined;
}

function picked(x: ArrayLike<number>, y: ArrayLike<number>, indices: Int32Array): Points {
  const points = { x: new Float64Array(indices.length), y: new Float64Array(indices.length) };
  indices.forEach((from, to) => {
    points.x[to] = x[from] as number;
    points.y[to] = y[from] as number;
  });
  return points;
}
