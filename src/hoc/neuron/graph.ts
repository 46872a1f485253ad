// NEURON's Graph and Glyph: curves, text and drawings, which work without a display too.

import type { FigureOptions, GraphDescription, Picture } from "../graphics/description.js";
import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Callable, ClassOf, NumberOut } from "./base.js";
import type { RangeVarPlot } from "./rangeplot.js";
import type { MarkStyle, Vector } from "./vector.js";

/** A curve of a Graph as data. */
export interface GraphLine {
  readonly label: string;
  /** Copies, both of one length. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** NEURON's number of the colour: 0 white, 1 black, 2 red, 3 blue, 4 green … */
  readonly color: number;
}

/**
 * Curves in a coordinate system. Colours and brushes are small whole numbers; coordinates are in the graph's own units.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/visualization/graph.html
 */
export declare class Graph extends HocObject {
  /** The curves as data, in the order in which they were added: those that follow the model, and those that were drawn. */
  get lines(): readonly GraphLine[];
  /** All that it shows, as data. */
  get description(): GraphDescription;
  /** A picture of it, as `nrn-patch/plot` draws them. */
  figure(options?: FigureOptions): Picture;

  /** Adds a curve of a variable, named by HOC text, against x at each `plot`. */
  addvar(name: string, color?: number, brush?: number, x?: number, y?: number, fix?: 0 | 1 | 2 | number): number;
  /** Adds a curve of what the pointer points at, with a label. */
  addvar(
    label: string,
    variable: Pointer | NumberOut | string,
    color?: number,
    brush?: number,
    x?: number,
    y?: number,
    fix?: 0 | 1 | 2 | number,
  ): number;
  /** Adds a curve of an expression in HOC text. */
  addexpr(expression: string, color?: number, brush?: number, x?: number, y?: number, fix?: 0 | 1 | 2 | number): number;
  addexpr(
    expression: string,
    context: HocObject,
    color?: number,
    brush?: number,
    x?: number,
    y?: number,
    fix?: 0 | 1 | 2 | number,
  ): number;
  addexpr(
    label: string,
    expression: string,
    color?: number,
    brush?: number,
    x?: number,
    y?: number,
    fix?: 0 | 1 | 2 | number,
  ): number;
  addexpr(
    label: string,
    expression: string,
    context: HocObject,
    color?: number,
    brush?: number,
    x?: number,
    y?: number,
    fix?: 0 | 1 | 2 | number,
  ): number;
  /** Adds a RangeVarPlot. */
  addobject(plot: RangeVarPlot, color?: number, brush?: number, x?: number, y?: number): number;
  /** Adds a curve of n points that lie at the pointers. */
  vector(n: number, x: Pointer | NumberOut, y: Pointer | NumberOut, color?: number, brush?: number): number;
  /** The expression in HOC text that gives x at each `plot`, in place of its argument. 1: it is a variable's name. */
  xexpr(expression: string, usePointer?: 0 | 1 | number): number;
  /** Starts the curves anew. */
  begin(): number;
  /** Adds the present values of all variables and expressions at x. */
  plot(x: number): number;
  /** Lets the local step record the curves. */
  simgraph(): number;
  /** Shows what was plotted. */
  flush(): number;
  /** Shows the newest points of what was plotted. */
  fastflush(): number;

  /** Starts a line, with a label. */
  beginline(label?: string): number;
  beginline(color: number, brush: number): number;
  beginline(label: string, color: number, brush: number): number;
  /** Adds a point to the line. */
  line(x: number, y: number): number;
  /** Draws a mark: + o s t O S T | -, or its number; size in points (default 12). */
  mark(x: number, y: number, style?: MarkStyle, size?: number, color?: number, brush?: number): number;
  /** Writes text at a place, or below the last one. */
  label(text: string): number;
  label(x: number, y: number, text?: string): number;
  label(
    x: number,
    y: number,
    text: string,
    fix: 0 | 1 | 2 | number,
    scale: number,
    alignX: number,
    alignY: number,
    color: number,
  ): number;
  /** Draws a Glyph at a place. */
  glyph(
    glyph: Glyph,
    x: number,
    y: number,
    scaleX?: number,
    scaleY?: number,
    angle?: number,
    fix?: 0 | 1 | 2 | number,
  ): number;
  /** Shows an image file. */
  gif(path: string, left?: number, bottom?: number, width?: number, height?: number): number;
  /** Erases the drawing; the variables stay. */
  erase(): number;
  /** Erases everything. */
  erase_all(): number;

