// Where a point process goes: on a segment, a section, or anything that has a place.
import { described, isPlain } from "../core/arguments.js";
import { ArgumentTypeError, TransformError } from "../core/errors.js";
import { lookup, type Name, others } from "../hoc/names.js";
import { HocObject, infoOf } from "../hoc/object.js";
import { refer } from "../hoc/references.js";
import { Segment } from "../hoc/segment.js";
import { transform, transformArc } from "./transform.js";

type Factory = (...args: unknown[]) => unknown;

/** Point processes that were placed before, by name. */
const processes = new Map<string, Name>();
others.forget.push((name) => processes.delete(name));

function processNamed(name: string): Name | undefined {
  let symbol = processes.get(name);
  if (symbol !== undefined) return symbol;
  symbol = lookup(name);
  if (symbol === undefined || !symbol.isPointProcess) return undefined;
  processes.set(name, symbol);
  return symbol;
}

/** The arguments of a point process by p's rules. */
export function placeArguments(name: string, args: unknown[]): unknown[] {
  const symbol = processNamed(name);
  if (symbol === undefined) return args;
  const [target, x, ...rest] = args;
  if (symbol.isArtificial && target === undefined) return args;
  if (target === undefined || target === null)
    throw new ArgumentTypeError(`p.${name}: expected a section or segment to place it on, got ${described(target)}.`);
  if (typeof target === "number" && isPlain(x)) return args; // NEURON's own form: (0.5, { sec })
  return [segmentAt(`p.${name}`, target, x), ...rest];
}

/** The segment at x of a target, or the one that the target says. */
function segmentAt(where: string, target: unknown, x: unknown): Segment {
  const segment = placeIn(where, target);
  if (x === undefined) return segment;
  if (typeof x !== "number")
    throw new ArgumentTypeError(
      `${where}: x: expected a number from 0 to 1, got ${described(x)}.${isPlain(x) ? ` For its variables: section.synapse(${where}, { attributes: … }).` : ""}`,
    );
  if (target instanceof Segment)
    throw new ArgumentTypeError(`${where}: the segment ${String(target)} says where; x belongs to a section.`);
  return segment.sec(x);
}

function placeIn(where: string, target: unknown): Segment {
  try {
    return transformArc(target);
  } catch (error) {
    if (!(error instanceof TransformError)) throw error;
    const { message } = error;
    throw new TransformError(`${where}: target: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, {
      cause: error,
    });
  }
}

/** Makes a point process of a class of p's or of a user's, and tells a target that counts what depends on it. */
export function place<T extends object>(name: string, cls: new (...args: unknown[]) => T, args: unknown[]): T {
  const process = new cls(...placeArguments(name, args));
  if (args.length === 0) return process;
  try {
    refer(process, [args[0]]);
  } catch (error) {
    (process as unknown as HocObject)[Symbol.dispose]();
    throw error;
  }
  return process;
}

/** What a factory makes of arguments: classes, users' own ones too, are constructed. */
export function madeBy(factory: Factory, args: unknown[]): unknown {
  return classNameOf(factory) === undefined ? factory(...args) : Reflect.construct(factory, args);
}

/** By p's rules: a class of point processes places itself, any other function gets NEURON's objects. */
export function madeByRules(factory: Factory, args: unknown[]): unknown {
  const name = classNameOf(factory);
  if (name === undefined) return factory(...args.map(transform));
  return madeBy(factory, placeArguments(name, args));
}

/** A factory that gets a segment first. */
export function placedBy(where: string, factory: Factory, args: unknown[]): unknown {
  const name = classNameOf(factory);
  if (name !== undefined) return madeBy(factory, placeArguments(name, args));
  const [target, x, ...rest] = args;
  const isX = typeof x === "number";
  return factory(segmentAt(where, target, isX ? x : undefined), ...(isX || x === undefined ? rest : [x, ...rest]));
}

/** The name of the class of NEURON that a class is, or extends. */
function classNameOf(factory: Factory): string | undefined {
  const prototype = (factory as { prototype?: unknown }).prototype;
  return prototype instanceof HocObject ? infoOf(prototype).name : undefined;
}
