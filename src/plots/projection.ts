// From space to the picture: which way it is looked at, and how much room it needs.
import { wrongType } from "../core/arguments.js";
import { ArgumentRangeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { Cable } from "./cable.js";

/** The axes that go to the right and up. */
export type Projection = "xy" | "xz" | "yx" | "yz" | "zx" | "zy";

/** Rows of a rotation: to the right, up, and towards who looks. */
export type Rotation = readonly [readonly number[], readonly number[], readonly number[]];

const names: readonly string[] = ["xy", "xz", "yx", "yz", "zx", "zy"];

export function rotationOf(name: string, value: unknown = "xy"): Rotation {
  if (typeof value !== "string") throw wrongType(name, `one of ${names.join(", ")}`, value);
  if (!names.includes(value))
    throw new ArgumentRangeError(
      `${name}: expected one of ${names.join(", ")}, got "${value}".${didYouMean(value, names)}`,
    );
  const [a, b] = [...value].map((axis) => ["x", "y", "z"].map((other) => (other === axis ? 1 : 0))) as [
    number[],
    number[],
  ];
  const cross = [0, 1, 2].map((i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    return (a[j] as number) * (b[k] as number) - (a[k] as number) * (b[j] as number);
  });
  return [a, b, cross];
}

/** A cable as it is seen: to the right, up, towards who looks, and diameter, of each point in turn, µm. */
export interface Seen extends Cable {
  readonly seen: Float64Array;
}

export function seenBy([right, up, near]: Rotation, cables: readonly Cable[]): Seen[] {
  return cables.map((cable) => {
    const { points } = cable;
    const seen = new Float64Array(points.length);
    for (let i = 0; i < points.length; i += 4) {
      const along = (row: readonly number[]) =>
        (points[i] as number) * (row[0] as number) +
        (points[i + 1] as number) * (row[1] as number) +
        (points[i + 2] as number) * (row[2] as number);
      seen[i] = along(right);
      seen[i + 1] = along(up);
      seen[i + 2] = along(near);
      seen[i + 3] = points[i + 3] as number;
    }
    return { ...cable, seen };
  });
}

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export function boundsOf(cables: readonly Seen[]): Bounds {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [bottom, top] = [left, right];
  for (const { seen } of cables)
    for (let i = 4; i < seen.length; i += 4) {
      const [dx, dy] = [
        (seen[i] as number) - (seen[i - 4] as number),
        (seen[i + 1] as number) - (seen[i - 3] as number),
      ];
      const length = Math.hypot(dx, dy);
      // A cylinder is as wide as its diameter across, not along; one that comes straight at who looks is a disc.
      const [wide, high] = length > 0 ? [Math.abs(dy / length), Math.abs(dx / length)] : [1, 1];
      for (const k of [i - 4, i]) {
        const radius = (seen[k + 3] as number) / 2;
        left = Math.min(left, (seen[k] as number) - wide * radius);
        right = Math.max(right, (seen[k] as number) + wide * radius);
        bottom = Math.min(bottom, (seen[k + 1] as number) - high * radius);
        top = Math.max(top, (seen[k + 1] as number) + high * radius);
      }
    }
  return { left, right, bottom, top };
}
