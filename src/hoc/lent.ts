// A passive object of a user's class keeps its fields for as long as NEURON refers to it, too (in a List, say).
import { native } from "../engine/engine.js";
import { hold, holdWeakly } from "./identity.js";
import { type HocObject, handleOf } from "./object.js";

const given: HocObject[] = [];
let shared: HocObject[] = [];

/** Called when it is an argument of a call. */
export function lend(object: HocObject): void {
  given.push(object);
}

/** Called after each call: what NEURON refers to now is held. */
export function holdLent(): void {
  if (given.length === 0) return;
  for (const object of given.splice(0)) {
    const handle = handleOf(object);
    if (!native.alive(handle) || native.refCount(handle) < 2) continue;
    hold(handle, object);
    shared.push(object);
  }
  if (shared.length < 64) return;
  shared = shared.filter((object) => {
    const handle = handleOf(object);
    if (!native.alive(handle)) return false;
    if (native.refCount(handle) > 1) return true;
    holdWeakly(handle, object, 200);
    return false;
  });
}
