// What cannot be without something else goes with it: the recordings and NetCons of a section or point process.
import type { Handle } from "../engine/binding.js";
import { native } from "../engine/engine.js";
import { letGo } from "./identity.js";
import { wrap } from "./transfer.js";

export const kOwnerGone = Symbol("nrn-patch.ownerGone");

interface Dependent {
  /** Its owner goes: stop recording, or go too. */
  [kOwnerGone](): void;
}

const dependents = new WeakMap<object, Set<Dependent>>();

/** `dependent` is told when `owner` is disposed. */
export function depend(owner: object | undefined, dependent: object): void {
  if (owner === undefined || owner === dependent || !(kOwnerGone in dependent)) return;
  let set = dependents.get(owner);
  if (set === undefined) {
    set = new Set();
    dependents.set(owner, set);
  }
  set.add(dependent as Dependent);
}

export function independ(owner: object | undefined, dependent: object): void {
  if (owner !== undefined) dependents.get(owner)?.delete(dependent as Dependent);
}

export function dropDependents(owner: object): void {
  const set = dependents.get(owner);
  if (set === undefined) return;
  dependents.delete(owner);
  for (const dependent of set) dependent[kOwnerGone]();
}

/** Disposes a section: its processes, NetCons and recordings first. */
export function disposeSection(section: object, handle: Handle): void {
  if (!native.alive?.(handle)) {
    letGo(handle);
    return;
  }
  for (const process of processesOf(handle)) {
    dropDependents(process);
    const handle = (process as { [key: symbol]: Handle })[Symbol.for("nrn-patch.handle")] as Handle;
    // What HOC made and holds loses its place only, as when HOC deletes the section.
    if (native.isOwned(handle) && native.refCount(handle) === 1) (process as Disposable)[Symbol.dispose]();
  }
  dropDependents(section);
  native.deleteSection(handle);
  letGo(handle);
}

function processesOf(section: Handle): object[] {
  return native.processesOf(section).map((handle) => wrap.object(handle, native.classOf(handle)));
}
