// Scopes: what was made inside goes when they end, the latest first.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, PatchError, SimulationError } from "../core/errors.js";
import { emptyVariablesSince, type Found, sectionsSince, snapshot } from "../hoc/census.js";
import { type Drawn, drawn, isGraphical, letGoSince } from "../hoc/graphics/since.js";
import { made } from "../hoc/made.js";
import { NetConObject } from "../hoc/network.js";
import { type HocObject, handleOf, infoOf, isHocObject, isInModel, isPassive, objectOf } from "../hoc/object.js";
import { isElsewhere } from "../hoc/process.js";
import { inRun } from "../hoc/run.js";
import { isSectionAlive, type Section } from "../hoc/section.js";
import { VectorObject } from "../hoc/vector.js";

let current: Scope | undefined;

export class Scope {
  readonly #outer: Scope | undefined;
  /** What was made, in order. Passive data by its handle: a scope is no reason to keep it. */
  #made: (HocObject | Section)[] = [];
  #netcons: HocObject[] = [];
  #data: number[] = [];
  readonly #inner = new Set<Scope>();
  /** What there was before HOC ran inside: what that made belongs to the scope. */
  #before: Found | undefined;
  /** And how much had been drawn. */
  readonly #drawn: Drawn = drawn();
  #isOpen = true;

  constructor() {
    this.#outer = current;
    if (current !== undefined) current.#inner.add(this);
    current = this;
    made.told = Scope.#told;
    made.beforeHoc = Scope.#beforeHoc;
  }

  static #told(object: object): void {
    if (current === undefined) return;
    const own = object as HocObject | Section;
    if (!isHocObject(own)) current.#made.push(own);
    else if (isPassive(own)) current.#data.push(handleOf(own));
    else if (own instanceof NetConObject) current.#netcons.push(own);
    else current.#made.push(own);
  }

  static #beforeHoc(): void {
    for (let scope = current; scope !== undefined; scope = scope.#outer) scope.#before ??= snapshot();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Nothing made from here on belongs to it. */
  #leave(): void {
    this.#isOpen = false;
    if (this.#outer !== undefined) this.#outer.#inner.delete(this);
    for (let scope = current; scope !== undefined; scope = scope.#outer) if (scope === this) current = this.#outer;
    if (current !== undefined) return;
    made.told = undefined;
    made.beforeHoc = undefined;
  }

  #hasStructure(): boolean {
    return (
      this.#made.some((own) => !isHocObject(own) || infoOf(own).isPointProcess) ||
      [...this.#inner].some((inner) => inner.#hasStructure())
    );
  }

  /** Takes everything out that was made inside. Twice is harmless. */
  dispose(): void {
    if (!this.#isOpen) return;
    if (inRun() && this.#hasStructure())
      throw new SimulationError("A scope with sections or point processes cannot be disposed while NEURON runs.");
    const failures: unknown[] = [];
    for (const inner of [...this.#inner].reverse()) attempt(dispose, inner, failures);
    this.#leave();
    const [own, netcons, data] = [this.#made, this.#netcons, this.#data];
    this.#made = [];
    this.#netcons = [];
    this.#data = [];
    // First of all: windows hold what they belong to.
    attempt(letGoSince, this.#drawn, failures);
    const before = this.#before;
    if (before !== undefined) attempt(emptyVariablesSince, before, failures);
    // Connections and recordings first and in order: NEURON looks for each from the beginning of its list.
    for (const netcon of netcons) attempt(take, netcon, failures);
    for (const handle of data) attempt(release, handle, failures);
    for (let i = own.length - 1; i >= 0; i--) attempt(take, own[i] as HocObject | Section, failures);
    if (before !== undefined) for (const section of sectionsSince(before)) attempt(dispose, section, failures);
    if (failures.length === 1) throw failures[0];
    if (failures.length > 1) throw new AggregateError(failures, "A scope could not be disposed whole.");
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

const dispose = (thing: { dispose(): void }): void => thing.dispose();

function attempt<T>(action: (thing: T) => void, thing: T, failures: unknown[]): void {
  try {
    action(thing);
  } catch (error) {
    failures.push(error);
  }
}

function take(own: HocObject | Section): void {
  if (!isHocObject(own)) {
    if (isSectionAlive(own)) own.dispose();
  } else if (isInModel(own) && !isElsewhere(own)) {
    own.dispose();
  }
}

/** Data is freed when nobody holds it; but it records and plays no longer. */
function release(handle: number): void {
  const data = objectOf(handle);
  if (data instanceof VectorObject) data.leave();
  else if (data !== undefined && isGraphical(data)) takePicture(data);
}

/** What is drawn goes, unless an object of HOC's that outlives the scope holds it. */
function takePicture(picture: HocObject): void {
  try {
    picture.dispose();
  } catch (error) {
    if (!(error instanceof PatchError && error.code === "ERR_PATCH_IN_USE")) throw error;
  }
}

/** Runs the function in a scope of its own, or opens one that is disposed by hand or by `using`. */
export function scope(): Scope;
export function scope<T>(inside: () => T): T;
export function scope<T>(inside?: () => T): T | Scope {
  if (inside === undefined) return new Scope();
  if (typeof inside !== "function")
    throw new ArgumentTypeError(`p.scope: expected a function, or nothing, got ${described(inside)}.`);
  const own = new Scope();
  let value: T;
  try {
    value = inside();
  } catch (error) {
    // The first error is the one to see; what it left half-made may well refuse to go.
    attempt(dispose, own, []);
    throw error;
  }
  own.dispose();
  if (typeof value === "object" && value !== null && "then" in value && typeof value.then === "function")
    throw new ArgumentTypeError(
      "p.scope: the function returned a promise; a scope ends when the function returns. Use `using model = p.scope()` in async code.",
    );
  return value;
}
