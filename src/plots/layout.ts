// Sections without 3-D points, laid out in the plane: straight cylinders, each branch with a share of the angle for its tips.
import { type Node, pointAt } from "./cable.js";

/** The direction in which a section goes, and the angle that its branches share, radians. */
interface Course {
  readonly angle: number;
  readonly width: number;
}

const courses = new WeakMap<Node, Course>();

/** A fork is never narrower than this, and side branches leave by that, radians. */
const NARROWEST = 0.5;
const SIDE = Math.PI / 3;

/** Gives the node points, after its parent has its own. */
export function layOut(node: Node): void {
  const { parent, section } = node;
  const course = parent === undefined ? { angle: 0, width: 2 * Math.PI } : courseOn(parent, node);
  courses.set(node, course);
  const { L, nseg } = section;
  const [x, y, z] = parent === undefined ? [-L / 2, 0, 0] : pointAt(parent, node.at);
  const [dx, dy] = [L * Math.cos(course.angle), L * Math.sin(course.angle)];
  // Two points for each segment: it is a cylinder, and the next one may have another diameter.
  node.points = new Float64Array(8 * nseg);
  node.places = new Float64Array(2 * nseg);
  node.isLaidOut = true;
  for (let i = 0; i < nseg; i++) {
    const from = node.end === 1 ? nseg - 1 - i : i;
    const { diam } = section((from + 0.5) / nseg);
    for (const side of [0, 1]) {
      const share = (i + side) / nseg;
      node.points.set([x + share * dx, y + share * dy, z, diam], 8 * i + 4 * side);
      node.places[2 * i + side] = node.end === 1 ? 1 - share : share;
    }
  }
}

/** The courses of all that hang on the parent are found together. */
function courseOn(parent: Node, node: Node): Course {
  if (!courses.has(node)) fanOut(parent, courses.get(parent) ?? courseOf(parent));
  return courses.get(node) as Course;
}

function fanOut(parent: Node, { angle, width }: Course): void {
  const isRoot = parent.parent === undefined;
  // As seen from where the parent itself begins.
  const along = (child: Node) => (parent.end === 1 ? 1 - child.at : child.at);
  const { children } = parent;
  fan(
    children.filter((child) => along(child) === 1),
    angle,
    width,
  );
  if (isRoot)
    fan(
      children.filter((child) => along(child) === 0),
      angle + Math.PI,
      width,
    );
  const sides = children.filter((child) => along(child) < 1 && !(isRoot && along(child) === 0));
  // By turns on the one side and on the other.
  const [left, right] = [sides.filter((_, i) => i % 2 === 0), sides.filter((_, i) => i % 2 === 1)];
  if (isRoot) {
    fan(left, angle + Math.PI / 2, width / 2);
    fan(right, angle - Math.PI / 2, width / 2);
  } else {
    for (const child of left) courses.set(child, { angle: angle + SIDE, width: NARROWEST });
    for (const child of right) courses.set(child, { angle: angle - SIDE, width: NARROWEST });
  }
}

/** Branches around an angle, each with a share of it for its tips. */
function fan(branches: readonly Node[], angle: number, width: number): void {
  const tips = branches.reduce((sum, branch) => sum + branch.tips, 0);
  const whole =
    branches.length === 1 ? width : Math.max(NARROWEST * Math.min(branches.length, 6), Math.min(width, Math.PI));
  let before = 0;
  for (const branch of branches) {
    const share = (whole * branch.tips) / tips;
    courses.set(branch, {
      angle: angle - whole / 2 + (whole * before) / tips + share / 2,
      width: Math.min(share, Math.PI * 0.8),
    });
    before += branch.tips;
  }
}

/** The course of a section that has points of its own. */
function courseOf({ points }: Node): Course {
  const last = points.length - 4;
  const [dx, dy] = [0, 1].map((axis) => (points[last + axis] as number) - (points[axis] as number)) as [number, number];
  return { angle: Math.atan2(dy, dx), width: 1 };
}

interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

function boxOf(tree: readonly Node[]): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
    top: Number.NEGATIVE_INFINITY,
  };
  for (const { points } of tree)
    for (let i = 0; i < points.length; i += 4) {
      const [x, y, radius] = [points[i] as number, points[i + 1] as number, (points[i + 3] as number) / 2];
      box.left = Math.min(box.left, x - radius);
      box.right = Math.max(box.right, x + radius);
      box.bottom = Math.min(box.bottom, y - radius);
      box.top = Math.max(box.top, y + radius);
    }
  return box;
}

/** Cells that were laid out from their root on stand beside each other, right of those that have a place of their own. */
export function arrange(trees: readonly (readonly Node[])[]): void {
  const free = trees.filter(([root]) => root?.isLaidOut);
  if (free.length === 0 || trees.length === 1) return;
  const placed = trees.filter(([root]) => !root?.isLaidOut).map(boxOf);
  const boxes = free.map(boxOf);
  const [width, height] = [
    1.2 * Math.max(...boxes.map(({ left, right }) => right - left)),
    1.2 * Math.max(...boxes.map(({ bottom, top }) => top - bottom)),
  ];
  const columns = Math.ceil(Math.sqrt((free.length * height) / width));
  const left = placed.length === 0 ? 0 : Math.max(...placed.map(({ right }) => right)) + width * 0.2;
  const top = placed.length === 0 ? 0 : Math.max(...placed.map(({ top }) => top));
  free.forEach((tree, i) => {
    const box = boxes[i] as Box;
    const x = left + (i % columns) * width - box.left;
    const y = top - Math.floor(i / columns) * height - box.top;
    for (const { points } of tree)
      for (let k = 0; k < points.length; k += 4) {
        points[k] = (points[k] as number) + x;
        points[k + 1] = (points[k + 1] as number) + y;
      }
  });
}
