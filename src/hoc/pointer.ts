// Pointers (_ref_): where a value lives, as owner, name and index, found again at each use; and h.ref's cells.
import { described, isNumber, number } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import type { Handle, SymbolId } from "../engine/binding.js";
import { kinds, native, numbers, start } from "../engine/engine.js";
import { firstElement, kIndexGet, kIndexSet, kMiss } from "./end.js";
import { holdWeakly } from "./identity.js";
import { Arg, STRIDE } from "./kinds.js";
import type { Name } from "./names.js";
import { kPart, markClass, ownClass, part, Root } from "./root.js";
import { decode, fresh, kEncode, place, standIn } from "./transfer.js";

/** The object whose value a pointer points to; recordings are kept and dropped with it. */
export const kOwner: unique symbol = Symbol("nrn-patch.owner");

const handleOfObject = Symbol.for("nrn-patch.handle");

/** Points to a number in NEURON: `soma(0.5)._ref_v`. `pointer[0]` reads and writes it. */
export abstract class Pointer extends Root {
  [index: number]: number;
  /** The number that it points to. */
  declare 0: number;

  abstract [kEncode](i: number): void;
  abstract get [kOwner](): object | undefined;
  /** How many numbers lie there, from this one on. */
  get room(): number {
    return 1;
  }

  /** The same pointer, `i` elements further on in its array. */
  protected abstract at(i: number): Pointer | undefined;

  [kIndexGet](i: number): number {
    if (fresh.settle !== undefined) fresh.settle();
    const pointer = this.element(i);
    pointer[kEncode](0);
    return native.pointerGet();
  }

  [kIndexSet](i: number, value: unknown): void {
    const checked = isNumber(value) ? value : number(`${this.toString()}[${i}]`, value);
    if (fresh.settle !== undefined) fresh.settle();
    const pointer = this.element(i);
    pointer[kEncode](0);
    native.pointerSet(checked);
  }

  private element(i: number): Pointer {
    const pointer = i === 0 ? this : this.at(i);
    if (pointer === undefined) throw new ArgumentRangeError(`${this.toString()}[${i}]: it points to one number, [0].`);
    return pointer;
  }

  override [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new ArgumentTypeError(`${this.toString()} is a pointer: its value is pointer[0].`);
  }
}

markClass(Pointer);

// What the classes below know of their places is own and enumerable: deep comparisons see it.

/** A range variable's place on a section. */
export class RangePointer extends Pointer {
  private readonly section: object & { toString(): string };
  readonly #handle: Handle;
  private readonly x: number;
  private readonly symbol: Name;
  private readonly index: number;

  constructor(section: object & { toString(): string }, handle: Handle, x: number, symbol: Name, index: number) {
    super();
    this.section = section;
    this.#handle = handle;
    this.x = x;
    this.symbol = symbol;
    this.index = index;
  }

