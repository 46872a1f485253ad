// Arrays of HOC: `h.arr[i][j]`, `netcon.weight[0]`, `mech.w[i]`. One class for all; what they reach differs.
import { described } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import { firstElement, kIndexGet, kIndexSet } from "./end.js";
import { ownClass, Root } from "./root.js";

export interface Reach {
  /** As it is written, for messages. */
  name(): string;
  /** How many elements the dimension at this depth has; -1 when there is no such dimension. */
  length(depth: number): number;
  /** It has one dimension, so that none has to be looked for behind it. */
  readonly isFlat?: boolean;
  get(indices: readonly number[]): unknown;
  set(indices: readonly number[], value: unknown): void;
}

export class HocArray extends Root {
  private readonly reach: Reach;
  private readonly indices: readonly number[];

  constructor(reach: Reach, indices: readonly number[] = []) {
    super();
    this.reach = reach;
    this.indices = indices;
  }

  get length(): number {
    return this.reach.length(this.indices.length);
  }

  #checked(i: number): readonly number[] {
    const length = this.length;
    const at = i < 0 ? i + length : i;
    if (at < 0 || at >= length)
      throw new ArgumentRangeError(`${this.toString()}[${i}]: it has ${length} elements, from 0 to ${length - 1}.`);
    return this.indices.length === 0 ? [at] : [...this.indices, at];
  }

  #isWhole(indices: readonly number[]): boolean {
    return this.reach.isFlat === true || this.reach.length(indices.length) < 0;
  }

  [kIndexGet](i: number): unknown {
    const indices = this.#checked(i);
    return this.#isWhole(indices) ? this.reach.get(indices) : new HocArray(this.reach, indices);
  }

  [kIndexSet](i: number, value: unknown): void {
    const indices = this.#checked(i);
    if (!this.#isWhole(indices)) throw new ArgumentTypeError(`${this.toString()}[${i}] is an array: set its elements.`);
    this.reach.set(indices, value);
  }

  *[Symbol.iterator](): Iterator<unknown> {
    for (let i = 0; i < this.length; i++) yield this[kIndexGet](i);
  }

  override toString(): string {
    return this.reach.name() + this.indices.map((i) => `[${i}]`).join("");
  }

  override toJSON(): unknown {
    return [...this].map((item) =>
      item instanceof HocArray ? item.toJSON() : typeof item === "number" ? item : String(item),
    );
  }

  override [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new ArgumentTypeError(`${this.toString()} is an array of ${this.length}: name an element.`);
  }
}
ownClass(HocArray);
firstElement(HocArray.prototype);

/** The error for `mech.w = 3`. */
export function needsIndex(name: string, value: unknown): never {
  throw new ArgumentTypeError(`${name} is an array: set ${name}[i], not ${name} = ${described(value)}.`);
}
