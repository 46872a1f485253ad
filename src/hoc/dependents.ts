// Who is told when a section or an object is disposed: the recordings and NetCons that cannot be without it.

import { type Few, membersOf, withOne, withoutOne } from "./few.js";

export const kOwnerGone: unique symbol = Symbol("nrn-patch.ownerGone");

interface Dependent {
  /** Its owner goes: stop recording, or go too. */
  [kOwnerGone](owner: object): void;
}
export type Dependents = Few<Dependent>;

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
  if (owner === undefined || owner === dependent || (dependent as Partial<Dependent>)[kOwnerGone] === undefined) return;
  const { get, set } = field(owner);
  const all = get(owner);
  const more = withOne(all, dependent as Dependent);
  if (more !== all) set(owner, more);
}

export function independ(owner: object | undefined, dependent: object): void {
  if (owner === undefined) return;
  const { get, set } = field(owner);
  const all = get(owner);
  const less = withoutOne(all, dependent as Dependent);
  if (less !== all) set(owner, less);
}

export function hasDependents(owner: object): boolean {
  return field(owner).get(owner) !== undefined;
}

/** They hear that their owner goes. */
export function dropDependents(owner: object): void {
  const { get, set } = field(owner);
  const all = get(owner);
  if (all === undefined) return;
  set(owner, undefined);
  for (const dependent of membersOf(all)) dependent[kOwnerGone](owner);
}
