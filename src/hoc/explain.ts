// NEURON's complaints about a call's arguments, in the caller's words: where, what was expected, what came.
import { described } from "../core/arguments.js";
import {
  ArgumentRangeError,
  ArgumentTypeError,
  DisposedError,
  errorFor,
  HocError,
  HocSectionAccessError,
  PatchError,
} from "../core/errors.js";
import { count } from "../core/words.js";
import { hooks } from "../engine/engine.js";
import { tellWaiting } from "./ranks.js";

// The error that the call under way has just made; one that a callback threw is handed on as it is.
let newest: Error | undefined;
hooks.error = (code: string, message: string): Error => {
  newest = errorFor(code, message);
  return newest;
};
hooks.parked = (error: unknown): void => {
  newest = undefined;
  tellWaiting(error);
};

function list(args: readonly unknown[]): string {
  return `(${args.slice(0, 6).map(described).join(", ")}${args.length > 6 ? ", …" : ""})`;
}

/** How NEURON calls what stands on its stack, and which arguments are such. */
const onStack: Record<string, readonly [words: string, fits: (value: unknown) => boolean]> = {
  double: ["a number", (value) => typeof value === "number" || typeof value === "boolean"],
  "char**": ["a string", (value) => typeof value === "string"],
  "Object**": ["an object", isObject],
  "Object*": ["an object", isObject],
  "neuron::container::generic_data_handle": ["a pointer, such as soma(0.5)._ref_v", isPointer],
};
function isObject(value: unknown): boolean {
  return value === null || ((typeof value === "object" || typeof value === "function") && !isPointer(value));
}
function isPointer(value: unknown): boolean {
  return typeof value === "object" && value !== null && /^(\w*Pointer|Ref)$/.test(value.constructor?.name ?? "");
}

function wrongKind(where: string, args: readonly unknown[], expected: string, really: string): Error | undefined {
  const fits = onStack[really]?.[1];
  const i = fits === undefined ? -1 : args.findIndex(fits);
  if (i < 0) return undefined;
  const words = onStack[expected]?.[0] ?? "something else";
  return new ArgumentTypeError(
    `${where}: ${args.length > 1 ? `argument ${i + 1}: ` : ""}expected ${words}, got ${described(args[i])}.`,
  );
}

type Translate = (found: RegExpExecArray, where: string, args: readonly unknown[]) => Error | undefined;

const outOfRange: Translate = (_, where, args) =>
  args.length === 0
    ? undefined
    : new ArgumentRangeError(
        `${where}: expected ${args.length > 1 ? "arguments" : "an argument"} in NEURON's range, got ${list(args)}.`,
      );
const wrongType: Translate = (found, where, args) =>
  args.length === 0 ? undefined : new ArgumentTypeError(`${where}: ${found[0]} (got ${list(args)}).`);

const translations: readonly (readonly [RegExp, Translate])[] = [
  [
    /bad stack access: expecting (.+?); really ([^ \n]+(?:\*\*)?)/,
    ([, expected, really], where, args) => wrongKind(where, args, expected as string, really as string),
  ],
  [
    /Arg out of range in user function|vector::_M_range_check|cannot create std::vector|vector::_M_\w+|[Ii]ndex out of range/,
    outOfRange,
  ],
  [
    /range variable domain is 0 ?<= ?x ?<= ?1/,
    (_, where, args) => new ArgumentRangeError(`${where}: x: expected a number from 0 to 1, got ${list(args)}.`),
  ],
  [
    /not enough arguments/,
    (_, where, args) => new ArgumentTypeError(`${where}: expected more than ${count(args.length, "argument")}.`),
  ],
  [
    /object type is (\w+) instead of (\w+)/,
    ([, , expected], where, args) => new ArgumentTypeError(`${where}: expected a ${expected}, got ${list(args)}.`),
  ],
  [
    /A segment was expected[^\n]*/,
    (_, where, args) => new ArgumentTypeError(`${where}: expected a segment, such as soma(0.5), got ${list(args)}.`),
  ],
  [
    /A section was expected[^\n]*/,
    (_, where, args) => new ArgumentTypeError(`${where}: expected a section, got ${list(args)}.`),
  ],
  [/This (section|object|reference) no longer exists/, (found, where) => new DisposedError(`${where}: ${found[0]}.`)],
  [
    /Expecting string argument|A number was provided instead of a pointer|(?:if )?arg \d (?:is an object it )?must be [^\n]*|Optional first arg is not a POINT_PROCESS|No NET_RECEIVE in target PointProcess[^\n]*|is not an artificial cell[^\n]*/,
    wrongType,
  ],
  [
    /Section access unspecified|pointer not associated with currently accessed section|point process not located in a section|not located in a section/,
    (found, where) =>
      new HocSectionAccessError(`${where}: ${found[0]}: name the section, as in { sec: soma }, or give a segment.`),
  ],
];

/** The error to throw for a call that failed: NEURON's own, with its place in front, or a better one. */
export function explained(error: unknown, where: () => string, args: readonly unknown[]): unknown {
  if (error instanceof ArgumentTypeError && error.message.startsWith("argument "))
    return new ArgumentTypeError(`${where()}: ${error.message}`);
  if (error !== newest || newest === undefined) return error;
  const { message } = newest;
  newest = undefined;
  const place = where();
  // NEURON's words come first, then the chain of HOC's calls: only what is said of this call itself is translated.
  const words = message.split("\n", 1)[0] as string;
  if (error instanceof HocError)
    for (const [pattern, translate] of translations) {
      const found = pattern.exec(words);
      const better = found && translate(found, place, args);
      if (better) return Object.defineProperty(better, "cause", { value: error, configurable: true, writable: true });
    }
  if (!(error instanceof PatchError || error instanceof ArgumentTypeError || error instanceof ArgumentRangeError))
    return error;
  if (error.code === "ERR_PATCH_INTERRUPTED" || message.includes(place)) return error;
  return errorFor(error.code, `${place}: ${message}`);
}

/** Numbers that are none of a modeller's, given to NEURON itself: NaN comes of an earlier mistake, and many calls die of both. */
export function refuseOdd(where: string, args: readonly unknown[]): void {
  const i = args.findIndex((arg) => typeof arg === "number" && !Number.isFinite(arg));
  if (i < 0) return;
  throw new ArgumentRangeError(
    `${where}: ${args.length > 1 ? `argument ${i + 1}: ` : ""}expected a finite number, got ${String(args[i])}.`,
  );
}

/** Where NaN and infinite numbers are data like others. */
export const takesAnyNumber = new Set([
  "Vector",
  ...["append", "fill", "set", "setval", "contains", "indwhere", "indvwhere", "where", "add", "sub", "mul", "div"],
  ...["eq", "insrt", "allreduce", "pack", "post", "printf", "addrand"],
]);
