// NEURON in this process: started once, at the first use of a name of HOC's.
import { realpathSync } from "node:fs";
import { inspect } from "node:util";
import { DisposedError, EngineError, errorFor } from "../core/errors.js";
import { loadAddon, type Native } from "./binding.js";
import { locateNeuron, type NeuronInstallation } from "./locate.js";
import { hasMpi, mpiArguments } from "./mpi.js";
import { deliver } from "./print.js";

/** The addon's functions; empty until the engine has been started. */
export const native: Native = {} as Native;
/** The memory in which arguments and results travel. */
export let kinds: Int32Array = new Int32Array(0);
export let numbers: Float64Array = new Float64Array(0);
export let deaths: Int32Array = new Int32Array(1);
/** The NEURON that runs here; none before the start. */
export let installation: NeuronInstallation | undefined;

/** Where all copies of the package in this process see which NEURON runs. */
const place: unique symbol = Symbol.for("nrn-patch.library") as never;

let started = false;
let failure: EngineError | undefined;
const afterStart: (() => void)[] = [];

/** What NEURON calls on our side; the layer above adds its own. */
export const hooks: Record<string, unknown> = {
  error: errorFor,
  print: deliver,
  takenOver,
};

/** Another copy of the package in this thread has started NEURON anew: nothing of this one reaches it any more. */
function takenOver(): void {
  const gone = (): never => {
    throw new DisposedError(
      "Another copy of the package has taken NEURON over (a test runner does that for each file).",
    );
  };
  for (const name of Object.keys(native)) (native as unknown as Record<string, unknown>)[name] = gone;
}

/** Runs `action` once NEURON is there: at once when it is. */
export function whenStarted(action: () => void): void {
  if (started) action();
  else afterStart.push(action);
}

export function isStarted(): boolean {
  return started;
}

/** Starts NEURON if it is not running yet. */
export function start(): void {
  if (started) return;
  if (failure) throw failure;
  try {
    startNow();
  } catch (cause) {
    failure =
      cause instanceof EngineError
        ? cause
        : new EngineError(`NEURON could not be started: ${String(cause)}`, { cause });
    throw failure;
  }
  started = true;
  for (const action of afterStart.splice(0)) action();
}

function startNow(): void {
  installation = locateNeuron();
  refuseSecond(installation.library);
  const addon = loadAddon();
  const argv = ["NEURON", "-nogui", "-nopython", ...moduleOptions(), ...mpiArguments()];
  // The wheel's compiled-in paths do not exist; NRNHOME is where it looks for its MPI libraries.
  const environment = ["NEURONHOME", installation.home, "NRNHOME", installation.root];
  if (process.platform === "darwin") environment.push("DYLD_LIBRARY_PATH", "");
  const refused = addon.start(installation.library, hooks, argv, environment);
  if (refused !== undefined)
    throw new EngineError(
      `NEURON at ${installation.library} cannot be used: ${refused}. This package works with NEURON 9.0.x, one engine a process and one thread.`,
    );
  Object.assign(native, addon);
  [kinds, numbers, deaths] = addon.shared();
  if (hasMpi()) endWithTheRanks();
}

/** Another copy of this package, with a NEURON of its own: two of them in one process take each other's memory for theirs. */
function refuseSecond(library: string): void {
  const shared = globalThis as { [place]?: string };
  const own = realpathSync(library);
  shared[place] ??= own;
  const other = shared[place];
  if (other !== own)
    throw new EngineError(
      `Another copy of nrn-patch has started NEURON in this process, from ${other}; this one would start ${own}. One process has one NEURON: see to it that there is one copy (npm ls nrn-patch), or set NRN_PATCH_NEURON, which holds for both.`,
    );
}

/** Ranks end together: in good order, or, when one fails, by taking the others down; then its error must be told first. */
function endWithTheRanks(): void {
  const [count, own] = native.ranks();
  if (count > 1)
    process.on("uncaughtExceptionMonitor", (error) => {
      process.stderr.write(`rank ${own} of ${count}: ${inspect(error)}\n`);
    });
  process.on("exit", (code) => native.endRanks(code));
}

/** NEURON_MODULE_OPTIONS, which Python's module reads and the library does not. */
function moduleOptions(): string[] {
  const text = process.env.NEURON_MODULE_OPTIONS ?? "";
  const words = text.split(/\s+/).filter(Boolean);
  return words.filter((word) => !["-nogui", "-nopython", "-mpi"].includes(word));
}
