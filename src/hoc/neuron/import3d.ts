// Readers of morphology files, from `import3d.hoc`: load it with `h.load_file("import3d.hoc")` first.

import type { HocObject } from "../object.js";
import type { ClassOf, StringOut } from "./base.js";
import type { File, HocString } from "./files.js";
import type { Glyph, Graph } from "./graph.js";
import type { List } from "./lists.js";
import type { Matrix } from "./matrix.js";
import type { Vector } from "./vector.js";
import type { VBox } from "./windows.js";

/** What all readers have in common. */
export declare class Import3dReader extends HocObject {
  /** Reads the file. What is wrong with it is printed unless `quiet` is set; `err` says whether something was. */
  input(path: string): number;
  /** 1 when something was wrong with the file. */
  get err(): number;
  set err(value: number);
  /** Format of the file. */
  get filetype(): string;
  set filetype(text: string);
  /** The sections that were read, as Import3d_Sections. */
  get sections(): List<Import3d_Section>;
  /** Type of each point. */
  get type(): Vector;
  /** Writes the text of a line of the file. */
  label(line: number, destination: StringOut): number;
  /** Index of the line of a point's id. */
  id2line(id: number): number;
  /** Index of the point of an id. */
  id2pt(id: number): number;
  /** Id of a point. */
  pt2id(point: number): number;
  /** Index of a point in its section, which is put into the reference. */
  pt2sec(point: number, section: object): number;
  /** Index of the point that is the i-th of the section. */
  sec2pt(section: number, i: number): number;
}

/** What the readers of points in space have in common. */
export declare class Import3dPoints extends Import3dReader {
  /** The file. */
  get file(): File;
  /** x of each point, µm. */
  get x(): Vector;
  /** y of each point, µm. */
  get y(): Vector;
  /** z of each point, µm. */
  get z(): Vector;
  /** Diameter of each point, µm. */
  get d(): Vector;
  /** Line of each point. */
  get iline(): Vector;
  /** Marks a line's points in a Graph. */
  mark(graph: Graph, line: number): number;
}

/**
 * Reads SWC files.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_SWC_read extends Import3dPoints {
  /** 1: prints nothing (default 0). */
  get quiet(): number;
  set quiet(value: number);
  /** Id of each point. */
  get id(): Vector;
  /** Id of each point's parent. */
  get pid(): Vector;
  /** Section of each point. */
  get point2sec(): Vector;
  /** First id of the file. */
  get idoffset(): number;
  set idoffset(value: number);
  /** Comment lines at the start. */
  get header(): List<HocString>;
  /** All lines. */
  get lines(): List<HocString>;
  /** Prints the comment lines. */
  pheader(): number;
  /** Prints help. */
  helptxt(): number;
  /** Makes the sections, without types, in HOC. */
  instantiate(): number;
}

/** `h.Import3d_SWC_read()`. */
export type Import3d_SWC_readConstructor = ClassOf<Import3d_SWC_read>;

/**
 * Reads Neurolucida files of version 3 (.asc).
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_Neurolucida3 extends Import3dPoints {
  /** 1: prints nothing (default 0). */
  get quiet(): number;
  set quiet(value: number);
  /** All lines. */
  get lines(): List<HocString>;
  /** Spines. */
  get spines(): List<Import3d_Spine>;
  /** Prints help. */
  helptxt(): number;
  /** Shows how branches were joined to the soma. */
  b2spanel(gui: HocObject): number;
  /** Joins axons to the nearest soma or dendrite. */
  connect_axon_nearest(): number;
}

/** `h.Import3d_Neurolucida3()`. */
export type Import3d_Neurolucida3Constructor = ClassOf<Import3d_Neurolucida3>;

/**
 * Reads Neurolucida files of versions 1 and 2.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_Neurolucida_read extends Import3dPoints {
  /** Comment lines at the start. */
  get header(): List<HocString>;
  /** All lines. */
  get lines(): List<HocString>;
  /** Section of each point. */
  get point2sec(): Vector;
  /** Kind of each point. */
  get pointtype(): Vector;
  /** Points of the file. */
  get points(): Vector;
  /** Points where branches part. */
  get branchpoints(): Vector;
  /** First points of the sections. */
  get firstpoints(): Vector;
  /** Point of each line. */
  get iline2pt(): Vector;
  /** Prints the comment lines. */
  pheader(): number;
  /** Prints help. */
  helptxt(): number;
  /** Adds what is wrong with the file to the List. */
  fillproblist(list: List): number;
}

