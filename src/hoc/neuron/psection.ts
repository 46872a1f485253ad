// What `section.psection()` gives: a section as data.

import type { HocObject } from "../object.js";
import type { Segment } from "../segment.js";

/** Values of one variable in each segment; of an array, one list for each segment. */
export type SegmentValues = number[] | number[][];

/**
 * A section as data; lists have an element for each segment.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/topology.html#psection
 */
export interface Psection {
  /** Point processes, by name of their mechanism. */
  readonly point_processes: Readonly<Record<string, ReadonlySet<HocObject>>>;
  /** Density mechanisms by name, and their variables. */
  readonly density_mechs: Readonly<Record<string, Readonly<Record<string, SegmentValues>>>>;
  /** Ions by name, and their variables. */
  readonly ions: Readonly<Record<string, Readonly<Record<string, SegmentValues>>>>;
  /** Size, shape and place in the tree. */
  readonly morphology: {
    /** Length, µm. */
    readonly L: number;
    /** Diameters, µm. */
    readonly diam: number[];
    /** Points in space: x, y, z and diameter, µm. */
    readonly pts3d: [x: number, y: number, z: number, diam: number][];
    /** Where it is connected. */
    readonly parent: Segment | null;
    /** Where it is connected to the nearest section that it reaches by its 0 end. */
    readonly trueparent: Segment | null;
  };
  /** Number of segments. */
  readonly nseg: number;
  /** Axial resistivity, Ω·cm. */
  readonly Ra: number;
  /** Membrane capacitances, µF/cm². */
  readonly cm: number[];
  /** Regions of rxd: none here. */
  readonly regions: ReadonlySet<never>;
  /** Species of rxd: none here. */
  readonly species: ReadonlySet<never>;
  /** Name. */
  readonly name: string;
  /** Name that HOC knows it by. */
  readonly hoc_internal_name: string;
  /** The cell that it belongs to. */
  readonly cell: object | null;
}
