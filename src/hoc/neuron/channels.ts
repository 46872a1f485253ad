// Channels made at run time: KSChan with its gates, states and transitions.

import type { HocObject } from "../object.js";
import type { ClassOf, ClassWithoutConstructor, NumberOut } from "./base.js";
import type { Vector } from "./vector.js";

/**
 * A channel type (density mechanism or point process) built from gates of Hodgkin-Huxley kind and kinetic schemes.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/kschan.html
 */
export declare class KSChan extends HocObject {
  /** Builds the whole channel from a Vector in KSChan's own format. */
  setstructure(structure: Vector): number;
  /** Name of the mechanism; with an argument, sets it. */
  name(name?: string): string;
  /** Name of the ion it carries, or "" for a nonspecific current; with an argument, sets it. */
  ion(name?: string): string;
  /** Name of the i-th ligand. */
  ligand(index: number): string;
  /**
   * Current-voltage relation: 0 ohmic, 1 ohmic with a reversal potential by Nernst, 2 Goldman-Hodgkin-Katz; with an
   * argument, sets it.
   */
  iv_type(type?: 0 | 1 | 2 | number): number;
  /** Default of the largest conductance, S/cm² or µS; with an argument, sets it. */
  gmax(conductance?: number): number;
  /** Default of the reversal potential, mV, when no ion is carried; with an argument, sets it. */
  erev(voltage?: number): number;
  /** 1 for a point process. */
  is_point(): number;
  /** Whether single channels are simulated; with an argument, sets it. */
  single(on?: boolean | number): number;
  /** Voltage resolution of single channels' rates, mV; with an argument, sets it. */
  vres(resolution?: number): number;
  /** Seed of single channels' random numbers; with an argument, sets it. */
  rseed(seed?: number): number;
  /** Whether rates are tabulated; with arguments, sets it, the size and the limits, mV. */
  usetable(on?: boolean | number, size?: number, vmin?: number, vmax?: number): number;
  /** Writes the limits, mV, of the table. Its size. */
  usetable(vmin: NumberOut, vmax: NumberOut): number;
  /** Adds a Hodgkin-Huxley state, which is a gate of its own. */
  add_hhstate(name: string): KSState;
  /** Adds a state of a kinetic scheme to a gate, or in a new gate. */
  add_ksstate(gate: KSGate | number | null, name: string): KSState;
  /** Adds a transition between two states of a kinetic scheme. */
  add_transition(from: KSState | number, to: KSState | number): KSTrans;
  /** Removes a state. */
  remove_state(state: KSState | number): number;
  /** Removes a transition. */
  remove_transition(transition: KSTrans | number): number;
  /** The i-th transition, or that between two states. */
  trans(index: number): KSTrans;
  trans(from: KSState, to: KSState): KSTrans;
  /** The i-th state. */
  state(index: number): KSState;
  /** The i-th gate. */
  gate(index: number): KSGate;
  /** Number of gates. */
  ngate(): number;
  /** Number of states. */
  nstate(): number;
  /** Number of transitions. */
  ntrans(): number;
  /** Number of ligands. */
  nligand(): number;
  /** Prints the channel. */
  pr(): number;
}

/** `h.KSChan(isPointProcess)`. */
export type KSChanConstructor = ClassOf<KSChan, [isPointProcess?: boolean | number]>;

/**
 * A state of a KSChan.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/kschan.html#KSState
 */
export declare class KSState extends HocObject {
  /** How open the channel is in this state; with an argument, sets it. */
  frac(fraction?: number): number;
  /** Index in the channel. */
  index(): number;
  /** The gate that it belongs to. */
  gate(): KSGate;
  /** The name; with an argument, sets it. */
  name(name?: string): string;
}

/** KSStates come from `KSChan.add_hhstate`, `add_ksstate` and `state`. */
export type KSStateConstructor = ClassWithoutConstructor<KSState>;

/**
 * A gate of a KSChan: its open fraction, to a power, is a factor of the conductance.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/kschan.html#KSGate
 */
export declare class KSGate extends HocObject {
  /** Number of states. */
  nstate(): number;
  /** The exponent; with an argument, sets it. */
  power(exponent?: number): number;
  /** Index of its first state. */
  sindex(): number;
  /** Index in the channel. */
  index(): number;
}

/** KSGates come from `KSChan.gate` and `KSState.gate`. */
export type KSGateConstructor = ClassWithoutConstructor<KSGate>;

/**
 * A transition of a KSChan, or the two rates of a Hodgkin-Huxley state.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/kschan.html#KSTrans
 */
export declare class KSTrans extends HocObject {
  /**
   * Sets the function of a direction (0, 1): 1 constant, 2 exponential, 3 linoid, 4 sigmoid, 5 and 6 Borg-Graham
   * steady state and time constant, 7 table (with its limits, mV).
   */
  set_f(direction: 0 | 1 | number, kind: number, parameters: Vector, vmin?: number, vmax?: number): number;
  /** Index in the channel. */
  index(): number;
  /**
   * 0: the functions are rates alpha and beta; 1: steady state and time constant; 2, 3: a ligand outside, inside;
   * with arguments, sets it.
   */
  type(type?: 0 | 1 | 2 | 3 | number, ligand?: string): number;
  /** Kind of the function of a direction. */
  ftype(direction: 0 | 1 | number): number;
  /** Fills alpha and beta, 1/ms, for the voltages, mV. */
  ab(voltages: Vector, alpha: Vector, beta: Vector): number;
  /** Fills steady state and time constant, ms, for the voltages, mV. */
  inftau(voltages: Vector, inf: Vector, tau: Vector): number;
  /** Value of the function of a direction at the voltage, mV. */
  f(direction: 0 | 1 | number, voltage: number): number;
  /** The state where it starts. */
  src(): KSState;
  /** The state where it ends. */
  target(): KSState;
  /** Parameters of the function of a direction; the limits of a table, mV, are written. */
  parm(direction: 0 | 1 | number, vmin?: NumberOut, vmax?: NumberOut): Vector;
  /** Name of the ligand. */
  ligand(): string;
  /** Number of ligands that bind; with an argument, sets it. */
  stoichiometry(n?: number): number;
}

/** KSTrans come from `KSChan.add_transition` and `trans`. */
export type KSTransConstructor = ClassWithoutConstructor<KSTrans>;
