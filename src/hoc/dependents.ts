// Who is told when a section or an object is disposed: the recordings and NetCons that cannot be without it.

export const kOwnerGone: unique symbol = Symbol("nrn-patch.ownerGone");

interface Dependent {
  /** Its owner goes: stop recording, or go too. */
  [kOwnerGone](): void;
}
export type Dependents = Set<Dependent> | undefined;

/** A private field of theirs, which they fill in here: a WeakMap of as many entries slows each garbage collection down. */
interface Field {
  get(owner: object): Dependents;
  set(owner: object, dependents: Dependents): void;
}
const none: Field = { get: () => undefined, set: () => {} };
export const dependentsOf: { section: Field; object: Field } = { section: none, object: none };

function field(owner: object): Field {
  return typeof owner === "function" ? dependentsOf.section : dependentsOf.object;
}

/** `dependent` is told when `owner`, a section or an object, is disposed. */
export function depend(owner: object | undefined, dependent: object): void {
  if (owner === undefined || owner === dependent || !(kOwnerGone in dependent)) return;
  const { get, set } = field(owner);
  const all = get(owner);
  if (all === undefined) set(owner, new Set([dependent as Dependent]));
  else all.add(dependent as Dependent);
}

export function independ(owner: object | undefined, dependent: object): void {
  if (owner !== undefined)
    field(owner)
      .get(owner)
      ?.delete(dependent as Dependent);
}

export function dropDependents(owner: object): void {
  const { get, set } = field(owner);
  const all = get(owner);
  if (all === undefined) return;
  set(owner, undefined);
  for (const dependent of all) dependent[kOwnerGone]();
}
