// A section in space: its points, and where along the section they are.
import type { Section } from "../hoc/section.js";

/** A section in space. */
export interface Cable {
  readonly section: Section;
  /** x, y, z and diameter of its points in turn, µm. */
  readonly points: Float64Array;
  /** Where each of the points is along the section: from 0 to 1, or from 1 to 0 where its end 1 is the connected one. */
  readonly places: Float64Array;
  /** Whether the model gave no points, and these were made. */
  readonly isLaidOut: boolean;
}

/** A section in its tree, on the way to being a cable. */
export interface Node {
  readonly section: Section;
  readonly parent: Node | undefined;
  /** Where on the parent it is connected, 0 … 1. */
  readonly at: number;
  /** The end that is connected, 0 or 1. */
  readonly end: number;
  readonly children: Node[];
  /** Of the tips of the tree, those beyond here. */
  tips: number;
  points: Float64Array;
  places: Float64Array;
  isLaidOut: boolean;
}

/** The place in space at x of a section, µm. */
export function pointAt({ points, places }: Pick<Cable, "points" | "places">, x: number): [number, number, number] {
  const isReversed = (places[0] as number) > (places[places.length - 1] as number);
  const reached = (i: number) => (isReversed ? (places[i] as number) <= x : (places[i] as number) >= x);
  let i = 1;
  while (i < places.length - 1 && !reached(i)) i++;
  const [before, after] = [places[i - 1] as number, places[i] as number];
  const share = after === before ? 0 : Math.max(0, Math.min(1, (x - before) / (after - before)));
  const along = (axis: number) => {
    const [from, to] = [points[4 * (i - 1) + axis] as number, points[4 * i + axis] as number];
    return from + share * (to - from);
  };
  return [along(0), along(1), along(2)];
}
