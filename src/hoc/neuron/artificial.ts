// The artificial cells that are built into NEURON: they live on no section and send and receive events.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { ClassOf, Place, SectionOption } from "./base.js";
import type { NMODLRandom, Random } from "./random.js";
import type { Vector } from "./vector.js";

/**
 * A cell without voltage or place, which acts by events only. Time between events costs nothing.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html
 */
export declare class ArtificialCell extends HocObject {
  /** Whether it has been put somewhere: no artificial cell needs to be. */
  has_loc(): boolean;
  /** Its x on the section where it was put. */
  get_loc(): number;
  /** Puts it on a section, which changes nothing. */
  loc(place: Place): number;
  loc(x: number, options?: SectionOption): number;
}

/** `h.NetStim()`; a place may be given and changes nothing. */
export type ArtificialCellClass<T extends HocObject> = ClassOf<
  T,
  [place?: Place] | [x: number, options?: SectionOption]
>;

/**
 * A source of spikes, regular or random. An event of positive weight starts its train anew, one of negative weight
 * stops it.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#NetStim
 */
export declare class NetStim extends ArtificialCell {
  /** Mean time between spikes, ms (default 10). */
  get interval(): number;
  set interval(value: number);
  /** Mean number of spikes (default 10). */
  get number(): number;
  set number(value: number);
  /** Most likely time of the first spike, ms (default 50). */
  get start(): number;
  set start(value: number);
  /** Randomness from 0 (default, regular) to 1 (exponential intervals). */
  get noise(): number;
  set noise(value: number);
  /** The stream of random numbers behind it. */
  get ranvar(): NMODLRandom;
  /** Goes to the position in the stream; each `finitialize` goes to 0. */
  seed(position: number): number;
  /** Draws from a Random of yours, which must be `negexp(1)`. */
  noiseFromRandom(random: Random): number;
  /** Uses the Random123 stream of these numbers. */
  noiseFromRandom123(id1: number, id2: number, id3: number): number;
  /** Starts the train anew. */
  init_sequence(t: number): number;
  /** An interval around the mean, ms. */
  invl(mean: number): number;
  /** A random number, exponential of mean 1. */
  erand(): number;
  /** Chooses the time of the next spike. */
  next_invl(): number;
  get _ref_interval(): Pointer;
  get _ref_number(): Pointer;
  get _ref_start(): Pointer;
  get _ref_noise(): Pointer;
}

/**
 * A leaky integrator: the weight is added to m, which decays; at m = 1 it fires and rests.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#IntFire1
 */
export declare class IntFire1 extends ArtificialCell {
  /** Time constant of m, ms (default 10). */
  get tau(): number;
  set tau(value: number);
  /** Refractory period, ms (default 5). */
  get refrac(): number;
  set refrac(value: number);
  /** State as of the last event. */
  get m(): number;
  set m(value: number);
  /** The state at the present moment. */
  M(): number;
  get _ref_tau(): Pointer;
  get _ref_refrac(): Pointer;
  get _ref_m(): Pointer;
}

/**
 * A leaky integrator driven by a synaptic current that decays more slowly towards a constant one.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#IntFire2
 */
export declare class IntFire2 extends ArtificialCell {
  /** Time constant of m, ms (default 10). */
  get taum(): number;
  set taum(value: number);
  /** Time constant of the current, ms (default 20). */
  get taus(): number;
  set taus(value: number);
  /** Constant current (default 0). */
  get ib(): number;
  set ib(value: number);
  /** Current as of the last event. */
  get i(): number;
  set i(value: number);
  /** State as of the last event. */
  get m(): number;
  set m(value: number);
  /** The current at the present moment. */
  I(): number;
  /** The state at the present moment. */
  M(): number;
  /** Time until m reaches 1, ms, from m's three coefficients. */
  firetime(a: number, b: number, c: number): number;
  /** One step of Newton's method for `firetime`. */
  newton1(a: number, b: number, c: number, r: number, x: number): number;
  get _ref_taum(): Pointer;
  get _ref_taus(): Pointer;
  get _ref_ib(): Pointer;
  get _ref_i(): Pointer;
  get _ref_m(): Pointer;
}

/**
 * A leaky integrator with fast excitation, of positive weights, and slower inhibition, of negative ones.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#IntFire4
 */
export declare class IntFire4 extends ArtificialCell {
  /** Time constant of excitation, ms (default 5). */
  get taue(): number;
  set taue(value: number);
  /** Time constant of the rise of inhibition, ms (default 10). */
  get taui1(): number;
  set taui1(value: number);
  /** Time constant of the decay of inhibition, ms (default 20). */
  get taui2(): number;
  set taui2(value: number);
  /** Time constant of m, ms (default 50). */
  get taum(): number;
  set taum(value: number);
  /** Excitatory current as of the last event. */
  get e(): number;
  set e(value: number);
  /** First inhibitory state as of the last event. */
  get i1(): number;
  set i1(value: number);
  /** Second inhibitory state as of the last event. */
  get i2(): number;
  set i2(value: number);
  /** State as of the last event. */
  get m(): number;
  set m(value: number);
  /** Coefficient of excitation, 1/ms. */
  get ae(): number;
  set ae(value: number);
  /** First coefficient of inhibition, 1/ms. */
  get ai1(): number;
  set ai1(value: number);
  /** Second coefficient of inhibition, 1/ms. */
  get ai2(): number;
  set ai2(value: number);
  /** Number of events to itself. */
  get nself(): number;
  set nself(value: number);
  /** Number of excitatory events. */
  get nexcite(): number;
  set nexcite(value: number);
  /** Number of inhibitory events. */
  get ninhibit(): number;
  set ninhibit(value: number);
  /** The state at the present moment. */
  M(): number;
  /** The excitatory current at the present moment. */
  E(): number;
  /** The inhibitory current at the present moment. */
  I(): number;
  /** Moves the states on by the time, ms. */
  newstates(d: number): number;
  /** Moves the states on to the present moment. */
  update(): number;
  /** Makes the time constants differ enough, and in the right order. */
  fixprecondition(): number;
  /** Computes the coefficients from the time constants. */
  factors(): number;
  /** Something proportional to the derivative of m after the time, ms. */
  deriv(d: number): number;
  /** Looks for the time at which m reaches 1, ms. */
  search(): number;
  /** A time before which it certainly does not fire, ms. */
  firetimebound(): number;
  get _ref_taue(): Pointer;
  get _ref_taui1(): Pointer;
  get _ref_taui2(): Pointer;
  get _ref_taum(): Pointer;
  get _ref_e(): Pointer;
  get _ref_i1(): Pointer;
  get _ref_i2(): Pointer;
  get _ref_m(): Pointer;
  get _ref_ae(): Pointer;
  get _ref_ai1(): Pointer;
  get _ref_ai2(): Pointer;
  get _ref_nself(): Pointer;
  get _ref_nexcite(): Pointer;
  get _ref_ninhibit(): Pointer;
}

/**
 * Plays spikes of many gids into a network, as if their cells had fired.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/mechanisms/mech.html#PatternStim
 */
export declare class PatternStim extends ArtificialCell {
  /** 1: plays spikes also of gids that have their own cell on this process (default 0). */
  get fake_output(): number;
  set fake_output(value: number);
  /** Plays the times (ms, ascending) for the gids. */
  play(times: Vector, gids: Vector): number;
  /** NEURON's own: prepares the pattern. */
  initps(): number;
  /** NEURON's own: sends the spikes that are due. */
  sendgroup(): number;
  /** NEURON's own: memory of the pattern. Reading it throws. */
  get ptr(): number;
  get _ref_fake_output(): Pointer;
}
