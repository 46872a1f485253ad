// The point processes that are built into NEURON, each at a place on a section.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Segment } from "../segment.js";
import type { ClassOf, HocArray, Place, PointerArray, SectionOption } from "./base.js";
import type { Vector } from "./vector.js";

/**
 * Something at a place on a section: a stimulus, an electrode, a synapse.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export declare class PointProcess extends HocObject {
  /** The segment where it is. */
  get_segment(): Segment;
  /** Its x on the section, from 0 to 1. */
  get_loc(): number;
  /** Moves it there. */
  loc(place: Place): number;
  loc(x: number, options?: SectionOption): number;
  /** Whether it has been put somewhere. */
  has_loc(): boolean;
}

/** `h.IClamp(soma(0.5))` or `h.IClamp(0.5, { sec: soma })`; without a place, `loc` puts it somewhere later. */
export type PointProcessClass<T extends HocObject> = ClassOf<T, [place?: Place] | [x: number, options?: SectionOption]>;

/**
 * A current pulse.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#IClamp
 */
export declare class IClamp extends PointProcess {
  /** Start of the pulse, ms (default 0); `delay` is the same. */
  get del(): number;
  set del(value: number);
  /** Start of the pulse, ms (default 0); NEURON's `del`. */
  get delay(): number;
  set delay(value: number);
  /** Length of the pulse, ms (default 0). */
  get dur(): number;
  set dur(value: number);
  /** Strength, nA (default 0); positive depolarises. */
  get amp(): number;
  set amp(value: number);
  /** Current, nA; positive depolarises. */
  get i(): number;
  set i(value: number);
  get _ref_del(): Pointer;
  get _ref_delay(): Pointer;
  get _ref_dur(): Pointer;
  get _ref_amp(): Pointer;
  get _ref_i(): Pointer;
}

/**
 * A single electrode voltage clamp with three levels; active until the sum of the three durations.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#SEClamp
 */
export declare class SEClamp extends PointProcess {
  /** Series resistance, MΩ (default 1). */
  get rs(): number;
  set rs(value: number);
  /** Length of level 1, ms (default 0). */
  get dur1(): number;
  set dur1(value: number);
  /** Level 1, mV (default 0). */
  get amp1(): number;
  set amp1(value: number);
  /** Length of level 2, ms (default 0). */
  get dur2(): number;
  set dur2(value: number);
  /** Level 2, mV (default 0). */
  get amp2(): number;
  set amp2(value: number);
  /** Length of level 3, ms (default 0). */
  get dur3(): number;
  set dur3(value: number);
  /** Level 3, mV (default 0). */
  get amp3(): number;
  set amp3(value: number);
  /** Command voltage of this moment, mV. */
  get vc(): number;
  set vc(value: number);
  /** Current, nA; positive depolarises. */
  get i(): number;
  set i(value: number);
  /** Computes the present current. */
  icur(): number;
  /** Computes the present command voltage. */
  vstim(): number;
  get _ref_rs(): Pointer;
  get _ref_dur1(): Pointer;
  get _ref_amp1(): Pointer;
  get _ref_dur2(): Pointer;
  get _ref_amp2(): Pointer;
  get _ref_dur3(): Pointer;
  get _ref_amp3(): Pointer;
  get _ref_vc(): Pointer;
  get _ref_i(): Pointer;
}

/**
 * A two electrode voltage clamp with three levels.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#VClamp
 */
export declare class VClamp extends PointProcess {
  /** Lengths of the three levels, ms (default 0). */
  get dur(): HocArray;
  /** The three levels, mV (default 0). */
  get amp(): HocArray;
  /** Gain of the amplifier (default 1e5). */
  get gain(): number;
  set gain(value: number);
  /** Resistance of the current electrode, MΩ (default 1). */
  get rstim(): number;
  set rstim(value: number);
  /** First time constant of the amplifier, ms (default 0.001). */
  get tau1(): number;
  set tau1(value: number);
  /** Second time constant of the amplifier, ms (default 0). */
  get tau2(): number;
  set tau2(value: number);
  /** Initial value of e, mV. */
  get e0(): number;
  set e0(value: number);
  /** Initial value of vo, mV. */
  get vo0(): number;
  set vo0(value: number);
  /** Initial value of vi, mV. */
  get vi0(): number;
  set vi0(value: number);
  /** Compensation of the series resistance (default 0). */
  get fac(): number;
  set fac(value: number);
  /** Output of the control amplifier, mV. */
  get e(): number;
  set e(value: number);
  /** Output of the voltage follower, mV. */
  get vo(): number;
  set vo(value: number);
  /** Input of the control amplifier, mV. */
  get vi(): number;
  set vi(value: number);
  /** Current, nA; positive depolarises. */
  get i(): number;
  set i(value: number);
  /** The present current, nA. */
  icur(): number;
  /** Computes the present command voltage. */
  vstim(): number;
  /** Advances the amplifier's equations. */
  update(): number;
  get _ref_dur(): PointerArray;
  get _ref_amp(): PointerArray;
  get _ref_gain(): Pointer;
  get _ref_rstim(): Pointer;
  get _ref_tau1(): Pointer;
  get _ref_tau2(): Pointer;
  get _ref_e0(): Pointer;
  get _ref_vo0(): Pointer;
  get _ref_vi0(): Pointer;
  get _ref_fac(): Pointer;
  get _ref_e(): Pointer;
  get _ref_vo(): Pointer;
  get _ref_vi(): Pointer;
  get _ref_i(): Pointer;
}

