// Panels of buttons and fields, dialogs, sessions, and the oldest graphs.

import type { HocObject } from "../object.js";
import type { Callable, NumberOut, SectionOption, StringOut } from "./base.js";

/** What a field shows: a reference, a pointer, a HOC name, or an object with the name of one of its properties. */
export type FieldVariable = NumberOut | string | readonly [owner: object, name: string];

/**
 * Panels: `xpanel("title")`, then what stands in it, then `xpanel()`. `panels()` of `nrn-patch/plot` shows what they
 * contain.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/widgets.html
 */
export interface PanelFunctions {
  /** Begins a panel; 1: from left to right. */
  xpanel(title: string, horizontal?: boolean | number): number;
  /** Ends a panel and shows it, at a place in pixels. */
  xpanel(): number;
  xpanel(left: number, top: number): number;
  xpanel(scroll: number, left?: number, top?: number): number;
  /** Begins a menu; 1: in the menu bar. Without arguments, ends it. */
  xmenu(title?: string, inMenuBar?: boolean | number | Callable): number;
  /** A button. */
  xbutton(label: string, action: Callable): number;
  /** A button of a group of which one is chosen. */
  xradiobutton(label: string, action: Callable, chosen?: boolean | number): number;
  /** A box to tick, which sets the variable to 1 or 0. */
  xcheckbox(label: string, variable: FieldVariable, action?: Callable): number;
  /** A button that stays pressed, which sets the variable to 1 or 0. */
  xstatebutton(label: string, variable: FieldVariable, action?: Callable): number;
  /** A line of text. */
  xlabel(text: string): number;
  /** A line of text that follows a variable. */
  xvarlabel(text: StringOut | string | readonly [owner: object, name: string]): number;
  /**
   * A field for a number: with a box that shows whether it differs from the default; what happens on a change. 2 in
   * place of the box: only shown.
   */
  xvalue(
    label: string,
    variable?: FieldVariable,
    showDefault?: boolean | number,
    action?: Callable,
    canRun?: boolean | number,
    usePointer?: boolean | number,
  ): number;
  /** The same for a pointer. */
  xpvalue(
    label: string,
    variable: NumberOut,
    showDefault?: boolean | number,
    action?: Callable,
    canRun?: boolean | number,
  ): number;
  /** A field that shows a number. */
  xfixedvalue(
    label: string,
    variable?: FieldVariable,
    showDefault?: boolean | number,
    action?: Callable,
    canRun?: boolean | number,
    usePointer?: boolean | number,
  ): number;
  /** A slider (default 0 … 100). */
  xslider(
    variable: FieldVariable,
    low?: number,
    high?: number,
    action?: Callable,
    vertical?: boolean | number,
    slow?: boolean | number,
  ): number;

  /** Shows a question with two buttons and waits. 1 for the first. */
  boolean_dialog(question: string, yes?: string, no?: string): number;
  /** Shows a message and waits. */
  continue_dialog(message: string): number;
  /** Asks for a text, which is put into the reference. 1 unless it was cancelled. */
  string_dialog(message: string, text: StringOut): number;
  /** Sets a style of the windows. */
  ivoc_style(name: string, value: string): number;
  /** Place of the next window, pixels. */
  pwman_place(left: number, top: number, show?: boolean | number): number;
  /** Shows fields for the section's parameters (1), states (2), assigned variables (3) at x, -1: everywhere. */
  nrnsecmenu(x: number, kind: 1 | 2 | 3 | number, options?: SectionOption): number;
  /** Shows fields for a mechanism's global variables. */
  nrnglobalmechmenu(mechanism: string): number;
  /** Shows fields for a point process. */
  nrnpointmenu(pointProcess: HocObject | number, label?: -1 | 0 | 1 | number): number;
  /** Shows fields for a mechanism of the section. */
  nrnmechmenu(mechanism: string, options?: SectionOption): number;
  /** Deals with what windows have to say. */
  doEvents(): number;
  /** Shows all that has changed. */
  doNotify(): number;
  /** Writes all windows as a session. */
  save_session(path: string, header?: string): number;
  /** Prints all windows. */
  print_session(useManager?: boolean | number, path?: string, all?: boolean | number): number;
}

/**
 * The oldest graphs, on a terminal or plotter. Use Graph.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/visualization/oldgrph.html
 */
export interface OldGraphFunctions {
  /**
   * Adds a variable to the old graph, with what is done before; without arguments, starts anew; with a number, plots.
   */
  graph(...values: (string | number)[]): number;
  /** Draws axes. */
  axis(...values: number[]): number;
  /** Way of drawing of the old graph. */
  graphmode(mode: number): number;
  /** Plots a point: mode or line, x, y. */
  plot(mode: number, x?: number, y?: number): number;
  /** Plots along x. */
  plotx(...values: number[]): number;
  /** Plots along y. */
  ploty(...values: number[]): number;
  /** Pen: mode, x, y. */
  plt(mode: number, x?: number, y?: number): number;
  /** Draws the old graph anew. */
  regraph(...values: number[]): number;
  /** Color of the old graph. */
  setcolor(color: number): number;
  /** Writes what the old graph draws to a file. */
  lw(path?: string, device?: number): number;
}

/**
 * The panels, tools and menus that stdrun.hoc brings.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/simctrl/runctrl.html
 */
export interface StandardPanels {
  /** Shows the panel of the temperature. */
  celsius_panel(): number;
  /** Shows the panel of the resistance of all sections. */
  globalra_panel(): number;
  /** Shows a panel for choosing sections. */
  nrnallsectionmenu(): number;
  /** Shows a panel for choosing point processes. */
  nrnallpointmenu(): number;
  /** Shows the channel builder. */
  channel_builder(): number;
  /** Shows a browser of the point processes of a type. */
  makePointBrowser(mechanism: string): number;
  /** Shows the panel of a movie run. */
  movierunpanel(): number;
  /** Shows a field for HOC commands. */
  newcommand(): number;
  /** A menu of tools for building models. */
  buildmenu(): number;
  /** A menu of ways to the cell builder. */
  cbimportmenu(): number;
  /** A menu of what mechanisms there are. */
  distmechmenu(): number;
  /** A menu of viewers of mechanisms. */
  distmechviewers(): number;
  /** A menu of tools for fitting. */
  fittingmenu(): number;
  /** A menu of graphs. */
  graphmenu(): number;
  /** A menu of help. */
  helpmenu(): number;
  /** A menu of impedance tools. */
  impedancemenu(): number;
  /** A menu of what else there is. */
  miscellaneousmenu(): number;
  /** A menu of point processes. */
  pointmenu(): number;
  /** A menu of tools for point processes. */
  pointprocessesmenu(): number;
  /** A menu of tools. */
  toolmenu(): number;
  /** A menu of Vector tools. */
  vectormenu(): number;
  /** A menu of windows. */
  windowmenu(): number;
  /** The Graph that was made last by the standard run system. */
  graphItem: HocObject | null;
  /** A place for an object, for passing use in HOC text. */
  tobj: HocObject | null;
  /** A place for an object, for passing use in HOC text. */
  tobj1: HocObject | null;
  /** A place for an object, for passing use in HOC text. */
  tempobj: HocObject | null;
}
