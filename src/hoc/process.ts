// Point processes and artificial cells.
import { ArgumentTypeError, NameError, SimulationError } from "../core/errors.js";
import { native } from "../engine/engine.js";
import { register, registerPointProcess } from "./classes.js";
import { placeIn } from "./construct.js";
import { lookup, nameOf } from "./names.js";
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
    if (nameOf(infoOf(this).symbol).isArtificial)
      throw new ArgumentTypeError(`${String(this)}.loc: an artificial cell has no place in a section.`);
    const before = placeOf(this)?.sec;
    const result = invokeNamed(this, "loc", args.map(placeIn)) as number;
    if (before !== undefined && placeOf(this)?.sec !== before) moved.add(this);
    return result;
  }

  override [kLine](): string {
    const segment = native.alive(handleOf(this)) ? placeOf(this) : null;
    return segment ? `${this.toString()}  at ${String(segment)}` : this.toString();
  }
}

/** Processes that were moved from the section on which they were made. */
const moved = new WeakSet<object>();

/** Whether it belongs to the section where it is now, and no longer to whoever made it. */
export function isElsewhere(object: object): boolean {
  return moved.has(object) && placeOf(object as PointProcess) !== null;
}

function placeOf(process: PointProcess): Segment | null {
  return decode(native.processSegment(handleOf(process))) as Segment | null;
}

registerPointProcess(PointProcess as unknown as new (...args: unknown[]) => HocObject);

/** NEURON walks on behind the end of its list, and never comes back. */
class MechanismTypeObject extends HocObject {
  #more = false;

  select(...args: unknown[]): unknown {
    // NEURON compares names letter by letter here: another name of a mechanism is replaced by its own.
    if (typeof args[0] === "string") args[0] = lookup(args[0])?.name ?? args[0];
    return invokeNamed(this, "select", args);
  }

  pp_begin(...args: unknown[]): unknown {
    return this.#walk("pp_begin", args);
  }
  pp_next(...args: unknown[]): unknown {
    return this.#more ? this.#walk("pp_next", args) : null;
  }
  #walk(name: string, args: unknown[]): unknown {
    const found = invokeNamed(this, name, args);
    this.#more = found !== null;
    return found;
  }
}
register("MechanismType", MechanismTypeObject as new (...args: unknown[]) => HocObject);
