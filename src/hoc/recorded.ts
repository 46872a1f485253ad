// What the numbers of a recording are: of which variable, where, in which unit. Pictures are labelled with it.
import { HocError } from "../core/errors.js";
import { h } from "./h.js";
import type { Pointer } from "./pointer.js";
import { recordedBy, VectorObject } from "./vector.js";

export interface Recorded {
  /** Of what: "soma(0.5)", "IClamp[0]", or "" for a variable of HOC's top level. */
  readonly owner: string;
  /** The variable's name as NEURON has it: "v", "i", "t". */
  readonly variable: string;
  /** As NEURON spells it ("mA/cm2"); "" where NEURON knows none. */
  readonly units: string;
}

/** What a pointer points to. */
export function recordedAt(pointer: Pointer): Recorded | undefined {
  const [, owner, variable, index] = /^(.*)\._ref_(\w+)(.*)$/.exec(String(pointer)) ?? [];
  if (owner === undefined || variable === undefined || owner.startsWith("a disposed")) return undefined;
  const isTop = owner === "h";
  const isMember = !isTop && !owner.endsWith(")");
  const name = isMember ? `${owner.replace(/\[\d+\]$/, "")}.${variable}` : variable;
  return { owner: isTop ? "" : owner, variable: `${variable}${index}`, units: unitsOf(name) };
}

/** What a Vector records; undefined for one that records nothing, or no longer. */
export function recordedIn(value: unknown): Recorded | undefined {
  const pointer = value instanceof VectorObject ? recordedBy(value) : undefined;
  return pointer === undefined ? undefined : recordedAt(pointer);
}

const known = new Map<string, string>();

/** The unit of a range variable ("v"), a member of a process ("IClamp.i") or a variable ("t"); "" where there is none. */
export function unitsOf(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  try {
    const units = h.units(name) as string;
    known.set(name, units);
    return units;
  } catch (error) {
    // A name that NEURON does not know, such as a field of a user's template.
    if (error instanceof HocError) return "";
    throw error;
  }
}
