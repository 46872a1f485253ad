// Sections, places and geometry as functions.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Section } from "../section.js";
import type { Segment } from "../segment.js";
import type { NumberOut, SectionOption, Stands, StringOut } from "./base.js";
import type { Mechanism } from "./mechanisms.js";
import type { Vector } from "./vector.js";

/** Keywords of `h.Section`. */
export interface SectionOptions {
  /** Name; without one, NEURON makes one up. */
  readonly name?: string | undefined;
  /** The cell that the section belongs to. */
  readonly cell?: object | null | undefined;
}

/** `h.Section({ name, cell })` or `h.Section("soma")`. */
export interface SectionConstructor {
  (options?: SectionOptions): Section;
  (name: string, cell?: object | null): Section;
  new (options?: SectionOptions): Section;
  new (name: string, cell?: object | null): Section;
  readonly prototype: Section;
}

/**
 * Which sections there are and how they hang together.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/topology.html
 */
export interface TopologyFunctions {
  /** All sections, to loop over. */
  allsec(): Iterable<Section>;
  /** The currently accessed section. */
  cas(): Section;
  /** Prints a sketch of all trees. */
  topology(): number;
  /** Prints what a section has; `section.psection()` gives it as data. */
  psection(options?: SectionOption): number;
  /** Takes the section off its parent. */
  disconnect(options?: SectionOption): number;
  /** Deletes the section. */
  delete_section(options?: SectionOption): number;
  /** Makes the section the current one, until `pop_section`: by name, or by the number that `this_section` gives. */
  push_section(section: Section | Stands<Section> | string): number;
  /** Ends what `push_section` began. */
  pop_section(): number;
  /** Name of the section. */
  secname(options?: SectionOption): string;
  /** Writes the name of the section. */
  sectionname(destination: StringOut, options?: SectionOption): number;
  /** Whether the section's name matches the regular expression: 1 or 0. */
  issection(pattern: string, options?: SectionOption): number;
  /** Whether a HOC section of the name exists, in the object if one is given: 1 or 0. */
  section_exists(name: string, index?: number | HocObject, object?: HocObject): number;
  /** The cell that the section belongs to. */
  section_owner(options?: SectionOption): object | null;
  /** Which end is nearer to the root: 0 or 1. */
  section_orientation(options?: SectionOption): number;
  /** Where on its parent the section is connected, 0 … 1. */
  parent_connection(options?: SectionOption): number;
  /** A number for the parent of the section, 0 if there is none. */
  parent_section(x?: number, options?: SectionOption): number;
  /** A number for the section that has the place x. */
  this_section(x?: number, options?: SectionOption): number;
  /** A number for the node at the place x. */
  this_node(x: number, options?: SectionOption): number;
  /** Whether the mechanism is inserted in the section: 1 or 0. */
  ismembrane(mechanism: string, options?: SectionOption): number;
  /** Lets a POINTER of a mechanism or point process point at the variable. */
  setpointer(variable: Pointer, name: string, target: HocObject | Mechanism): void;
}

/**
 * Lengths, areas and points in space.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/topology/geometry.html
 */
export interface GeometryFunctions {
  /** Distance between two places along the tree, µm. */
  distance(from: Segment | Stands<Segment>, to: Segment | Stands<Segment>): number;
  /** Makes this place the origin for later calls. */
  distance(mode: 0, origin: Segment | Stands<Segment>): number;
  /** Distance from the origin, µm. */
  distance(to: Segment | Stands<Segment>): number;
  /** Makes the start of the section the origin. */
  distance(options?: SectionOption): number;
  distance(x: number, options?: SectionOption): number;
  distance(mode: 0 | number, x: number, options?: SectionOption): number;
  /** Area of a segment, µm². */
  area(x: number, options?: SectionOption): number;
  /** Resistance between the segment and its parent, MΩ. */
  ri(x: number, options?: SectionOption): number;
  /** Gives sections without points in space some, as `topology` has it. */
  define_shape(): number;
  /** Number of points in space of the section. */
  n3d(options?: SectionOption): number;
  /** x of the i-th point, µm. */
  x3d(i: number, options?: SectionOption): number;
  /** y of the i-th point, µm. */
  y3d(i: number, options?: SectionOption): number;
  /** z of the i-th point, µm. */
  z3d(i: number, options?: SectionOption): number;
  /** Diameter at the i-th point, µm. */
  diam3d(i: number, options?: SectionOption): number;
  /** Length of the section up to the i-th point, µm. */
  arc3d(i: number, options?: SectionOption): number;
  /** Whether the i-th point has a spine: 1 or 0. */
  spine3d(i: number, options?: SectionOption): number;
  /** Adds a point, µm; with Vectors, these points in place of those that were there. */
  pt3dadd(x: number, y: number, z: number, diam: number, options?: SectionOption): number;
  pt3dadd(x: number, y: number, z: number, diam: number, spine: 0 | 1 | number, options?: SectionOption): number;
  pt3dadd(x: Vector, y: Vector, z: Vector, diam: Vector, options?: SectionOption): number;
  /** Inserts a point before the i-th one. */
  pt3dinsert(i: number, x: number, y: number, z: number, diam: number, options?: SectionOption): number;
  /** Changes the i-th point, or only its diameter. */
  pt3dchange(i: number, x: number, y: number, z: number, diam: number, options?: SectionOption): number;
  pt3dchange(i: number, diam: number, options?: SectionOption): number;
  /** Removes the i-th point. */
  pt3dremove(i: number, options?: SectionOption): number;
  /** Removes all points; keeps room for so many. */
  pt3dclear(options?: SectionOption): number;
  pt3dclear(size: number, options?: SectionOption): number;
  /** 1: points stay where they are when L or diam change. The former value. */
  pt3dconst(mode: 0 | 1 | number): number;
  /** How the section joins its parent in space: 0 with its first point, 1 at the given point. */
  pt3dstyle(options?: SectionOption): number;
  pt3dstyle(style: 0 | number, options?: SectionOption): number;
  pt3dstyle(
    style: 1 | number,
    x: number | NumberOut,
    y: number | NumberOut,
    z: number | NumberOut,
    options?: SectionOption,
  ): number;
  /** Area of all spines together, µm². */
  getSpineArea(options?: SectionOption): number;
  /** Sets the area that each spine has, µm². */
  setSpineArea(area: number, options?: SectionOption): number;
}
