// How an object of a class of NEURON's is made from what a user gave.
import { described, unitInterval } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import type { Handle } from "../engine/binding.js";
import { native, start } from "../engine/engine.js";
import { explained, refuseOdd, takesAnyNumber } from "./explain.js";
import { constructorGuards } from "./guards.js";
import { holdLent } from "./lent.js";
import type { ClassInfo } from "./object.js";
import { handleOfSection, isSection } from "./section.js";
import { Segment } from "./segment.js";
import { encode, kEncode, odd, standIn, takeSection } from "./transfer.js";

/** What changes a class's arguments before NEURON sees them; by the class's name. */
export const prepare = new Map<string, (args: unknown[], object: object) => unknown[]>();

export function construct(info: ClassInfo, object: object, given_: readonly unknown[]): Handle {
  start();
  let args: unknown[] = [...given_];
  const change = prepare.get(info.name);
  if (change !== undefined) args = change(args, object);
  let section = takeSection(args);
  if (info.isPointProcess && args.length > 0) {
    const place = standIn(placeIn(args[0]));
    if (place instanceof Segment && section === 0) {
      // As IClamp(x) with the section current: spares NEURON a wrapper object for the segment.
      section = handleOfSection(place.sec);
      args[0] = place.x;
    } else if (typeof place === "number") {
      args[0] = unitInterval(`${info.name}: x`, place);
      // IClamp(x, section): NEURON would take no notice of the second, and place it in the current section.
      const second = args[1];
      if (isSection(second)) section = handleOfSection(second);
    } else if (!(place instanceof Segment)) {
      throw new ArgumentTypeError(`${info.name}: expected a segment, such as soma(0.5), got ${described(place)}.`);
    }
  }
  constructorGuards[info.name]?.(args);
  try {
    const extra = encode(args);
    if (odd.seen && info.isBuiltIn && !takesAnyNumber.has(info.name)) refuseOdd(info.name, args);
    const handle = info.isBuiltIn
      ? native.construct(info.symbol, args.length, extra, section)
      : native.constructLong(info.symbol, args.length, extra, section);
    holdLent();
    if (info.name === "CVode") _firstCVode ??= object;
    return handle;
  } catch (error) {
    throw explained(error, () => info.name, args);
  }
}

// NEURON's own HOC library (stdrun.hoc) asks for CVode[0], whoever made it.
let _firstCVode: object | undefined;

/** What a NetCon listens to, of an object that says so. */
export function sourceIn(given: unknown): unknown {
  if ((typeof given !== "object" && typeof given !== "function") || given === null) return given;
  if ((given as { [kEncode]?: unknown })[kEncode] !== undefined || !("__netcon__" in given)) return given;
  return typeof given.__netcon__ === "function" ? given.__netcon__() : given;
}

/** The segment that a user's object says by `__arc__`, or by it and `__neuron__`. */
export function placeIn(given: unknown): unknown {
  if ((typeof given !== "object" && typeof given !== "function") || given === null) return given;
  if ((given as { [kEncode]?: unknown })[kEncode] !== undefined || !("__arc__" in given)) return given;
  const x = typeof given.__arc__ === "function" ? (given.__arc__() as unknown) : undefined;
  const section = typeof x === "number" ? standIn(given) : undefined;
  return isSection(section) ? section(x as number) : (x ?? given);
}
