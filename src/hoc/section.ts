// Sections: a cable. Can be called: `soma(0.5)` is the segment there.
import {
  described,
  finite,
  isNumber,
  isPositive,
  kDescribed,
  number,
  positive,
  unitInterval,
  whole,
} from "../core/arguments.js";
import { ArgumentTypeError, DisposedError, NameError, PatchError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { Handle } from "../engine/binding.js";
import { kinds, native, numbers } from "../engine/engine.js";
import { type Dependents, dependentsOf } from "./dependents.js";
import { disposeSection } from "./dispose.js";
import { close, defineField, kIsOurs, kMiss, kMissSet } from "./end.js";
import { note } from "./fields.js";
import { find, hold } from "./identity.js";
import { Arg, STRIDE } from "./kinds.js";
import { made } from "./made.js";
import { isInserter, mechanismSymbol } from "./mechanism.js";
import { builtIn, nameOf, others } from "./names.js";
import { create, type SectionOptions } from "./naming.js";
import type { SectionAdditions } from "./neuron/additions.js";
import type { SectionVariables } from "./neuron/range.js";
import { type Psection, psection, summary } from "./psection.js";
import { refer, unrefer } from "./references.js";
import { isOfUsersClass, kLine, kNames, kOwn, Root } from "./root.js";
import { Segment } from "./segment.js";
import { Shell } from "./shell.js";
import { isStackEmpty, popSection, pushed } from "./stack.js";
import { decode, fresh, kEncode, kSectionHandle, standIn, wrap } from "./transfer.js";
import { Branch } from "./tree.js";
import { insertHint, installWide } from "./wide.js";

const property = { L: 0, Ra: 1, nseg: 2, rallbranch: 3 } as const;

// Set while an object is made for a section that exists already.
let adopting: Handle = 0;

/** The handle of a section, whether or not it is alive: the native side checks that. */
export let handleOfSection: (section: Section) => Handle;
export let isSection: (value: unknown) => value is Section;

export interface Section extends SectionVariables, SectionAdditions {
  /** The segment at `x`, 0 … 1. */
  (x: number): Segment;
  // What a function has in JavaScript, and a section has not.
  readonly apply: undefined;
  readonly arguments: undefined;
  readonly bind: undefined;
  readonly call: undefined;
  readonly caller: undefined;
  readonly length: undefined;
  readonly prototype: undefined;
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the range variables are accessors that come with the mechanisms
export class Section extends Branch {
  #handle: Handle = 0;
  #dependents: Dependents = undefined;

  constructor(options?: SectionOptions | string) {
    super();
    if (adopting !== 0) {
      this.#handle = adopting;
      adopting = 0;
    } else {
      this.#handle = create(options);
      if (isOfUsersClass(this)) note(this);
      if (made.told !== undefined) made.told(this);
    }
    hold(this.#handle, this);
  }

  static {
    handleOfSection = (section) => {
      if (fresh.settle !== undefined) fresh.settle();
      return section.#handle;
    };
    isSection = (value): value is Section => typeof value === "function" && #handle in value;
    dependentsOf.section = {
      get: (owner) => (owner as Section).#dependents,
      set: (owner, dependents) => {
        (owner as Section).#dependents = dependents;
      },
    };
  }

  get [kSectionHandle](): Handle {
    return this.#handle;
  }

  /** Length, µm. */
  get L(): number {
    return native.sectionGet(handleOfSection(this), property.L);
  }
  set L(value: number) {
    native.sectionSet(
      handleOfSection(this),
      property.L,
      isPositive(value) ? value : positive(`${String(this)}.L`, value),
    );
  }

  /** Axial resistivity, Ω·cm; 35.4 unless set. */
  get Ra(): number {
    return native.sectionGet(handleOfSection(this), property.Ra);
  }
  set Ra(value: number) {
    native.sectionSet(
      handleOfSection(this),
      property.Ra,
      isPositive(value) ? value : positive(`${String(this)}.Ra`, value),
    );
  }

  /** The number of segments, 1 … 32767; 1 unless set. */
  get nseg(): number {
    return native.sectionGet(handleOfSection(this), property.nseg);
  }
  set nseg(value: number) {
    const isOne = Number.isInteger(value) && value >= 1 && value <= 32767;
    native.sectionSet(
      handleOfSection(this),
      property.nseg,
      isOne ? value : whole(`${String(this)}.nseg`, value, 1, 32767),
    );
  }

  /** How many equal branches it stands for at its connection. */
  get rallbranch(): number {
    return native.sectionGet(handleOfSection(this), property.rallbranch);
  }
  set rallbranch(value: number) {
    native.sectionSet(
      handleOfSection(this),
      property.rallbranch,
      isPositive(value) ? value : positive(`${String(this)}.rallbranch`, value),
    );
  }

  /** Diameter, µm: read in the middle, written everywhere. */
  get diam(): number {
    return native.rangeGet(handleOfSection(this), 0.5, builtIn("diam"), 0);
  }
  set diam(value: number) {
    const checked = isPositive(value) ? value : positive(`${String(this)}.diam`, value);
    native.rangeSetAll(handleOfSection(this), builtIn("diam"), 0, checked);
  }

  /** Specific membrane capacitance, µF/cm²: read in the middle, written everywhere. */
  get cm(): number {
    return native.rangeGet(handleOfSection(this), 0.5, builtIn("cm"), 0);
  }
  set cm(value: number) {
    const checked = Number.isFinite(value) ? value : finite(`${String(this)}.cm`, value);
    native.rangeSetAll(handleOfSection(this), builtIn("cm"), 0, checked);
  }

  /** Membrane potential, mV: read in the middle, written everywhere. */
  get v(): number {
    return native.rangeGet(handleOfSection(this), 0.5, builtIn("v"), 0);
  }
  set v(value: number) {
    const checked = isNumber(value) ? value : number(`${String(this)}.v`, value);
    native.rangeSetAll(handleOfSection(this), builtIn("v"), 0, checked);
  }

  /**
   * Connects its end 0 (or `childEnd`) to a place on another section: `connect(parent(1))`, `connect(parent, 1, 0)`.
   * @throws HocConnectError where that would close a loop
   */
  connect(parent: Section | Segment | { __neuron__(): unknown }, x?: number, childEnd?: number): this {
    const target = standIn(parent);
    let at: number;
    let end: unknown;
    let section: Section;
    if (target instanceof Segment) {
      section = target.sec;
      at = target.x;
      end = x ?? 0;
    } else if (isSection(target)) {
      section = target;
      at = unitInterval("parent x", x ?? 1);
      end = childEnd ?? 0;
    } else {
      throw new ArgumentTypeError(
        `${String(this)}.connect: expected a section or a segment, got ${described(target)}.`,
      );
    }
    if (end !== 0 && end !== 1)
      throw new ArgumentTypeError(`${String(this)}.connect: the child's end is 0 or 1, got ${described(end)}.`);
    native.connect(handleOfSection(this), handleOfSection(section), at, end);
    unrefer(this);
    refer(this, [parent]);
    return this;
  }

  /** Takes it off its parent. */
  disconnect(): this {
    native.disconnect(handleOfSection(this));
    unrefer(this);
    return this;
  }

  /** Inserts a density mechanism, by name or as `h.hh`. */
  insert(mechanism: string | { insert(section: Section): unknown }): this {
    const handle = handleOfSection(this);
    if (isInserter(mechanism)) mechanism.insert(this);
    else native.insert(handle, mechanismSymbol(mechanism));
    return this;
  }

  /** Takes a density mechanism out. */
  uninsert(mechanism: string | object): this {
    native.uninsert(handleOfSection(this), mechanismSymbol(mechanism));
    return this;
  }

  /** Whether a density mechanism is inserted. */
  has_membrane(mechanism: string | object): boolean {
    return native.hasMechanism(handleOfSection(this), 0.5, nameOf(mechanismSymbol(mechanism)).mechanism);
  }

  /** What it is made of, as in Python's `psection()`. */
  psection(): Psection {
    return psection(this);
  }

  /** The cell that it belongs to, or null. */
  cell(): object | null {
    return decode(native.sectionCell(handleOfSection(this))) as object | null;
  }

  name(): string {
    return native.sectionName(handleOfSection(this));
  }

  hname(): string {
    return this.name();
  }

  hoc_internal_name(): string {
    return native.sectionIsOurs(handleOfSection(this)) ? `__nrnsec_${this.#handle.toString(16)}` : this.name();
  }

  /** Whether it was made by `h.Section`, and not in HOC. */
  is_pysec(): boolean {
    return native.sectionIsOurs(handleOfSection(this));
  }

  same(other: unknown): boolean {
    return other === this;
  }

  /** Makes it NEURON's current section until it is popped, or until the scope of a `using` ends. */
  push(): Disposable {
    pushed(native.pushSection(handleOfSection(this)));
    let done = false;
    return {
      [Symbol.dispose]: () => {
        if (!done) this.pop();
        done = true;
      },
    };
  }

  /** Takes it off the section stack, on top of which it must be. */
  pop(): void {
    if (isStackEmpty() || decode(native.currentSection()) !== this)
      throw new PatchError(`${String(this)} cannot be popped: it is not on top of the section stack.`, {
        code: "ERR_PATCH_SECTION_STACK",
      });
    popSection();
  }

  /** Its interior segments. */
  *[Symbol.iterator](): IterableIterator<Segment> {
    const n = this.nseg;
    for (let i = 0; i < n; i++) yield new Segment(this, (2 * i + 1) / (2 * n));
  }

  /** Its segments with both ends. */
  *allseg(): IterableIterator<Segment> {
    yield new Segment(this, 0);
    yield* this;
    yield new Segment(this, 1);
  }

  /** Takes it out of the model, with its point processes, their NetCons and its recordings. Twice is harmless. */
  dispose(): void {
    disposeSection(this, this.#handle);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  [kEncode](i: number): void {
    kinds[i] = Arg.Section;
    numbers[i * STRIDE] = this.#handle;
  }

  override toString(): string {
    try {
      return native.sectionName(this.#handle);
    } catch (error) {
      if (error instanceof DisposedError) return "a disposed section";
      throw error;
    }
  }

  toJSON(): unknown {
    return this.toString();
  }

  [kLine](): string {
    return native.alive(this.#handle) ? summary(this) : "[a disposed section]";
  }

  [kDescribed](): string {
    return native.alive(this.#handle) ? `the section ${this.toString()}` : this.toString();
  }

  [kNames](): Iterable<string> {
    return [...Object.getOwnPropertyNames(Section.prototype), ...this(0.5)[kNames]()];
  }

  [kIsOurs](name: string): boolean {
    return installWide(Section.prototype, name);
  }

  [kMiss](name: string): unknown {
    if (!(#handle in this)) return undefined; // the prototype itself was asked
    if (installWide(Section.prototype, name)) return (this as unknown as Record<string, unknown>)[name];
    throw this.#unknown(name, "");
  }

  [kMissSet](name: string, value: unknown): boolean {
    // A class compiled to ES5 puts its methods on its prototype like this.
    if (!(#handle in this)) return defineField(this, name, value);
    if (installWide(Section.prototype, name)) {
      (this as unknown as Record<string, unknown>)[name] = value;
      return true;
    }
    if (isOfUsersClass(this)) return defineField(this, name, value);
    throw this.#unknown(name, " that could be set");
  }

  #unknown(name: string, why: string): NameError {
    const hint = others.why(name) || didYouMean(name, this[kNames]()) + insertHint(this, name);
    return new NameError(`${this.toString()} has no "${name}"${why}.${hint}`);
  }
}

// Not Root's subclass (it is a function), but with Root's manners.
Object.defineProperty(Shell.prototype, "constructor", { value: Section });
for (const key of Reflect.ownKeys(Root.prototype))
  if (key !== "constructor" && !(key in Section.prototype))
    Object.defineProperty(
      Section.prototype,
      key,
      Object.getOwnPropertyDescriptor(Root.prototype, key) as PropertyDescriptor,
    );
others.forget.push((name) => delete (Section.prototype as unknown as Record<string, unknown>)[name]);
Object.defineProperty(Section.prototype, kOwn, { value: Section.prototype, configurable: true, writable: true });
close(Shell.prototype);

/** The class of which sections are made; the patch layer puts its own here. */
export const sectionClass: { make: new (options?: SectionOptions | string) => Section } = { make: Section };

/** The one object for a section. */
export function sectionFor(handle: Handle): Section {
  const found = find(handle);
  if (found !== undefined) return found as Section;
  adopting = handle;
  try {
    return new sectionClass.make();
  } finally {
    adopting = 0;
  }
}

export function isSectionAlive(section: Section): boolean {
  return native.alive(handleOfSection(section));
}

wrap.section = sectionFor;

export type { SectionOptions };
