// Members of NEURON's classes, defined on the class's prototype when they are met first.
import { isNumber, number } from "../core/arguments.js";
import { ArgumentTypeError, NameError } from "../core/errors.js";
import { native, numbers } from "../engine/engine.js";
import { HocArray, needsIndex } from "./array.js";
import { methodGuards, valueGuards } from "./guards.js";
import { Kind, POINTER, STRIDE } from "./kinds.js";
import { memberOf, type Name } from "./names.js";
import { type ClassInfo, type HocObject, handleOf, infoOf, invoke, keep } from "./object.js";
import { MemberPointer, Pointer } from "./pointer.js";
import { pinned } from "./retire.js";
import { decode, encode, kEncode, standIn } from "./transfer.js";

const functions = new Set<number>([
  Kind.function,
  Kind.procedure,
  Kind.builtInFunction,
  Kind.objectFunctionOfHoc,
  Kind.objectMethod,
  Kind.stringMethod,
  Kind.stringFunction,
  Kind.objectFunction,
]);
const values = new Set<number>([
  Kind.variable,
  Kind.string,
  Kind.object,
  Kind.rangeVariable,
  Kind.rangeObject,
  Kind.section,
  Kind.sectionRef,
]);
/** Their members that are over at once and called often: being ready for Ctrl-C takes longer than they do. */
const isQuick = new Set(["event", "id", "nhost", "time", "set_gid2node", "cell", "gid_exists", "gid_connect"]);
const runsLong = new Set(["ParallelContext", "CVode", "Impedance", "BBSaveState", "SaveState"]);

/** Classes whose objects only look at what they are given; all others keep it alive. */
const holdsNothing = new Set(["ParallelContext", "CVode"]);
const holding = new Set(["record", "spike_record", "store_events", "source_var", "target_var", "event"]);
/** Of these, NEURON keeps a bare pointer. */
const pinning = new Set(["spike_record", "store_events"]);
const heldForEver = new Set<unknown>();

export function installMember(info: ClassInfo, symbol: Name, name: string): void {
  Object.defineProperty(info.prototype, name, { ...accessor(info, symbol, name), configurable: true });
}

function accessor(info: ClassInfo, symbol: Name, name: string): PropertyDescriptor {
  if (name.startsWith("_ref_")) return pointerAccessor(symbol);
  if (functions.has(symbol.kind)) return { value: method(info, symbol), writable: true };
  if (!values.has(symbol.kind)) throw new NameError(`${info.name}.${name} is a HOC word that has no value here.`);
  if (symbol.isArray) return arrayAccessor(symbol, info);
  if (info.isPointProcess && symbol.kind === Kind.rangeVariable) return processAccessor(symbol);
  return {
    get(this: HocObject) {
      return decode(native.getMember(handleOf(this), symbol.id, 0));
    },
    set(this: HocObject, value: unknown) {
      setValue(this, symbol, [], value);
    },
  };
}

function processAccessor({ id, name }: Name): PropertyDescriptor {
  return {
    get(this: HocObject) {
      return native.processGet(handleOf(this), id, 0);
    },
    set(this: HocObject, value: unknown) {
      native.processSet(
        handleOf(this),
        id,
        0,
        typeof value === "number" && !Number.isNaN(value) ? value : number(`${String(this)}.${name}`, value),
      );
    },
  };
}

function method(info: ClassInfo, { id, name }: Name): (...args: unknown[]) => unknown {
  const long = !info.isBuiltIn || (runsLong.has(info.name) && !isQuick.has(name));
  const keeps = !info.isPassive && !holdsNothing.has(info.name);
  const keepsForEver = holdsNothing.has(info.name) && holding.has(name);
  const guard = methodGuards[info.name]?.[name];
  const call = function (this: HocObject, ...args: unknown[]): unknown {
    if (guard !== undefined) for (let i = 0; i < args.length; i++) args[i] = standIn(args[i]);
    if (guard !== undefined) guard(args, { toString: () => `${String(this)}.${name}` }, this);
    if (keeps && args.length > 0) keep(this, args);
    if (keepsForEver)
      for (const arg of args)
        if (typeof arg === "object" && arg !== null) {
          heldForEver.add(arg);
          if (pinning.has(name)) pinned.add(arg);
        }
    return invoke(this, id, args, long);
  };
  Object.defineProperty(call, "name", { value: name });
  return call;
}

function arrayAccessor(symbol: Name, info: ClassInfo): PropertyDescriptor {
  const inProcess = info.isPointProcess && symbol.kind === Kind.rangeVariable;
  return {
    get(this: HocObject) {
      return arrayOf(this, symbol, inProcess);
    },
    set(this: HocObject, value: unknown) {
      needsIndex(`${String(this)}.${symbol.name}`, value);
    },
  };
}

/** Arrays of NEURON's own classes that have one dimension. */
const flat = new Set(["weight"]);

