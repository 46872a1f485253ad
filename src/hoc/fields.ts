// A user's subclass that declares a field with one of NEURON's names (class S extends h.Section { L = 33 }) defines an
// own property, which would hide NEURON's accessor in silence: the value is moved through the accessor instead.
import { kIsOurs } from "./end.js";
import { fresh } from "./transfer.js";

let made: object[] = [];
let again: object[] = [];

/** Called by constructors of objects whose class is a user's. The fields come into being right after. */
export function note(object: object): void {
  made.push(object);
  fresh.settle = settle;
}

/** Moves the fields of the objects that were made since the last call to NEURON. */
export function settle(): void {
  if (made.length === 0) {
    fresh.settle = undefined;
    return;
  }
  const objects = made;
  made = [];
  fresh.settle = undefined;
  again.push(...objects);
  for (const object of objects) moveFields(object);
}

/** Before an initialisation, once more: a constructor may have called NEURON before its last fields were there. */
export function settleAll(): void {
  settle();
  const objects = again;
  again = [];
  for (const object of objects) moveFields(object);
}

function moveFields(object: object): void {
  for (const key of Object.keys(object)) {
    const prototype = Object.getPrototypeOf(object) as object;
    if (!hides(prototype, key, object)) continue;
    const value = (object as Record<string, unknown>)[key];
    delete (object as Record<string, unknown>)[key];
    try {
      (object as Record<string, unknown>)[key] = value;
    } catch (error) {
      Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
      throw error;
    }
  }
}

/** Whether a prototype has, or would find, an accessor of this name. */
function hides(prototype: object, key: string, object: object): boolean {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, key);
    if (found !== undefined) return found.set !== undefined;
    if (Object.hasOwn(at, kIsOurs))
      return (object as { [kIsOurs]?: (key: string) => boolean })[kIsOurs]?.(key) ?? false;
  }
  return false;
}
