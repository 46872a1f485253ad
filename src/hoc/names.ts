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

/** Who knows more of names: a layer above, for mechanisms that are found, but not loaded yet. */
export const others: {
  /** Makes an unknown name known, if it can. */
  load: ((name: string) => boolean) | undefined;
  /** Why a name is unknown, as the end of a message. */
  why: (name: string) => string;
  /** Told of names that stand for nothing any more. */
  readonly forget: ((name: string) => void)[];
} = { load: undefined, why: () => "", forget: [] };

/** From now on the two symbols are one name, that of the second. */
export function sameName(other: SymbolId, original: SymbolId): void {
  known[other] = nameOf(original);
}

/** Whatever `find` finds, or finds once the name has been made known. */
export function orLoaded<T>(name: string, find: (name: string) => T): T {
  return find(name) || (others.load?.(name) === true ? find(name) : (0 as T));
}

/** A name of HOC's top level. */
export function lookup(name: string): Name | undefined {
  const id = orLoaded(name, native.lookup);
  return id === 0 ? undefined : nameOf(id);
}

const builtIns = new Map<string, SymbolId>();
/** The symbol of a name that NEURON has from the beginning: looked up once. */
export function builtIn(name: string): SymbolId {
  let id = builtIns.get(name);
  if (id === undefined) {
    id = native.lookup(name);
    builtIns.set(name, id);
  }
  return id;
}

/** A member of a class, or an alias of this very object. NEURON's `del` has the other name `delay`, as in Python. */
export function memberOf(cls: SymbolId, name: string, object: number): Name | undefined {
  const id = native.memberSymbol(cls, name, object) || (name === "delay" ? native.memberSymbol(cls, "del", object) : 0);
  return id === 0 ? undefined : nameOf(id);
}

/** All members of a class. */
export function membersOf(cls: SymbolId): Name[] {
  return native.names(cls).flatMap((name) => memberOf(cls, name, 0) ?? []);
}
