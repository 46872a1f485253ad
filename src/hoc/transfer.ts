// Values on their way: arguments into the memory that the addon reads, results out of it.
import { described, isPlain } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import type { Handle } from "../engine/binding.js";
import { hooks, kinds, numbers } from "../engine/engine.js";
import { Arg, CAPACITY, Result, STRIDE } from "./kinds.js";

/** Writes the object into the argument's place; every class of ours has it. */
export const kEncode: unique symbol = Symbol("nrn-patch.encode");

/** What travels beside the numbers: strings and JavaScript's own values. */
let extra: unknown[] | undefined;

/** Objects of users' subclasses whose fields may hide NEURON's names: set right before the next call (see fields.ts). */
export const fresh: { settle: (() => void) | undefined } = { settle: undefined };

/** How objects are made from handles; the classes fill it in. */
export const wrap: {
  object: (handle: Handle, cls: number) => object;
  section: (handle: Handle) => object;
  segment: (section: object, x: number) => object;
} = {
  object: () => ({}),
  section: () => ({}),
  segment: () => ({}),
};

/** Whether NaN or an infinite number was among the arguments encoded last. */
export const odd: { seen: boolean } = { seen: false };

export const callbacks: { given: boolean; onFunction: () => void } = { given: false, onFunction: () => {} };

export function place(i: number, kind: number, value: number): void {
  kinds[i] = kind;
  numbers[i * STRIDE] = value;
}

export function placeExtra(i: number, kind: number, value: unknown): void {
  extra ??= [];
  place(i, kind, extra.push(value) - 1);
}

/** A callback that may change the model's structure: NEURON calls it before a run begins. */
export class Structural {
  readonly #callback: unknown;
  constructor(callback: unknown) {
    this.#callback = callback;
  }
  [kEncode](i: number): void {
    callbacks.given = true;
    callbacks.onFunction();
    placeExtra(i, Arg.Host, this.#callback);
    numbers[i * STRIDE + 1] = 1;
  }
}

function hasNeuron(value: object): value is { __neuron__(): unknown } {
  return "__neuron__" in value && typeof value.__neuron__ === "function";
}

/** Writes one value; false when it must be replaced by what stands for it first. */
function encodeOne(i: number, value: unknown, stands: boolean): boolean {
  switch (typeof value) {
    case "number":
      kinds[i] = Arg.Number;
      numbers[i * STRIDE] = value;
      if (value - value !== 0) odd.seen = true;
      return true;
    case "string":
      placeExtra(i, Arg.Text, value);
      return true;
    case "boolean":
      place(i, Arg.Number, value ? 1 : 0);
      return true;
    case "object":
    case "function": {
      if (value === null) {
        kinds[i] = Arg.Null;
        return true;
      }
      const own = (value as { [kEncode]?: (i: number) => void })[kEncode];
      if (own !== undefined) {
        own.call(value, i);
        return true;
      }
      if (!stands && hasNeuron(value)) return false;
      if (typeof value === "function" || Array.isArray(value)) {
        callbacks.given = true;
        callbacks.onFunction();
      }
      placeExtra(i, Arg.Host, value);
      numbers[i * STRIDE + 1] = 0;
      return true;
    }
    default:
      throw new ArgumentTypeError(
        `argument ${i + 1} is ${value === undefined ? "undefined; for none, pass null" : described(value)}.`,
      );
  }
}

/** Writes the arguments, from place `from` on; returns what travels beside them. */
export function encode(args: readonly unknown[], from = 0, stand = false): unknown[] | undefined {
  if (fresh.settle !== undefined) fresh.settle();
  if (args.length + from > CAPACITY)
    throw new ArgumentTypeError(`NEURON takes at most ${CAPACITY} arguments, got ${args.length}.`);
  if (from === 0) extra = undefined;
  odd.seen = false;
  for (let i = 0; i < args.length; i++) {
    if (!encodeOne(from + i, args[i], stand)) {
      // What stands for a user's own object is asked first: it may call NEURON, and this memory is shared.
      const standing = args.map(standIn);
      return encode(standing, from, true);
    }
  }
  const sent = extra;
  extra = undefined;
  return sent;
}

/** What stands for a user's own object in NEURON (`__neuron__`); every other value is itself. */
export function standIn(value: unknown): unknown {
  let current = value;
  for (let depth = 0; depth < 100; depth++) {
    if ((typeof current !== "object" && typeof current !== "function") || current === null) return current;
    if ((current as { [kEncode]?: unknown })[kEncode] !== undefined || !hasNeuron(current)) return current;
    const next = current.__neuron__();
    if (next === current) return current;
    current = next;
  }
  throw new ArgumentTypeError("__neuron__() leads in a circle.");
}

/** Reads what a call returned. */
export function decode(raw: unknown): unknown {
  switch (kinds[0]) {
    case Result.Object: {
      const cls = kinds[1] as number;
      return wrap.object(raw as Handle, cls);
    }
    case Result.Section:
      return wrap.section(raw as Handle);
    case Result.Segment: {
      const x = numbers[0] as number;
      return wrap.segment(wrap.section(raw as Handle), x);
    }
    case Result.Host:
      return typeof raw === "object" && (raw instanceof BigInt || raw instanceof Symbol) ? raw.valueOf() : raw;
    case Result.Null:
      return null;
    default:
      return raw;
  }
}

/** Keywords in last place, as Python's `sec=`: taken off the arguments, unknown ones refused. */
export function takeSection(args: unknown[]): Handle {
  const last = args[args.length - 1];
  if (typeof last !== "object" || last === null || !isPlain(last) || !("sec" in last)) return 0;
  args.pop();
  for (const key of Object.keys(last))
    if (key !== "sec") throw new ArgumentTypeError(`Unknown keyword "${key}": NEURON's functions take { sec } only.`);
  if (last.sec === undefined || last.sec === null) return 0;
  return sectionHandle("sec", standIn(last.sec));
}

/** The handle of a section that was given; a TypeError for anything else. */
export const kSectionHandle: unique symbol = Symbol("nrn-patch.sectionHandle");
export function sectionHandle(name: string, value: unknown): Handle {
  if (typeof value === "function") {
    const handle = (value as unknown as { [kSectionHandle]?: Handle })[kSectionHandle];
    if (handle !== undefined) return handle;
  }
  throw new ArgumentTypeError(`${name}: expected a section, got ${described(value)}.`);
}

hooks.decode = decode;
