// Where sections are in space. Those without 3-D points are laid out on the side: the model is not changed by being looked at.
import { pointsOf } from "../hoc/points.js";
import type { Section } from "../hoc/section.js";
import { type Cable, type Node, pointAt } from "./cable.js";
import { arrange, layOut } from "./layout.js";

/**
 * The sections in space. Like NEURON's shapes, a section that is connected begins where it is connected, whatever its
 * first point says (or the logical connection point has that place: `pt3dstyle`).
 * @param lengths By how much longer than they are some sections are drawn.
 */
export function cablesOf(sections: readonly Section[], lengths: ReadonlyMap<Section, number> = new Map()): Cable[] {
  const nodes = new Map<Section, Node>();
  const trees: Node[][] = [];
  for (const section of sections) if (!nodes.has(section)) trees.push(treeOf(section, nodes));
  for (const tree of trees)
    for (const node of tree) {
      placeNode(node);
      stretch(node, lengths.get(node.section) ?? 1);
    }
  arrange(trees);
  return sections.map((section) => nodes.get(section) as Node);
}

/** All sections of a cell, parents before children. */
function treeOf(section: Section, nodes: Map<Section, Node>): Node[] {
  const tree = section.wholetree().map((each): Node => {
    const connection = each.parentseg();
    const parent = connection === null ? undefined : nodes.get(connection.sec);
    const node: Node = {
      section: each,
      parent,
      at: connection?.x ?? 0,
      end: each.orientation(),
      children: [],
      tips: 0,
      points: new Float64Array(),
      places: new Float64Array(),
      isLaidOut: false,
    };
    parent?.children.push(node);
    nodes.set(each, node);
    return node;
  });
  for (const node of tree.toReversed()) {
    node.tips ||= 1;
    if (node.parent !== undefined) node.parent.tips += node.tips;
  }
  return tree;
}

function placeNode(node: Node): void {
  const { section, parent } = node;
  const points = pointsOf(section);
  if (points.length < 8) {
    layOut(node);
    return;
  }
  node.points = points;
  node.places = placesOf(points, node.end === 1);
  if (parent === undefined) return;
  const start = pointAt(parent, node.at);
  const origin = logicalOrigin(section) ?? [points[0], points[1], points[2]];
  const move = start.map((value, axis) => value - (origin[axis] as number));
  for (let i = 0; i < points.length; i += 4)
    for (let axis = 0; axis < 3; axis++) points[i + axis] = (points[i + axis] as number) + (move[axis] as number);
}

/** Makes it longer, from its beginning on. */
function stretch({ points }: Node, factor: number): void {
  if (factor === 1) return;
  for (let i = 4; i < points.length; i += 4)
    for (let axis = 0; axis < 3; axis++) {
      const start = points[axis] as number;
      points[i + axis] = start + factor * ((points[i + axis] as number) - start);
    }
}

function logicalOrigin(section: Section): [number, number, number] | undefined {
  const cells = [{ 0: 0 }, { 0: 0 }, { 0: 0 }] as const;
  if (!section.pt3dstyle(1, ...cells)) return undefined;
  return [cells[0][0], cells[1][0], cells[2][0]];
}

function placesOf(points: Float64Array, isReversed: boolean): Float64Array {
  const n = points.length / 4;
  const places = new Float64Array(n);
  for (let i = 1; i < n; i++) {
    const [a, b] = [4 * (i - 1), 4 * i];
    const step = Math.hypot(
      (points[b] as number) - (points[a] as number),
      (points[b + 1] as number) - (points[a + 1] as number),
      (points[b + 2] as number) - (points[a + 2] as number),
    );
    places[i] = (places[i - 1] as number) + step;
  }
  const length = places[n - 1] as number;
  return places.map((place, i) => {
    const x = length > 0 ? place / length : i / (n - 1);
    return isReversed ? 1 - x : x;
  });
}
