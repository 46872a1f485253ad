// NEURON's CVode: the variable step integrators, the event queue, and what is called during integration.

import type { HocObject } from "../object.js";
import type { Pointer } from "../pointer.js";
import type { Callable, ClassOf, NumberOut, SpikeSource, SpikeTarget, StringOut } from "./base.js";
import type { List } from "./lists.js";
import type { NetCon } from "./network.js";
import type { Vector } from "./vector.js";

/**
 * The integrators and the event queue of which there is one, whichever CVode object is used. Methods without a
 * meaningful result return 1 or 0.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/simctrl/cvode.html
 */
export declare class CVode extends HocObject {
  /**
   * Whether the variable step method is used by `finitialize` and `fadvance` (default false); with an argument, sets
   * it.
   */
  active(on?: boolean | number): boolean;
  /** Absolute error tolerance (default 0.01); with an argument, sets it. */
  atol(tolerance?: number): number;
  /** Relative error tolerance (default 0); with an argument, sets it. */
  rtol(tolerance?: number): number;
  /**
   * The factor on `atol` for states of that name, such as "v", "m_hh" or "ExpSyn.g"; with a second argument, sets it.
   */
  atolscale(state: string | Pointer, factor?: number): number;
  /** Smallest step, ms (default 0); with an argument, sets it. */
  minstep(step?: number): number;
  /** Largest step, ms (default 0, no limit); with an argument, sets it. */
  maxstep(step?: number): number;
  /** Largest order of the method (default 5); with an argument, sets it. */
  maxorder(order?: number): number;
  /** Order used in the last step; under the local step, of the i-th cell. */
  order(cell?: number): number;
  /** 2 (default): all states implicit; 1: membrane potential only; 0: Adams-Bashforth. */
  stiff(level?: 0 | 1 | 2 | number): number;
  /** Linear solver: 0 NEURON's (default), 1 dense, 2 diagonal matrix. */
  jacobian(kind?: 0 | 1 | 2 | number): number;
  /** Whether each cell has its own time step (default false); with an argument, sets it. */
  use_local_dt(on?: boolean | number): boolean;
  /** Whether the differential-algebraic solver (IDA) is used; it must be with `extracellular` and LinearMechanism. */
  use_daspk(on?: boolean | number): boolean;
  /** Whether the general sparse matrix solver is used rather than that for trees. */
  use_mxb(on?: boolean | number): boolean;
  /** Whether the total membrane current of each segment, `i_membrane_` (nA), is computed (default false). */
  use_fast_imem(on?: boolean | number): boolean;
  /** Whether sums over vectors are accumulated in long double (for debugging). */
  use_long_double(on?: boolean | number): boolean;
  /** Has no effect any more: memory is always laid out well. */
  cache_efficient(on?: boolean | number): boolean;
  /** Lets the global variable step method run across processes. */
  use_parallel(): number;
  /** When a threshold is crossed: 1 at the end of the step (default), 2 interpolated within it. */
  condition_order(order?: 1 | 2 | number): number;
  /** Size of the small step with which IDA is initialised, ms (default 1e-9), and the style of it. */
  dae_init_dteps(size?: number, style?: number): number;
  /** Which method is in use: model type + 10·sparse + 100·method + 1000·local step. */
  current_method(): number;

  /** Initialises the integrator anew, after states were changed at t > 0. */
  re_init(): number;
  /** Integrates one step, or up to the time in ms. */
  solve(tout?: number): number;
  /** One step of the fixed step method, from the present states. */
  fixed_step(): number;
  /** Calls the function at the time (ms) during integration. Without one, only makes integration stop exactly there. */
  event(time: number, callback?: Callable): number;
  /**
   * The same where the local step is in use: at the time of that point process's cell, initialising its integrator
   * afterwards if asked to.
   */
  event(time: number, callback: Callable, pointProcess: HocObject, reInit?: boolean | number): number;
  /**
   * Records a variable and its times (ms) at every step of its cell; with `discrete`, at the times that stand in the
   * second Vector.
   */
  record(variable: Pointer, values: Vector, times: Vector, discrete?: boolean | number): number;
  /** Stops recording into the Vector. */
  record_remove(values: Vector): number;
  /** Removes all lines of graphs that are recorded under the local step. */
  simgraph_remove(): number;
  /**
   * Calls the function at each step: direction 0 after voltages were scattered to the nodes, 1 before they are
   * gathered.
   */
  extra_scatter_gather(direction: 0 | 1 | number, callback: () => void): number;
  /** Ends what `extra_scatter_gather` began. */
  extra_scatter_gather_remove(callback: () => void): number;