/**
 * A voltage clamp that can be switched on and off.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export declare class OClamp extends PointProcess {
  /** When it is switched on, ms (default 0). */
  get on(): number;
  set on(value: number);
  /** When it is switched off, ms (default 0). */
  get off(): number;
  set off(value: number);
  /** Series resistance, MΩ (default 1). */
  get rs(): number;
  set rs(value: number);
  /** Command voltage, mV (default 0). */
  get vc(): number;
  set vc(value: number);
  /** Whether it is on: 1 or 0. */
  get switched_on(): number;
  set switched_on(value: number);
  /** Current, nA; positive depolarises. */
  get i(): number;
  set i(value: number);
  /** Computes the present current. */
  icur(): number;
  /** Computes the present command voltage. */
  vstim(): number;
  get _ref_on(): Pointer;
  get _ref_off(): Pointer;
  get _ref_rs(): Pointer;
  get _ref_vc(): Pointer;
  get _ref_switched_on(): Pointer;
  get _ref_i(): Pointer;
}

/**
 * A synapse with one conductance change of alpha shape, at a fixed time.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#AlphaSynapse
 */
export declare class AlphaSynapse extends PointProcess {
  /** Start, ms (default 0). */
  get onset(): number;
  set onset(value: number);
  /** Time to the maximum, ms (default 0.1). */
  get tau(): number;
  set tau(value: number);
  /** Largest conductance, µS (default 0). */
  get gmax(): number;
  set gmax(value: number);
  /** Reversal potential, mV (default 0). */
  get e(): number;
  set e(value: number);
  /** Synaptic current, nA; negative depolarises. */
  get i(): number;
  set i(value: number);
  /** The alpha function x·exp(1 - x), 0 outside 0 … 10. */
  alpha(x: number): number;
  get _ref_onset(): Pointer;
  get _ref_tau(): Pointer;
  get _ref_gmax(): Pointer;
  get _ref_e(): Pointer;
  get _ref_i(): Pointer;
}

/**
 * A synapse whose conductance steps up by the weight (µS) and decays exponentially.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#ExpSyn
 */
export declare class ExpSyn extends PointProcess {
  /** Time constant of decay, ms (default 0.1). */
  get tau(): number;
  set tau(value: number);
  /** Reversal potential, mV (default 0). */
  get e(): number;
  set e(value: number);
  /** Conductance, µS. */
  get g(): number;
  set g(value: number);
  /** Synaptic current, nA; negative depolarises. */
  get i(): number;
  set i(value: number);
  get _ref_tau(): Pointer;
  get _ref_e(): Pointer;
  get _ref_g(): Pointer;
  get _ref_i(): Pointer;
}

/**
 * A synapse whose conductance rises to the weight (µS) and decays, with two time constants.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#Exp2Syn
 */
export declare class Exp2Syn extends PointProcess {
  /** Time constant of rise, ms (default 0.1). */
  get tau1(): number;
  set tau1(value: number);
  /** Time constant of decay, ms (default 10). */
  get tau2(): number;
  set tau2(value: number);
  /** Reversal potential, mV (default 0). */
  get e(): number;
  set e(value: number);
  /** Conductance, µS. */
  get g(): number;
  set g(value: number);
  /** State of the rise, µS. */
  get A(): number;
  set A(value: number);
  /** State of the decay, µS. */
  get B(): number;
  set B(value: number);
  /** Synaptic current, nA; negative depolarises. */
  get i(): number;
  set i(value: number);
  get _ref_tau1(): Pointer;
  get _ref_tau2(): Pointer;
  get _ref_e(): Pointer;
  get _ref_g(): Pointer;
  get _ref_A(): Pointer;
  get _ref_B(): Pointer;
  get _ref_i(): Pointer;
}

/**
 * Counts the times at which the voltage crosses a threshold upward.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#APCount
 */
export declare class APCount extends PointProcess {
  /** Number of crossings so far. */
  get n(): number;
  set n(value: number);
  /** Threshold, mV (default -20). */
  get thresh(): number;
  set thresh(value: number);
  /** Time of the last crossing, ms. */
  get time(): number;
  set time(value: number);
  /** Whether the voltage is above the threshold: 1 or 0. */
  get firing(): number;
  set firing(value: number);
  /** Records the times of the crossings, ms. Without an argument, stops recording. */
  record(times?: Vector): number;
  /** Looks for a crossing now, as every step does. */
  check(): number;
  get _ref_n(): Pointer;
  get _ref_thresh(): Pointer;
  get _ref_time(): Pointer;
  get _ref_firing(): Pointer;
}

/**
 * A mark on a section that does nothing: for graphical tools.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export declare class PointProcessMark extends PointProcess {}
