// RangeVarPlot: a range variable along a path through the tree.

import type { HocObject } from "../object.js";
import type { Segment } from "../segment.js";
import type { ClassOf, SectionOption } from "./base.js";
import type { List, SectionList } from "./lists.js";
import type { Vector } from "./vector.js";

/**
 * A range variable along the path between two places; shown in a Graph, or copied to Vectors.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/visualization/rvarplt.html
 */
export declare class RangeVarPlot extends HocObject {
  /** Start of the path. */
  begin(place: Segment): number;
  begin(x: number, options?: SectionOption): number;
  /** End of the path. */
  end(place: Segment): number;
  end(x: number, options?: SectionOption): number;
  /** Where the distance is 0 (default: where the start's and the end's ways to the root meet). */
  origin(distance: number): number;
  /** Distance from the start of the path to the point nearest to the root, µm; leaves nothing pushed behind. */
  d2root(): number;
  /** Distance of the start of the path, µm. */
  left(): number;
  /** Distance of the end of the path, µm. */
  right(): number;
  /** Adds the sections of the path to the list. */
  list(sections: SectionList | List): number;
  /** Colour of the curve. */
  color(color?: number): number;
  /** A new Vector of the values along the path, or the given one filled. */
  vector(destination?: Vector): Vector;
  /** Copies the values along the path, and the distances, µm. Number of points. */
  to_vector(values: Vector, distances?: Vector): number;
  /** Sets the variable along the path from the Vector. Number of points. */
  from_vector(values: Vector): number;
  /** Python's way to other plotting libraries: not offered. */
  get plot(): never;
}

/** `h.RangeVarPlot("v", soma(0), dend(1))`; in place of the name, a function of the place x on the
 * current section: `(x) => h.cas()(x).v`. */
export type RangeVarPlotConstructor = ClassOf<
  RangeVarPlot,
  [variable: string | ((x: number) => number), begin?: Segment, end?: Segment]
>;
