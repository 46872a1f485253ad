// What must be in order before NEURON initialises or runs, and what must not happen while it does.
import { SimulationError } from "../core/errors.js";
import { hooks, native, start } from "../engine/engine.js";
import { isClaimed, refuseMeanwhile } from "./claim.js";
import { settleAll } from "./fields.js";
import { initialised, mayHaveInitialised, refuseStale } from "./stale.js";
import { serialise } from "./threads.js";
import { checkPointers } from "./unset.js";

/** HOC's functions that initialise or advance the simulation. */
export const running = new Set([
  "finitialize",
  "fadvance",
  "continuerun",
  "run",
  "stdinit",
  "init",
  "steprun",
  "advance",
  "nrn_fixed_step",
  "psolve",
  "nrncore_run",
  "batch_run",
  "load_file",
  "xopen",
  "nrn_load_dll",
]);

/** The same as the names that a piece of HOC text may call. */
const structural =
  /\b(create|insert|uninsert|connect|disconnect|delete_section|access|nseg|finitialize|fadvance|continuerun|run|stdinit|init|steprun|psolve|load_file|xopen)\b/;

/** What advances in a piece of HOC text; what initialises is seen when it does. */
const advances = /\b(fadvance|continuerun|run|steprun|psolve)\s*\(/;

/** Whether this is a callback of a running simulation. */
export function inRun(): boolean {
  return native.inRun?.() === true;
}

/** Whether CVode chooses the time steps. */
export function hasVariableStep(): boolean {
  start();
  return native.cvodeActive();
}

export function refuseInRun(what: string): void {
  if (native.inRun())
    throw new SimulationError(`${what} cannot be done while NEURON runs: this is a callback of the simulation.`);
}

export function beforeRun(name: string): void {
  refuseInRun(`h.${name}()`);
  if (loads.has(name)) {
    settleAll();
    serialise();
    return;
  }
  refuseMeanwhile(`h.${name}()`);
  putInOrder();
  if (initialises.has(name)) initialised();
  else refuseStale(`h.${name}()`);
}
function putInOrder(): void {
  settleAll();
  serialise();
  checkPointers();
  for (const renew of renewals) renew();
}
/** HOC's own code initialises, too. */
hooks.initialising = () => {
  refuseMeanwhile("finitialize()");
  putInOrder();
};

/** What NEURON has lost since, and must have again: recordings of `t` whose section is gone. */
export const renewals: (() => void)[] = [];
const initialises = new Set(["finitialize", "run", "stdinit", "init", "batch_run", "nrncore_run"]);
const loads = new Set(["load_file", "xopen", "nrn_load_dll"]);

/** HOC text in a callback: what changes the structure kills the process from in there. */
export function checkText(code: string): void {
  mayHaveInitialised();
  if (!native.inRun() && !isClaimed()) return;
  const words = code.replace(/\/\/.*$|"[^"\n]*"/gm, "");
  const advance = advances.exec(words)?.[1];
  if (advance !== undefined) refuseMeanwhile(`HOC's "${advance}"`);
  if (!native.inRun()) return;
  const word = structural.exec(words)?.[1];
  if (word !== undefined) refuseInRun(`HOC's "${word}"`);
}
