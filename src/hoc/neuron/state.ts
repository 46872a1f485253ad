// What is done around a run: handlers at initialisation, saved states, states that change with time, impedance.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Segment } from "../segment.js";
import type { Callable, ClassOf, NumberOut, SectionOption } from "./base.js";
import type { File } from "./files.js";

/**
 * Calls something at each `finitialize`.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/simctrl/programmatic.html#FInitializeHandler
 */
export declare class FInitializeHandler extends HocObject {
  /** Prints all handlers in the order in which they are called. */
  allprint(): number;
}

/**
 * `h.FInitializeHandler(type?, callback)`: type 3 before anything is set, 0 after voltages are, 1 (default) after
 * mechanisms are, 2 at the end.
 */
export interface FInitializeHandlerConstructor extends ClassOf<FInitializeHandler, [callback: Callable]> {
  (type: 0 | 1 | 2 | 3, callback: Callable): FInitializeHandler;
  new (type: 0 | 1 | 2 | 3, callback: Callable): FInitializeHandler;
}

/**
 * Saves and restores the whole state of a model: states, time, pending events. The structure must be the same.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/simctrl/savstate.html
 */
export declare class SaveState extends HocObject {
  /** Saves the present state in this object. */
  save(): number;
  /** Restores the saved state; with 1, without the event queue. */
  restore(withoutEvents?: 0 | 1 | number): number;
  /** Reads a state from a file, which is closed unless the second argument is 0. */
  fread(file: File, close?: boolean | number): number;
  /** Writes the saved state to a file, which is closed unless the second argument is 0. */
  fwrite(file: File, close?: boolean | number): number;
}

/** `h.SaveState()`. */
export type SaveStateConstructor = ClassOf<SaveState>;

/**
 * Saves and restores network models by gid, so that they can be restored on another number of processes.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/simctrl/bbsavestate.html
 */
export declare class BBSaveState extends HocObject {
  /** Writes the state of this process to a text file. */
  save(path: string): number;
  /** Restores the state of this process from a text file. */
  restore(path: string): number;
  /** Writes each cell of this process to a file in the folder `bbss_out`. */
  save_test(): number;
  /** Restores the cells of this process from the folder `in`. */
  restore_test(): number;
  /** The same as `save_test`, in binary, for whole cells. */
  save_test_bin(): number;
  /** The same as `restore_test`, in binary, for whole cells. */
  restore_test_bin(): number;
  /** Asks which gids are to be saved here and how large they are. The number of them. */
  save_request(gids: NumberOut, sizes: NumberOut): number;
  /** Saves one gid into a buffer. */
  save_gid(gid: number, size: number, buffer: NumberOut): number;
  /** Restores one gid from a buffer. */
  restore_gid(gid: number, size: number, buffer: NumberOut): number;
  /** Leaves the point process out of saving and restoring; without an argument, forgets all that were left out. */
  ignore(pointProcess?: HocObject): number;
  /** Takes up the playing of Vectors at the restored time. */
  vector_play_init(): number;
}

/** `h.BBSaveState()`. */
export type BBSaveStateConstructor = ClassOf<BBSaveState>;

/**
 * A machine of states with transitions that happen when one variable exceeds another.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/ste.html
 */
export declare class StateTransitionEvent extends HocObject {
  /**
   * In the state `from`, when `variable` becomes greater than `threshold`, goes to the state `to` and calls the
   * function.
   */
  transition(from: number, to: number, variable: Pointer, threshold: Pointer | NumberOut, callback?: Callable): number;
  /** The present state; with an argument, sets it. */
  state(state?: number): number;
}

/** `h.StateTransitionEvent(states, pointProcess?)`: the point process says in which cell it acts. */
export type StateTransitionEventConstructor = ClassOf<StateTransitionEvent, [states: number, pointProcess?: HocObject]>;

/**
 * Electrotonic properties: transfer and input impedance at a frequency.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/analysis/programmatic/impedance.html
 */
export declare class Impedance extends HocObject {
  /** Sets the place between which and all others the transfer is computed: x on the section. */
  loc(x: number, options?: SectionOption): number;
  loc(segment: Segment): number;
  /**
   * Computes for a frequency in Hz; `extended` takes the gating states into account (1), with at most so many
   * iterations.
   */
  compute(frequency: number, extended?: boolean | number, maxIterations?: number): number;
  /** Size of the transfer impedance between the place and x on the section, MΩ. */
  transfer(x: number, options?: SectionOption): number;
  transfer(segment: Segment): number;
  /** Phase of the transfer impedance, radians from -π to π. */
  transfer_phase(x: number, options?: SectionOption): number;
  transfer_phase(segment: Segment): number;
  /** Size of the input impedance, MΩ. */
  input(x: number, options?: SectionOption): number;
  input(segment: Segment): number;
  /** Phase of the input impedance, radians from -π to π. */
  input_phase(x: number, options?: SectionOption): number;
  input_phase(segment: Segment): number;
  /** Voltage at the place divided by the voltage at x when current flows in at x. */
  ratio(x: number, options?: SectionOption): number;
  ratio(segment: Segment): number;
  /** Relative size of the steps for numerical derivatives (default 0.001); with an argument, sets it. */
  deltafac(factor?: number): number;
}

/** `h.Impedance()`. */
export type ImpedanceConstructor = ClassOf<Impedance>;