  // Its own value: the same as through shared memory, in one step less.
  override [kIndexGet](i: number): number {
    if (i !== 0) return super[kIndexGet](i);
    if (fresh.settle !== undefined) fresh.settle();
    return native.rangeGet(this.#handle, this.x, this.symbol.id, this.index);
  }

  get [kOwner](): object {
    return this.section;
  }

  /** Where it is and of what. */
  get place(): { readonly section: object; readonly x: number; readonly name: string } {
    return { section: this.section, x: this.x, name: this.symbol.name };
  }

  [kEncode](i: number): void {
    const at = i * STRIDE;
    kinds[i] = Arg.RangePointer;
    numbers[at] = this.#handle;
    numbers[at + 1] = this.x;
    numbers[at + 2] = this.symbol.id;
    numbers[at + 3] = this.index;
  }

  override get room(): number {
    return Math.max(1, native.dimension(this.symbol.id, 0, 0) - this.index);
  }

  protected at(i: number): Pointer | undefined {
    if (native.dimension(this.symbol.id, 0, 0) < 0) return undefined;
    return new RangePointer(this.section, this.#handle, this.x, this.symbol, this.index + i);
  }

  toString(): string {
    return `${String(this.section)}(${this.x})._ref_${this.symbol.name}`;
  }
}

/** A member of an object: `clamp._ref_i`, `netcon._ref_weight[0]`, `vector._ref_x[3]`. */
export class MemberPointer extends Pointer {
  private readonly object: object;
  private readonly symbol: SymbolId;
  private readonly name: string;
  private readonly indices: readonly number[];

  constructor(object: object, symbol: SymbolId, name: string, indices: readonly number[]) {
    super();
    this.object = object;
    this.symbol = symbol;
    this.name = name;
    this.indices = indices;
  }

  get [kOwner](): object {
    return this.object;
  }

  [kEncode](i: number): void {
    const at = i * STRIDE;
    kinds[i] = Arg.MemberPointer | (this.indices.length << 8);
    numbers[at] = (this.object as { [handleOfObject]: Handle })[handleOfObject];
    numbers[at + 1] = this.symbol;
    for (let d = 0; d < this.indices.length; d++) numbers[at + 2 + d] = this.indices[d] as number;
  }

  override get room(): number {
    const last = this.indices.length - 1;
    const handle = (this.object as { [handleOfObject]: Handle })[handleOfObject];
    return last < 0 ? 1 : native.dimension(this.symbol, handle, last) - (this.indices[last] as number);
  }

  protected at(i: number): Pointer | undefined {
    const last = this.indices.length - 1;
    if (last < 0) return undefined;
    return new MemberPointer(
      this.object,
      this.symbol,
      this.name,
      this.indices.with(last, (this.indices[last] as number) + i),
    );
  }

  toString(): string {
    return `${String(this.object)}._ref_${this.name}${this.indices.map((i) => `[${i}]`).join("")}`;
  }
}

/** A variable of HOC's top level: `h._ref_t`. */
export class TopPointer extends Pointer {
  protected readonly [kPart] = part;
  private readonly symbol: SymbolId;
  private readonly name: string;
  private readonly indices: readonly number[];

  constructor(symbol: SymbolId, name: string, indices: readonly number[]) {
    super();
    this.symbol = symbol;
    this.name = name;
    this.indices = indices;
  }

  get [kOwner](): undefined {
    return undefined;
  }

  [kEncode](i: number): void {
    const at = i * STRIDE;
    kinds[i] = Arg.TopPointer | (this.indices.length << 8);
    numbers[at] = this.symbol;
    for (let d = 0; d < this.indices.length; d++) numbers[at + 1 + d] = this.indices[d] as number;
  }

  override get room(): number {
    const last = this.indices.length - 1;
    return last < 0 ? 1 : native.dimension(this.symbol, 0, last) - (this.indices[last] as number);
  }

  protected at(i: number): Pointer | undefined {
    const last = this.indices.length - 1;
    if (last < 0) return undefined;
    return new TopPointer(this.symbol, this.name, this.indices.with(last, (this.indices[last] as number) + i));
  }

  toString(): string {
    return `h._ref_${this.name}${this.indices.map((i) => `[${i}]`).join("")}`;
  }
}

firstElement(Pointer.prototype);
ownClass(RangePointer);
markClass(RangePointer);
ownClass(MemberPointer);
ownClass(TopPointer);

/** A cell that NEURON can write into: `h.ref(0)`, `h.ref("")`, `h.ref(object)`; `ref[0]` is its value. */
export class Ref<T> extends Root {
  protected readonly [kPart] = part;
  private readonly handle: Handle;
  declare 0: T;

  constructor(value: T) {
    super();
    start();
    if (typeof value === "number" || typeof value === "string") {
      this.handle = native.newBox(value);
    } else {
      this.handle = native.newBox(null, asObject(value));
    }
    holdWeakly(this.handle, this, 64);
  }

  [kEncode](i: number): void {
    place(i, Arg.Box, this.handle);
  }

  [kIndexGet](i: number): unknown {
    if (i !== 0) throw new ArgumentRangeError(`A reference has one value, [0]; there is no [${i}].`);
    return decode(native.getBox(this.handle));
  }

  [kIndexSet](i: number, value: unknown): void {
    if (i !== 0) throw new ArgumentRangeError(`A reference has one value, [0]; there is no [${i}].`);
    const now = this[kIndexGet](0);
    if (typeof now === "number" || typeof now === "string") {
      if (typeof value !== typeof now)
        throw new ArgumentTypeError(`This reference holds a ${typeof now}, got ${described(value)}.`);
      native.setBox(this.handle, value as number | string);
    } else {
      native.setBox(this.handle, null, asObject(value));
    }
  }

  toString(): string {
    const value = this[kIndexGet](0);
    return `h.ref(${typeof value === "string" ? JSON.stringify(value) : String(value)})`;
  }

  override [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new ArgumentTypeError(`${this.toString()} is a reference: its value is ref[0].`);
  }

  override [kMiss](name: string): unknown {
    throw new ArgumentTypeError(`${this.toString()} has no "${name}": its value is ref[0].`);
  }
}
ownClass(Ref);
markClass(Ref);

/** What goes into a cell for objects: a handle, 0 for null, or a JavaScript value as it is. */
function asObject(value: unknown): unknown {
  const standing = standIn(value);
  if (standing === null || standing === undefined) return 0;
  const handle = (standing as { [handleOfObject]?: Handle })[handleOfObject];
  if (handle !== undefined) return handle;
  return standing;
}
