// What runs a simulation: NEURON's own variables and functions, and those of stdrun.hoc.

import type { Pointer } from "../pointer.js";
import type { Segment } from "../segment.js";
import type { SectionOption } from "./base.js";
import type { CVode } from "./cvode.js";
import type { List } from "./lists.js";

/**
 * Variables and functions of the integration.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/simctrl/programmatic.html
 */
export interface SimulationControl {
  /** Time, ms. */
  t: number;
  /** Time step, ms (default 0.025). */
  dt: number;
  /** Temperature, °C (default 6.3). */
  celsius: number;
  /**
   * Method of the fixed step: 0 implicit Euler (default), 1 Crank-Nicolson, 2 the same with currents at second order.
   */
  secondorder: number;
  /** 1: the run stops at the next step. */
  stoprun: number;
  /** Resistance of the old voltage clamp, MΩ (default 0.001). */
  clamp_resist: number;
  /** 1: geometry is computed anew before the next use. */
  diam_changed: number;
  /** Pointer to the time. */
  readonly _ref_t: Pointer;
  /** Pointer to the time step. */
  readonly _ref_dt: Pointer;
  /** Pointer to the temperature. */
  readonly _ref_celsius: Pointer;
  /** Pointer to the resistance of the old voltage clamp. */
  readonly _ref_clamp_resist: Pointer;

  /**
   * Initialises the model: time 0, all voltages set to the value in mV if one is given, mechanisms, events,
   * recordings.
   */
  finitialize(v?: number): number;
  /** Advances by one time step. */
  fadvance(): number;
  /** Makes currents and conductances agree with the states. */
  fcurrent(): number;
  /** Prints the matrix of the equations; or gives the coefficient of a place: 1 … 4. */
  fmatrix(): number;
  fmatrix(x: number, index: 1 | 2 | 3 | 4 | number, options?: SectionOption): number;
  fmatrix(place: Segment, index: 1 | 2 | 3 | 4 | number): number;
  /** Starts the recordings anew at the present moment. */
  frecord_init(): number;
  /** Initialises only what old stimuli need. */
  initnrn(): number;
  /** Runs to the time, ms, and writes the variables of `batch_save` to a file every step. */
  batch_run(tstop: number, step: number, path: string, comment?: string): number;
  /** Adds variables to what `batch_run` writes; without arguments, starts a new list. */
  batch_save(...variables: Pointer[]): number;
  /** Whether concentrations and fluxes use the constants that NEURON had before 2018; with an argument, sets it. */
  nrnunit_use_legacy(on?: boolean | number): number;
  /** Whether changing `nseg` keeps what range variables were set to (default 0). The former value. */
  keep_nseg_parm(on: boolean | number): number;
  /** Lets the threads of NEURON stay on their processors. */
  nrniv_bind_thread(first: number): number;
  /** Whether the library of CoreNEURON is there: 1 or 0. */
  coreneuron_handle(): number;
  /** 1: gap junctions use the sparse transfer. */
  nrn_sparse_partrans: number;
  /** 1: a change of threshold, delay or source at run time takes effect at once. */
  nrn_netrec_state_adjust: number;
  /** How often the shape changed: a number to compare. */
  nrn_shape_changed_: number;
}

/**
 * The standard run system. `h.load_file("stdrun.hoc")` brings it.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/simctrl/stdrun.html
 */
export interface StandardRun {
  /** End of the run, ms (default 5). */
  tstop: number;
  /** Voltage at initialisation, mV (default -65). */
  v_init: number;
  /** Points plotted in a ms (default 40); `dt` is fitted to it. */
  steps_per_ms: number;
  /** Steps of dt for each point plotted. */
  nstep_steprun: number;
  /** Resistance that `set_ra` gives to all sections, Ω·cm (default 35.4). */
  global_ra: number;
  /** Time that the last run took, s. */
  realtime: number;
  /** Whether a run is going on: 1 or 0. */
  running_: number;
  /** Whether the standard run system uses CVode: 1 or 0. */
  using_cvode_: number;
  /** Interval at which graphs are shown anew, s (default 0.05). */
  screen_update_invl: number;
  /** 1: graphs are not shown anew during a run. */
  stdrun_quiet: number;
  /** Where the button "Continue til" stops, ms. */
  runStopAt: number;
  /** How long the button "Continue for" runs, ms. */
  runStopIn: number;
  /** Steps between looks at the clock. */
  eventslow: number;
  /** Steps since the last look at the clock. */
  eventcount: number;
  /** When the run started, s. */
  rtstart: number;
  /** 1 while CoreNEURON runs. */
  coreneuronrunning_: number;
  /** The CVode object of the standard run system. */
  readonly cvode: CVode;
  /** Graphs that are shown anew at each step, by list: 0 of variables against t, 1 fast, 2 and 3 phase planes. */
  readonly graphList: { readonly [index: number]: List };
  /** Number of those lists. */
  n_graph_lists: number;
  /** What is shown anew at the end of a step. */
  readonly flush_list: List;
  /** What is shown anew fast. */
  readonly fast_flush_list: List;
  readonly _ref_tstop: Pointer;
  readonly _ref_v_init: Pointer;
  readonly _ref_steps_per_ms: Pointer;
  readonly _ref_global_ra: Pointer;
  readonly _ref_realtime: Pointer;
  readonly _ref_screen_update_invl: Pointer;
  readonly _ref_runStopAt: Pointer;
  readonly _ref_runStopIn: Pointer;

