// `h`: NEURON's interpreter. A function over HOC's own symbol tables; names are found when they are used first.
import { described, number, text } from "../core/arguments.js";
import { ArgumentTypeError, HocSectionAccessError, NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { isStarted, native, numbers, start } from "../engine/engine.js";
import { onPrint, type PrintListener } from "../engine/print.js";
import { HocArray, needsIndex } from "./array.js";
import { callable } from "./callable.js";
import { entryFor } from "./classes.js";
import { closeAlone, kIsOurs, kMiss, kMissSet } from "./end.js";
import { explained, refuseOdd } from "./explain.js";
import { loadFile, loadLibrary } from "./files.js";
import { keepsArguments, withArguments } from "./graphics/calling.js";
import { checkTemplates, functionGuards, topValueGuards } from "./guards.js";
import { Kind, STRIDE, Variable } from "./kinds.js";
import { made } from "./made.js";
import { densityMechanism } from "./mechanism.js";
import { lookup, type Name, others } from "./names.js";
import type { Hoc } from "./neuron/hoc.js";
import { HocObject } from "./object.js";
import { Pointer, Ref, TopPointer } from "./pointer.js";
import { kLine, Root } from "./root.js";
import { beforeRun, checkText, running } from "./run.js";
import { handleOfSection, isSection, type Section, sectionClass, sectionFor } from "./section.js";
import { popSection, pushed } from "./stack.js";
import { mayHaveInitialised } from "./stale.js";
import { decode, encode, odd, standIn, takeSection } from "./transfer.js";

const functions = new Set<number>([
  Kind.function,
  Kind.procedure,
  Kind.builtInFunction,
  Kind.mathFunction,
  Kind.objectFunctionOfHoc,
  Kind.stringFunction,
  Kind.objectFunction,
]);
/** What runs HOC text, which may make anything. */
const readsHoc = new Set(["load_file", "xopen", "execute", "execute1", "load_proc", "load_func", "load_template"]);
/** Quick ones, called often: nothing that runs, prints or waits. */
const quick = new Set([
  "distance",
  "area",
  "ri",
  "n3d",
  "x3d",
  "y3d",
  "z3d",
  "arc3d",
  "diam3d",
  "ismembrane",
  "issection",
  "nernst",
  "ghk",
]);

export class Interpreter {
  // Root's manners, without its place in the chain: `h` is a function.
  toString(): string {
    return "h (NEURON)";
  }
  toJSON(): unknown {
    return "h (NEURON)";
  }
  [kLine](): string {
    return isStarted() ? `h: NEURON ${native.version()}` : "h: NEURON, not started";
  }

  /** All sections, in the order in which they were made. */
  *allsec(): IterableIterator<Section> {
    start();
    for (const handle of native.allSections()) if (native.alive(handle)) yield sectionFor(handle);
  }

  /** The current section; an error when there is none. */
  cas(): Section {
    start();
    const section = decode(native.currentSection());
    if (section === null) throw new HocSectionAccessError("There is no section.");
    return section as Section;
  }

  /** A cell that NEURON can write into: a number, a string, an object or null. */
  ref<T>(value: T): Ref<T> {
    start();
    return new Ref(value);
  }

  /** Points a POINTER variable of a point process or mechanism at a number. */
  setpointer(pointer: Pointer, name: string, target: object): void {
    start();
    if (!(pointer instanceof Pointer))
      throw new ArgumentTypeError(
        `setpointer: expected a pointer such as soma(0.5)._ref_v, got ${described(pointer)}.`,
      );
    const owner = standIn(target);
    if (!(owner instanceof HocObject || owner instanceof Root))
      throw new ArgumentTypeError(`setpointer: expected a point process or mechanism, got ${described(owner)}.`);
    (owner as unknown as Record<string, unknown>)[`_ref_${text("name", name)}`] = pointer;
  }

  /** Makes a section current until `pop_section()`. */
  push_section(section: Section | string): number {
    start();
    const standing = standIn(section);
    if (isSection(standing)) pushed(native.pushSection(handleOfSection(standing)));
    else {
      // A number would be taken for the address of a section.
      callTop(lookup("push_section") as Name, [text("push_section: section", standing)]);
      pushed(0);
    }
    return 1;
  }

  /** Takes off what `push_section` or `section.push()` made current; harmless when there is nothing. */
  pop_section(): number {
    start();
    popSection();
    return 1;
  }

  delete_section(...args: unknown[]): number {
    start();
    const handle = takeSection(args) || handleOfSection(this.cas());
    if (args.length > 0) throw new ArgumentTypeError("delete_section takes { sec } only.");
    // NEURON leaves NetCons behind whose target stands nowhere, and dies of them at the next initialisation.
    sectionFor(handle).dispose();
    return 1;
  }

  load_file(...args: unknown[]): number {
    start();
    return loadFile(args, (list) => callTop(lookup("load_file") as Name, list) as number);
  }

  nrn_load_dll(path: string): number {
    start();
    return loadLibrary(path, (list) => callTop(lookup("nrn_load_dll") as Name, list) as number);
  }

  /** Takes what NEURON prints; the function that is returned takes it away again. */
  onPrint(listener: PrintListener): () => void {
    if (typeof listener !== "function")
      throw new ArgumentTypeError(`onPrint: expected a function, got ${described(listener)}.`);
    return onPrint(listener);
  }

  [kIsOurs](name: string): boolean {
    return isStarted() && native.lookup(name) !== 0;
  }

  [kMiss](name: string): unknown {
    if (this === Interpreter.prototype) return undefined;
    // What is printed of a function; a HOC variable may bear the name.
    if (name === "name" && !this[kIsOurs](name)) return undefined;
    install(name);
    return (this as unknown as Record<string, unknown>)[name];
  }

  [kMissSet](name: string, value: unknown): boolean {
    install(name);
    (this as unknown as Record<string, unknown>)[name] = value;
    return true;
  }
}
for (const key of Reflect.ownKeys(Root.prototype))
  if (key !== "constructor" && !(key in Interpreter.prototype))
    Object.defineProperty(
      Interpreter.prototype,
      key,
      Object.getOwnPropertyDescriptor(Root.prototype, key) as PropertyDescriptor,
    );
closeAlone(Interpreter.prototype, hasValue);
others.forget.push((name) => delete (Interpreter.prototype as unknown as Record<string, unknown>)[name]);

/** HOC's prompt: runs text, and throws what went wrong in it. */
export function execute(code: unknown): true {
  const checked = text("h(code)", code);
  start();
  checkText(checked);
  checkTemplates(checked);
  made.beforeHoc?.();
  return native.hoc(checked);
}

/** Calls a function of HOC's top level. */
export function callTop(symbol: Name, args: unknown[]): unknown {
  if (running.has(symbol.name)) beforeRun(symbol.name);
  else if (isUsers(symbol)) mayHaveInitialised();
  if (made.beforeHoc !== undefined && (readsHoc.has(symbol.name) || isUsers(symbol))) made.beforeHoc();
  functionGuards[symbol.name]?.(args);
  const section = takeSection(args);
  try {
    const extra = encode(args);
    if (odd.seen && !takesAnyNumber(symbol)) refuseOdd(symbol.name, args);
    if (symbol.kind === Kind.mathFunction || quick.has(symbol.name))
      return decode(native.call(symbol.id, args.length, extra, section));
    const call = () => decode(native.callLong(symbol.id, args.length, extra, section));
    return keepsArguments.has(symbol.name) ? withArguments(symbol.name, args, call) : call();
  } catch (error) {
    throw explained(error, () => symbol.name, args);
  }
}

/** Written in HOC, so that it may make anything. */
function isUsers({ kind, name }: Name): boolean {
  return (kind === Kind.function || kind === Kind.procedure || kind === Kind.objectFunctionOfHoc) && !running.has(name);
}

const printing = new Set(["printf", "fprint", "sprint"]);
/** Where NaN and infinite numbers are data like others: mathematics, text, and what a user wrote. */
function takesAnyNumber({ kind, name }: Name): boolean {
  if (kind === Kind.function || kind === Kind.procedure || kind === Kind.objectFunctionOfHoc) return !running.has(name);
  return kind === Kind.mathFunction || printing.has(name);
}

function install(name: string): void {
  Object.defineProperty(Interpreter.prototype, name, { ...accessorFor(name), configurable: true });
}

/** The property that a name of HOC's is; an error for one that NEURON does not know. */
export function accessorFor(name: string): PropertyDescriptor {
  start();
  const isPointer = name.startsWith("_ref_");
  const symbol = lookup(isPointer ? name.slice(5) : name);
  if (symbol === undefined)
    throw new NameError(`NEURON knows no name "${name}".${others.why(name) || didYouMean(name, allNames())}`);
  return isPointer ? pointer(symbol) : accessor(symbol);
}

export function allNames(): string[] {
  start();
  return [...native.names(-1), ...native.names(0), ...Object.getOwnPropertyNames(Interpreter.prototype)];
}

/** Whether `h` has a property of this name; HOC's words, and what lives in segments only, are none. */
function hasValue(name: string): boolean {
  start();
  const isPointer = name.startsWith("_ref_");
  const symbol = lookup(isPointer ? name.slice(5) : name);
  if (symbol === undefined) return false;
  try {
    return Boolean(isPointer ? pointer(symbol) : accessor(symbol));
  } catch {
    return false;
  }
}

function accessor(symbol: Name): PropertyDescriptor {
  if (functions.has(symbol.kind)) {
    const call = (...args: unknown[]): unknown => callTop(symbol, args);
    Object.defineProperty(call, "name", { value: symbol.name });
    return readOnly(symbol.name, call);
  }
  switch (symbol.kind) {
    case Kind.template:
      return readOnly(symbol.name, entryFor(symbol.name).open);
    case Kind.mechanism:
      if (native.mechanismSymbol(symbol.name) !== 0) return readOnly(symbol.name, densityMechanism(symbol));
      break;
    case Kind.variable:
      if (symbol.subtype === Variable.sectionProperty) return ofCurrentSection(symbol.name);
      return variable(symbol);
    case Kind.string:
    case Kind.object:
    case Kind.section:
      return variable(symbol);
    case Kind.rangeVariable:
      throw new NameError(`${symbol.name} is a range variable: read it on a segment, as in soma(0.5).${symbol.name}.`);
  }
  throw new NameError(`${symbol.name} is a word of HOC's language that has no value.`);
}

function readOnly(name: string, value: unknown): PropertyDescriptor {
  return {
    get: () => value,
    set() {
      throw new NameError(`h.${name} cannot be assigned.`);
    },
  };
}

function ofCurrentSection(name: string): PropertyDescriptor {
  return {
    get: () => (h.cas() as unknown as Record<string, number>)[name],
    set: (value: number) => {
      (h.cas() as unknown as Record<string, number>)[name] = value;
    },
  };
}

function variable({ id, name, kind, subtype }: Name): PropertyDescriptor {
  const isNumber = kind === Kind.variable && subtype !== Variable.integer;
  const limit = topValueGuards[name];
  const array = () => {
    // HOC can declare a variable anew, so whether it is an array is asked each time.
    const length = native.dimension(id, 0, 0);
    return length < 0 ? undefined : topArray(id, name);
  };
  return {
    get() {
      if (isNumber) {
        const value = native.scalar(id);
        if (value !== undefined) return value;
      }
      return array() ?? decode(native.getTop(id, 0));
    },
    set(value: unknown) {
      if (limit !== undefined) limit(`h.${name}`, value);
      if (isNumber) {
        const checked = typeof value === "number" && !Number.isNaN(value) ? value : undefined;
        if (checked !== undefined && native.setScalar(id, checked)) return;
      }
      if (array() !== undefined) needsIndex(`h.${name}`, value);
      setTop(id, name, kind, [], value);
    },
  };
}

function setTop(id: number, name: string, kind: number, indices: readonly number[], value: unknown): void {
  const place = () => `h.${name}${indices.map((i) => `[${i}]`).join("")}`;
  if (kind === Kind.section) throw new ArgumentTypeError(`${place()} is a section and cannot be assigned.`);
  if (kind === Kind.variable) number(place(), value);
  if (kind === Kind.string) text(place(), value);
  if (value === undefined) throw new ArgumentTypeError(`${place()}: for none, assign null.`);
  const extra = encode([value], indices.length);
  for (let i = 0; i < indices.length; i++) numbers[i * STRIDE] = indices[i] as number;
  native.setTop(id, indices.length, extra);
}

function topArray(id: number, name: string): HocArray {
  const { kind } = lookup(name) as Name;
  return new HocArray({
    name: () => `h.${name}`,
    length: (depth) => native.dimension(id, 0, depth),
    get: (indices) => {
      for (let i = 0; i < indices.length; i++) numbers[i * STRIDE] = indices[i] as number;
      return decode(native.getTop(id, indices.length));
    },
    set: (indices, value) => setTop(id, name, kind, indices, value),
  });
}

function pointer(symbol: Name): PropertyDescriptor {
  if (symbol.kind === Kind.string)
    throw new NameError(`${symbol.name} is a string: pass h.ref("") where NEURON writes one.`);
  if (
    symbol.kind !== Kind.variable ||
    symbol.subtype === Variable.integer ||
    symbol.subtype === Variable.sectionProperty
  )
    throw new NameError(`${symbol.name} is no number that could be pointed to.`);
  return {
    get() {
      if (native.dimension(symbol.id, 0, 0) < 0) return new TopPointer(symbol.id, symbol.name, []);
      return new HocArray({
        name: () => `h._ref_${symbol.name}`,
        length: (depth) => native.dimension(symbol.id, 0, depth),
        get: (indices) => new TopPointer(symbol.id, symbol.name, indices),
        set: () => needsIndex(`h._ref_${symbol.name}`, undefined),
      });
    },
    set() {
      throw new NameError(`h._ref_${symbol.name} cannot be assigned.`);
    },
  };
}

let openSection: unknown;
Object.defineProperty(Interpreter.prototype, "Section", {
  get: () => {
    openSection ??= callable(sectionClass.make as never);
    return openSection;
  },
  configurable: true,
});

/** A callable object over a prototype, as `h` and `p` are. */
export function interpreter(prototype: object, prepare?: () => void): object {
  const self = (code: unknown) => {
    prepare?.();
    return execute(code);
  };
  Object.setPrototypeOf(self, prototype);
  delete (self as { length?: number }).length;
  delete (self as { name?: string }).name;
  return self;
}

/** NEURON's interpreter: every variable, function, class, template and section that HOC knows. */
export const h: Hoc = interpreter(Interpreter.prototype) as unknown as Hoc;
