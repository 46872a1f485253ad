// The interpreter: files, libraries, HOC text, objects, text input and output, the system.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { NumberOut, StringOut } from "./base.js";

/**
 * Loading files and mechanisms, and running HOC text.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/dynamiccode.html
 */
export interface InterpreterFunctions {
  /**
   * Loads a HOC file unless it has been loaded; looks in the working directory, HOC_LIBRARY_PATH and NEURON's
   * library. Throws when there is none.
   */
  load_file(path: string): number;
  /** The same, always (1), or unless a symbol of that name exists. */
  load_file(again: 0 | 1 | number, path: string): number;
  load_file(path: string, symbol: string): number;
  /** Reads a HOC file, as often as it is called. */
  xopen(path: string): number;
  /** Loads a library of compiled mechanisms; a second time does nothing. Throws when there is none. */
  nrn_load_dll(path: string): number;
  /** Loads the file that defines the HOC procedure, unless it exists. */
  load_proc(...names: string[]): number;
  /** Loads the file that defines the HOC function, unless it exists. */
  load_func(...names: string[]): number;
  /** Loads the file that defines the template, unless it exists. */
  load_template(...names: string[]): number;
  /** Runs HOC text, in the object if one is given. */
  execute(code: string, object?: HocObject): number;
  /** The same; an error is printed unless the last argument is 0, and gives 0. */
  execute1(code: string, object?: HocObject | number, showErrors?: boolean | number): number;
  /** Throws an error with that text. */
  execerror(message: string, detail?: string): number;
  /** Whether errors are shown even where something catches them. */
  show_errmess_always(on: boolean | number): number;
  /**
   * What the name is in HOC: 0 unknown, 1 a variable that others cannot point to, 2 an object variable, 3 a section,
   * 4 a text, 5 a variable, 6 something else.
   */
  name_declared(name: string, where?: 0 | 1 | 2 | number): number;
  /** Prints HOC's names. */
  symbols(): number;
  /** Prints all objects, or those of a class, or the number of references to one. */
  allobjects(of?: string | HocObject): number;
  /** Prints all object variables and what they refer to. */
  allobjectvars(of?: string | HocObject): number;
  /** A number that stands for the object, 0 for none; with 1, its index among its class's. */
  object_id(object: HocObject | null, index?: 0 | 1 | number): number;
  /** Index of the object among its class's. */
  object_index(object: HocObject): number;
  /** Name of the object's class. */
  classname(object: HocObject): string;
  /** HOC text that follows speaks of the object, until `object_pop`. */
  object_push(object: HocObject): number;
  /** Ends what `object_push` began. */
  object_pop(): number;
  /** The object that was pushed last. */
  object_pushed(): HocObject | null;
  /** Keeps a pointer for HOC text, as `hoc_pointer_`. */
  hoc_pointer_(pointer: Pointer | NumberOut): number;
  /** Number of the arguments of the HOC function that called. */
  numarg(): number;
  /** Type of the i-th argument of the HOC function that called: 0 number, 1 object, 2 text, 3 pointer. */
  argtype(i: number): number;
  /** Runs Python text; the engine here has no Python, so it gives 0. */
  nrnpython(code: string): number;
  /** The number that HOC text last ended with, and what NEURON passes to callbacks. */
  hoc_ac_: number;
  /** Pointer to `hoc_ac_`. */
  readonly _ref_hoc_ac_: Pointer;
  /** Place of the crosshair in a Graph. */
  readonly hoc_cross_x_: number;
  /** Place of the crosshair in a Graph. */
  readonly hoc_cross_y_: number;
  /** Two places for objects that HOC text and callbacks share. */
  readonly hoc_obj_: { [index: number]: HocObject | null };
  /** StringFunctions for HOC text. */
  readonly hoc_sf_: HocObject;
  /** Texts for passing use. */
  tstr: string;
  /** Texts for passing use. */
  tempstr1: string;
  /** Texts for passing use. */
  tempstr2: string;
  /** Text for passing use. */
  temp_string_: string;
  /** Text for passing use. */
  temp_string2_: string;
}

