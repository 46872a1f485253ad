// CoreNEURON: its settings, and the words in which NEURON hands them over.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { hooks, start } from "../engine/engine.js";
import { h } from "./h.js";
import type { CoreNeuron, CoreNeuronSettings } from "./neuron/settings.js";

const defaults = {
  enable: false,
  gpu: false,
  num_gpus: 0,
  file_mode: false,
  cell_permute: undefined as number | undefined,
  warp_balance: 0,
  verbose: 2,
  prcellstate: -1,
  model_stats: false,
  sim_config: null as string | null,
  model_path: null as string | null,
  save_path: null as string | null,
  restore_path: null as string | null,
  skip_write_model_to_disk: false,
};
type Values = typeof defaults;

const values: Values = { ...defaults };

const whole = (from: number, to: number) => (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= from && value <= to;
const bool = (value: unknown) => typeof value === "boolean" || value === 0 || value === 1;
const path = (value: unknown) => value === null || typeof value === "string";

const fits: { readonly [K in keyof Values]: readonly [expected: string, test: (value: unknown) => boolean] } = {
  enable: ["true or false", bool],
  gpu: ["true or false", bool],
  num_gpus: ["a whole number from 0 on", whole(0, 1e6)],
  file_mode: ["true or false", bool],
  cell_permute: ["0 or 1, with gpu 1 or 2", (value) => permutations().has(value as number)],
  warp_balance: ["a whole number from 0 on", whole(0, 1e9)],
  verbose: ["0, 1, 2 or 3", whole(0, 3)],
  prcellstate: ["a gid, or -1", whole(-1, 2 ** 31 - 1)],
  model_stats: ["true or false", bool],
  sim_config: ["a path or null", path],
  model_path: ["a path or null", path],
  save_path: ["a path or null", path],
  restore_path: ["a path or null", path],
  skip_write_model_to_disk: ["true or false", bool],
};

function permutations(): Set<number> {
  return values.gpu ? new Set([1, 2]) : new Set([0, 1]);
}

function set(name: keyof Values, value: unknown): void {
  const [expected, test] = fits[name];
  if (!test(value)) throw new ArgumentTypeError(`coreneuron.${name}: expected ${expected}, got ${described(value)}.`);
  const stored = typeof defaults[name] === "boolean" ? Boolean(value) : value;
  (values as Record<string, unknown>)[name] = stored;
  // A permutation of the other kind of processor would be refused by CoreNEURON.
  if (name === "gpu" && values.cell_permute !== undefined && !permutations().has(values.cell_permute))
    values.cell_permute = undefined;
}

function argumentsFor(tstop: number): string {
  if (!values.enable) return "";
  start();
  const parallel = h.ParallelContext();
  const cvode = h.CVode();
  const words: unknown[] = [];
  const add = (condition: unknown, ...word: unknown[]) => condition && words.push(...word);
  add(values.gpu, "--gpu");
  add(values.gpu && values.num_gpus, "--num-gpus", values.num_gpus);
  if (values.file_mode) {
    words.push("--datpath", values.model_path ?? "corenrn_data");
    add(values.skip_write_model_to_disk, "--skip-write-model-to-disk");
  }
  words.push("--tstop", Number(tstop.toPrecision(6)));
  add(values.cell_permute !== undefined, "--cell-permute", values.cell_permute);
  add(values.warp_balance > 0, "--nwarp", values.warp_balance);
  add(values.prcellstate >= 0, "--prcellgid", values.prcellstate);
  words.push("--verbose", values.verbose);
  add(values.model_stats, "--model-stats");
  add(values.save_path, "--checkpoint", values.save_path);
  add(values.restore_path, "--restore", values.restore_path);
  add(values.sim_config, "--read-config", values.sim_config);
  add(parallel.nhost() > 1, "--mpi");
  words.push("--voltage", "1000.");
  add((cvode.queue_mode() as number) & 1, "--binqueue");
  const compress = Math.trunc(parallel.spike_compress(-1) as number);
  add(compress !== 0, "--spkcompress", compress);
  return ` ${words.join(" ")}`;
}

/** Runs with other settings, and sets them back: the counterpart of Python's `with coreneuron(…)`. */
function withSettings<T>(settings: Partial<CoreNeuronSettings>, run: () => T): T {
  const before = { ...values };
  try {
    for (const [name, value] of Object.entries(settings)) {
      if (!(name in fits)) throw unknown(name);
      set(name as keyof Values, value);
    }
    return run();
  } finally {
    Object.assign(values, before);
  }
}

function unknown(name: string): NameError {
  return new NameError(`coreneuron has no "${name}".${didYouMean(name, Object.keys(fits))}`);
}

const own: Record<string, unknown> = { valid_cell_permute: permutations, nrncore_arg: argumentsFor };

/** CoreNEURON's settings, as Python's `neuron.coreneuron`. */
export const coreneuron: CoreNeuron = new Proxy(withSettings, {
  get(target, key) {
    if (typeof key === "symbol") return Reflect.get(target, key);
    if (key === "cell_permute") return values.cell_permute ?? (values.gpu ? 1 : 0);
    if (key in fits) return values[key as keyof Values];
    if (key in own) return own[key];
    if (key in Object.prototype || ["then", "toJSON", "length", "name", "inspect", "prototype"].includes(key))
      return Reflect.get(target, key);
    throw unknown(key);
  },
  set(_, key, value) {
    if (typeof key === "symbol" || !(key in fits)) throw unknown(String(key));
    set(key as keyof Values, value);
    return true;
  },
  ownKeys: () => Object.keys(fits),
  getOwnPropertyDescriptor: (_, key) =>
    typeof key === "string" && key in fits
      ? { value: values[key as keyof Values], writable: true, enumerable: true, configurable: true }
      : undefined,
}) as unknown as CoreNeuron;

hooks.coreEnabled = () => (values.enable ? 1 : 0);
hooks.coreFileMode = () => (values.file_mode ? 1 : 0);
hooks.coreArguments = argumentsFor;