/** `h.Import3d_Neurolucida_read()`. */
export type Import3d_Neurolucida_readConstructor = ClassOf<Import3d_Neurolucida_read>;

/**
 * Reads Eutectic files.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_Eutectic_read extends Import3dPoints {
  /** Id of each point. */
  get id(): Vector;
  /** Kind of each point. */
  get ptype(): Vector;
  /** Kind of each point, by number. */
  get pointtype(): Vector;
  /** Tag of each point. */
  get tag(): Vector;
  /** Points of the file. */
  get points(): Vector;
  /** First points of the sections. */
  get firstpoints(): Vector;
  /** Last points of the sections. */
  get lastpoints(): Vector;
}

/** `h.Import3d_Eutectic_read()`. */
export type Import3d_Eutectic_readConstructor = ClassOf<Import3d_Eutectic_read>;

/**
 * Reads MorphML files; NEURON does this with Python, which the engine here has not.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_MorphML extends Import3dReader {
  /** Takes what Python's parser found. */
  parsed(cell: HocObject): number;
}

/** `h.Import3d_MorphML()`. */
export type Import3d_MorphMLConstructor = ClassOf<Import3d_MorphML>;

/**
 * A section as it was read from a file.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_Section extends HocObject {
  /** Points as read, µm: rows x, y, z. */
  get raw(): Matrix;
  /** Points as shown, after rotation. */
  get xyz(): Matrix;
  /** Diameters, µm. */
  get d(): Vector;
  /** Section that it is connected to. */
  get parentsec(): Import3d_Section | null;
  /** Where on the parent. */
  get parentx(): number;
  set parentx(x: number);
  /** 1 soma, 2 axon, 3 dendrite, 4 apical dendrite, others as in the file. */
  get type(): number;
  set type(type: number);
  /** Id. */
  get id(): number;
  set id(id: number);
  /** Id of the parent. */
  get pid(): number;
  set pid(id: number);
  /** Index of the first point that is its own. */
  get first(): number;
  set first(i: number);
  /** Id of the first point. */
  get fid(): number;
  set fid(id: number);
  /** Index among the sections of its type. */
  get nameindex(): number;
  set nameindex(i: number);
  /** 1 for an outline of the soma. */
  get iscontour_(): number;
  set iscontour_(value: number);
  /** 1 for a piece of another section. */
  get is_subsidiary(): number;
  set is_subsidiary(value: number);
  /** Outlines that make up a soma. */
  get contour_list(): List<Import3d_Section> | null;
  /** Sets n points from `start` on to those of the Vectors from `from` on. */
  append(start: number, from: number, n: number, x: Vector, y: Vector, z: Vector, d: Vector): number;
  /** Sets a point. */
  set_pt(i: number, x: number, y: number, z: number, d: number): number;
  /** Inserts a point. */
  insrt(i: number, x: number, y: number, z: number, d: number): number;
  /** How far it is moved along z, µm. */
  get ztrans(): number;
  set ztrans(z: number);
  /** Color of its points in the picture. */
  get centroid_color(): number;
  set centroid_color(color: number);
  /** Color of its outline in the picture. */
  get wire_color(): number;
  set wire_color(color: number);
  /** For passing use. */
  get volatile(): number;
  set volatile(value: number);
  /** For passing use. */
  get volatile2(): number;
  set volatile2(value: number);
  /** The picture of it. */
  get g(): Glyph;
  /** Triangles between stacked outlines. */
  get stk_triang_vec(): List<Vector> | null;
  /** Makes the picture. */
  mkglyph(): number;
  /** Rotates the shown points. */
  rotate(rotation: Matrix): number;
  /** Draws its centre line. */
  pl_centroid(graph: Graph): number;
  /** Draws it with diameters. */
  pl_diam(graph: Graph): number;
  /** Draws its points. */
  pl_point(graph: Graph): number;
  /** Computes the triangles between stacked outlines. */
  pl_diam_mk_stk_triang_vec(graph: Graph): number;
  /** Area of those triangles, µm². */
  stk_triang_area(): number;
  /** Area of a triangle from its three sides. */
  accurate_triangle_area(a: number, b: number, c: number): number;
  /** Centre line of stacked outlines. */
  stk_center(): Matrix;
  /** Centre of the outline. */
  contourcenter(x: Vector, y: Vector, z: Vector): Vector;
  /** A circle in place of the outline. */
  approximate_contour_by_circle(x: Vector, y: Vector, z: Vector): Vector;
}