/**
 * Text in and out, as C has it.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/io/printf.html
 */
export interface TextFunctions {
  /** Prints formatted text. Number of characters. */
  printf(format: string, ...values: (number | string)[]): number;
  /** Writes formatted text to the file of `wopen`. Number of characters. */
  fprint(format: string, ...values: (number | string)[]): number;
  /** Puts formatted text into the reference. Number of characters. */
  sprint(destination: StringOut, format: string, ...values: (number | string | HocObject)[]): number;
  /** Takes numbers and words out of a text. How many were found. */
  sscanf(text: string, format: string, ...destinations: (NumberOut | StringOut)[]): number;
  /** Less than, equal to or greater than 0, as the texts compare. */
  strcmp(a: string, b: string): number;
  /** Opens a file for `fscan` and `getstr`; without a path, closes it. 1, or 0 when it cannot be opened. */
  ropen(path?: string): number;
  /** Opens a file for `fprint`; without a path, closes it. 1, or 0 when it cannot be opened. */
  wopen(path?: string): number;
  /** The next number of the file of `ropen`. */
  fscan(): number;
  /** Reads the next line, or word (1), of the file of `ropen`. */
  getstr(destination: StringOut, word?: boolean | number): number;
  /** Asks for a number on the terminal. */
  xred(prompt: string, fallback: number, min: number, max: number): number;
  /** Asks for one of the letters on the terminal. */
  sred(prompt: string, fallback: string, letters: string): number;
  /** From now on NEURON prints to the file; without a path, to the terminal again. */
  hoc_stdout(path?: string): number;
}

/**
 * The process, its folders and its memory.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/system.html
 */
export interface SystemFunctions {
  /** The version; 1 to 6 give details, 7 the parts of the number. */
  nrnversion(kind?: number): string;
  /** Folder of NEURON's own files. */
  neuronhome(): string;
  /** The working directory, with a slash at the end. */
  getcwd(): string;
  /** Changes the working directory. 0 when it worked. */
  chdir(path: string): number;
  /** Runs a command; its output goes to the reference. The exit code. */
  system(command: string, output?: StringOut): number;
  /** Writes the name of the machine. */
  machine_name(destination: StringOut): number;
  /** 1 Unix, 2 macOS, 3 Windows. */
  unix_mac_pc(): number;
  /** Starts a stopwatch. Time of day, s. */
  startsw(): number;
  /** Seconds since `startsw`. */
  stopsw(): number;
  /** Ends the process. */
  quit(code?: number): number;
  /** Memory in use, bytes. */
  nrn_mallinfo(kind: number): number;
  /** Prints how much memory the model takes. */
  print_local_memory_usage(): number;
  /** Whether errors of arithmetic stop the process, with a signal. The former mask. */
  nrn_feenableexcept(on?: boolean | number): number;
  /** Whether a crash leaves an image of memory. */
  coredump_on_error(on: boolean | number): number;
  /** Number of the settings that NEURON was built with. */
  nrn_num_config_keys(): number;
  /** Name of the i-th setting. */
  nrn_get_config_key(i: number): string;
  /** Value of the i-th setting, or of a named one. */
  nrn_get_config_val(key: number | string): string;
  /** Starts MPI, when the engine did not. */
  nrnmpi_init(): number;
  /** Unit of a variable: "S/cm2"; with a second argument, sets it. */
  units(name: string, unit?: string): string;
  units(level: number): string;
  units(variable: Pointer, unit?: string): string;
  /** Limits for a variable's value in fields of panels. */
  variable_domain(name: string, low: number, high: number): number;
  /** Starts an audit of what HOC does. */
  saveaudit(...values: (string | number)[]): number;
  /** Takes up an audit. */
  retrieveaudit(...values: (string | number)[]): number;
}