function arrayOf(object: HocObject, symbol: Name, inProcess: boolean, written?: () => void): HocArray {
  return new HocArray({
    name: () => `${String(object)}.${symbol.name}`,
    length: (depth) => native.dimension(symbol.id, handleOf(object), depth),
    isFlat: flat.has(symbol.name) && infoOf(object).isBuiltIn,
    get: (indices) => {
      if (inProcess) return native.processGet(handleOf(object), symbol.id, indices[0] as number);
      placeIndices(indices);
      return decode(native.getMember(handleOf(object), symbol.id, indices.length));
    },
    set: (indices, value) => {
      setValue(object, symbol, indices, value);
      written?.();
    },
  });
}

function pointersOf(object: HocObject, symbol: Name): HocArray {
  return new HocArray({
    name: () => `${String(object)}._ref_${symbol.name}`,
    length: (depth) => native.dimension(symbol.id, handleOf(object), depth),
    isFlat: flat.has(symbol.name) && infoOf(object).isBuiltIn,
    get: (indices) => new MemberPointer(object, symbol.id, symbol.name, indices),
    set: () => needsIndex(`${String(object)}._ref_${symbol.name}`, undefined),
  });
}

/** An array member, or the pointers to its elements, for a class that stands in front of NEURON's; `written` is told of assignments. */
export function memberArray(object: HocObject, name: string, written?: () => void): HocArray {
  const isPointer = name.startsWith("_ref_");
  const symbol = ownMember(object, isPointer ? name.slice(5) : name) as Name;
  return isPointer ? pointersOf(object, symbol) : arrayOf(object, symbol, false, written);
}

/** How many elements it has. */
export function ownLength(object: HocObject, name: string): number {
  return native.dimension(idOf(object, name), handleOf(object), 0);
}

/** A plain number of NEURON's behind a class that stands in front of it. */
export function ownNumber(object: HocObject, name: string): number {
  return decode(native.getMember(handleOf(object), idOf(object, name), 0)) as number;
}
export function setOwnNumber(object: HocObject, name: string, value: number): void {
  const extra = encode([value]);
  native.setMember(handleOf(object), idOf(object, name), 0, extra);
}
const ownMembers = new WeakMap<ClassInfo, Map<string, Name | undefined>>();
/** Looked up once for each class. */
function ownMember(object: HocObject, name: string): Name | undefined {
  const info = infoOf(object);
  let table = ownMembers.get(info);
  if (table === undefined) {
    table = new Map();
    ownMembers.set(info, table);
  }
  let member = table.get(name);
  if (member === undefined) {
    member = memberOf(info.symbol, name, 0);
    table.set(name, member);
  }
  return member;
}
/** By what NEURON knows a member of the object's class; 0 for none. */
export function idOf(object: HocObject, name: string): number {
  return ownMember(object, name)?.id ?? 0;
}

function placeIndices(indices: readonly number[]): void {
  for (let i = 0; i < indices.length; i++) numbers[i * STRIDE] = indices[i] as number;
}

function setValue(object: HocObject, symbol: Name, indices: readonly number[], value: unknown): void {
  const name = () => `${String(object)}.${symbol.name}${indices.map((i) => `[${i}]`).join("")}`;
  if (symbol.kind === Kind.section || symbol.kind === Kind.sectionRef || symbol.kind === Kind.rangeObject)
    throw new ArgumentTypeError(`${name()} cannot be assigned.`);
  if ((symbol.kind === Kind.variable || symbol.kind === Kind.rangeVariable) && !isNumber(value)) number(name(), value);
  valueGuards[infoOf(object).name]?.[symbol.name]?.({ toString: name }, value);
  if (symbol.kind === Kind.string && typeof value !== "string")
    throw new ArgumentTypeError(`${name()} takes a string.`);
  const extra = encode([value ?? null], indices.length);
  placeIndices(indices);
  native.setMember(handleOf(object), symbol.id, indices.length, extra);
}

function pointerAccessor(symbol: Name): PropertyDescriptor {
  if (symbol.kind !== Kind.variable && symbol.kind !== Kind.rangeVariable)
    throw new NameError(`${symbol.name} is no number, so nothing can point to it.`);
  return {
    get(this: HocObject) {
      if (!symbol.isArray) return new MemberPointer(this, symbol.id, symbol.name, []);
      return pointersOf(this, symbol);
    },
    set(this: HocObject, value: unknown) {
      if (symbol.subtype !== POINTER)
        throw new ArgumentTypeError(
          `${String(this)}.${symbol.name} is not a POINTER variable, so it cannot be pointed elsewhere.`,
        );
      if (!(value instanceof Pointer))
        throw new ArgumentTypeError(
          `${String(this)}._ref_${symbol.name}: expected a pointer such as soma(0.5)._ref_v.`,
        );
      keep(this, [value]);
      value[kEncode](0);
      native.setPointer(handleOf(this), symbol.id, 0, true);
    },
  };
}

/** An alias belongs to one object, so it is not defined on the class. */
export function readAlias(object: HocObject, symbol: Name): unknown {
  return decode(native.getMember(handleOf(object), symbol.id, 0));
}

export function writeAlias(object: HocObject, symbol: Name, value: unknown): void {
  const extra = encode([value]);
  native.setMember(handleOf(object), symbol.id, 0, extra);
}
