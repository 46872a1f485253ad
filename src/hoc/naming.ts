// Making a section in NEURON: its name, and the cell that it belongs to.
import { described, isPlain, text } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { Handle } from "../engine/binding.js";
import { native, start } from "../engine/engine.js";
import { settle } from "./fields.js";

export interface SectionOptions {
  /** Its name; without one it is `__nrnsec_0x…`. */
  readonly name?: string;
  /** The cell that it belongs to: its name comes in front of the section's, and `sec.cell()` is it. */
  readonly cell?: object | null;
}

/** A new section of NEURON's. */
export function create(options: SectionOptions | string | undefined): Handle {
  start();
  settle();
  if (typeof options === "string") return native.newSection(options, undefined);
  if (options === undefined || options === null) return native.newSection("", undefined);
  if (!isPlain(options))
    throw new ArgumentTypeError(`Section: expected a name or { name, cell }, got ${described(options)}.`);
  for (const key of Object.keys(options))
    if (key !== "name" && key !== "cell")
      throw new ArgumentTypeError(`Section: unknown option "${key}".${didYouMean(key, ["name", "cell"])}`);
  const name = options.name === undefined ? "" : text("Section: name", options.name);
  const cell = options.cell ?? undefined;
  if (cell === undefined) return native.newSection(name, undefined);
  if (typeof cell !== "object" && typeof cell !== "function")
    throw new ArgumentTypeError(`Section: cell: expected an object, got ${described(cell)}.`);
  const whole = name === "" ? "" : `${nameOfCell(cell)}.${name}`;
  const handle = (cell as { [handleOfObject]?: Handle })[handleOfObject];
  return native.newSection(whole, handle ?? cell);
}

const handleOfObject = Symbol.for("nrn-patch.handle");

/** As Python's str(cell): what the object says of itself, or its class's name when it says nothing. */
function nameOfCell(cell: object): string {
  const own = (cell as { toString?: unknown }).toString;
  if (typeof own === "function" && own !== Object.prototype.toString) return String(cell);
  return cell.constructor?.name || "cell";
}
