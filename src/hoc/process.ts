// Point processes and artificial cells.
import { NameError, SimulationError } from "../core/errors.js";
import { native } from "../engine/engine.js";
import { registerPointProcess } from "./classes.js";
import { nameOf } from "./names.js";
import { HocObject, handleOf, infoOf, invokeNamed } from "./object.js";
import { kLine } from "./root.js";
import type { Segment } from "./segment.js";
import { decode } from "./transfer.js";

export class PointProcess extends HocObject {
  /** Where it is placed, or null. An artificial cell has no such method, as in Python. */
  get_segment(): Segment | null {
    if (nameOf(infoOf(this).symbol).isArtificial)
      throw new NameError(`${String(this)} has no "get_segment": an artificial cell is in no section.`);
    return placeOf(this);
  }

  /** Its place along its section. The section is `get_segment().sec`: none is left behind as the current one. */
  get_loc(): number {
    return invokeNamed(this, "get_loc", []) as number;
  }

  has_loc(): boolean {
    return placeOf(this) !== null;
  }

  /** Moves it to another segment. */
  loc(...args: unknown[]): number {
    if (native.inRun()) throw new SimulationError(`${String(this)} cannot be moved while NEURON runs.`);
    return invokeNamed(this, "loc", args) as number;
  }

  override [kLine](): string {
    const segment = native.alive(handleOf(this)) ? placeOf(this) : null;
    return segment ? `${this.toString()}  at ${String(segment)}` : this.toString();
  }
}

function placeOf(process: PointProcess): Segment | null {
  return decode(native.processSegment(handleOf(process))) as Segment | null;
}

registerPointProcess(PointProcess as unknown as new (...args: unknown[]) => HocObject);
