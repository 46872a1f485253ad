// Boxes, editors, choosers and the window manager of NEURON's graphical interface; without a display they show nothing.

import type { HocObject } from "../object.js";
import type { Section } from "../section.js";
import type { Callable, ClassOf, NumberOut, StringOut } from "./base.js";
import type { SectionList } from "./lists.js";

/** What HBox and VBox have in common. */
export declare class Box extends HocObject {
  /** 1: windows that are mapped from now on go into the box; 0: no longer. */
  intercept(on: boolean | number): number;
  /** Shows the box as a window, at a place and of a size in pixels. */
  map(title?: string): number;
  map(title: string, left: number, top: number, width: number, height: number): number;
  /** Closes the window; the argument is what `dialog` returns. */
  unmap(accept?: boolean | number): number;
  /** Whether it is shown. */
  ismapped(): boolean;
  /** Shows the box as a dialog and waits. 1 when it was accepted. */
  dialog(title: string, accept?: string, cancel?: string): number;
  /** HOC text that makes the box anew, or what gives it, for sessions. */
  save(action: Callable): number;
  save(name: StringOut): number;
  save(text: string, object: string): number;
  /** Keeps the object while the window is shown. */
  ref(object: HocObject): number;
  /** What happens when the window is closed. */
  dismiss_action(action: Callable): number;
  /** Order in which sessions are saved. */
  priority(priority: number): number;
  /** Lets the next item have a height or width that can be changed with the mouse, pixels. */
  adjuster(size: number): number;
  /** Sets the height or width of the i-th such item, pixels. */
  adjust(size: number, i?: number): number;
  /** Lets the window follow the size that its items ask for. */
  full_request(on?: boolean | number): number;
  /** Writes left, top, width and height, pixels. */
  size(limits: NumberOut): number;
}

/**
 * A row of windows.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/layout.html#HBox
 */
export declare class HBox extends Box {}

/** `h.HBox(frame)`: 0 inset (default), 1 outset, 2 bright inset, 3 none. */
export type HBoxConstructor = ClassOf<HBox, [frame?: 0 | 1 | 2 | 3 | number]>;

/**
 * A column of windows.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/layout.html#VBox
 */
export declare class VBox extends Box {}

/** `h.VBox(frame, scroll)`: 0 inset (default), 1 outset, 2 bright inset, 3 none. */
export type VBoxConstructor = ClassOf<VBox, [frame?: 0 | 1 | 2 | 3 | number, scroll?: 0 | 1 | number]>;

/**
 * Windows of which one at a time is shown.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/layout.html#Deck
 */
export declare class Deck extends HocObject {
  /** 1: windows that are mapped from now on become cards; 0: no longer. */
  intercept(on: boolean | number): number;
  /** Shows the deck as a window. */
  map(title?: string): number;
  map(title: string, left: number, top: number, width: number, height: number): number;
  /** Closes the window. */
  unmap(): number;
  /** HOC text that makes it anew, for sessions. */
  save(text: string): number;
  /** Shows the i-th card; -1 none. */
  flip_to(i: number): number;
  /** Removes the last card. */
  remove_last(): number;
  /** Removes the i-th card. */
  remove(i: number): number;
  /** Moves the last card to the i-th place. */
  move_last(i: number): number;
}

/** `h.Deck()`. */
export type DeckConstructor = ClassOf<Deck>;

/**
 * A field for editing text.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/texteditor.html
 */
export declare class TextEditor extends HocObject {
  /** The text; with an argument, sets it. */
  text(text?: string): string;
  /** Whether it can only be read; with an argument, sets it. */
  readonly(on?: boolean | number): boolean;
  /** Shows it as a window. */
  map(title?: string): number;
  map(title: string, left: number, top: number, width: number, height: number): number;
}

/** `h.TextEditor(text, rows, columns)`. */
export type TextEditorConstructor = ClassOf<TextEditor, [text?: string, rows?: number, columns?: number]>;

/**
 * A field for editing a value.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/vfe.html
 */
export declare class ValueFieldEditor extends HocObject {
  /** Makes the present value the one to go back to. */
  default(): number;
}

/** `h.ValueFieldEditor(label, variable, …)`: arguments as for `xvalue`. */
export type ValueFieldEditorConstructor = ClassOf<
  ValueFieldEditor,
  [label: string, variable?: string | NumberOut, ...rest: (Callable | number | boolean)[]]
>;

/**
 * A dialog for choosing a variable's name.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/symchooser.html
 */
export declare class SymChooser extends HocObject {
  /** Shows the dialog and waits. 1 when one was chosen. */
  run(): number;
  /** Writes the name that was chosen. */
  text(destination: StringOut): number;
}

/** `h.SymChooser(caption, name)`. */
export type SymChooserConstructor = ClassOf<SymChooser, [caption?: string, name?: string]>;

/**
 * A list of section names to choose from.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/secbrows.html
 */
export declare class SectionBrowser extends HocObject {
  /** Selects a section. */
  select(section?: Section): number;
  /** What happens at a single click. */
  select_action(action: Callable): number;
  /** What happens at a double click. */
  accept_action(action: Callable): number;
}

/** `h.SectionBrowser(sections)`. */
export type SectionBrowserConstructor = ClassOf<SectionBrowser, [sections?: SectionList]>;

/**
 * The window manager: all windows by index.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/gui/pwman.html
 */
export declare class PWManager extends HocObject {
  /** Number of windows. */
  count(): number;
  /** Whether the i-th window is shown. */
  is_mapped(i: number): boolean;
  /** Shows the i-th window. */
  map(i: number): number;
  /** Hides the i-th window. */
  hide(i: number): number;
  /** Closes the i-th window. */
  close(i: number): number;
  /** Hides all windows behind an icon. */
  iconify(): number;
  /** Shows the windows that `iconify` hid. */
  deiconify(): number;
  /** Title of the i-th window. */
  name(i: number): string;
  /** The object of the i-th window's group; with a second argument, sets it. */
  group(i: number, object?: HocObject): HocObject | null;
  /** Index of the main window. */
  leader(): number;
  /** Index of the window manager's own window. */
  manager(): number;
  /** Writes a session: 0 all windows, 1 those on the paper, or those of the group. */
  save(path: string, which?: 0 | 1 | number | HocObject, header?: string): number;
  /** A picture of the windows, for developers. */
  snap(on?: number): number;
  /** Scales the windows. */
  scale(factor: number): number;
  /** Moves the i-th window, pixels. */
  window_place(i: number, left: number, top: number): number;
  /** Puts the i-th window on the paper, or off it (0). */
  paper_place(i: number, on: 0 | 1 | number): number;
  paper_place(i: number, x: number, y: number, scale: number): number;
  /** Prints the windows on the paper, or all (1): mode 0 PostScript, 1 idraw, 2 ASCII. */
  printfile(path: string, mode: 0 | 1 | 2 | number, all?: 0 | 1 | number): number;
  /** Whether the paper lies on its side. */
  landscape(on: boolean | number): number;
  /** Decoration in print: 0 none, 1 titles, 2 titles and frames. */
  deco(mode: 0 | 1 | 2 | number): number;
}

/** `h.PWManager()`. */
export type PWManagerConstructor = ClassOf<PWManager>;
