// The outline of a segment: the cable between two places of its section, with its diameters, as an SVG path.
import type { Seen } from "./projection.js";
import { round } from "./svg.js";

/** From µm to px: what is `left` is at 0, and up is up. */
export interface Placing {
  readonly scale: number;
  x(right: number): number;
  y(up: number): number;
}

/** A point of a piece: px, with its radius in px and its depth in µm. */
type Point = readonly [x: number, y: number, radius: number, depth: number];

export interface Piece {
  readonly path: string;
  /** Mean depth, µm: what is nearer is drawn later. */
  readonly depth: number;
  /** The room that it needs, px. */
  readonly box: Box;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The pieces of a cable, one for each of its `n` segments, from 0 to 1. */
export function piecesOf({ seen, places }: Seen, n: number, placing: Placing): Piece[] {
  const pieces: Piece[] = new Array(n);
  const isReversed = (places[0] as number) > (places[places.length - 1] as number);
  const point = (i: number): Point => [
    placing.x(seen[4 * i] as number),
    placing.y(seen[4 * i + 1] as number),
    // Never thinner than can be seen.
    Math.max(0.4, ((seen[4 * i + 3] as number) / 2) * placing.scale),
    seen[4 * i + 2] as number,
  ];
  const along = (i: number) => (isReversed ? 1 - (places[i] as number) : (places[i] as number));
  let i = 0;
  for (let k = 0; k < n; k++) {
    const [from, to] = [k / n, (k + 1) / n];
    const points: Point[] = [];
    while (i > 0 && along(i) > from + 1e-9) i--;
    while (i < places.length - 2 && along(i + 1) <= from + 1e-9) i++;
    points.push(between(point(i), point(i + 1), along(i), along(i + 1), from));
    while (i < places.length - 1 && along(i + 1) < to - 1e-9) points.push(point(++i));
    if (i < places.length - 1) points.push(between(point(i), point(i + 1), along(i), along(i + 1), to));
    const segment = isReversed ? n - 1 - k : k;
    if (k < n - 1) reachOver(points);
    const depth = points.reduce((sum, p) => sum + p[3], 0) / points.length;
    pieces[segment] = { ...outline(points), depth };
  }
  return pieces;
}

/** Its end goes a little under the next piece, so that no ground shines through between them. */
function reachOver(points: Point[]): void {
  const [from, [x, y, radius, depth]] = [points[points.length - 2] as Point, points[points.length - 1] as Point];
  const length = Math.hypot(x - from[0], y - from[1]);
  if (length < 1e-6) return;
  const share = 0.4 / length;
  points[points.length - 1] = [x + share * (x - from[0]), y + share * (y - from[1]), radius, depth];
}

function between(a: Point, b: Point, from: number, to: number, at: number): Point {
  const share = to > from ? Math.max(0, Math.min(1, (at - from) / (to - from))) : 1;
  return a.map((value, axis) => value + share * ((b[axis] as number) - value)) as unknown as Point;
}

type Corner = readonly [x: number, y: number];

/** Along one side and back along the other; what comes straight at who looks is a disc. */
function outline(points: readonly Point[]): { path: string; box: Box } {
  const normals = normalsOf(points);
  if (normals === undefined) return disc(points.reduce((widest, p) => (p[2] > widest[2] ? p : widest)));
  const side = (sign: number) =>
    points.map(([x, y, radius], i): Corner => {
      const [nx, ny] = normals[i] as Corner;
      return [x + sign * nx * radius, y + sign * ny * radius];
    });
  const corners = [...side(1), ...side(-1).reverse()];
  return { path: `M${corners.map(([x, y]) => `${round(x)},${round(y)}`).join("L")}Z`, box: boxOf(corners) };
}

function boxOf(corners: readonly Corner[]): Box {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [top, bottom] = [left, right];
  for (const [x, y] of corners) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, right, top, bottom };
}

function disc([x, y, radius]: Point): { path: string; box: Box } {
  const r = round(radius);
  const path = `M${round(x - radius)},${round(y)}a${r},${r} 0 1 0 ${round(2 * radius)},0a${r},${r} 0 1 0 ${round(-2 * radius)},0Z`;
  return { path, box: { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius } };
}

/** Across the cable at each point; none when it has no length in the picture. */
function normalsOf(points: readonly Point[]): (readonly [number, number])[] | undefined {
  const across: (readonly [number, number] | undefined)[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy);
    across.push(length < 1e-6 ? undefined : [-dy / length, dx / length]);
  }
  const first = across.find((normal) => normal !== undefined);
  if (first === undefined) return undefined;
  return points.map((_, i) => {
    const [a, b] = [across[i - 1] ?? across[i], across[i] ?? across[i - 1]];
    if (a === undefined || b === undefined) return a ?? b ?? first;
    const [x, y] = [a[0] + b[0], a[1] + b[1]];
    const length = Math.hypot(x, y);
    return length < 1e-6 ? a : [x / length, y / length];
  });
}
