// What a graphical call was given, checked: HOC code and JavaScript call the same functions.
import { types } from "node:util";
import { described } from "../../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError, DisposedError, SimulationError } from "../../core/errors.js";
import type { Handle } from "../../engine/binding.js";
import { hooks, native } from "../../engine/engine.js";
import { checkTemplates } from "../guards.js";
import { made } from "../made.js";
import { type HocObject, handleOf, infoOf, isHocObject } from "../object.js";
import { Pointer, Ref } from "../pointer.js";
import { checkText } from "../run.js";
import { isSection, type Section } from "../section.js";
import { Segment } from "../segment.js";
import { calling } from "./calling.js";

/** A number of the model that can be read and, as a rule, written. */
export interface Variable {
  /** NaN when it is gone. */
  get(i?: number): number;
  set(value: number, i?: number): void;
}

/** A place in NEURON's memory; it knows when its number is gone. */
export class Place implements Variable {
  readonly native: unknown;
  constructor(handle: unknown) {
    this.native = handle;
  }
  get(i = 0): number {
    return native.placeGet(this.native, i) ?? Number.NaN;
  }
  set(value: number, i = 0): void {
    if (!native.placeSet(this.native, i, value))
      throw new DisposedError("The number that this field shows is gone: what it belonged to was freed.");
  }
}

/** Memory of `h.ref`, or what a pointer of ours points at. */
class Cell implements Variable {
  readonly #cell: { [index: number]: number };
  constructor(cell: Pointer | Ref<unknown>) {
    this.#cell = cell as { [index: number]: number };
  }
  get(i = 0): number {
    return Number(this.#cell[i]);
  }
  set(value: number, i = 0): void {
    this.#cell[i] = value;
  }
}

interface Tuples {
  3: [number, number, number];
  4: [number, number, number, number];
  5: [number, number, number, number, number];
  6: [number, number, number, number, number, number];
}

export class Given {
  readonly call: string;
  readonly values: readonly unknown[];
  /** The HOC object whose code calls; 0 for none. */
  readonly self: Handle;

  constructor(call: string, values: readonly unknown[], self: Handle) {
    this.call = call;
    this.self = self;
    const original = call === calling.name ? calling.args : undefined;
    this.values = values.map((value, i) => {
      const own = original?.[i];
      if (own instanceof Ref) return own;
      if (own instanceof Pointer) return new Cell(own);
      return types.isExternal(value) ? new Place(value) : value;
    });
  }

  /** Arguments are counted from 1, as NEURON's pages do. */
  at(i: number): unknown {
    return this.values[i - 1];
  }
  has(i: number): boolean {
    return i <= this.values.length && this.values[i - 1] !== undefined;
  }
  get count(): number {
    return this.values.length;
  }
  isText(i: number): boolean {
    return typeof this.at(i) === "string";
  }
  isNumber(i: number): boolean {
    return typeof this.at(i) === "number";
  }
  isPlace(i: number): boolean {
    return this.at(i) instanceof Place || this.at(i) instanceof Cell;
  }

  wrong(i: number, expected: string): ArgumentTypeError {
    const value = this.at(i);
    const came = value instanceof Place || value instanceof Cell ? "a pointer" : described(value);
    return new ArgumentTypeError(
      `${this.call}: argument ${i}: expected ${expected}${this.has(i) ? `, got ${came}` : ", and there is none"}.`,
    );
  }

