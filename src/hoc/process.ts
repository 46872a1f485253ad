// Point processes and artificial cells.
import { SimulationError } from "../core/errors.js";
import { native } from "../engine/engine.js";
import { registerPointProcess } from "./classes.js";
import { HocObject, handleOf, invokeNamed } from "./object.js";
import { kLine } from "./root.js";
import type { Segment } from "./segment.js";
import { decode } from "./transfer.js";

export class PointProcess extends HocObject {
  /** Where it is placed, or null. */
  get_segment(): Segment | null {
    return decode(native.processSegment(handleOf(this))) as Segment | null;
  }

  /** Its place along its section. The section is `get_segment().sec`: none is left behind as the current one. */
  get_loc(): number {
    return invokeNamed(this, "get_loc", []) as number;
  }

  has_loc(): boolean {
    return this.get_segment() !== null;
  }

  /** Moves it to another segment. */
  loc(...args: unknown[]): number {
    if (native.inRun()) throw new SimulationError(`${String(this)} cannot be moved while NEURON runs.`);
    return invokeNamed(this, "loc", args) as number;
  }

  override [kLine](): string {
    const segment = native.alive(handleOf(this)) ? this.get_segment() : null;
    return segment ? `${this.toString()}  at ${String(segment)}` : this.toString();
  }
}

registerPointProcess(PointProcess as unknown as new (...args: unknown[]) => HocObject);
