// The public module: names only.
import { createRequire } from "node:module";
import "./hoc/cvode.js";
import "./hoc/lists.js";
import "./hoc/network.js";
import "./hoc/process.js";
import "./hoc/host.js";
import "./hoc/graphics/classes.js";
import "./patch/segment.js";
import { entryFor } from "./hoc/classes.js";
import { drawing } from "./hoc/graphics/description.js";
import type * as neuron from "./hoc/neuron/index.js";
import type { VecStim as VecStimType } from "./patch/stimulus.js";
import "./patch/record.js";
import "./patch/sectionref.js";
import type { SectionOptions, Section as SectionType } from "./hoc/section.js";
import { PatchProcess } from "./patch/process.js";
import { PatchSection } from "./patch/section.js";

export {
  ArgumentRangeError,
  ArgumentTypeError,
  BroadcastError,
  DisposedError,
  EngineError,
  HocConnectError,
  HocError,
  HocRecordError,
  HocSectionAccessError,
  NameError,
  NotConnectableError,
  NotConnectedError,
  ParallelConnectError,
  ParallelError,
  PatchError,
  SimulationError,
  TransformError,
  UninitializedError,
} from "./core/errors.js";
export type { PrintListener, PrintStream } from "./engine/print.js";
export { coreneuron } from "./hoc/coreneuron.js";
export type {
  AxisDescription,
  Description,
  FigureOptions as GraphFigureOptions,
  GraphDescription,
  Ink,
  LineDescription,
  Picture,
  ShapeDescription,
} from "./hoc/graphics/description.js";
export { h } from "./hoc/h.js";
export type * from "./hoc/neuron/index.js";
export { HocObject } from "./hoc/object.js";
export { Pointer, Ref } from "./hoc/pointer.js";
export type { SectionOptions } from "./hoc/section.js";
export { Segment } from "./hoc/segment.js";
export { units } from "./hoc/units.js";
export { untyped } from "./hoc/untyped.js";
export type { Amplitude, IClampOptions, SEClampOptions } from "./patch/clamp.js";
export { type ConnectionSearch, connection } from "./patch/connections.js";
export type { Connectable } from "./patch/ends.js";
export { getDataFile } from "./patch/extension.js";
export type { NetConOptions } from "./patch/netcon.js";
export { p } from "./patch/p.js";
export type { Parallel } from "./patch/parallel.js";
export type { ParallelConOptions } from "./patch/parallelcon.js";
export type { ConnectionOptions, StimulateOptions } from "./patch/process.js";
export type { RunOptions } from "./patch/run.js";
export type { Scope } from "./patch/scope.js";
export type { SectionOptions as PatchSectionOptions, SynapseOptions } from "./patch/section.js";
export type { Patch, Target } from "./patch/shape.js";
export type {
  SimulateOptions,
  SimulationOptions,
  SimulationReport,
  SimulationStep,
} from "./patch/simulation/options.js";
export {
  isDensityMechanism,
  isNrnScalar,
  isPointProcess,
  isSection,
  isSegment,
  transform,
  transformArc,
  transformNetcon,
  transformRecord,
} from "./patch/transform.js";

// Drawing is loaded with the first picture: it takes longer than all the rest.
drawing.load = () => void createRequire(import.meta.url)("./plot.js");

/** A class of NEURON as a value: for `instanceof`. To make one, or to extend it, take `h`'s or `p`'s form. */
interface Class<T> {
  readonly prototype: T;
  [Symbol.hasInstance](value: unknown): boolean;
}

export const Section: Class<SectionType> & (new (options?: SectionOptions | string) => SectionType) =
  PatchSection as never;
export type Section = SectionType;
export const PointProcess: Class<neuron.PointProcess> = PatchProcess as never;
export type PointProcess = neuron.PointProcess;
export const Vector: neuron.VectorConstructor = entryFor("Vector").open as never;
export type Vector = neuron.Vector;
export const NetCon: neuron.NetConConstructor = entryFor("NetCon").open as never;
export type NetCon = neuron.NetCon;
export const NetStim: Class<neuron.NetStim> & (new () => neuron.NetStim) = entryFor("NetStim").open as never;
export type NetStim = neuron.NetStim;
export const VecStim: Class<VecStimType> & (new (pattern?: Iterable<number>) => VecStimType) = entryFor("VecStim")
  .open as never;
export type VecStim = VecStimType;
