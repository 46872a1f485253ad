// Objects of HOC's classes: one TypeScript object for each, whoever made it.
import { ArgumentTypeError, DisposedError, NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { Handle, SymbolId } from "../engine/binding.js";
import { kinds, native, numbers } from "../engine/engine.js";
import { construct, sourceIn } from "./construct.js";
import { type Dependents, depend, dependentsOf, independ } from "./dependents.js";
import { defineField, kIsOurs, kMiss, kMissSet } from "./end.js";
import { explained, refuseOdd, takesAnyNumber } from "./explain.js";
import { type Few, membersOf, withOne } from "./few.js";
import { note } from "./fields.js";
import { find as findObject, hold, holdWeakly, isHeldStill } from "./identity.js";
import { Arg, STRIDE } from "./kinds.js";
import { holdLent, lend } from "./lent.js";
import { made } from "./made.js";
import { installMember, readAlias, writeAlias } from "./member.js";
import { memberOf, type Name, nameOf } from "./names.js";
import { kOwner, Pointer, Ref } from "./pointer.js";
import { keepWith, letGoWith, ours, refer } from "./references.js";
import { disposeObject, noteUser } from "./retire.js";
import { isOfUsersClass, kNames, kPart, markClass, part, Root } from "./root.js";
import { isSection } from "./section.js";
import { Segment } from "./segment.js";
import { decode, encode, kEncode, odd, standIn, takeSection } from "./transfer.js";

/** What is known of a class of NEURON; it stands on the prototype of its objects. */
export interface ClassInfo {
  readonly name: string;
  readonly symbol: SymbolId;
  readonly prototype: object;
  /** Freed when nobody holds it; the others are part of the model and stay. */
  readonly isPassive: boolean;
  readonly isPointProcess: boolean;
  readonly isBuiltIn: boolean;
}
export const kInfo: unique symbol = Symbol("nrn-patch.info");
export const kId: unique symbol = Symbol("nrn-patch.id");
const kHandle: unique symbol = Symbol.for("nrn-patch.handle");

// Set while an object is made for a thing that exists already.
let adopting: Handle = 0;
/** Set while data is made that is part of the model from its beginning on. */
export const birth: { isHeld: boolean } = { isHeld: false };

/** The handle of an object, dead or alive: the native side checks. */
export let handleOf: (object: HocObject) => Handle;
export let isHocObject: (value: unknown) => value is HocObject;
/** What it was given lives as long as the object does: NEURON keeps bare pointers to it. */
export let keep: (object: HocObject, args: readonly unknown[]) => void;
/** The object lets go of what it was given. */
export let unkeep: (object: HocObject) => void;

export class HocObject extends Root {
  #handle: Handle;
  #kept: Few<object> = undefined;
  #dependents: Dependents = undefined;
  private readonly [kPart] = part;
  /** Tells two objects apart in deep comparisons. */
  readonly [kId]: number;

  constructor(...args: unknown[]) {
    super();
    const info = infoOf(this);
    if (adopting !== 0) {
      this.#handle = adopting;
      adopting = 0;
    } else {
      this.#handle = construct(info, this, args);
      if (isOfUsersClass(this)) note(this);
      if (made.told !== undefined) made.told(this);
    }
    this[kId] = this.#handle;
    if (info.isPassive && !birth.isHeld) holdWeakly(this.#handle, this, 200);
    else hold(this.#handle, this);
    if (info.isPassive || args.length === 0) return;
    keep(this, args);
    if (info.name === "NetCon") for (const arg of args) depend(ownerOf(standIn(sourceIn(arg))), this);
    tell(this, args);
  }

  static {
    handleOf = (object) => object.#handle;
    isHocObject = (value): value is HocObject => typeof value === "object" && value !== null && #handle in value;
    dependentsOf.object = {
      get: (owner) => (owner as HocObject).#dependents,
      set: (owner, dependents) => {
        (owner as HocObject).#dependents = dependents;
      },
    };
    keep = (object, args) => {
      if (infoOf(object).isPointProcess) noteUser(object, args);
      for (const given of args) {
        const arg = standIn(given);
        if (!(isHocObject(arg) || arg instanceof Pointer || arg instanceof Ref)) continue;
        object.#kept = withOne(object.#kept, arg);
      }
    };
    unkeep = (object) => {
      if (object.#kept === undefined) return;
      for (const arg of membersOf(object.#kept)) independ(ownerOf(arg), object);
      object.#kept = undefined;
    };
  }

  get [kHandle](): Handle {
    return this.#handle;
  }

  /** NEURON's name of it, such as `NetCon[3]`. */
  hname(): string {
    return native.objectName(this.#handle);
  }

  same(other: unknown): boolean {
    return other === this;
  }

  /** Takes it out of the model. Twice is harmless; what HOC still refers to is refused. */
  dispose(): void {
    disposeObject(this);
  }

  [Symbol.dispose](): void {
    disposeObject(this);
  }

  /** Keeps another object alive for as long as this one lives. */
  __ref__(other: object): void {
    keepWith(this, other);
  }

  /** Ends that; whether the other was referred to. */
  __deref__(other: object): boolean {
    return letGoWith(this, other);
  }

  [kEncode](i: number): void {
    kinds[i] = Arg.Object;
    numbers[i * STRIDE] = this.#handle;
    if (isOfUsersClass(this) && infoOf(this).isPassive) lend(this);
  }

  [kIsOurs](key: string): boolean {
    return #handle in this && memberOf(infoOf(this).symbol, key, this.#handle) !== undefined;
  }

  override toString(): string {
    try {
      if (native.alive?.(this.#handle)) return native.objectName(this.#handle);
    } catch (error) {
      if (!(error instanceof DisposedError)) throw error; // another copy of the package has the engine
    }
    return `a disposed ${infoOf(this).name}`;
  }

  override [kNames](): Iterable<string> {
    return [...native.names(infoOf(this).symbol), ...ownMethods(this)];
  }

  override [kMiss](name: string): unknown {
    if (!(#handle in this)) return undefined; // the prototype itself was asked
    const member = find(this, name);
    if (member.isAlias) return readAlias(this, member.symbol);
    installMember(infoOf(this), member.symbol, name);
    return (this as unknown as Record<string, unknown>)[name];
  }

  override [kMissSet](name: string, value: unknown): boolean {
    if (!(#handle in this)) return defineField(this, name, value);
    const info = infoOf(this);
    const bare = name.startsWith("_ref_") ? name.slice(5) : name;
    const symbol = memberOf(info.symbol, bare, this.#handle);
    if (symbol === undefined) return super[kMissSet](name, value);
    if (isAlias(symbol)) {
      writeAlias(this, symbol, value);
      return true;
    }
    installMember(info, symbol, name);
    (this as unknown as Record<string, unknown>)[name] = value;
    return true;
  }
}

markClass(HocObject);
ours.add(HocObject.prototype.__ref__);

export function isObjectAlive(object: HocObject): boolean {
  return native.alive(handleOf(object));
}

/** The same of what is no passive data, without asking NEURON. */
export function isInModel(object: HocObject): boolean {
  return isHeldStill(handleOf(object));
}

/** The object of a handle that is alive and known here. */
export function objectOf(handle: Handle): HocObject | undefined {
  return native.alive(handle) ? (findObject(handle) as HocObject | undefined) : undefined;
}

/** Data that takes part in a simulation only while it records or plays. */
export function isPassive(object: HocObject): boolean {
  return infoOf(object).isPassive;
}

export function infoOf(object: object): ClassInfo {
  const info = (object as { [kInfo]?: ClassInfo })[kInfo];
  if (info === undefined)
    throw new ArgumentTypeError("HocObject is no class of NEURON itself: use h.Vector, h.NetCon, …");
  return info;
}

function isAlias(symbol: Name): boolean {
  return symbol.kind === 1 || symbol.kind === 2;
}

function find(object: HocObject, name: string): { symbol: Name; isAlias: boolean } {
  const info = infoOf(object);
  const bare = name.startsWith("_ref_") ? name.slice(5) : name;
  if (!native.alive(handleOf(object))) native.objectName(handleOf(object)); // throws the right error
  const symbol = memberOf(info.symbol, bare, handleOf(object));
  if (symbol === undefined)
    throw new NameError(`${String(object)} has no "${name}".${didYouMean(bare, object[kNames]())}`);
  return { symbol, isAlias: isAlias(symbol) };
}

function ownMethods(object: object): string[] {
  const names: string[] = [];
  for (
    let at: object | null = object;
    at !== null && at !== Root.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    names.push(...Object.getOwnPropertyNames(at));
  return names.filter((name) => name !== "constructor");
}

/** Users' objects among the arguments that count what depends on them; an object of which they refuse to hear is not made. */
function tell(object: HocObject, args: readonly unknown[]): void {
  try {
    refer(object, args);
  } catch (error) {
    disposeObject(object); // the fields of its class are not there yet
    throw error;
  }
}

/** The thing in the model that an argument stands for: a pointer's owner, a segment's section, or itself. */
export function ownerOf(value: unknown): object | undefined {
  if (value instanceof Pointer) return value[kOwner];
  if (value instanceof Segment) return value.sec;
  return isHocObject(value) || isSection(value) ? value : undefined;
}

/** Makes the object for a handle that has none yet. */
export function adopt(handle: Handle, cls: new () => HocObject): HocObject {
  adopting = handle;
  try {
    return new cls();
  } finally {
    adopting = 0;
  }
}

/** Calls a member function. `long`: it may run for a while. */
export function invoke(object: HocObject, symbol: SymbolId, args: unknown[], long: boolean): unknown {
  const section = takeSection(args);
  try {
    const extra = encode(args);
    if (odd.seen && infoOf(object).isBuiltIn && !takesAnyNumber.has(nameOf(symbol).name))
      refuseOdd(placeOf(object, symbol), args);
    const handle = handleOf(object);
    const raw = long
      ? native.callMemberLong(handle, symbol, args.length, extra, section)
      : native.callMember(handle, symbol, args.length, extra, section);
    holdLent();
    return decode(raw);
  } catch (error) {
    throw explained(error, () => placeOf(object, symbol), args);
  }
}

function placeOf(object: HocObject, symbol: SymbolId): string {
  return `${String(object)}.${nameOf(symbol).name}`;
}

const symbolsByName = new WeakMap<ClassInfo, Map<string, SymbolId>>();

/** Calls NEURON's own member function of this name, from a method of ours that stands in front of it. */
export function invokeNamed(object: HocObject, name: string, args: unknown[], long = false): unknown {
  const info = infoOf(object);
  let table = symbolsByName.get(info);
  if (table === undefined) {
    table = new Map();
    symbolsByName.set(info, table);
  }
  let symbol = table.get(name);
  if (symbol === undefined) {
    symbol = memberOf(info.symbol, name, handleOf(object))?.id ?? 0;
    table.set(name, symbol);
  }
  return invoke(object, symbol, args, long);
}
