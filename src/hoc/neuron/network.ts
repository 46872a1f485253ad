// NetCon: a connection from a source of spikes to a target.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Segment } from "../segment.js";
import type {
  Callable,
  ClassOf,
  HocArray,
  PointerArray,
  SectionOption,
  SpikeSource,
  SpikeTarget,
  Stands,
} from "./base.js";
import type { List } from "./lists.js";
import type { Vector } from "./vector.js";

/** The weights of a NetCon: as many as the target's NET_RECEIVE has arguments. */
export interface Weights extends HocArray {}

/**
 * Watches a variable for a crossing of its threshold and sends an event with a delay and weights to a point process
 * or artificial cell.
 * All NetCons from one source share the threshold.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/network/netcon.html
 */
export declare class NetCon extends HocObject {
  /** Time from the threshold's crossing to delivery, ms (default 1). */
  get delay(): number;
  set delay(milliseconds: number);
  /** What the source must cross upward, mV for a voltage (default 10). */
  get threshold(): number;
  set threshold(value: number);
  /** The weights; `weight[0]` is the first (default 0, in units that the target defines). */
  get weight(): Weights;
  /** Present value of the watched variable. */
  get x(): number;
  /** Pointers to the weights: `_ref_weight[0]`. */
  get _ref_weight(): PointerArray;
  /** Pointer to the delay. */
  get _ref_delay(): Pointer;
  /** Pointer to the threshold. */
  get _ref_threshold(): Pointer;
  /** Pointer to the watched variable. */
  get _ref_x(): Pointer;

  /** Whether source and target exist. */
  valid(): boolean;
  /** Whether events are delivered; with an argument, sets it. */
  active(on?: boolean | number): boolean;
  /** Delivers an event at the time, ms, whatever the source does; the flag is for targets that test it. */
  event(time: number, flag?: number): number;
  /** Records the source's spike times, ms. Without an argument, stops recording. */
  record(times?: Vector | Stands<Vector>): number;
  /** Records the times and a number for each: this NetCon's, or the given one. */
  record(times: Vector, ids: Vector, id?: number): number;
  /** Calls the function at each spike of the source. */
  record(callback: Callable): number;
  /** The Vector that records the source's spikes, or null. */
  get_recordvec(): Vector | null;
  /** Number of weights. */
  wcnt(): number;
  /** Changes the target; null: none. */
  setpost(target?: SpikeTarget | null): number;
  /** The target. */
  syn(): HocObject | null;
  /** The source, when it is an artificial cell or point process; else null. */
  pre(): HocObject | null;
  /** The cell of the source. */
  precell(): HocObject | null;
  /** The cell of the target. */
  postcell(): HocObject | null;
  /** The place whose voltage is watched. */
  preseg(): Segment | null;
  /** The place of the target. */
  postseg(): Segment | null;
  /** The source's x on its section (pushed in NEURON; not here), -1 if there is none, -2 if it is not a voltage. */
  preloc(): number;
  /** The target's x on its section. */
  postloc(): number;
  /** All NetCons with the same source, appended to the List if one is given. */
  prelist(list?: List): List<NetCon>;
  /** All NetCons with the same target. */
  synlist(list?: List): List<NetCon>;
  /** All NetCons with the same target cell. */
  postcelllist(list?: List): List<NetCon>;
  /** All NetCons with the same source cell. */
  precelllist(list?: List): List<NetCon>;
  /** Gid of the source, or -1. */
  srcgid(): number;
}

/**
 * `h.NetCon(soma(0.5)._ref_v, target, { sec: soma })`. The source is a pointer, with its section, or an artificial
 * cell or point process;
 * without a target it only detects.
 */
export interface NetConConstructor
  extends ClassOf<
    NetCon,
    [source: Pointer | SpikeSource | null, target: SpikeTarget | null | undefined, options?: SectionOption]
  > {
  (
    source: Pointer | SpikeSource | null,
    target: SpikeTarget | null,
    threshold: number,
    delay: number,
    weight: number,
    options?: SectionOption,
  ): NetCon;
  new (
    source: Pointer | SpikeSource | null,
    target: SpikeTarget | null,
    threshold: number,
    delay: number,
    weight: number,
    options?: SectionOption,
  ): NetCon;
}
