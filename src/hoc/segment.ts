// Segments: a section and a place on it. Light values that hold no native memory.
import { finite, isPositive, number, positive, unitInterval } from "../core/arguments.js";
import { ArgumentTypeError, NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { SymbolId } from "../engine/binding.js";
import { kinds, native, numbers } from "../engine/engine.js";
import { HocArray, needsIndex } from "./array.js";
import { kMiss, kMissSet } from "./end.js";
import { Arg, Kind, POINTER, STRIDE } from "./kinds.js";
import { isMechanismName, type Mechanism, mechanismAt, mechanismsOf } from "./mechanism.js";
import { lookup, type Name, nameOf, others } from "./names.js";
import type { SegmentAdditions } from "./neuron/additions.js";
import type { SegmentVariables } from "./neuron/range.js";
import type { HocObject } from "./object.js";
import { Pointer, RangePointer } from "./pointer.js";
import { kNames, markClass, ownClass, Root } from "./root.js";
import { handleOfSection, type Section } from "./section.js";
import { decode, kEncode, wrap } from "./transfer.js";

export interface Segment extends SegmentVariables, SegmentAdditions {}

/** The place `x` (0 … 1) on a section: `soma(0.5)`. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the range variables are accessors that come with the mechanisms
export class Segment extends Root {
  /** The section that it is on. */
  readonly sec: Section;
  /** Where along the section, 0 … 1. */
  readonly x: number;

  constructor(sec: Section, x: number) {
    super();
    this.sec = sec;
    this.x = typeof x === "number" && x >= 0 && x <= 1 ? x : unitInterval(`${String(sec)}(x)`, x);
  }

  /** Membrane area, µm²; 0 at the ends. */
  area(): number {
    return place("area", this);
  }

  /** Axial resistance to the parent segment, MΩ; 1e30 where there is none. */
  ri(): number {
    return place("ri", this);
  }

  /** Volume, µm³; 0 at the ends. */
  volume(): number {
    return native.volume(handleOfSection(this.sec), this.x, this.x > 0 && this.x < 1 ? this.diam : 0);
  }

  /** The index of its node in NEURON's matrix. */
  node_index(): number {
    return native.nodeIndex(handleOfSection(this.sec), this.x);
  }

  /** The point processes placed here. */
  point_processes(): HocObject[] {
    return native
      .processesAt(handleOfSection(this.sec), this.x)
      .map((h) => wrap.object(h, native.classOf(h)) as HocObject);
  }

  /** Whether `other` is the same node: `soma(0.5)` makes a new value each time. */
  equals(other: unknown): boolean {
    return (
      other instanceof Segment &&
      native.sameNode(handleOfSection(this.sec), this.x, handleOfSection(other.sec), other.x)
    );
  }

  /** The density mechanisms inserted here. */
  *[Symbol.iterator](): IterableIterator<Mechanism> {
    yield* mechanismsOf(this);
  }

  /** A range variable by its name. */
  get(name: string): number {
    return (this as unknown as Record<string, number>)[name] as number;
  }

  [kEncode](i: number): void {
    kinds[i] = Arg.Segment;
    numbers[i * STRIDE] = handleOfSection(this.sec);
    numbers[i * STRIDE + 1] = this.x;
  }

  override toString(): string {
    return `${String(this.sec)}(${this.x})`;
  }

  override [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new ArgumentTypeError(`${this.toString()} is a segment and no number: its voltage is segment.v.`);
  }

  override [kNames](): Iterable<string> {
    return rangeNames();
  }

  override [kMiss](name: string): unknown {
    if (!install(name)) this.#unknown(name);
    return (this as unknown as Record<string, unknown>)[name];
  }

  override [kMissSet](name: string, value: unknown): boolean {
    if (!install(name)) return super[kMissSet](name, value);
    (this as unknown as Record<string, unknown>)[name] = value;
    return true;
  }

  #unknown(name: string): never {
    const owner = mechanismOf(name);
    const hint = owner ? ` It needs ${String(this.sec)}.insert("${owner}") first.` : "";
    throw new NameError(
      `${this.toString()} has no "${name}".${others.why(name) || didYouMean(name, rangeNames()) + hint}`,
    );
  }
}
ownClass(Segment);
markClass(Segment);
others.forget.push((name) => delete (Segment.prototype as unknown as Record<string, unknown>)[name]);

function mechanismOf(name: string): string | undefined {
  const tail = name.slice(name.lastIndexOf("_") + 1);
  return name.includes("_") && isMechanismName(tail) ? tail : undefined;
}

function* rangeNames(): Iterable<string> {
  for (const name of native.names(0)) {
    const id = native.lookup(name);
    if (id === 0) continue;
    const { kind } = nameOf(id);
    if (kind === Kind.rangeVariable || (kind === Kind.mechanism && isMechanismName(name))) yield name;
  }
  yield* ["area", "ri", "volume", "point_processes", "node_index", "sec", "x"];
}

/** HOC's functions of a place, with the segment's section as the current one. */
function place(name: "area" | "ri", segment: Segment): number {
  kinds[0] = Arg.Number;
  numbers[0] = segment.x;
  return native.call(native.lookup(name), 1, undefined, handleOfSection(segment.sec)) as number;
}

