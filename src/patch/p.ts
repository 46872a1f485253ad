// `p`: everything that `h` is, with the holes patched. Names are found like h's; classes take what Patch takes.
import { described, text } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { callable } from "../hoc/callable.js";
import { entryFor } from "../hoc/classes.js";
import { closeAlone, kIsOurs, kMiss, kMissSet } from "../hoc/end.js";
import { accessorFor, h, Interpreter, interpreter } from "../hoc/h.js";
import { Kind } from "../hoc/kinds.js";
import { lookup, others } from "../hoc/names.js";
import type * as neuron from "../hoc/neuron/index.js";
import { kLine } from "../hoc/root.js";
import type { Section } from "../hoc/section.js";
import { clear } from "./clear.js";
import { loadExtension } from "./extension.js";
import { watchInitialisation } from "./initialise.js";
import { newNetCon } from "./netcon.js";
import { type Parallel, parallel } from "./parallel.js";
import { ParallelCon } from "./parallelcon.js";
import { madeByRules, place, placedBy } from "./place.js";
import "./process.js";
import { record, time } from "./record.js";
import { continuerun, finitialize, run } from "./run.js";
import { scope } from "./scope.js";
import { PatchSection, sectionArguments } from "./section.js";
import { sectionRefArguments } from "./sectionref.js";
import type { Patch } from "./shape.js";
import { simulate, simulation } from "./simulate.js";
import { vecStimClass } from "./stimulus.js";
import { transform } from "./transform.js";

/** Classes that p makes in a way of its own, by name. */
const classes: Record<string, () => unknown> = {
  NetCon: () =>
    callable(entryFor("NetCon").make, {
      make: (args, cls) => newNetCon(args, cls) as unknown as object,
      instance: (i) => (h.NetCon as unknown as Record<number, unknown>)[i],
    }),
  VecStim: () => callable(vecStimClass() as never),
  SectionRef: () =>
    callable(entryFor("SectionRef").make, {
      make: (args, cls) => new cls(...sectionRefArguments(args)),
      instance: (i) => (h.SectionRef as unknown as Record<number, unknown>)[i] as object,
    }),
  ParallelContext: () => callable(class ParallelContext {} as never, { make: () => parallel() as object }),
};

function classFor(name: string): unknown {
  const own = classes[name];
  if (own !== undefined) return own();
  const symbol = lookup(name);
  // Another name of a class is the class itself.
  if (symbol !== undefined && symbol.name !== name) return (p as unknown as Record<string, unknown>)[symbol.name];
  const entry = entryFor(name);
  if (symbol?.isPointProcess)
    return callable(entry.make, {
      make: (args, cls) => place(name, cls, args),
      instance: (i) => (entry.open as unknown as Record<number, unknown>)[i],
    });
  return entry.open;
}

class PatchInterpreter {
  toString(): string {
    return "p (Patch for NEURON)";
  }
  toJSON(): string {
    return this.toString();
  }
  [kLine](): string {
    return this.toString();
  }

  *allsec(): IterableIterator<Section> {
    prepare();
    yield* h.allsec();
  }

  cas(): Section {
    prepare();
    return h.cas();
  }

  PointProcess(factory: unknown, target: unknown, ...args: unknown[]): unknown {
    if (typeof factory !== "function")
      throw new ArgumentTypeError(
        `p.PointProcess: expected a point process such as p.ExpSyn, got ${described(factory)}.`,
      );
    return placedBy("p.PointProcess", factory as (...args: unknown[]) => unknown, [target, ...args]);
  }

  get time(): neuron.Vector {
    return time();
  }

  get parallel(): Parallel {
    return parallel();
  }

  wrap(factory: unknown, name: string): (...args: unknown[]) => unknown {
    if (typeof factory !== "function")
      throw new ArgumentTypeError(`p.wrap: expected a function, got ${described(factory)}.`);
    const wrapped = (...args: unknown[]): unknown => madeByRules(factory as (...args: unknown[]) => unknown, args);
    Object.defineProperty(wrapped, "name", { value: text("p.wrap: name", name) });
    return wrapped;
  }

