// Pictures of the cell: Shape, PlotShape, PPShape.

import type { FigureOptions, Picture, ShapeDescription } from "../graphics/description.js";
import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Segment } from "../segment.js";
import type { Callable, ClassOf, SectionOption } from "./base.js";
import type { List, SectionList } from "./lists.js";
import type { MarkStyle } from "./vector.js";

/** What Shape and PlotShape have in common: a picture of sections, µm. */
export declare class ShapeScene extends HocObject {
  /** All that it shows, as data. */
  get description(): ShapeDescription;
  /** A picture of it, as `nrn-patch/plot` draws them. */
  figure(options?: FigureOptions): Picture;

  /** How the cell is shown: 0 with diameters, 1 by its centre lines, 2 schematically; with an argument, sets it. */
  show(mode?: 0 | 1 | 2 | number): number;
  /** Shows only these sections (default: all). */
  observe(sections?: SectionList): number;
  /** Shows a view: left, bottom, width, height in µm, then the window's left, top, width, height in pixels. */
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
  view(): number;
  /** The size: left, right, bottom, top, µm. */
  size(left: number, right: number, bottom: number, top: number): number;
  size(side: 1 | 2 | 3 | 4 | number): number;
  /** Number of views. */
  view_count(): number;
  /** Shows what has changed. */
  flush(): number;
  /** Does nothing; exists because Graph has it. */
  begin(): number;
  /** Name in HOC, for sessions. */
  save_name(name: string): number;
  /** Closes all its windows. */
  unmap(): number;
  /** Writes the picture as PostScript. */
  printfile(path: string): number;
  /** Colours a section, or one segment of it. */
  color(color: number, options?: SectionOption): number;
  color(color: number, place: Segment): number;
  color(color: number, x: number, options?: SectionOption): number;
  /** Colours all sections. */
  color_all(color: number): number;
  /** Colours the sections of the list. */
  color_list(sections: SectionList, color: number): number;
  /** Distance, µm, from the point to the nearest section, which then is the selected one. */
  nearest(x: number, y: number): number;
  /** The nearest place to the point. */
  nearest_seg(x: number, y: number): Segment;
  /** x on the selected section, or -1. HOC code finds the section pushed on the stack; from here nothing is left behind. */
  push_selected(): number;
  /** The selected place, or null. */
  selected_seg(): Segment | null;
  /** Turns the picture: point and angles, radians; without arguments, back. */
  rotate(): number;
  rotate(x: number, y: number, z: number, angleX: number, angleY: number, angleZ: number): number;
  /** Scales the length of a section in the picture. */
  len_scale(factor: number, options?: SectionOption): number;
  /** Adds an item to the menu. */
  menu_action(label: string, action: Callable): number;
  /** Adds a tool: what it does with the mouse (type 1 move, 2 press, 3 release; x, y; keys), and when it is chosen. */
  menu_tool(
    label: string,
    action: string | ((type: number, x: number, y: number, keys: number) => void),
    selectAction?: Callable,
  ): number;
  /** Does what the menu's item of that label does. */
  exec_menu(label: string): number;
  /** Starts a line. */
  beginline(label?: string): number;
  beginline(color: number, brush: number): number;
  beginline(label: string, color: number, brush: number): number;
  /** Adds a point to the line. */
  line(x: number, y: number): number;
  /** Writes text at a place. */
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
  /** Draws a mark; size in points. */
  mark(x: number, y: number, style?: MarkStyle, size?: number, color?: number, brush?: number): number;
  /** Erases lines and text. */
  erase(): number;
  /** Erases everything. */
  erase_all(): number;
  /** Shows an image file. */
  gif(path: string, left?: number, bottom?: number, width?: number, height?: number): number;
}

/**
 * A picture of sections from which one can be chosen.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/visualization/shape.html
 */
export declare class Shape extends ShapeScene {
  /** Selects a section. */
  select(options?: SectionOption): number;
  /** What happens when a section is chosen with the mouse; `hoc_ac_` is the x on it. */
  action(action: Callable): number;
  /** Marks a point process, or a place, with a colour; style and size in points. */
  point_mark(pointProcess: HocObject, color: number, style?: MarkStyle, size?: number): number;
  point_mark(place: Segment, color: number, style?: MarkStyle, size?: number): number;
  point_mark(x: number, color: number, options?: SectionOption): number;
  /** Removes the mark of a point process, or all. */
  point_mark_remove(pointProcess?: HocObject): number;
}

/** `h.Shape(sections, show)`; with 0, without a window. */
export type ShapeConstructor = ClassOf<
  Shape,
  [sections?: SectionList, show?: 0 | 1 | boolean | number] | [show: 0 | 1 | boolean | number]
>;

/**
 * A picture of sections coloured by a range variable, or a plot of it against distance.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/visualization/plotshapeclass.html
 */
export declare class PlotShape extends ShapeScene {
  /** Which variable is shown (default "v"). */
  variable(name: string): number;
  /** Values of the two ends of the colour scale. */
  scale(low: number, high: number): number;
  /** Number of colours, or the red, green and blue (0 … 255) of one. */
  colormap(size: number, global?: boolean | number): number;
  colormap(index: number, red: number, green: number, blue: number): number;
  /** Shows the variable at the pointer as a square that grows with its value, at (x, y), of the size. */
  hinton(variable: Pointer, x: number, y: number, width: number, height?: number): number;
  /** Shows what has changed, fast. */
  fastflush(): number;
  /** Python's way to other plotting libraries: not offered; use `figure()`. */
  get plot(): never;
}

/** `h.PlotShape(sections, show)`; with 0, without a window. */
export type PlotShapeConstructor = ClassOf<
  PlotShape,
  [sections?: SectionList, show?: 0 | 1 | boolean | number] | [show: 0 | 1 | boolean | number]
>;

/**
 * A picture of where point processes are.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/visualization/shapebox.html
 */
export declare class PPShape extends HocObject {
  /** All that it shows, as data. */
  get description(): ShapeDescription;
  /** A picture of it, as `nrn-patch/plot` draws them. */
  figure(options?: FigureOptions): Picture;

  /** Adds a point process. */
  append(pointProcess: HocObject): number;
}

/** `h.PPShape(list)` of the point processes of a List. */
export type PPShapeConstructor = ClassOf<PPShape, [pointProcesses: List]>;
