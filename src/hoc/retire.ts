// How an object leaves the model, and what keeps it there a while longer.
import { PatchError, SimulationError } from "../core/errors.js";
import { native } from "../engine/engine.js";
import { dropDependents, hasDependents } from "./dependents.js";
import { letGo } from "./identity.js";
import { Standing } from "./kinds.js";
import { type HocObject, handleOf, infoOf, isHocObject, unkeep } from "./object.js";
import { unrefer } from "./references.js";
import { addressee, noteGone } from "./stale.js";

/** What NEURON keeps a bare pointer to for ever (pc.spike_record, cvode.store_events): never freed. */
export const pinned = new WeakSet<object>();
/** What a mechanism was given, and so points to: by what was given. */
const users = new WeakMap<object, Set<HocObject>>();
/** What was disposed while a mechanism still uses it: it goes with the mechanism. */
const waiting = new WeakMap<object, HocObject[]>();

export function noteUser(user: HocObject, args: readonly unknown[]): void {
  for (const arg of args) {
    if (!isHocObject(arg) || !infoOf(arg).isPassive) continue;
    const set = users.get(arg);
    if (set === undefined) users.set(arg, new Set([user]));
    else set.add(user);
  }
}

function userOf(object: HocObject): HocObject | undefined {
  for (const user of users.get(object) ?? []) if (native.standing(handleOf(user)) !== Standing.gone) return user;
  return undefined;
}

/** Takes it out of the model; twice is harmless. */
export function disposeObject(object: HocObject): void {
  const handle = handleOf(object);
  const info = infoOf(object);
  if (info.isPassive && stays(object)) return;
  if (info.isPointProcess && native.inRun() && native.alive(handle))
    throw new SimulationError(`${String(object)} cannot be disposed while NEURON runs.`);
  if (hasDependents(object) && native.alive(handle)) dropDependents(object);
  const name = addressee(object);
  const standing = native.part(handle);
  if (standing === Standing.shared)
    throw new PatchError(`${String(object)} cannot be disposed: HOC still refers to it.`, { code: "ERR_PATCH_IN_USE" });
  letGo(handle);
  if (standing === Standing.gone) return;
  if (name !== undefined) noteGone(name);
  unkeep(object);
  unrefer(object);
  if (info.isPointProcess) disposeWaiting(object);
}

/** What NEURON or a mechanism still uses. */
function stays(object: HocObject): boolean {
  if (pinned.has(object)) return true;
  const user = userOf(object);
  if (user === undefined) return false;
  const list = waiting.get(user);
  if (list === undefined) waiting.set(user, [object]);
  else list.push(object);
  return true;
}

function disposeWaiting(user: HocObject): void {
  const list = waiting.get(user);
  if (list === undefined) return;
  waiting.delete(user);
  for (const waiter of list) disposeObject(waiter);
}