  /** The size: left, right, bottom, top. */
  size(left: number, right: number, bottom: number, top: number): number;
  /** One limit of the size: 1 left, 2 right, 3 bottom, 4 top. */
  size(side: 1 | 2 | 3 | 4 | number): number;
  /** Writes the four limits to an array. */
  size(limits: NumberOut): number;
  /**
   * Shows a view: left, bottom, width, height in the graph's units, then the window's left, top, width, height in
   * pixels; 2: the whole.
   */
  view(
    left: number,
    bottom: number,
    width: number,
    height: number,
    windowLeft: number,
    windowTop: number,
    windowWidth: number,
    windowHeight: number,
  ): number;
  view(kind?: number): number;
  /** Number of views. */
  view_count(): number;
  /**
   * Facts about a view: 1, 2 width, height; 3, 4 the same in points; 5 to 8 left, right, bottom, top; 9, 10 size of a
   * point; 11 to 14 a coordinate converted, 15 height of the font. Without arguments, the view where the mouse is.
   */
  view_info(): number;
  view_info(view: number, what: number, coordinate?: number): number;
  /** Changes the size of a view: left, right, bottom, top. */
  view_size(view: number, left: number, right: number, bottom: number, top: number): number;
  /**
   * Shows the x axis: 0 view axis, 1 erase, 2 box, 3 none; or from, to, at y, number of tics, of minor tics,
   * inverted, numbers shown.
   */
  xaxis(mode?: 0 | 1 | 2 | 3 | number): number;
  xaxis(
    from: number,
    to: number,
    at?: number,
    tics?: number,
    minorTics?: number,
    invert?: -1 | 0 | 1 | number,
    numbers?: 0 | 1 | number,
  ): number;
  /** Shows the y axis; arguments as for `xaxis`. */
  yaxis(mode?: 0 | 1 | 2 | 3 | number): number;
  yaxis(
    from: number,
    to: number,
    at?: number,
    tics?: number,
    minorTics?: number,
    invert?: -1 | 0 | 1 | number,
    numbers?: 0 | 1 | number,
  ): number;

  /** Colour of what is drawn from now on; with a name, defines that number's colour. */
  color(color: number, name?: string): number;
  /** Brush of what is drawn from now on; with pattern and width in pixels, defines that number's brush. */
  brush(brush: number, pattern?: number, width?: number): number;
  /** Text from now on keeps its size and moves with the drawing. */
  fixed(scale?: number): number;
  /** Text from now on keeps its size and its place in the window. */
  vfixed(scale?: number): number;
  /** Text from now on scales with the drawing. */
  relative(scale?: number): number;
  /** Alignment of text from now on: 0 … 1 of its width, of its height. */
  align(x?: number, y?: number): number;
  /** Whether old curves stay when new ones begin; or the HOC variable whose value labels each of them. */
  family(on: boolean | number | string): number;

  /** Copies the next line after the i-th (-1: the first), with its label, into the Vectors. Its index, or -1. */
  getline(i: number, x: Vector, y: Vector): number;
  /**
   * Copies what is known of the next line after the i-th into the Vector: colour, brush, label's place. Its index, or
   * -1.
   */
  line_info(i: number, info: Vector): number;
  /** What happens when a key is pressed while the crosshair shows: it gets x, y and the key's code. "" ends it. */
  crosshair_action(action: string | ((x: number, y: number, key: number) => void)): number;
  /** With 1: it gets the index on the line, the key's code, and the line as Vectors. */
  crosshair_action(
    action: string | ((i: number, key: number, x: Vector, y: Vector) => void),
    vectors: boolean | number,
  ): number;
  /** Adds an item to the menu. */
  menu_action(label: string, action: Callable): number;
  /** Adds a tool: what it does with the mouse (type 1 move, 2 press, 3 release; x, y; keys), and when it is chosen. */
  menu_tool(
    label: string,
    action: string | ((type: number, x: number, y: number, keys: number) => void),
    selectAction?: Callable,
  ): number;
  /** Removes an item from the menu. */
  menu_remove(label: string): number;
  /** Does what the menu's item of that label does. */
  exec_menu(label: string): number;
  /** Name of the Graph in HOC, for sessions. */
  save_name(name: string, saveNow?: 0 | 1 | number): number;
  /** Writes the drawing as PostScript. */
  printfile(path: string): number;
  /** Closes all its windows. */
  unmap(): number;
}

/** `h.Graph()`; with 0, without a window. */
export type GraphConstructor = ClassOf<Graph, [show?: 0 | 1 | number]>;

/**
 * A drawing of lines and areas, made once and shown in Graphs. Methods return the Glyph.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/visualization/glyph.html
 */
export declare class Glyph extends HocObject {
  /** Begins a path. */
  path(): Glyph;
  /** Moves to a point. */
  m(x: number, y: number): Glyph;
  /** A line to a point. */
  l(x: number, y: number): Glyph;
  /** Closes the path. */
  close(): Glyph;
  /** A circle. */
  circle(x: number, y: number, radius: number): Glyph;
  /** Adds a control point. */
  cpt(x: number, y: number): Glyph;
  /** A Bézier curve to (x, y) with two control points. */
  curve(x: number, y: number, x1: number, y1: number, x2: number, y2: number): Glyph;
  /** Draws the path (default colour 1, brush 0). */
  s(color?: number, brush?: number): Glyph;
  /** Fills the path. */
  fill(color?: number): Glyph;
  /** Erases all. */
  erase(): Glyph;
  /** An image file. */
  gif(path: string): Glyph;
}

/** `h.Glyph()`. */
export type GlyphConstructor = ClassOf<Glyph>;
