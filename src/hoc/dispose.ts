// What cannot be without something else goes with it: the recordings and NetCons of a section or point process.
import type { Handle } from "../engine/binding.js";
import { native } from "../engine/engine.js";
import { kDependents } from "./end.js";
import { letGo } from "./identity.js";
import { unrefer } from "./references.js";
import { Standing } from "./kinds.js";
import { wrap } from "./transfer.js";

export const kOwnerGone = Symbol("nrn-patch.ownerGone");

interface Dependent {
  /** Its owner goes: stop recording, or go too. */
  [kOwnerGone](): void;
}

export type Dependents = Set<Dependent> | undefined;
interface Owner {
  [kDependents]?: Dependents;
}

/** `dependent` is told when `owner` is disposed. */
export function depend(owner: Owner | undefined, dependent: object): void {
  if (owner === undefined || owner === dependent || !(kOwnerGone in dependent)) return;
  const set = owner[kDependents];
  if (set === undefined) owner[kDependents] = new Set([dependent as Dependent]);
  else set.add(dependent as Dependent);
}

export function independ(owner: Owner | undefined, dependent: object): void {
  owner?.[kDependents]?.delete(dependent as Dependent);
}

export function dropDependents(owner: Owner): void {
  const set = owner[kDependents];
  if (set === undefined) return;
  owner[kDependents] = undefined;
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
    if (native.standing(handle) === Standing.ours) (process as Disposable)[Symbol.dispose]();
  }
  dropDependents(section);
  native.deleteSection(handle);
  letGo(handle);
  unrefer(section);
}

function processesOf(section: Handle): object[] {
  return native.processesOf(section).map((handle) => wrap.object(handle, native.classOf(handle)));
}
