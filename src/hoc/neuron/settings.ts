// Units as numbers, and the settings of CoreNEURON: NEURON's Python modules `neuron.units` and `neuron.coreneuron`.

/**
 * Units in terms of NEURON's own: ms, mV, µm, mM.
 * @see https://nrn.readthedocs.io/en/9.0.2/progref/programming/math/constants.html
 */
export interface Units {
  /** Millisecond: 1. */
  readonly ms: 1;
  /** Microsecond: 0.001 ms. */
  readonly us: number;
  /** Microsecond: 0.001 ms. */
  readonly µs: number;
  /** Microsecond: 0.001 ms (with the Greek letter). */
  readonly μs: number;
  /** Second: 1000 ms. */
  readonly s: number;
  /** Second: 1000 ms. */
  readonly sec: number;
  /** Minute: 60000 ms. */
  readonly minute: number;
  /** Hour: 3.6e6 ms. */
  readonly hour: number;
  /** Day: 8.64e7 ms. */
  readonly day: number;
  /** Millivolt: 1. */
  readonly mV: 1;
  /** Microvolt: 0.001 mV. */
  readonly uV: number;
  /** Microvolt: 0.001 mV. */
  readonly µV: number;
  /** Microvolt: 0.001 mV (with the Greek letter). */
  readonly μV: number;
  /** Volt: 1000 mV. */
  readonly V: number;
  /** Micrometre: 1. */
  readonly um: 1;
  /** Micrometre: 1. */
  readonly µm: 1;
  /** Micrometre: 1 (with the Greek letter). */
  readonly μm: 1;
  /** Nanometre: 0.001 µm. */
  readonly nm: number;
  /** Millimetre: 1000 µm. */
  readonly mm: number;
  /** Centimetre: 10000 µm. */
  readonly cm: number;
  /** Metre: 1e6 µm. */
  readonly m: number;
  /** Millimolar: 1. */
  readonly mM: 1;
  /** Micromolar: 0.001 mM. */
  readonly uM: number;
  /** Micromolar: 0.001 mM. */
  readonly µM: number;
  /** Micromolar: 0.001 mM (with the Greek letter). */
  readonly μM: number;
  /** Nanomolar: 1e-6 mM. */
  readonly nM: number;
  /** Molar: 1000 mM. */
  readonly M: number;
}

/** The settings of CoreNEURON that can be set. */
export interface CoreNeuronSettings {
  /** Whether `psolve` runs the model in CoreNEURON (default false). */
  enable: boolean;
  /** Whether it computes on graphics processors (default false). */
  gpu: boolean;
  /** How many graphics processors it uses; 0 all (default). */
  num_gpus: number;
  /** Whether the model goes through files instead of memory (default false). */
  file_mode: boolean;
  /**
   * Order of cells: 0 as they are, 1 by neighbourhood of nodes, 2 by that of parents (needs `gpu`). Default 0, with
   * `gpu` 1.
   */
  cell_permute: 0 | 1 | 2;
  /** Number of warps to balance; 0 none (default). Needs `cell_permute` 2. */
  warp_balance: number;
  /** What it prints: 0 nothing, 1 errors, 2 information (default), 3 everything. */
  verbose: 0 | 1 | 2 | 3;
  /** Gid whose state is written at the start and end; -1 none (default). */
  prcellstate: number;
  /** Whether it prints statistics of the model (default false). */
  model_stats: boolean;
  /** Path of a configuration file for reports; null none (default). */
  sim_config: string | null;
  /** Folder of the model's files; null "corenrn_data" (default). */
  model_path: string | null;
  /** Folder where the state is saved; null none (default). */
  save_path: string | null;
  /** Folder from which the state is restored; null none (default). */
  restore_path: string | null;
  /** With `file_mode`: the files are there already (default false). */
  skip_write_model_to_disk: boolean;
}

/**
 * CoreNEURON, the engine for large models.
 * @see https://nrn.readthedocs.io/en/9.0.2/coreneuron/index.html
 */
export interface CoreNeuron extends CoreNeuronSettings {
  /** The values of `cell_permute` that fit `gpu`. */
  valid_cell_permute(): ReadonlySet<number>;
  /** The arguments for `ParallelContext.nrncore_run` that these settings make, "" unless enabled. */
  nrncore_arg(tstop: number): string;
  /** Runs the function with other settings, and sets them back. */
  <T>(settings: Partial<CoreNeuronSettings>, run: () => T): T;
}
