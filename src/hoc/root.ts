// What every object here has: a name, one line for people, JSON that does not dig, and conversions that refuse.
import { inspect } from "node:util";
import { kDescribed } from "../core/arguments.js";
import { ArgumentTypeError, NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { kOwnerGone } from "./dependents.js";
import { close, defineField, kMiss, kMissSet } from "./end.js";

/** The names that can be suggested, and the line for `console.log`. */
export const kNames: unique symbol = Symbol("nrn-patch.names");
export const kLine: unique symbol = Symbol("nrn-patch.line");
/** The prototype of the package's own class; what stands before it in the chain is a user's. */
export const kOwn: unique symbol = Symbol("nrn-patch.own");

/**
 * An own enumerable property with a text as its key and a symbol as its value: structuredClone looks at nothing else of
 * an object, and refuses it for that.
 */
export const kPart = "(NEURON)";
export const part: symbol = Symbol("a NEURON object");

/** To which of the marked classes an object belongs, a bit for each. */
const kClasses: unique symbol = Symbol("nrn-patch.classes");

export abstract class Root {
  declare readonly [kClasses]: number;

  abstract toString(): string;

  toJSON(): unknown {
    return this.toString();
  }

  [kLine](): string {
    return this.toString();
  }

  [kDescribed](): string {
    return this.toString();
  }

  [kNames](): Iterable<string> {
    return [];
  }

  [inspect.custom](): string {
    try {
      return this[kLine]();
    } catch (error) {
      return `[${(error as Error).message}]`;
    }
  }

  [Symbol.toPrimitive](hint: string): string {
    if (hint === "number") throw new ArgumentTypeError(`${this.toString()} is not a number.`);
    return this.toString();
  }

  [kMiss](name: string): unknown {
    throw new NameError(`${this.toString()} has no "${name}".${didYouMean(name, this[kNames]())}`);
  }

  [kMissSet](name: string, value: unknown): boolean {
    if (isOfUsersClass(this)) return defineField(this, name, value);
    throw new NameError(`${this.toString()} has no "${name}" that could be set.${didYouMean(name, this[kNames]())}`);
  }
}

Object.defineProperty(Root.prototype, kClasses, { value: 0 });
// What every object is asked for, and few have: answered here, it costs a tenth of what the Proxy takes to say no.
for (const name of [kOwnerGone, "__neuron__", "__netcon__", "__record__", "__arc__", "__ref__", "__deref__"])
  Object.defineProperty(Root.prototype, name, { value: undefined, writable: true, configurable: true });

const ordinary = Function.prototype[Symbol.hasInstance];
let marked = 0;

/** For classes that are often asked for: `instanceof` without the Proxy at the chain's end, which costs more than the call it is for. */
export function markClass(cls: { prototype: object }): void {
  const bit = 1 << marked++;
  const prototype = cls.prototype as { readonly [kClasses]: number };
  Object.defineProperty(prototype, kClasses, { value: prototype[kClasses] | bit });
  Object.defineProperty(cls, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      if (this !== cls) return ordinary.call(this as () => void, value);
      return (
        typeof value === "object" &&
        value !== null &&
        ((value as { readonly [kClasses]: number })[kClasses] & bit) !== 0
      );
    },
  });
}

export function isOfUsersClass(object: object): boolean {
  const own = (object as { [kOwn]?: object })[kOwn];
  return own !== undefined && Object.getPrototypeOf(object) !== own && object !== own;
}

/** Marks a class of the package, and closes its chain when it is the first of its own. */
export function ownClass(cls: { prototype: object }): void {
  Object.defineProperty(cls.prototype, kOwn, { value: cls.prototype, configurable: true });
}

close(Root.prototype);
