// Recording: p.record, and p.time, the one Vector of the times of the run that was made last.

import { SimulationError } from "../core/errors.js";
import { entryFor, register } from "../hoc/classes.js";
import { h } from "../hoc/h.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, isInModel, isObjectAlive } from "../hoc/object.js";
import { Pointer } from "../hoc/pointer.js";
import { ownClass } from "../hoc/root.js";
import { hasVariableStep } from "../hoc/run.js";
import { recording, VectorObject } from "../hoc/vector.js";
import { recordable } from "./transform.js";

/** Vector: records whatever says what is to be recorded of it (`__record__`). */
class PatchVector extends VectorObject {
  override record(...args: unknown[]): this {
    const [target, ...rest] = args;
    // NEURON's record(process, pointer) names the process for the local time step.
    if (rest[0] instanceof Pointer) return super.record(...args);
    return super.record(recordable(target), ...rest);
  }
}
ownClass(PatchVector);
register("Vector", PatchVector as new (...args: unknown[]) => HocObject);

export function newVector(values?: Iterable<number>): neuron.Vector {
  const cls = entryFor("Vector").make as unknown as new (values?: Iterable<number>) => neuron.Vector;
  return values === undefined ? new cls() : new cls(values);
}

/** A new Vector that records the target: anything with `__record__`, or a pointer. */
export function record(target: unknown): neuron.Vector {
  return recording(recordable(target)) as unknown as neuron.Vector;
}

let times: neuron.Vector | undefined;
let anchor: object | undefined;

/** The times of the samples of the last run, ms. Under CVode's local time step each cell has its own, and this throws. */
export function time(): neuron.Vector {
  if (localStep()) throw new SimulationError("p.time: under CVode's local time step each cell has its own times.");
  if (isDisposed(times)) recordTime();
  return times as neuron.Vector;
}

/** Not there yet, or somebody disposed of it. */
function isDisposed(vector: neuron.Vector | undefined): boolean {
  const object = vector as unknown as HocObject | undefined;
  return object === undefined || !(isInModel(object) || isObjectAlive(object));
}

let cvode: neuron.CVode | undefined;
function localStep(): boolean {
  if (!hasVariableStep()) return false;
  cvode ??= h.CVode();
  return cvode.use_local_dt();
}

/**
 * NEURON records `t` on behalf of a section, and stops in silence when that one is deleted: at each initialisation the
 * recording moves to a section that lives.
 */
export function recordTime(): void {
  if (isDisposed(times)) times = anchor = undefined;
  times ??= newVector();
  const first = h.allsec()[Symbol.iterator]().next();
  if (first.done) {
    // No section, no samples.
    anchor = undefined;
    times.play_remove();
    times.resize(0);
    return;
  }
  const section = first.value as object;
  if (section === anchor) return;
  times.play_remove();
  withCurrent(section, () => VectorObject.prototype.record.call(times, h._ref_t));
  anchor = section;
}

function withCurrent(section: object, action: () => void): void {
  h.push_section(section as never);
  try {
    action();
  } finally {
    h.pop_section();
  }
}
