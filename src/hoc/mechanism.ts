// Density mechanisms: `seg.hh`, the mechanism at a segment, and `h.hh`, the mechanism itself.
import { isNumber, number, text } from "../core/arguments.js";
import { NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { Handle, SymbolId } from "../engine/binding.js";
import { native } from "../engine/engine.js";
import { needsIndex } from "./array.js";
import { kMiss, kMissSet } from "./end.js";
import { Kind } from "./kinds.js";
import { type Name, nameOf, orLoaded, others } from "./names.js";
import type { IonUse } from "./neuron/mechanisms.js";
import { kNames, kOwn, kPart, part, Root } from "./root.js";
import { handleOfSection, type Section } from "./section.js";
import { rangeArray, rangePointer, Segment, setRangePointer } from "./segment.js";
import { ionsIn, sourceOf, termsIn } from "./source.js";
import { decode, encode, sectionHandle, standIn } from "./transfer.js";

export function isMechanismName(name: string): boolean {
  return native.mechanismSymbol(name) !== 0;
}

/** Own and enumerable, so that deep comparisons see it; no name that a mechanism could have. */
const kAt = "(segment)";
const kName = "(name)";

/** A density mechanism at a segment; its parameters are properties. */
export class Mechanism extends Root {
  private readonly [kAt]: Segment;
  readonly #type: MechanismClass;

  constructor(segment: Segment, type: MechanismClass) {
    super();
    this[kAt] = segment;
    this.#type = type;
  }

  name(): string {
    return this.#type.name;
  }

  segment(): Segment {
    return this[kAt];
  }

  is_ion(): boolean {
    return native.isIon(this.#type.id);
  }

  /** A parameter or state by its name, with or without the mechanism's suffix. */
  get(name: string): number {
    const value = (this as unknown as Record<string, unknown>)[name];
    if (value === undefined || typeof value === "function") this.#unknown(name);
    return value as number;
  }

  set(name: string, value: number): void {
    (this as unknown as Record<string, number>)[name] = value;
  }

  /** The names of its variables, as they are written behind it. */
  *names(): IterableIterator<string> {
    yield* this.#type.variables();
  }

  override [kNames](): Iterable<string> {
    return [...this.#type.variables(), ...this.#type.functions()];
  }

  override toString(): string {
    return `${String(this[kAt])}.${this.#type.name}`;
  }

  override [kMiss](name: string): unknown {
    if (!this.#type.install(name)) this.#unknown(name);
    return (this as unknown as Record<string, unknown>)[name];
  }

  override [kMissSet](name: string, value: unknown): boolean {
    if (!this.#type.install(name)) this.#unknown(name);
    (this as unknown as Record<string, unknown>)[name] = value;
    return true;
  }

  #unknown(name: string): never {
    throw new NameError(`${this.toString()} has no "${name}".${didYouMean(name, this[kNames]())}`);
  }

  static segmentOf(mechanism: Mechanism): Segment {
    return mechanism[kAt];
  }
}

/** What is known of one mechanism: the prototype of its objects, to which accessors are added as they are met. */
export class MechanismClass {
  readonly id: SymbolId;
  readonly name: string;
  readonly type: number;
  readonly prototype: object;
  readonly #isIon: boolean;
  readonly #instance: new (
    segment: Segment,
    type: MechanismClass,
  ) => Mechanism;

  constructor(id: SymbolId, name: string) {
    this.id = id;
    this.name = name;
    this.type = nameOf(id).mechanism;
    this.#isIon = native.isIon(id);
    // A class for each mechanism: its accessors are found on its own prototype, and its objects have one shape.
    this.#instance = class extends Mechanism {};
    this.prototype = this.#instance.prototype;
    Object.defineProperty(this.prototype, kOwn, { value: this.prototype });
  }

  #short(full: string): string {
    const tail = `_${this.name}`;
    return !this.#isIon && full.endsWith(tail) ? full.slice(0, -tail.length) : full;
  }

  *variables(): IterableIterator<string> {
    for (const full of native.mechanismNames(this.id)) {
      if (full === "") return;
      yield this.#short(full);
    }
  }

  functions(): string[] {
    const names = native.mechanismNames(this.id);
    return names.slice(names.indexOf("") + 1);
  }

  #find(name: string): Name | undefined {
    const id =
      (this.#isIon ? 0 : native.mechanismVariable(this.id, `${name}_${this.name}`)) ||
      native.mechanismVariable(this.id, name);
    return id === 0 ? undefined : nameOf(id);
  }

  install(name: string): boolean {
    const isPointer = name.startsWith("_ref_");
    const symbol = this.#find(isPointer ? name.slice(5) : name);
    const accessor = symbol
      ? this.#accessor(symbol, isPointer)
      : this.functions().includes(name)
        ? this.#method(name)
        : undefined;
    if (accessor === undefined) return false;
    Object.defineProperty(this.prototype, name, { ...accessor, configurable: true });
    return true;
  }

  #accessor(symbol: Name, isPointer: boolean): PropertyDescriptor {
    const { id } = symbol;
    const at = Mechanism.segmentOf;
    if (isPointer)
      return {
        get(this: Mechanism) {
          return rangePointer(at(this), symbol);
        },
        set(this: Mechanism, value: unknown) {
          setRangePointer(at(this), symbol, value);
        },
      };
    if (symbol.kind === Kind.rangeObject)
      return {
        get(this: Mechanism) {
          return decode(native.mechanismRandom(handleOfSection(at(this).sec), at(this).x, id));
        },
      };
    if (symbol.isArray)
      return {
        get(this: Mechanism) {
          return rangeArray(at(this), id, symbol.name);
        },
        set(this: Mechanism, value: unknown) {
          needsIndex(`${String(at(this))}.${symbol.name}`, value);
        },
      };
    return {
      get(this: Mechanism) {
        const segment = at(this);
        return native.rangeGet(handleOfSection(segment.sec), segment.x, id, 0);
      },
      set(this: Mechanism, value: unknown) {
        const segment = at(this);
        const checked = isNumber(value) ? value : number(`${String(segment)}.${symbol.name}`, value);
        native.rangeSet(handleOfSection(segment.sec), segment.x, id, 0, checked);
      },
    };
  }

  #method(name: string): PropertyDescriptor {
    const { id } = this;
    return {
      value(this: Mechanism, ...args: unknown[]) {
        const segment = Mechanism.segmentOf(this);
        const extra = encode(args);
        return native.mechanismCall(handleOfSection(segment.sec), segment.x, id, name, args.length, extra);
      },
    };
  }

  at(segment: Segment): Mechanism {
    return new this.#instance(segment, this);
  }
}