  number(i: number, otherwise?: number): number {
    const value = this.at(i);
    if (typeof value === "number") return value;
    if (otherwise !== undefined && !this.has(i)) return otherwise;
    throw this.wrong(i, "a number");
  }
  /** So many numbers, from argument `from` on. */
  numbers<N extends keyof Tuples>(from: number, count: N): Tuples[N] {
    return Array.from({ length: count }, (_, i) => this.number(from + i)) as Tuples[N];
  }
  /** A number from `low` to `high`; the fraction is dropped, as NEURON does. */
  whole(i: number, low: number, high: number, otherwise?: number): number {
    const value = Math.trunc(this.number(i, otherwise));
    if (!(value >= low && value <= high))
      throw new ArgumentRangeError(
        `${this.call}: argument ${i}: expected a number from ${low} to ${high}, got ${value}.`,
      );
    return value;
  }
  text(i: number, otherwise?: string): string {
    const value = this.at(i);
    if (typeof value === "string") return value;
    if (otherwise !== undefined && !this.has(i)) return otherwise;
    throw this.wrong(i, "a string");
  }
  object(i: number, ...classes: string[]): HocObject {
    const value = this.at(i);
    if (isHocObject(value) && (classes.length === 0 || classes.includes(infoOf(value).name))) return value;
    throw this.wrong(i, classes.length === 0 ? "an object" : `a ${classes.join(" or ")}`);
  }
  isObject(i: number, cls?: string): boolean {
    const value = this.at(i);
    return isHocObject(value) && (cls === undefined || infoOf(value).name === cls);
  }
  place(i: number): Place | Cell {
    const value = this.at(i);
    if (value instanceof Place || value instanceof Cell) return value;
    throw this.wrong(i, "a pointer");
  }
  /** A segment, or x on the current section. */
  location(i: number): { section: Section; x: number } {
    const value = this.at(i);
    if (value instanceof Segment) return { section: value.sec as Section, x: value.x };
    const x = this.number(i);
    if (!(x >= 0 && x <= 1)) throw new ArgumentRangeError(`${this.call}: argument ${i}: expected 0 to 1, got ${x}.`);
    return { section: currentSection(this.call), x };
  }
  /** HOC text, or a function, or one with arguments: [f, a, b]. */
  action(i: number): Action | undefined {
    const value = this.at(i);
    if (value === undefined || value === "") return undefined;
    if (typeof value === "string" || typeof value === "function" || isCallList(value))
      return new Action(value as Code, this.self, this.call);
    throw this.wrong(i, "HOC text or a function");
  }
}

export function currentSection(call: string): Section {
  const section = hooks.decode instanceof Function ? hooks.decode(native.currentSection()) : null;
  if (!isSection(section)) throw new ArgumentTypeError(`${call}: there is no current section.`);
  return section;
}

type Code = string | ((...args: unknown[]) => unknown) | readonly unknown[];

function isCallList(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === "function";
}

/** The panel that is being made: a panel that was begun by what then failed is none. Filled in by the module of panels. */
export const makingPanel: { now: () => () => void } = { now: () => () => {} };

/** What a button does. */
export class Action {
  readonly #code: Code;
  readonly #self: Handle;
  readonly #call: string;

  constructor(code: Code, self: Handle, call: string) {
    this.#code = code;
    this.#self = self;
    this.#call = call;
  }

  /** The HOC text; of a function its name. */
  get text(): string {
    if (typeof this.#code === "string") return this.#code;
    const f = (Array.isArray(this.#code) ? this.#code[0] : this.#code) as { name: string };
    return f.name;
  }

  /** The HOC object whose code this is, such as `Electrode[0]`; "" for none. */
  get owner(): string {
    return this.#self === 0 ? "" : native.objectName(this.#self);
  }

  perform(): void {
    const forget = makingPanel.now();
    try {
      this.#perform();
    } catch (error) {
      forget();
      throw error;
    }
  }

  #perform(): void {
    if (native.inRun())
      throw new SimulationError(
        `${this.#call}("${this.text}") cannot act while NEURON runs: this is a callback of the simulation.`,
      );
    if (typeof this.#code === "string")
      runIn(`{${this.#code}\n}`, this.#self, `what ${this.#call} is to do ("${this.#code}")`);
    else {
      const [f, args] = callOf(this.#code);
      const result = f(...args);
      if (result instanceof Promise) (hooks.promise as (value: Promise<unknown>) => never)(result);
    }
    native.defineShapes();
  }
}

function callOf(code: Exclude<Code, string>): [(...args: unknown[]) => unknown, unknown[]] {
  if (typeof code === "function") return [code, []];
  const [f, ...args] = code as [(...args: unknown[]) => unknown, ...unknown[]];
  // As Python's tuple: (f, argument) or (f, (arguments)).
  return [f, args.length === 1 && Array.isArray(args[0]) ? args[0] : args];
}

/** Runs HOC text inside an object, 0: at top level. */
export function runIn(code: string, self: Handle, what: string): void {
  if (self !== 0 && !native.alive(self)) throw new DisposedError(`The object that ${what} belongs to is gone.`);
  checkText(code);
  checkTemplates(code);
  made.beforeHoc?.();
  native.hocIn(code, self);
}

/** An object that something drawn needs: kept for as long as it is shown, whoever made it. */
export class Kept {
  readonly object: HocObject;
  #isReferred: boolean;

  constructor(object: HocObject) {
    this.object = object;
    // What JavaScript made lives while it is held here; of what HOC made, HOC counts references.
    this.#isReferred = !native.isOwned(handleOf(object));
    if (this.#isReferred) native.refer(handleOf(object));
  }
  get isAlive(): boolean {
    return native.alive(handleOf(this.object));
  }
  release(): void {
    if (!this.#isReferred) return;
    this.#isReferred = false;
    native.unrefer(handleOf(this.object));
  }
}
