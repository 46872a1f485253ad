// Scopes: what was made inside goes when they end, the latest first. And p.clear: everything goes.
import { SimulationError } from "../core/errors.js";
import { h } from "../hoc/h.js";
import { made } from "../hoc/made.js";
import { type HocObject, isHocObject, isPassive } from "../hoc/object.js";
import { type Section, isSectionAlive } from "../hoc/section.js";
import { inRun } from "../hoc/run.js";

let current: Scope | undefined;

export class Scope {
  readonly #outer: Scope | undefined;
  #made: object[] = [];
  #inner: Scope[] = [];
  /** The sections that were there before HOC text was run inside: what it makes belongs to the scope. */
  #before: Set<object> | undefined;
  #open = true;

  constructor() {
    this.#outer = current;
    if (current !== undefined) current.#inner.push(this);
    current = this;
    made.told = Scope.#told;
    made.beforeHoc = Scope.#beforeHoc;
  }

  static #told(object: object): void {
    if (current !== undefined) current.#made.push(object);
  }

  static #beforeHoc(): void {
    for (let scope = current; scope !== undefined; scope = scope.#outer) scope.#before ??= new Set(h.allsec());
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Nothing made from here on belongs to it. */
  #leave(): void {
    for (let scope = current; scope !== undefined; scope = scope.#outer)
      if (scope === this) {
        current = this.#outer;
        break;
      }
    if (current === undefined) {
      made.told = undefined;
      made.beforeHoc = undefined;
    }
  }

  /** Takes everything out that was made inside. Twice is harmless. */
  dispose(): void {
    if (!this.#open) return;
    if (inRun()) throw new SimulationError("A scope cannot be disposed while NEURON runs.");
    for (const inner of this.#inner.reverse()) inner.dispose();
    this.#leave();
    this.#open = false;
    const own = this.#made;
    this.#made = [];
    const made_ = this.#before === undefined ? [] : [...h.allsec()].filter((section) => !this.#before?.has(section));
    const failures: unknown[] = [];
    for (let i = own.length - 1; i >= 0; i--) take(own[i] as object, failures);
    for (const section of made_) if (isSectionAlive(section as Section)) take(section as object, failures);
    if (failures.length === 1) throw failures[0];
    if (failures.length > 1) throw new AggregateError(failures, "A scope could not be disposed whole.");
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

function take(object: object, failures: unknown[]): void {
  try {
    if (!isHocObject(object)) {
      (object as Section).dispose();
    } else if (isPassive(object)) {
      leaveModel(object); // data that nobody plays or records is freed when nobody holds it
    } else {
      object.dispose();
    }
  } catch (error) {
    failures.push(error);
  }
}

/** A Vector stops recording and playing; its numbers stay with whoever holds it. */
function leaveModel(object: HocObject): void {
  const vector = object as unknown as { play_remove?: unknown };
  if (object.constructor.name === "Vector" || "toArray" in object) (vector.play_remove as () => void).call(object);
}

/** Runs the function in a scope of its own, or opens one that is disposed by hand or by `using`. */
export function scope(): Scope;
export function scope<T>(inside: () => T): T;
export function scope<T>(inside?: () => T): T | Scope {
  const own = new Scope();
  if (inside === undefined) return own;
  try {
    const value = inside();
    if (typeof value === "object" && value !== null && "then" in value && typeof value.then === "function")
      throw new TypeError("p.scope: the function returned a promise; a scope ends when the function returns. Use `using model = p.scope()` in async code.");
    return value;
  } finally {
    own.dispose();
  }
}
