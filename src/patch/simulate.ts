// p.simulate and p.simulation: p.run in pieces, with reports, an end when one is wanted, and an event loop that lives.
import { inspect } from "node:util";
import { UninitializedError } from "../core/errors.js";
import { h } from "../hoc/h.js";
import { hasInitialised } from "../hoc/stale.js";
import { untyped } from "../hoc/untyped.js";
import { isInitialised } from "./initialise.js";
import { initialise, prepared } from "./run.js";
import {
  type Checked,
  checkedOptions,
  type SimulateOptions,
  type SimulationOptions,
  type SimulationReport,
  type SimulationStep,
} from "./simulation/options.js";
import { Pieces } from "./simulation/pieces.js";
import { count, together } from "./together.js";

/** Initialises and runs for a duration, ms, like `p.run`, in pieces between which the event loop lives. */
export async function simulate(duration?: number, options: SimulateOptions = {}): Promise<SimulationReport> {
  const checked = together("p.simulate", () => ready("p.simulate", duration, options, ["onProgress"]));
  const pieces = begin(checked);
  for await (const _ of pieces.reports());
  return pieces.report();
}

/** The same as an async iterable of reports: leaving its loop ends the run. It begins when the loop does. */
export function simulation(
  duration?: number,
  options: SimulationOptions = {},
): AsyncGenerator<SimulationStep, void, undefined> {
  const checked = together("p.simulation", () => ready("p.simulation", duration, options, []));
  const state: State = { name: "not begun" };
  const line = { value: () => `Simulation of ${checked.duration ?? h.tstop} ms  ${state.name}` };
  return Object.defineProperty(looped(checked, state), inspect.custom, line);
}

interface State {
  name: "not begun" | "under way" | "over";
}

async function* looped(checked: Checked, state: State): AsyncGenerator<SimulationStep, void, undefined> {
  try {
    const pieces = begin(checked);
    state.name = "under way";
    yield* pieces.reports();
  } finally {
    state.name = "over";
  }
}

function ready(name: string, duration: unknown, options: unknown, more: readonly string[]): Checked {
  const checked = checkedOptions(name, duration, options, more);
  if (!checked.reset && !isInitialised() && !hasInitialised())
    throw new UninitializedError(
      `${name}: there is nothing to go on from: leave reset: false away, or call p.finitialize().`,
    );
  return checked;
}

function begin(checked: Checked): Pieces {
  const { name, duration, vInit } = checked;
  return new Pieces(checked, () => {
    if (duration === undefined && count() === 1 && vInit === undefined) initialiseLikeNeuron();
    else initialise(together(name, () => prepared(vInit ?? h.v_init)));
  });
}

/** What NEURON's own run() does before it moves; a model may have written its init() anew. */
function initialiseLikeNeuron(): void {
  untyped(h).running_ = 1;
  untyped(h).stdinit();
}
