// NEURON's classes by name. The layer above registers richer ones here; there is only ever one class for a name.
import { ArgumentRangeError } from "../core/errors.js";
import type { Handle, SymbolId } from "../engine/binding.js";
import { isStarted, native, start } from "../engine/engine.js";
import { callable } from "./callable.js";
import { find } from "./identity.js";
import { Kind } from "./kinds.js";
import { installMember } from "./member.js";
import { lookup, memberOf, nameOf } from "./names.js";
import { adopt, type ClassInfo, HocObject, kInfo } from "./object.js";
import { kOwn, Root } from "./root.js";
import { wrap } from "./transfer.js";

type Constructor = new (...args: unknown[]) => HocObject;

/** Data that takes part in no simulation by itself: freed when nobody holds it. */
const passive = new Set([
  "Vector",
  "List",
  "Matrix",
  "SectionList",
  "SectionRef",
  "Random",
  "NMODLRandom",
  "File",
  "StringFunctions",
  "String",
  "PtrVector",
  "RangeVarPlot",
  "MechanismStandard",
  "MechanismType",
  "Timer",
  "TQueue",
  "Pointer",
  "SymChooser",
  "GUIMath",
  "CVode",
  "ParallelContext",
  "SaveState",
  "BBSaveState",
  "Impedance",
  "PythonObject",
  "PlotShape",
  "Shape",
  "Graph",
  "Glyph",
  "HBox",
  "VBox",
  "Deck",
  "TextEditor",
  "ValueFieldEditor",
  "PWManager",
  "PPShape",
]);

interface Entry {
  readonly info: ClassInfo;
  readonly make: Constructor;
  /** What users get: works with and without `new`, and an index is the instance. */
  readonly open: Constructor;
}

const entries = new Map<string, Entry>();
const bySymbol: (Entry | undefined)[] = [];
const registered = new Map<string, Constructor>();
/** The class that point processes of unregistered names extend. */
let processBase: Constructor = HocObject as Constructor;

/** Objects of NEURON's class `name` are of class `cls` from now on; before the first of them is made. */
export function register(name: string, cls: Constructor): void {
  registered.set(name, cls);
  Object.defineProperty(cls, "name", { value: name, configurable: true });
}
export function registerPointProcess(cls: Constructor): void {
  processBase = cls;
}

class Info implements ClassInfo {
  readonly name: string;
  readonly prototype: object;
  readonly isPassive: boolean;
  #symbol: SymbolId = 0;

  constructor(name: string, prototype: object) {
    this.name = name;
    this.prototype = prototype;
    this.isPassive = passive.has(name);
  }

  get symbol(): SymbolId {
    if (this.#symbol === 0) {
      start();
      this.#symbol = native.lookup(this.name);
    }
    return this.#symbol;
  }
  get isPointProcess(): boolean {
    return nameOf(this.symbol).isPointProcess;
  }
  get isBuiltIn(): boolean {
    return nameOf(this.symbol).isBuiltIn;
  }
}

/** The class of this name, whether or not NEURON runs yet. */
export function entryFor(name: string): Entry {
  const known = entries.get(name);
  if (known !== undefined) return known;
  const symbol = isStarted() ? lookup(name) : undefined;
  // Another name of a class is the class itself.
  if (symbol?.kind === Kind.template && symbol.name !== name) return entryFor(symbol.name);
  let make = registered.get(name);
  if (make === undefined) {
    const id = isStarted() ? native.lookup(name) : 0;
    const Base = id !== 0 && nameOf(id).isPointProcess ? processBase : (HocObject as Constructor);
    make = { [name]: class extends Base {} }[name] as Constructor;
  }
  const isRegistered = registered.has(name);
  Object.defineProperty(make, "name", { value: name, configurable: true });
  const info = new Info(name, make.prototype as object);
  Object.defineProperty(make.prototype, kInfo, { value: info, configurable: true });
  Object.defineProperty(make.prototype, kOwn, { value: make.prototype, configurable: true });
  const open = callable(make, { instance: (i) => instance(info, i) });
  Object.defineProperty(open, Symbol.iterator, { value: () => instances(info), configurable: true });
  const entry = { info, make, open };
  entries.set(name, entry);
  if (!isRegistered && isStarted()) giveWay(info);
  return entry;
}

/** Our own methods that stand in front of NEURON's of the same name. */
const better = new Set(["constructor", "toString", "toJSON", "get_segment", "get_loc", "has_loc", "loc"]);

/** Where a name of ours meets one of a template's or mechanism's own, NEURON's wins. */
function giveWay(info: ClassInfo): void {
  if (info.symbol === 0 || (info.isBuiltIn && !info.isPointProcess)) return;
  for (let at = Object.getPrototypeOf(info.prototype) as object; at !== Root.prototype; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) {
      const symbol = better.has(name) ? undefined : memberOf(info.symbol, name, 0);
      if (symbol !== undefined) installMember(info, symbol, name);
    }
}

function instance(info: ClassInfo, i: number): HocObject {
  const handle = native.instance(info.symbol, i);
  if (handle === 0) throw new ArgumentRangeError(`There is no ${info.name}[${i}].`);
  return objectFor(handle, info.symbol);
}

function* instances(info: ClassInfo): IterableIterator<HocObject> {
  for (const handle of native.instances(info.symbol)) if (native.alive(handle)) yield objectFor(handle, info.symbol);
}

/** All objects of a class that there are, whoever made them. */
export function allOf(name: string): HocObject[] {
  return isStarted() && native.lookup(name) !== 0 ? [...instances(entryFor(name).info)] : [];
}

/** The names of the classes whose objects are part of a model: processes, and users' templates. */
export function modelClasses(): string[] {
  const names = [...native.names(-1), ...native.names(0)];
  return names.filter((name) => {
    const id = native.lookup(name);
    if (id === 0 || nameOf(id).kind !== Kind.template) return false;
    return nameOf(id).isPointProcess || !nameOf(id).isBuiltIn;
  });
}

/** The one object for a handle. */
export function objectFor(handle: Handle, cls: SymbolId): HocObject {
  const found = find(handle);
  if (found !== undefined) return found as HocObject;
  let entry = bySymbol[cls];
  if (entry === undefined) {
    entry = entryFor(nameOf(cls).name);
    bySymbol[cls] = entry;
  }
  return adopt(handle, entry.make);
}

wrap.object = objectFor;
