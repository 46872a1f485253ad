// One thing in NEURON, one object here: the table from handles to objects.
import type { Handle } from "../engine/binding.js";
import { deaths, native } from "../engine/engine.js";

const indexMask = 0xffffff;

// What is in the model is held here, by the handle's index; passive things are held weakly by the addon.
const objects: (object | undefined)[] = [];
const handles: Handle[] = [];

/** Holds the object for as long as its handle lives. */
export function hold(handle: Handle, object: object): void {
  if (deaths[0] !== 0) buryDead();
  const i = handle & indexMask;
  while (objects.length <= i) {
    objects.push(undefined);
    handles.push(0);
  }
  objects[i] = object;
  handles[i] = handle;
}

/** Lets the garbage collector decide; `bytes` is the size of what NEURON keeps for it, a Vector's numbers apart. */
export function holdWeakly(handle: Handle, object: object, bytes: number): void {
  if (deaths[0] !== 0) buryDead();
  letGo(handle);
  native.bindWeak(handle, object, bytes);
}

export function isHeld(handle: Handle): boolean {
  const i = handle & indexMask;
  return handles[i] === handle && objects[i] !== undefined;
}

/** The same once those that have died since are counted. */
export function isHeldStill(handle: Handle): boolean {
  if (deaths[0] !== 0) buryDead();
  return isHeld(handle);
}

export function find(handle: Handle): object | undefined {
  const i = handle & indexMask;
  if (handles[i] === handle && objects[i] !== undefined) return objects[i];
  return native.weakTarget(handle);
}

export function letGo(handle: Handle): void {
  const i = handle & indexMask;
  if (handles[i] === handle) objects[i] = undefined;
}

function buryDead(): void {
  for (const handle of native.takeDead()) letGo(handle);
}