  /** `finitialize(v_init)`; HOC code may define it anew to do more. */
  init(): number;
  /** Prepares graphs and time step and calls `init`. */
  stdinit(): number;
  /** Initialises and runs to `tstop`. */
  run(): number;
  /** What the button "Init & Run" does. */
  runbutton(): number;
  /** Runs on to the time, ms. */
  continuerun(tstop: number): number;
  /** One step as the graphs see it, which then are shown. */
  steprun(): number;
  /** One step as the graphs see it. */
  step(): number;
  /** `fadvance()`; HOC code may define it anew to do more. */
  advance(): number;
  /** Fits `dt` to `steps_per_ms`. */
  setdt(): number;
  /** Value of `stoprun`. */
  stoppedrun(): number;
  /** Sets `v_init`; the former value. */
  set_v_init(v: number): number;
  /** Gives all sections the resistance `global_ra`, or the argument, Ω·cm. */
  set_ra(ra?: number): number;
  /** Whether CVode is used; with an argument, sets it, with what the standard run system needs. */
  cvode_active(on?: boolean | number): number;
  /** Whether CVode uses local steps; with an argument, sets it. */
  cvode_local(on?: boolean | number): number;
  /** Lets CVode's local step record the graphs. */
  cvode_simgraph(): number;
  /** Starts the curves of all graphs anew. */
  initPlot(): number;
  /** Adds a point to the curves of all graphs. */
  Plot(): number;
  /** Shows all graphs. */
  flushPlot(): number;
  /** Shows all graphs, fast. */
  fastflushPlot(): number;
  /** Shows what is to be shown during a run. */
  screen_update(): number;
  /** Fits the x axes of graphs to `tstop`. */
  tstop_changed(): number;
  /** Adds a Graph to a list of the standard run system. */
  addplot(graph: object, list: number): number;
  /** A new Graph of size tstop × the two values, in `graphItem`. */
  newPlot(left: number, right: number, bottom: number, top: number): number;
  /** A new graph of voltage. */
  newPlotV(): number;
  /** A new graph of current. */
  newPlotI(): number;
  /** A new graph of states. */
  newPlotS(): number;
  /** A new shape plot. */
  newshapeplot(): number;
  /** A new graph against space. */
  newvectorplot(): number;
  /** A new phase plane. */
  newphaseplane(): number;
  /** Runs, saving pictures of it: a movie. */
  movierun(): number;
  /** Length constant at the frequency in Hz, µm, of the section. */
  lambda_f(frequency: number, options?: SectionOption): number;
  /** Shows the panel of the run control. */
  nrncontrolmenu(): number;
  /** Shows NEURON's main menu. */
  nrnmainmenu(): number;
}

/**
 * The stimuli and clamps of the oldest NEURON. Use IClamp, SEClamp and AlphaSynapse.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/modelspec/programmatic/obsoletestimuli.html
 */
export interface ObsoleteStimuli {
  /** Makes so many stimuli; or sets the i-th: place, delay, duration (ms), amplitude (nA). */
  fstim(count: number): number;
  fstim(i: number, x: number, delay: number, duration: number, amplitude: number, options?: SectionOption): number;
  /** Current of the i-th stimulus, nA. */
  fstimi(i: number): number;
  /** Makes so many synapses; or sets the i-th: place, delay, tau (ms), conductance (µS), reversal potential (mV). */
  fsyn(count: number): number;
  fsyn(
    i: number,
    x: number,
    delay: number,
    tau: number,
    conductance: number,
    e: number,
    options?: SectionOption,
  ): number;
  /** Conductance of the i-th synapse, µS. */
  fsyng(i: number): number;
  /** Current of the i-th synapse, nA. */
  fsyni(i: number): number;
  /** Puts a voltage clamp at x; or sets its levels: duration (ms), voltage (mV). */
  fclamp(x: number, options?: SectionOption): number;
  fclamp(i: number, duration: number, voltage: number): number;
  /** Current of the clamp, nA. */
  fclampi(): number;
  /** Voltage of the clamp, mV. */
  fclampv(): number;
  /** Prints the stimuli, clamps and synapses. */
  prstim(): number;
}
