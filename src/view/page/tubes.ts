// The morphology as one mesh: a tube for each interval between two points, and the segment to which each vertex belongs.
import { BufferAttribute, BufferGeometry, Sphere, Vector3 } from "three";
import type { Shape } from "../protocol.js";

/** Sides of a tube: fewer where there are many. */
function sidesFor(intervals: number): number {
  return intervals > 30_000 ? 5 : intervals > 8_000 ? 6 : 10;
}

/**
 * `position` is a point on the axis, `normal` the way out from it, `radius` how far: the shader puts them together, so
 * that nothing is ever thinner than it can be seen.
 */
export function tubes({ points, intervals }: Shape): BufferGeometry {
  const n = intervals.length / 2;
  const sides = sidesFor(n);
  const perTube = 2 * sides + 2;
  const centers = new Float32Array(3 * perTube * n);
  const normals = new Float32Array(3 * perTube * n);
  const radii = new Float32Array(perTube * n);
  const segments = new Float32Array(perTube * n);
  const index: number[] = [];
  const [a, b, axis, out, across] = [new Vector3(), new Vector3(), new Vector3(), new Vector3(), new Vector3()];
  let vertex = 0;
  const put = (center: Vector3, normal: Vector3, radius: number, segment: number): void => {
    center.toArray(centers, 3 * vertex);
    normal.toArray(normals, 3 * vertex);
    radii[vertex] = radius;
    segments[vertex++] = segment;
  };
  for (let k = 0; k < n; k++) {
    const start = intervals[2 * k] as number;
    const segment = intervals[2 * k + 1] as number;
    a.fromArray(points, 4 * start);
    b.fromArray(points, 4 * start + 4);
    axis.subVectors(b, a);
    if (axis.lengthSq() < 1e-12) continue;
    axis.normalize();
    // Any direction across the axis.
    out
      .set(Math.abs(axis.x) < 0.7 ? 1 : 0, Math.abs(axis.x) < 0.7 ? 0 : 1, 0)
      .cross(axis)
      .normalize();
    across.crossVectors(axis, out);
    const first = vertex;
    for (const [center, radius] of [
      [a, points[4 * start + 3] as number],
      [b, points[4 * start + 7] as number],
    ] as const)
      for (let i = 0; i < sides; i++) {
        const angle = (2 * Math.PI * i) / sides;
        const normal = out.clone().multiplyScalar(Math.cos(angle)).addScaledVector(across, Math.sin(angle));
        put(center, normal, radius, segment);
      }
    for (let i = 0; i < sides; i++) {
      const [p, q] = [first + i, first + ((i + 1) % sides)];
      index.push(p, q, q + sides, p, q + sides, p + sides);
    }
    // Lids, where nothing goes on.
    if (k === 0 || intervals[2 * k - 2] !== start - 1) {
      for (let i = 0; i < sides; i++) index.push(first + ((i + 1) % sides), first + i, vertex);
      put(a, axis.clone().negate(), 0, segment);
    }
    if (k === n - 1 || intervals[2 * k + 2] !== start + 1) {
      for (let i = 0; i < sides; i++) index.push(first + sides + i, first + sides + ((i + 1) % sides), vertex);
      put(b, axis, 0, segment);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(centers.subarray(0, 3 * vertex), 3));
  geometry.setAttribute("normal", new BufferAttribute(normals.subarray(0, 3 * vertex), 3));
  geometry.setAttribute("radius", new BufferAttribute(radii.subarray(0, vertex), 1));
  geometry.setAttribute("segment", new BufferAttribute(segments.subarray(0, vertex), 1));
  geometry.setIndex(new BufferAttribute(Uint32Array.from(index), 1));
  geometry.boundingSphere = sphereAround(points);
  return geometry;
}

function sphereAround(points: Float32Array): Sphere {
  const [low, high] = [
    new Vector3().setScalar(Number.POSITIVE_INFINITY),
    new Vector3().setScalar(Number.NEGATIVE_INFINITY),
  ];
  const point = new Vector3();
  for (let i = 0; i < points.length; i += 4) {
    point.fromArray(points, i);
    low.min(point);
    high.max(point);
  }
  const center = low.clone().add(high).multiplyScalar(0.5);
  let radius = 1e-3;
  for (let i = 0; i < points.length; i += 4)
    radius = Math.max(radius, point.fromArray(points, i).distanceTo(center) + (points[i + 3] as number));
  return new Sphere(center, radius);
}
