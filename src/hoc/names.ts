// What NEURON's symbols are, looked up once each.
import type { SymbolId } from "../engine/binding.js";
import { native } from "../engine/engine.js";

export interface Name {
  readonly id: SymbolId;
  readonly name: string;
  readonly kind: number;
  readonly subtype: number;
  /** Whether objects of the class are point processes or artificial cells. */
  readonly isPointProcess: boolean;
  /** Whether they need no place in a section. */
  readonly isArtificial: boolean;
  readonly isBuiltIn: boolean;
  /** The type of the mechanism that owns a range variable. */
  readonly mechanism: number;
  readonly isArray: boolean;
}

const known: Name[] = [];

export function nameOf(id: SymbolId): Name {
  const found = known[id];
  // Whether a user's variable is an array may change when HOC declares it anew; all else is for ever.
  if (found !== undefined && (found.kind !== 263 || found.subtype !== 0)) return found;
  const [name, kind, subtype, , isPointProcess, isBuiltIn, mechanism, isArray] = native.symbolInfo(id);
  const fresh: Name = {
    id,
    name,
    kind,
    subtype,
    isPointProcess: isPointProcess > 0,
    isArtificial: isPointProcess === 2,
    isBuiltIn: isBuiltIn === 1,
    mechanism,
    isArray: isArray === 1,
  };
  known[id] = fresh;
  return fresh;
}

/** A name of HOC's top level. */
export function lookup(name: string): Name | undefined {
  const id = native.lookup(name);
  return id === 0 ? undefined : nameOf(id);
}

/** A member of a class, or an alias of this very object. NEURON's `del` has the other name `delay`, as in Python. */
export function memberOf(cls: SymbolId, name: string, object: number): Name | undefined {
  const id = native.memberSymbol(cls, name, object) || (name === "delay" ? native.memberSymbol(cls, "del", object) : 0);
  return id === 0 ? undefined : nameOf(id);
}
