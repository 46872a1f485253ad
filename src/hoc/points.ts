// The 3-D points of a section, µm.
import { finite, whole } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { native } from "../engine/engine.js";
import { handleOfShell, Shell } from "./shell.js";

export class Shaped extends Shell {
  n3d(): number {
    return native.points3dCount(handleOfShell(this));
  }
  x3d(i: number): number {
    return this.#point(i, 0);
  }
  y3d(i: number): number {
    return this.#point(i, 1);
  }
  z3d(i: number): number {
    return this.#point(i, 2);
  }
  diam3d(i: number): number {
    return this.#point(i, 3);
  }
  /** Distance along the points, µm. */
  arc3d(i: number): number {
    return this.#point(i, 4);
  }
  spine3d(i: number): boolean {
    return native.point3d(handleOfShell(this), whole("i", i, 0, 32767), 5) as boolean;
  }
  #point(i: number, field: number): number {
    return native.point3d(handleOfShell(this), whole("i", i, 0, 32767), field) as number;
  }

  /** Adds a point at its end: coordinates and diameter, µm. */
  pt3dadd(x: number, y: number, z: number, diameter: number): void;
  pt3dadd(x: Iterable<number>, y: Iterable<number>, z: Iterable<number>, diameter: Iterable<number>): void;
  pt3dadd(...values: (number | Iterable<number>)[]): void {
    const handle = handleOfShell(this);
    if (values.every((v) => typeof v === "object")) {
      const [xs, ys, zs, ds] = values.map((v) => [...(v as Iterable<number>)]) as [
        number[],
        number[],
        number[],
        number[],
      ];
      if (!ds || new Set([xs.length, ys.length, zs.length, ds.length]).size !== 1)
        throw new ArgumentTypeError(`${String(this)}.pt3dadd: expected four lists of one length.`);
      const points = xs.map((x, i) => this.#coordinates([x, ys[i], zs[i], ds[i]]));
      for (const p of points) native.pt3dadd(handle, ...p);
      return;
    }
    native.pt3dadd(handle, ...this.#coordinates(values));
  }

  #coordinates(values: readonly unknown[]): [number, number, number, number] {
    if (values.length !== 4)
      throw new ArgumentTypeError(
        `${String(this)}: a 3-D point is x, y, z and a diameter, got ${values.length} values.`,
      );
    const names = ["x", "y", "z", "diameter"];
    return values.map((v, i) => finite(names[i] as string, v)) as [number, number, number, number];
  }

  pt3dinsert(i: number, x: number, y: number, z: number, diameter: number): void {
    native.pt3dinsert(handleOfShell(this), whole("i", i, 0, 32767), ...this.#coordinates([x, y, z, diameter]));
  }
  /** Changes a point's diameter, or all four values. */
  pt3dchange(i: number, ...values: number[]): void {
    const at = whole("i", i, 0, 32767);
    if (values.length === 1) native.pt3dchange(handleOfShell(this), at, finite("diameter", values[0]));
    else native.pt3dchange(handleOfShell(this), at, ...this.#coordinates(values));
  }
  pt3dremove(i: number): void {
    native.pt3dremove(handleOfShell(this), whole("i", i, 0, 32767));
  }
  /** Removes all points; returns 0. */
  pt3dclear(size = 0): number {
    native.pt3dclear(handleOfShell(this), whole("size", size, 0, 32767));
    return 0;
  }
  /** The logical connection point: without arguments none, with `x, y, z` that one. Whether there is one. */
  pt3dstyle(style?: number, x?: unknown, y?: unknown, z?: unknown): boolean {
    const handle = handleOfShell(this);
    if (style === undefined) return native.style3d(handle) !== null;
    if (style === 0) return native.style3d(handle, 0) !== null;
    if (typeof x === "number") {
      native.style3d(handle, finite("x", x), finite("y", y), finite("z", z));
      return true;
    }
    const point = native.style3d(handle);
    // References are filled in, as in HOC.
    [x, y, z].forEach((ref, i) => {
      if (point && ref) (ref as { 0: number })[0] = point[i] as number;
    });
    return point !== null;
  }
}

/** The 3-D points of a section: x, y, z and diameter in turn, µm. */
export function pointsOf(section: Shaped): Float64Array {
  return native.points3d(handleOfShell(section));
}