/** Defines the accessor of a range variable, a pointer to one, or a mechanism, when the name is met first. */
function install(name: string): boolean {
  const isPointer = name.startsWith("_ref_");
  const found = lookup(isPointer ? name.slice(5) : name);
  if (found === undefined) return false;
  // A variable of HOC's (`k`) may stand before a mechanism of the name; in a segment, the mechanism is meant.
  const symbol = found.kind === Kind.variable && isMechanismName(name) ? nameOf(native.mechanismSymbol(name)) : found;
  const { id } = symbol;
  let accessor: PropertyDescriptor | undefined;
  if (isPointer) accessor = symbol.kind === Kind.rangeVariable ? pointerAccessor(symbol) : undefined;
  else if (symbol.kind === Kind.rangeVariable)
    accessor = symbol.isArray ? arrayAccessor(symbol) : valueAccessor(id, name);
  else if (symbol.kind === Kind.rangeObject) accessor = objectAccessor(id);
  else if (symbol.kind === Kind.mechanism && isMechanismName(name)) accessor = mechanismAccessor(id, symbol.name);
  if (accessor === undefined) return false;
  Object.defineProperty(Segment.prototype, name, { ...accessor, configurable: true });
  return true;
}

const limits: Readonly<Record<string, (name: string, value: unknown) => void>> = {
  diam: positive,
  cm: finite,
  v: finite,
};

function valueAccessor(id: SymbolId, name: string): PropertyDescriptor {
  const limit = limits[name];
  return {
    get(this: Segment): number {
      return native.rangeGet(handleOfSection(this.sec), this.x, id, 0);
    },
    set(this: Segment, value: unknown) {
      const checked =
        typeof value === "number" && !Number.isNaN(value) ? value : number(`${String(this)}.${name}`, value);
      if (limit !== undefined && !(isPositive(checked) || (Number.isFinite(checked) && limit === finite)))
        limit(`${String(this)}.${name}`, value);
      native.rangeSet(handleOfSection(this.sec), this.x, id, 0, checked);
    },
  };
}

function objectAccessor(id: SymbolId): PropertyDescriptor {
  return {
    get(this: Segment): unknown {
      return decode(native.mechanismRandom(handleOfSection(this.sec), this.x, id));
    },
  };
}

function arrayAccessor({ id, name }: Name): PropertyDescriptor {
  return {
    get(this: Segment): HocArray {
      return rangeArray(this, id, name);
    },
    set(this: Segment, value: unknown) {
      needsIndex(`${String(this)}.${name}`, value);
    },
  };
}

/** The elements of an array parameter at a segment. */
export function rangeArray(segment: Segment, id: SymbolId, name: string): HocArray {
  const handle = () => handleOfSection(segment.sec);
  return new HocArray({
    name: () => `${String(segment)}.${name}`,
    length: (depth) => (depth === 0 ? native.dimension(id, 0, 0) : -1),
    get: ([i]) => native.rangeGet(handle(), segment.x, id, i as number),
    set: ([i], value) =>
      native.rangeSet(handle(), segment.x, id, i as number, number(`${String(segment)}.${name}[${i}]`, value)),
  });
}

/** A pointer to a range variable, or the pointers to its elements. Checked at once that there is something there. */
export function rangePointer(segment: Segment, symbol: Name): Pointer | HocArray {
  const { sec, x } = segment;
  const handle = handleOfSection(sec);
  const at = (i: number) => new RangePointer(sec, handle, x, symbol, i);
  if (symbol.isArray)
    return new HocArray({
      name: () => `${String(segment)}._ref_${symbol.name}`,
      length: (depth) => (depth === 0 ? native.dimension(symbol.id, 0, 0) : -1),
      get: ([i]) => at(i as number),
      set: () => needsIndex(`${String(segment)}._ref_${symbol.name}`, undefined),
    });
  native.rangeGet(handle, x, symbol.id, 0);
  return at(0);
}

function pointerAccessor(symbol: Name): PropertyDescriptor {
  return {
    get(this: Segment): unknown {
      return rangePointer(this, symbol);
    },
    set(this: Segment, value: unknown) {
      setRangePointer(this, symbol, value);
    },
  };
}

/** `segment._ref_pointer = other._ref_v` sets a POINTER variable. */
export function setRangePointer(segment: Segment, symbol: Name, value: unknown): void {
  if (symbol.subtype !== POINTER)
    throw new NameError(
      `${String(segment)}.${symbol.name} is not a POINTER variable, so it cannot be pointed elsewhere.`,
    );
  if (!(value instanceof Pointer))
    throw new NameError(`${String(segment)}._ref_${symbol.name}: expected a pointer such as soma(0.5)._ref_v.`);
  value[kEncode](0);
  native.setPointer(handleOfSection(segment.sec), symbol.id, segment.x, false);
}

function mechanismAccessor(id: SymbolId, name: string): PropertyDescriptor {
  return {
    get(this: Segment): Mechanism {
      return mechanismAt(this, id, name);
    },
  };
}

wrap.segment = (section, x) => new Segment(section as Section, x);
