// The shape of p: all of h's names, with point processes, NetCons and sections by Patch's rules, and what Patch adds.
import type { Hoc } from "../hoc/neuron/hoc.js";
import type * as neuron from "../hoc/neuron/index.js";
import type { Pointer } from "../hoc/pointer.js";
import type { Section } from "../hoc/section.js";
import type { Segment } from "../hoc/segment.js";
import type { NetConOptions } from "./netcon.js";
import type { Parallel } from "./parallel.js";
import type { ParallelConOptions } from "./parallelcon.js";
import type { RunOptions } from "./run.js";
import type { scope } from "./scope.js";
import type { SectionOptions } from "./section.js";
import type { SimulateOptions, SimulationOptions, SimulationReport, SimulationStep } from "./simulation/options.js";
import type { VecStim } from "./stimulus.js";

/** What has a place: a section, a segment, or what says so by `__arc__` or `__neuron__`. */
export type Target =
  | Section
  | Segment
  | { __arc__(): number | Segment; __neuron__?(): unknown }
  | { __neuron__(): unknown };

/** A point process by p's rules. */
export interface ProcessClass<T> {
  (target: Target, x?: number): T;
  new (target: Target, x?: number): T;
  readonly prototype: T;
  readonly [instance: number]: T;
}

/** Functions have a prototype too, of which nothing is known. */
type IsAny<T> = 0 extends 1 & T ? true : false;
type Form<C> = C extends { readonly prototype: infer T }
  ? IsAny<T> extends true
    ? C
    : T extends neuron.PointProcess
      ? ProcessClass<T>
      : C
  : C;
type Forms = { [K in keyof Hoc]: Form<Hoc[K]> };

export interface SectionClass {
  (options?: SectionOptions | string): Section;
  new (options?: SectionOptions | string): Section;
  readonly prototype: Section;
}

export interface NetConClass {
  (source: unknown, target: unknown, options?: NetConOptions): neuron.NetCon;
  (
    source: unknown,
    target: unknown,
    threshold?: number,
    delay?: number,
    weight?: number | Iterable<number>,
  ): neuron.NetCon;
  new (source: unknown, target: unknown, options?: NetConOptions): neuron.NetCon;
  new (
    source: unknown,
    target: unknown,
    threshold?: number,
    delay?: number,
    weight?: number | Iterable<number>,
  ): neuron.NetCon;
  readonly prototype: neuron.NetCon;
  readonly [instance: number]: neuron.NetCon;
}

export interface VecStimClass {
  (pattern?: Iterable<number>): VecStim;
  new (pattern?: Iterable<number>): VecStim;
  readonly prototype: VecStim;
}

/** What Patch adds to NEURON's names, or does in another way. */
export interface Own {
  readonly Section: SectionClass;
  readonly NetCon: NetConClass;
  readonly VecStim: VecStimClass;
  /** A point process of a factory, as the first Patch spelt it. */
  PointProcess<T>(factory: (target: Segment) => T, target: Target, ...args: unknown[]): T;
  /** All sections. */
  allsec(): IterableIterator<Section>;
  /** The current section. */
  cas(): Section;
  /** A new Vector that records the target: anything with `__record__`, or a pointer. */
  record(target: Pointer | { __record__(): unknown } | { __neuron__(): unknown }): neuron.Vector;
  /** The times of the samples of the run that was made last, ms: one Vector for ever. */
  readonly time: neuron.Vector;
  /** NEURON's, from `h.v_init` unless a potential is given, mV. */
  finitialize(v?: number): void;
  /** NEURON's, up to the time `tStop`, ms. */
  continuerun(tStop: number): void;
  /** NEURON's run; with a duration, ms: initialises, then runs for it. */
  run(duration?: number, options?: RunOptions): void;
  /**
   * Initialises and runs for a duration, ms, like `run`, with the same numbers, in pieces of about 50 ms of real time
   * between which the event loop lives. Without a duration, NEURON's own initialisation and `h.tstop`.
   *
   * Rejects with `signal.reason` on abort, and with the very exception that a callback throws; then the model is where
   * it was stopped. Meanwhile nothing else may initialise or advance the model: that is a SimulationError.
   */
  simulate(duration?: number, options?: SimulateOptions): Promise<SimulationReport>;
  /** The same as an async iterable of reports; leaving the loop ends the run, and the model stays as it is. */
  simulation(duration?: number, options?: SimulationOptions): AsyncGenerator<SimulationStep, void, undefined>;
  /** A function that makes the factory's objects by p's rules for arguments. */
  wrap<T>(factory: (...args: never[]) => T, name: string): (...args: unknown[]) => T;
  /** Loads an extension that is shipped with the package, once. */
  loadExtension(name: string): void;
  /** The one ParallelContext. */
  readonly parallel: Parallel;
  /** Registers a source under a gid, or connects a gid to a target. */
  ParallelCon(source: unknown, gid: number, options?: ParallelConOptions): neuron.NetCon;
  ParallelCon(gid: number, target: unknown, options?: Omit<ParallelConOptions, "output" | "threshold">): neuron.NetCon;
  /** Disposes what was made inside. */
  scope: typeof scope;
  /** Takes an object out of the model; for those of which NEURON's own `dispose` is the name. */
  dispose(object: Disposable | { __neuron__(): unknown }): void;
  /** Takes everything out of the model, HOC's sections too. */
  clear(): void;
}

/** NEURON with its holes patched. */
export interface Patch extends Omit<Forms, keyof Own>, Own {
  /** Runs HOC text. */
  (code: string): true;
}
