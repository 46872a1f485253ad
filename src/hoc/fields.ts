// A user's subclass that declares a field with one of NEURON's names (class S extends h.Section { L = 33 }) defines an
// own property, which would hide NEURON's accessor in silence: the value is moved through the accessor instead.
import type { Handle } from "../engine/binding.js";
import { native } from "../engine/engine.js";
import { kIsOurs } from "./end.js";
import { kOwn, kPart } from "./root.js";
import { fresh, kSectionHandle } from "./transfer.js";

const kHandle: unique symbol = Symbol.for("nrn-patch.handle");

interface Young {
  readonly object: object;
  /** How many more calls to NEURON look at it. */
  left: number;
}
let young: Young[] = [];
let again: object[] = [];

/** Called by constructors of objects whose class is a user's. The fields come into being right after. */
export function note(object: object): void {
  // The constructor of a class between ours and the object's own may call NEURON before the last fields are there.
  const prototype = Object.getPrototypeOf(object) as object;
  const isDirect = Object.getPrototypeOf(prototype) === (object as { [kOwn]?: object })[kOwn];
  young.push({ object, left: isDirect ? 4 : 64 });
  fresh.settle = settle;
}

/** Moves the fields of the objects that were made lately; before a call to NEURON. */
export function settle(): void {
  const objects = young;
  young = [];
  fresh.settle = undefined;
  let failure: unknown;
  for (const each of objects) {
    try {
      moveFields(each.object);
      each.left--;
    } catch (error) {
      failure ??= error;
      each.left = 0; // told once, and once more at the initialisation
    }
    if (each.left > 0) young.push(each);
    else again.push(each.object);
  }
  if (young.length > 0) fresh.settle = settle;
  if (again.length > 4096) again.splice(0, 2048);
  if (failure !== undefined) throw failure;
}

/** Before an initialisation, once more. */
export function settleAll(): void {
  settle();
  const objects = [...again, ...young.map(({ object }) => object)];
  again = [];
  young = [];
  fresh.settle = undefined;
  for (const object of objects) moveFields(object);
}

function moveFields(object: object): void {
  for (const key of Object.keys(object)) {
    if (key === kPart) continue;
    const prototype = Object.getPrototypeOf(object) as object;
    if (!hides(prototype, key, object)) continue;
    if (!isAlive(object)) return;
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

function isAlive(object: object): boolean {
  const handles = object as { [kSectionHandle]?: Handle; [kHandle]?: Handle };
  return native.alive((typeof object === "function" ? handles[kSectionHandle] : handles[kHandle]) ?? 0);
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