const classes: (MechanismClass | undefined)[] = [];

function classOf(id: SymbolId, name: string): MechanismClass {
  let found = classes[id];
  if (found === undefined) {
    found = new MechanismClass(id, name);
    classes[id] = found;
  }
  return found;
}

/** The mechanism at a segment; it must be inserted there. */
export function mechanismAt(segment: Segment, id: SymbolId, name: string): Mechanism {
  const cls = classOf(id, name);
  if (!native.hasMechanism(handleOfSection(segment.sec), segment.x, cls.type))
    throw new NameError(
      `${String(segment)} has no "${name}": it needs ${String(segment.sec)}.insert("${name}") first.`,
    );
  return cls.at(segment);
}

export function* mechanismsOf(segment: Segment): IterableIterator<Mechanism> {
  for (const id of native.mechanismsAt(handleOfSection(segment.sec), segment.x))
    yield classOf(id, nameOf(id).name).at(segment);
}

/** A mechanism itself: `h.hh`. `h.hh.insert(soma)` and `soma.insert(h.hh)` are the same. */
export class DensityMechanism extends Root {
  readonly #id: SymbolId;
  private readonly [kPart] = part;
  private readonly [kName]: string;

  constructor(id: SymbolId, name: string) {
    super();
    this.#id = id;
    this[kName] = name;
  }

  name(): string {
    return this[kName];
  }

  /** Inserts it in one section or in each of several. */
  insert(sections: Section | Iterable<Section>): this {
    for (const handle of handlesOf("insert", sections)) native.insert(handle, this.#id);
    return this;
  }

  /** Takes it out of one section or of each of several. */
  uninsert(sections: Section | Iterable<Section>): this {
    for (const handle of handlesOf("uninsert", sections)) native.uninsert(handle, this.#id);
    return this;
  }

  is_ion(): boolean {
    return native.isIon(this.#id);
  }

  /** Its NMODL source; "" for what is built in without. */
  get code(): string {
    return sourceOf(this[kName]).code;
  }

  /** Where its NMODL source was when it was compiled. */
  get file(): string {
    return sourceOf(this[kName]).file;
  }

  /** The ions that it uses, by name. */
  get ions(): Record<string, IonUse> {
    return ionsIn(this.code);
  }

  /** The terms of ontologies that its source says it represents. */
  get ontology_ids(): string[] {
    return termsIn(this.code);
  }

  /** The names of its range variables. */
  variables(): string[] {
    return [...classOf(this.#id, this[kName]).variables()];
  }

  override toString(): string {
    return this[kName];
  }

  static symbolOf(mechanism: DensityMechanism): SymbolId {
    return mechanism.#id;
  }
}

const mechanisms: (DensityMechanism | undefined)[] = [];

/** The one object for a mechanism. */
export function densityMechanism({ id, name }: Name): DensityMechanism {
  mechanisms[id] ??= new DensityMechanism(id, name);
  return mechanisms[id];
}

/** One section or several, all of them looked at before the first is changed; a segment, which can be iterated too, is none. */
function handlesOf(name: string, sections: unknown): Handle[] {
  const isList =
    typeof sections === "object" && sections !== null && !(sections instanceof Segment) && Symbol.iterator in sections;
  const list = isList ? [...(sections as Iterable<unknown>)] : [sections];
  return list.map((section) => sectionHandle(name, standIn(section)));
}

// NEURON never forgets a mechanism.
const symbolsByName = new Map<string, SymbolId>();
others.forget.push((name) => symbolsByName.delete(name));

/** Whether it puts itself into a section, as a mechanism of a package does. */
export function isInserter(value: unknown): value is { insert(section: object): unknown } {
  return typeof value === "object" && value !== null && "insert" in value && typeof value.insert === "function";
}

/** The symbol of a mechanism that was named or given. */
export function mechanismSymbol(what: unknown): SymbolId {
  if (what instanceof DensityMechanism) return DensityMechanism.symbolOf(what);
  const known = symbolsByName.get(what as string);
  if (known !== undefined) return known;
  const name = text("mechanism", what);
  const found = orLoaded(name, native.mechanismSymbol);
  if (found !== 0) {
    const { id } = nameOf(found);
    symbolsByName.set(name, id);
    return id;
  }
  const other = native.lookup(name);
  const why =
    other !== 0 && nameOf(other).kind === Kind.template
      ? ` It is a point process: place it with h.${name}(section(0.5)).`
      : "";
  throw new NameError(
    `There is no density mechanism "${name}".${why || others.why(name) || didYouMean(name, native.names(0).filter(isMechanismName))}`,
  );
}