/** Import3d_Sections are made by the readers. */
export type Import3d_SectionConstructor = ClassOf<Import3d_Section, [first: number, points: number]>;

/**
 * Shows what was read, and makes sections of it.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_GUI extends HocObject {
  /** Makes the sections, in a HOC object, in an object of your own, or at top level (null). */
  instantiate(cell: object | null): number;
  /** The reader. */
  get swc(): Import3dReader;
  /** The HOC commands that made the sections. */
  get commands(): List<HocString>;
  /** The picture. */
  get g(): Graph;
  /** The window. */
  get box(): VBox;
  /** Writes the name that a section will have. */
  name(section: Import3d_Section, destination: StringOut): number;
  /** Reads a file, whose format it finds out. */
  readfile(path?: string): number;
  /** Draws the picture anew. */
  redraw(): number;
  /** Draws the picture with or without rotation. */
  rotraw(): number;
  /** Centre of the rotation. */
  get origin(): Vector;
  /** Centre of the points as read. */
  get raworigin(): Vector;
  /** The former rotation. */
  get rotmatold(): Matrix;
  /** Where each spine starts among the spines' points. */
  get spine_displ(): Vector;
  /** Points of the spines as read. */
  get spine_raw(): Matrix;
  /** Points of the spines as shown. */
  get spine_xyz(): Matrix;
  /** Point of the spine that is selected. */
  get sel_spine_ipt(): number;
  set sel_spine_ipt(i: number);
  /** The spine that is selected, or -1. */
  get sel_spine_index(): number;
  set sel_spine_index(i: number);
}

/** `h.Import3d_GUI(reader, 0)`: with 0, without windows. */
export type Import3d_GUIConstructor = ClassOf<
  Import3d_GUI,
  [reader?: Import3dReader | null, show?: 0 | 1 | boolean | number]
>;

/**
 * A spine that a Neurolucida file has.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_Spine extends HocObject {
  /** x of its points, µm. */
  get x(): Vector;
  /** y of its points, µm. */
  get y(): Vector;
  /** z of its points, µm. */
  get z(): Vector;
  /** Diameters, µm. */
  get d(): Vector;
  /** Class by number. */
  get class_type(): number;
  set class_type(value: number);
  /** Class by name. */
  get class_label(): string;
  set class_label(text: string);
  /** Colour. */
  get color(): string;
  set color(text: string);
  /** 1 when it was generated. */
  get generated(): number;
  set generated(value: number);
  /** Index of its base point. */
  get baseindex(): number;
  set baseindex(i: number);
  /** Line of the file. */
  get iline(): number;
  set iline(i: number);
  /** Line of the file as text. */
  get fline(): HocString | null;
  /** Adds a point. */
  append_point(x: number, y: number, z: number, d: number): number;
}

/** `h.Import3d_Spine()`. */
export type Import3d_SpineConstructor = ClassOf<Import3d_Spine>;

/**
 * A word of a Neurolucida file.
 * @see https://nrn.readthedocs.io/en/9.0.2/guide/import3d.html
 */
export declare class Import3d_LexToken extends HocObject {
  /** Kind of the word. */
  get token(): number;
  set token(value: number);
  /** Its number. */
  get x(): number;
  set x(value: number);
  /** Its text. */
  get s(): string;
  set s(text: string);
  /** Place in its line. */
  get itok(): number;
  set itok(i: number);
  /** Line of the file. */
  get iline(): number;
  set iline(i: number);
  /** A copy. */
  clone(): Import3d_LexToken;
}

/** `h.Import3d_LexToken()`. */
export type Import3d_LexTokenConstructor = ClassOf<Import3d_LexToken>;
