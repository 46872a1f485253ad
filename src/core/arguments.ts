// Checks at the public door. Each message says where, what was expected, and what came.
import { ArgumentRangeError, ArgumentTypeError } from "./errors.js";

/** What an object of NEURON's is called in a message: it has this method. */
export const kDescribed: unique symbol = Symbol("nrn-patch.described");

/** What came, in words short enough for a message. */
export function described(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (typeof value === "string")
    return value.length > 40 ? `the string "${value.slice(0, 40)}…"` : `the string "${value}"`;
  if (typeof value === "number") return String(value);
  if ((typeof value === "object" || typeof value === "function") && kDescribed in value)
    return (value as { [kDescribed](): string })[kDescribed]();
  if (typeof value === "function") return value.toString().startsWith("class") ? "a class" : "a function";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") {
    const text = Object.prototype.toString.call(value) === "[object Object]" ? value.constructor?.name : undefined;
    return text && text !== "Object" ? `an object of class ${text}` : "an object";
  }
  return `${typeof value} ${String(value)}`;
}

export function wrongType(name: string, expected: string, value: unknown): ArgumentTypeError {
  return new ArgumentTypeError(`${name}: expected ${expected}, got ${described(value)}.`);
}

export function outOfRange(name: string, expected: string, value: unknown): ArgumentRangeError {
  return new ArgumentRangeError(`${name}: expected ${expected}, got ${described(value)}.`);
}

/** The quick half of a check: what is right costs nothing, and only what is wrong gets a name for its message. */
export function isNumber(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(value);
}
export function isPositive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY;
}

/** A number that is one: NaN is always a mistake made earlier. */
export function number(name: string, value: unknown): number {
  if (typeof value !== "number") throw wrongType(name, "a number", value);
  if (Number.isNaN(value)) throw outOfRange(name, "a number", value);
  return value;
}

export function finite(name: string, value: unknown): number {
  if (typeof value !== "number") throw wrongType(name, "a number", value);
  if (!Number.isFinite(value)) throw outOfRange(name, "a finite number", value);
  return value;
}

export function positive(name: string, value: unknown): number {
  if (typeof value !== "number") throw wrongType(name, "a number", value);
  if (!(value > 0 && Number.isFinite(value))) throw outOfRange(name, "a finite number above 0", value);
  return value;
}

/** A place along a section, 0 … 1. */
export function unitInterval(name: string, value: unknown): number {
  if (typeof value !== "number") throw wrongType(name, "a number from 0 to 1", value);
  if (!(value >= 0 && value <= 1)) throw outOfRange(name, "a number from 0 to 1", value);
  return value;
}

export function whole(name: string, value: unknown, from: number, to: number): number {
  if (typeof value !== "number") throw wrongType(name, `a whole number from ${from} to ${to}`, value);
  if (!(Number.isInteger(value) && value >= from && value <= to))
    throw outOfRange(name, `a whole number from ${from} to ${to}`, value);
  return value;
}

export function text(name: string, value: unknown): string {
  if (typeof value !== "string") throw wrongType(name, "a string", value);
  return value;
}

export function boolean(name: string, value: unknown): boolean {
  if (typeof value !== "boolean") throw wrongType(name, "true or false", value);
  return value;
}

export function callable(name: string, value: unknown): (...args: never[]) => unknown {
  if (typeof value !== "function") throw wrongType(name, "a function", value);
  return value as (...args: never[]) => unknown;
}

/** An object literal, as options are written; not an instance of anything. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
