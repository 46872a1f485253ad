// Files, texts and time of day: File, StringFunctions, String, Timer, GUIMath, PythonObject.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Callable, ClassOf, NumberOut, StringOut } from "./base.js";
import type { List } from "./lists.js";

/**
 * A file for NEURON's own reading and writing; for everything else, Node's `fs` serves better.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/io/file.html
 */
export declare class File extends HocObject {
  /** Opens for reading. 1, or 0 when it cannot be opened. */
  ropen(path?: string): number;
  /** Opens for writing, from empty. 1, or 0 when it cannot be opened. */
  wopen(path?: string): number;
  /** Opens for writing at the end. 1, or 0 when it cannot be opened. */
  aopen(path?: string): number;
  /** Closes the file. */
  close(): number;
  /** Writes formatted text, as C's `printf`. */
  printf(format: string, ...values: (number | string)[]): number;
  /** The next number in the text. */
  scanvar(): number;
  /** Reads the next word. Its length, or -1 at the end. */
  scanstr(destination: StringOut): number;
  /** Reads the next line with its line end. Its length, or -1 at the end. */
  gets(destination: StringOut): number;
  /** The path. */
  getname(destination?: StringOut): string;
  /** The directory that the chooser showed last. */
  dir(): string;
  /** 1 at the end of the file. */
  eof(): number;
  /** 1 while the file is open. */
  isopen(): number;
  /** Writes out what is buffered. */
  flush(): number;
  /** Sets the name to that of a new temporary file. 1 when it worked. */
  mktemp(): number;
  /** Deletes the file. 1 when it worked. */
  unlink(): number;
  /** Goes to the byte offset from the start (0), the present place (1) or the end (2). 0 when it worked. */
  seek(offset?: number, from?: 0 | 1 | 2 | number): number;
  /** Present place, bytes from the start. */
  tell(): number;
  /** Writes n doubles (default 1) in binary from the pointer on. */
  vwrite(pointer: Pointer | NumberOut): number;
  vwrite(n: number, pointer: Pointer | NumberOut): number;
  /** Reads n binary doubles (default 1) to the pointer. */
  vread(pointer: Pointer | NumberOut): number;
  vread(n: number, pointer: Pointer | NumberOut): number;
  /**
   * Shows a dialog for choosing a file. Type "w", "r", "a", "d", "x" or "". Without arguments pops it up again; 1
   * when one was chosen.
   */
  chooser(type?: string, banner?: string, filter?: string, accept?: string, cancel?: string, path?: string): number;
}

/** `h.File(path)`. */
export type FileConstructor = ClassOf<File, [path?: string]>;

/**
 * Work on texts that are passed by reference, for HOC; JavaScript's own methods serve better.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/strfun.html
 */
export declare class StringFunctions extends HocObject {
  /** Length in bytes. */
  len(text: string): number;
  /** Index of the part in the text, or -1. */
  substr(text: string, part: string): number;
  /** Writes what stands before the first match of the regular expression. Its length, or -1. */
  head(text: string, pattern: string, destination: StringOut): number;
  /** Writes what stands after the first match of the regular expression. Its length, or -1. */
  tail(text: string, pattern: string, destination: StringOut): number;
  /** Keeps the first n characters. */
  left(text: StringOut, n: number): number;
  /** Drops the first n characters. */
  right(text: StringOut, n: number): number;
  /** Writes the text without those characters (default: white space) at its start. */
  ltrim(text: string, destination: StringOut, characters?: string): number;
  /** Writes the text without those characters (default: white space) at its end. */
  rtrim(text: string, destination: StringOut, characters?: string): number;
  /** Whether HOC has a symbol of that name at top level. */
  is_name(name: string): boolean;
  /** Gives an object another public name for a number or object; without a target removes it, without a name all. */
  alias(object: HocObject, name?: string, target?: NumberOut | HocObject): number;
  /** The other names of an object, as a List of Strings. */
  alias_list(object: HocObject): List<HocString>;
  /** Prints which HOC variables refer to the object. Their number. */
  references(object: HocObject | null): number;
  /** The number of the mechanism when the object is a point process, else 0. */
  is_point_process(object: HocObject): number;
  /** The number of the mechanism when the object is an artificial cell, else 0. */
  is_artificial(object: HocObject): number;
}

/** `h.StringFunctions()`. */
export type StringFunctionsConstructor = ClassOf<StringFunctions>;

/**
 * A text as an object, so that it can stand in a List (a template of the standard library).
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/strings.html
 */
export declare class HocString extends HocObject {
  /** The text. */
  get s(): string;
  set s(text: string);
}

/** `h.String(text)`. */
export type HocStringConstructor = ClassOf<HocString, [text?: string]>;

/**
 * Calls something again and again at an interval while NEURON's windows run.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/system.html
 */
export declare class Timer extends HocObject {
  /** Interval, s; with an argument, sets it. */
  seconds(interval?: number): number;
  /** Starts. */
  start(): number;
  /** Stops. */
  end(): number;
}

/** `h.Timer(callback)`. */
export type TimerConstructor = ClassOf<Timer, [callback: Callable]>;

/**
 * Plane geometry for graphical tools, and the processor's rounding.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/guimath.html
 */
export declare class GUIMath extends HocObject {
  /** Distance of the point (x, y) from the line through two points. */
  d2line(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number;
  /** Distance of the point (x, y) from the line's piece between two points. */
  d2line_seg(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number;
  /** Whether the point (x, y) lies in the rectangle. */
  inside(x: number, y: number, left: number, bottom: number, right: number, top: number): boolean;
  /**
   * Rounding mode: 1 down, 2 to nearest (default), 3 to zero, 4 up; with an argument, sets it and gives the former
   * one.
   */
  feround(mode?: 1 | 2 | 3 | 4 | number): number;
}

/** `h.GUIMath()`. */
export type GUIMathConstructor = ClassOf<GUIMath>;

/**
 * How NEURON holds a value of the host language: HOC variables that were given a JavaScript function or object.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/python-from-hoc.html
 */
export declare class PythonObject extends HocObject {}

/** `h.PythonObject`. */
export type PythonObjectConstructor = ClassOf<PythonObject>;
