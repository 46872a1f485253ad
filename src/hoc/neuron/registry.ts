// What NEURON knows about its mechanisms: MechanismType lists them, MechanismStandard their variables.

import type { HocObject } from "../object.js";
import type { ClassOf, ObjectOut, SectionOption, StringOut } from "./base.js";
import type { PointProcess } from "./processes.js";

/**
 * A set of values of one mechanism's variables, to list, copy and keep. Names are HOC's: "gnabar_hh".
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/mechstan.html#MechanismStandard
 */
export declare class MechanismStandard extends HocObject {
  /** Number of variables. */
  count(): number;
  /** Writes the name of the mechanism, or of its i-th variable. Its number of elements. */
  name(destination: StringOut, i?: number): number;
  /** Whether the i-th variable is an array. */
  is_array(i: number): boolean;
  /** Value of a variable. */
  get(name: string, index?: number): number;
  /** Sets a variable. */
  set(name: string, value: number, index?: number): number;
  /**
   * Takes the values of the section's segment at x (default: the first), of a point process, or of another
   * MechanismStandard.
   */
  in(options?: SectionOption): number;
  in(x: number, options?: SectionOption): number;
  in(source: HocObject): number;
  /** The same as `in`, as Python has to spell it. */
  _in(options?: SectionOption): number;
  _in(x: number, options?: SectionOption): number;
  _in(source: HocObject): number;
  /**
   * Gives the values to the section's segment at x (default: all), to a point process, or to another
   * MechanismStandard.
   */
  out(options?: SectionOption): number;
  out(x: number, options?: SectionOption): number;
  out(destination: HocObject): number;
  /** Shows a panel of the values. */
  panel(label?: string): number;
  /** What happens when a value is changed in the panel: it gets this object, the variable's index and the element's. */
  action(callback: string | ((standard: MechanismStandard, variable: number, element: number) => void)): number;
  /** Writes HOC code that makes it anew to the session being saved, or puts it into the text. */
  save(name: string, destination?: ObjectOut): number;
}

/**
 * `h.MechanismStandard(mechanism, kind)`: 1 parameters (default), 2 assigned variables, 3 states, 0 all, -1 globals.
 */
export type MechanismStandardConstructor = ClassOf<
  MechanismStandard,
  [mechanism: string, kind?: -1 | 0 | 1 | 2 | 3 | number]
>;

/**
 * The list of all density mechanisms, or of all point processes; most methods speak of the selected one.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechtype.html
 */
export declare class MechanismType extends HocObject {
  /** Selects by name or index; -1 none. */
  select(mechanism: string | number): number;
  /** Index of the selected one; its name is written. */
  selected(name?: StringOut): number;
  /** Number of mechanisms. */
  count(): number;
  /** NEURON's own number of the selected one. */
  internal_type(): number;
  /** Inserts the selected density mechanism into the section, or puts a new point process into the reference. */
  make(destination?: ObjectOut | SectionOption): number;
  /** Takes the selected density mechanism out of the section. */
  remove(options?: SectionOption): number;
  /** The first point process of the selected type on the section, or null. */
  pp_begin(options?: SectionOption): PointProcess | null;
  /** The next one after `pp_begin`, or null. */
  pp_next(): PointProcess | null;
  /** Whether the i-th can be a NetCon's target. */
  is_netcon_target(i: number): boolean;
  /** Whether the i-th can be a NetCon's source by itself. */
  has_net_event(i: number): boolean;
  /** Whether the i-th is an artificial cell. */
  is_artificial(i: number): boolean;
  /** Whether the selected one is an ion. */
  is_ion(): boolean;
  /** NMODL source of the selected one, "" for what is built in without. */
  code(): string;
  /** Path of the NMODL source of the selected one when it was compiled. */
  file(): string;
  /** Shows a menu of the mechanisms. */
  menu(): number;
  /** What happens when one is chosen in the menu: it gets this object and the index. */
  action(callback: string | ((type: MechanismType, index: number) => void)): number;
}

/** `h.MechanismType(0)` density mechanisms, `h.MechanismType(1)` point processes. */
export type MechanismTypeConstructor = ClassOf<MechanismType, [pointProcesses: 0 | 1 | boolean | number]>;