  dispose(object: unknown): void {
    const isObject = (value: unknown) => (typeof value === "object" && value !== null) || typeof value === "function";
    const own = isObject(object) && Symbol.dispose in (object as object) ? object : transform(object as object);
    if (!isObject(own) || !(Symbol.dispose in (own as object)))
      throw new ArgumentTypeError(`p.dispose: expected something disposable, got ${described(object)}.`);
    (own as unknown as Disposable)[Symbol.dispose]();
  }

  [kIsOurs](name: string): boolean {
    return (
      (Interpreter.prototype as unknown as Record<symbol, (name: string) => boolean>)[kIsOurs]?.call(h, name) ?? false
    );
  }

  [kMiss](name: string): unknown {
    if (this === PatchInterpreter.prototype) return undefined;
    prepare();
    const symbol = lookup(name);
    const isClass = symbol?.kind === Kind.template || name in classes;
    Object.defineProperty(
      PatchInterpreter.prototype,
      name,
      isClass ? { value: classFor(name), configurable: true } : { ...accessorFor(name), configurable: true },
    );
    return (this as unknown as Record<string, unknown>)[name];
  }

  [kMissSet](name: string, value: unknown): boolean {
    prepare();
    Object.defineProperty(PatchInterpreter.prototype, name, { ...accessorFor(name), configurable: true });
    (this as unknown as Record<string, unknown>)[name] = value;
    return true;
  }
}

const own: Record<string, unknown> = {
  record,
  finitialize,
  continuerun,
  run,
  simulate,
  simulation,
  loadExtension,
  ParallelCon,
  scope,
  clear,
};
for (const [name, value] of Object.entries(own)) {
  const call = (...args: unknown[]): unknown => {
    prepare();
    return (value as (...args: unknown[]) => unknown)(...args);
  };
  Object.defineProperty(call, "name", { value: name });
  Object.defineProperty(PatchInterpreter.prototype, name, { value: call, configurable: true, writable: true });
}
// What h offers beside HOC's names.
for (const name of Object.getOwnPropertyNames(Interpreter.prototype))
  if (!(name in PatchInterpreter.prototype))
    Object.defineProperty(
      PatchInterpreter.prototype,
      name,
      Object.getOwnPropertyDescriptor(Interpreter.prototype, name) as PropertyDescriptor,
    );
for (const key of Object.getOwnPropertySymbols(Interpreter.prototype))
  if (!Object.hasOwn(PatchInterpreter.prototype, key))
    Object.defineProperty(
      PatchInterpreter.prototype,
      key,
      Object.getOwnPropertyDescriptor(Interpreter.prototype, key) as PropertyDescriptor,
    );

let sectionClass: unknown;
Object.defineProperty(PatchInterpreter.prototype, "Section", {
  get() {
    prepare();
    sectionClass ??= callable(PatchSection, { make: (args, cls) => new cls(...sectionArguments(args)) });
    return sectionClass;
  },
  configurable: true,
});
closeAlone(PatchInterpreter.prototype, hasName);
others.forget.push((name) => delete (PatchInterpreter.prototype as unknown as Record<string, unknown>)[name]);

function hasName(name: string): boolean {
  prepare();
  return name in classes || name in h;
}

let prepared = false;

/** The first use of p loads NEURON's standard run system. */
function prepare(): void {
  if (prepared) return;
  prepared = true; // what it does uses p
  try {
    h.load_file("stdrun.hoc");
    watchInitialisation();
  } catch (error) {
    prepared = false;
    throw error;
  }
}

/** NEURON, patched: what it takes may be any object that says what stands for it; what it returns are Patch objects. */
export const p: Patch = interpreter(PatchInterpreter.prototype, prepare) as unknown as Patch;
