// What a model has drawn, as plain data: what the layer of pictures draws. Nothing here knows how.
import type { Section } from "../section.js";

/** A rectangle in the drawing's own units. */
export interface View {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** How something is drawn. */
export interface Ink {
  /** NEURON's number of the colour: 0 white (the ground), 1 black (the foreground), 2 red, 3 blue, 4 green … */
  readonly color: number;
  /** The same as CSS has it: a name, or `#rrggbb`. */
  readonly css: string;
  /** NEURON's number of the brush. */
  readonly brush: number;
  /** Width of the stroke, px. 0 is the thinnest there is. */
  readonly width: number;
  /** Lengths of dashes and gaps in turn, px; none for a stroke that is whole. */
  readonly dash: readonly number[];
}

/** Where text and glyphs stand: at a place of the drawing, or of the window (0 … 1 from left and from the bottom). */
export type Frame = "drawing" | "window";

export interface LabelDescription {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly frame: Frame;
  /** Size of the text, 1 is usual. */
  readonly scale: number;
  /** What of the text stands at the place: 0 its left or bottom … 1 its right or top. */
  readonly alignX: number;
  readonly alignY: number;
  readonly ink: Ink;
}

export interface LineDescription {
  readonly label: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly ink: Ink;
  /** Of an earlier run, kept by the menu's "Keep Lines" or by `family`. */
  readonly kept: boolean;
  /** What it is a curve of, as HOC writes it ("soma.v(.5)"); "" for what was drawn point by point. */
  readonly source: string;
  /** Where the model wants the label; none: wherever there is room. */
  readonly labelPlace: { readonly x: number; readonly y: number; readonly frame: Frame } | undefined;
}

/** Marks of one kind: + o (circle) s (square) t (triangle) O S T (the same, filled) | (bar) - (dash). */
export type MarkKind = "+" | "o" | "s" | "t" | "O" | "S" | "T" | "|" | "-";

export interface MarksDescription {
  readonly style: MarkKind;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Their width and height, px. */
  readonly size: number;
  readonly ink: Ink;
}

/** A path of a Glyph; numbers are the coordinates of its points in turn, in the Glyph's own units. */
export type PathPart =
  | { readonly kind: "move" | "line"; readonly x: number; readonly y: number }
  | {
      readonly kind: "curve";
      readonly x: number;
      readonly y: number;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | { readonly kind: "close" };

export interface GlyphShape {
  readonly path: readonly PathPart[];
  readonly ink: Ink;
  readonly filled: boolean;
}

export interface GlyphDescription {
  readonly shapes: readonly GlyphShape[];
  /** Image files shown with it. */
  readonly images: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly frame: Frame;
  /** Px to one of the Glyph's units where it keeps its size (`fixed`), else the drawing's units to one of them. */
  readonly scaleX: number;
  readonly scaleY: number;
  readonly fixed: boolean;
  /** Degrees, counter-clockwise. */
  readonly angle: number;
}

/** An axis that the model asked for; numbers are the drawing's own. */
export interface AxisDescription {
  readonly from: number;
  readonly to: number;
  /** Where it crosses the other axis. */
  readonly at: number;
  /** How many tics, -1: as is best; and how many small ones between two. */
  readonly tics: number;
  readonly minorTics: number;
  /** Tics on the other side. */
  readonly inverted: boolean;
  readonly numbers: boolean;
}

export interface DrawingDescription {
  /** NEURON's name of it: "Graph[0]". */
  readonly name: string;
  /** What the window around it is called; "" when nothing says. */
  readonly title: string;
  /** The part that the model's window shows. */
  readonly view: View;
  readonly lines: readonly LineDescription[];
  readonly marks: readonly MarksDescription[];
  readonly labels: readonly LabelDescription[];
  readonly glyphs: readonly GlyphDescription[];
}

/** A Graph. */
export interface GraphDescription extends DrawingDescription {
  readonly kind: "graph";
  /** "view": as the picture likes; "box", "none"; or the axis that the model drew. */
  readonly xAxis: "view" | "box" | "none" | AxisDescription;
  readonly yAxis: "view" | "box" | "none" | AxisDescription;
  /** The extent of all that is drawn in its coordinates; the view when there is nothing. */
  readonly extent: View;
  /** The model asked for the view that holds all of it ("View = plot"). */
  readonly fit: boolean;
}

/** A mark on a section. */
export interface PlaceMark {
  readonly section: Section;
  readonly x: number;
  readonly style: MarkKind;
  readonly size: number;
  readonly ink: Ink;
}

/** A colour of a section, or of the segment at x. */
export interface PlaceColor {
  readonly section: Section;
  readonly x: number | undefined;
  readonly ink: Ink;
}

/** A Shape, PlotShape or PPShape: a picture of sections. View, lines, marks and labels are in µm. */
export interface ShapeDescription extends DrawingDescription {
  readonly kind: "shape";
  /** In the order of the model, those that are alive. */
  readonly sections: readonly Section[];
  readonly mode: "diameters" | "centroid" | "schematic";
  /** The range variable whose value colours the segments; none for a Shape, and for a PlotShape that only shows. */
  readonly variable: string | undefined;
  /** Values of the two ends of the colour scale. */
  readonly scale: readonly [low: number, high: number];
  /** The model's own colour scale from low to high, as CSS; none: the picture's. */
  readonly colormap: readonly string[] | undefined;
  readonly colors: readonly PlaceColor[];
  readonly places: readonly PlaceMark[];
  /** Squares that grow with a value (`hinton`): their middle, and their size at the upper end of the scale, µm. */
  readonly squares: readonly {
    readonly value: number;
    readonly x: number;
    readonly y: number;
    readonly size: number;
  }[];
  /** How much longer than they are some sections are drawn. */
  readonly lengths: ReadonlyMap<Section, number>;
  /** The section that is chosen. */
  readonly selected: Section | undefined;
  /** How the model's coordinates are turned to be seen: rows of a 3 × 3 matrix. */
  readonly rotation: readonly [readonly number[], readonly number[], readonly number[]];
  /** Whether `view` is what the model asked for; else the picture chooses. */
  readonly hasView: boolean;
}

export type Description = GraphDescription | ShapeDescription;

/** How a figure is wanted: as all pictures of `nrn-patch/plot`. */
export interface FigureOptions {
  readonly title?: string;
  readonly description?: string;
  /** Width and height, px. */
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "auto" | "light" | "dark";
  readonly background?: string;
}

/** A picture that can be saved and shown. `String(figure)` is an SVG document. */
export interface Picture {
  toString(): string;
  save(path: string): Promise<unknown>;
}

/** Who draws: the layer of pictures puts itself here when it is loaded, and the package's root knows how to load it. */
export const drawing: {
  figure: ((what: Description, options?: FigureOptions) => Picture) | undefined;
  load: (() => void) | undefined;
} = { figure: undefined, load: undefined };
