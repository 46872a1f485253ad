// What the patch layer does whenever NEURON initialises, whoever asked for it: one handler, called before all else.
import { h } from "../hoc/h.js";
import { type HocObject, isObjectAlive } from "../hoc/object.js";
import { layOutSeries } from "./clamp.js";
import { recordTime } from "./record.js";
import { emptyShared } from "./spikes.js";
import { checkWeights } from "./weights.js";

let handler: HocObject | undefined;
let initialised = false;

export function isInitialised(): boolean {
  return initialised;
}

/** What is initialised is a model: with another one it has to be done anew. */
export function forgetInitialisation(): void {
  initialised = false;
}

/** Sees to it that the handler is there; `p.clear()` takes it away with all others. */
export function watchInitialisation(): void {
  if (handler !== undefined && isObjectAlive(handler)) return;
  handler = h.FInitializeHandler(3, () => {
    checkWeights();
    recordTime();
    layOutSeries();
    emptyShared();
    initialised = true;
  }) as unknown as HocObject;
}