  /** Copies the states to the Vector. */
  states(destination: Vector): number;
  /** Copies the derivatives of the states to the Vector. */
  dstates(destination: Vector): number;
  /** The right hand side: puts f(y, t) into the last Vector. */
  f(time: number, y: Vector, derivatives: Vector): number;
  /** Sets the states from the Vector. */
  yscatter(y: Vector): number;
  /** Copies the states to the Vector, as after `re_init`. */
  ygather(y: Vector): number;
  /** Copies the local error estimates of the last step to the Vector. */
  acor(destination: Vector): number;
  /** Copies the weights of the error test to the Vector. */
  error_weights(destination: Vector): number;
  /** Writes the name of the i-th state: style 0 HOC's (default), 1 the symbol's, 2 with the section's own. */
  statename(i: number, name: StringOut, style?: 0 | 1 | 2 | number): number;
  /** Largest magnitudes of states: 1 starts counting, 0 stops, 2 collects by name. */
  state_magnitudes(mode: 0 | 1 | 2 | number): number;
  /** The magnitudes of all states (0), or of their error estimates (1), into the Vector. */
  state_magnitudes(destination: Vector, errors: 0 | 1 | number): number;
  /** The largest magnitude of the states of that name; that of the error estimates is written. */
  state_magnitudes(name: string, error: NumberOut): number;

  /** Prints the numbers of steps, evaluations and so on; for one cell under the local step. */
  statistics(cell?: number): number;
  /** Fills the Vector with 11 counts of equations, connections and events. */
  spike_stat(destination: Vector): number;
  /** Prints the pending events, or puts their times in order into the Vector. */
  print_event_queue(times?: Vector): number;
  /** Pending events of NetCons: their times and the NetCons. */
  event_queue_info(kind: 2, times: Vector, netcons: List): number;
  /** Pending events that processes sent to themselves: times, flags, processes. */
  event_queue_info(kind: 3, times: Vector, flags: Vector, targets: List): number;
  /** From now on, stores the pair (time sent, time of delivery) of each event; without a Vector, stops. */
  store_events(destination?: Vector): number;
  /** Prints what happens with each event: 1; 2 at every step too; 0 nothing. */
  debug_event(level?: number): number;
  /** Uses the bin queue for the fixed step, and the queue for events to oneself. The mode as bits. */
  queue_mode(binQueue?: boolean | number, selfQueue?: boolean | number): number;
  /** Frees the event queues, after the last simulation. */
  free_event_queues(): number;
  /** Prints (0) or frees (1) the pools of mechanism data. */
  poolshrink(free?: boolean | number): number;

  /**
   * The NetCons between source and target, each given by object, by a pattern for its name, or "" for all; appended
   * to the List if one is given.
   */
  netconlist(
    source: SpikeSource | string | null,
    targetCell: SpikeTarget | string | null,
    target: SpikeTarget | string | null,
    list?: List,
  ): List<NetCon>;
  /** The NetCons of the spikes that come from other processes. Their number. */
  ncs_netcons(list: List): number;
  /** How often the structure of the model changed: a number to compare. */
  structure_change_count(): number;
  /** How often diameters or lengths changed: a number to compare. */
  diam_change_count(): number;
}

/** `h.CVode()`. */
export type CVodeConstructor = ClassOf<CVode>;
