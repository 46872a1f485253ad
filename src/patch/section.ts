// Section: made and set in one go, recorded, shaped, connected and stimulated from one place.
import { described, finite, isPlain, positive, text, unitInterval, whole } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type * as neuron from "../hoc/neuron/index.js";
import type { Pointer } from "../hoc/pointer.js";
import { keepWith, letGoWith, ours } from "../hoc/references.js";
import { ownClass } from "../hoc/root.js";
import {
  Section as HocSection,
  isSectionAlive,
  type SectionOptions as NameAndCell,
  sectionClass,
} from "../hoc/section.js";
import type { Segment } from "../hoc/segment.js";
import { recording } from "../hoc/vector.js";
import { type IClampOptions, iclamp, type SEClampOptions, vclamp } from "./clamp.js";
import { connectFrom } from "./netcon.js";
import { madeBy } from "./place.js";

export interface SectionOptions extends NameAndCell {
  /** Length, µm. */
  readonly L?: number;
  /** Diameter, µm. */
  readonly diam?: number;
  /** Number of segments. */
  readonly nseg?: number;
  /** Axial resistivity, Ω·cm. */
  readonly Ra?: number;
  /** Specific membrane capacitance, µF/cm². */
  readonly cm?: number;
  /** Density mechanisms to insert, by name. */
  readonly insert?: string | readonly string[];
}

/** The numbers that can be set on it, by name. */
type Numbers<T> = { readonly [Name in keyof T as T[Name] extends number ? Name : never]?: number };

export interface SynapseOptions<T = Record<string, number>> {
  /** Where on the section, 0 … 1; 0.5 unless given. */
  readonly x?: number;
  /** Parameters to set on it. */
  readonly attributes?: Numbers<T>;
}

declare module "../hoc/section.js" {
  interface Section {
    /** The recordings of its membrane potential, by x. */
    get recordings(): ReadonlyMap<number, neuron.Vector>;
    /** Its 3-D points, µm: N × 3. */
    get points(): [x: number, y: number, z: number][];
    /** The section that it is connected to, or null. */
    get parent(): HocSection | null;
    /** Records the membrane potential at x, mV: the same Vector for the same x. */
    record(x?: number): neuron.Vector;
    /** Adds 3-D points, µm; diameters: the section's own, one for all, or one for each. */
    add3d(
      points: Iterable<readonly [number, number, number]> | Iterable<readonly number[]>,
      diameters?: number | Iterable<number>,
    ): this;
    setDimensions(length: number, diameter: number): this;
    setSegments(n: number): this;
    /** A NetCon from the potential at x (its arc unless given) to a point process. */
    connectPoints(target: object, x?: number): neuron.NetCon;
    /** A current clamp on it. */
    iclamp(options: IClampOptions): neuron.IClamp;
    /** A voltage clamp on it. */
    vclamp(options: SEClampOptions): neuron.SEClamp;
    /** A point process on it: `soma.synapse(p.ExpSyn, { x: 0.3, attributes: { tau: 2 } })`. */
    synapse<T>(factory: (target: Segment) => T, options?: SynapseOptions<T>): T;
    __neuron__(): this;
    __netcon__(): Pointer;
    __record__(): Pointer;
    __arc__(): number;
    /** Keeps another object alive for as long as this one lives. */
    __ref__(other: object): void;
    /** Ends that; whether the other was referred to. */
    __deref__(other: object): boolean;
  }
}

/** What `p.Section` was given, on its way past `h`'s stricter constructor. */
export class Setup {
  readonly options: SectionOptions;
  constructor(options: SectionOptions) {
    this.options = options;
  }
}

const known = ["name", "cell", "L", "diam", "nseg", "Ra", "cm", "insert"];

/** The arguments of `p.Section`, checked before anything is made. */
export function sectionArguments(args: unknown[]): unknown[] {
  const [options] = args;
  if (!isPlain(options)) return args;
  for (const key of Object.keys(options))
    if (!known.includes(key))
      throw new ArgumentTypeError(`p.Section: unknown option "${key}".${didYouMean(key, known)}`);
  const o = options as SectionOptions;
  if (o.L !== undefined) positive("p.Section: L", o.L);
  if (o.diam !== undefined) positive("p.Section: diam", o.diam);
  if (o.nseg !== undefined) whole("p.Section: nseg", o.nseg, 1, 32767);
  if (o.Ra !== undefined) positive("p.Section: Ra", o.Ra);
  if (o.cm !== undefined) finite("p.Section: cm", o.cm);
  if (o.insert === undefined || typeof o.insert === "string") return [new Setup(o)];
  return [new Setup({ ...o, insert: insertNames(o.insert) })];
}

function insertNames(names: unknown): string[] {
  const isList = typeof names === "object" && names !== null && Symbol.iterator in names;
  if (!isList) throw new ArgumentTypeError(`p.Section: insert: expected names of mechanisms, got ${described(names)}.`);
  return [...(names as Iterable<unknown>)].map((name) => text("p.Section: insert", name));
}

/** The items of an iterable; a string, which can be iterated too, is none. */
function items(name: string, expected: string, value: unknown): unknown[] {
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value))
    throw new ArgumentTypeError(`${name}: expected ${expected}, got ${described(value)}.`);
  return [...(value as Iterable<unknown>)];
}

class PatchSection extends HocSection {
  #recordings: Map<number, neuron.Vector> | undefined = undefined;

  constructor(options?: NameAndCell | string | Setup) {
    if (!(options instanceof Setup)) {
      super(options);
      return;
    }
    const o = options.options;
    super(o.name === undefined && o.cell === undefined ? undefined : pick(o));
    try {
      if (o.nseg !== undefined) this.nseg = o.nseg;
      if (o.L !== undefined) this.L = o.L;
      if (o.diam !== undefined) this.diam = o.diam;
      if (o.Ra !== undefined) this.Ra = o.Ra;
      if (o.cm !== undefined) this.cm = o.cm;
      if (o.insert !== undefined)
        for (const name of typeof o.insert === "string" ? [o.insert] : o.insert) this.insert(name);
    } catch (error) {
      this.dispose(); // never half-built
      throw error;
    }
  }

  override get recordings(): ReadonlyMap<number, neuron.Vector> {
    return new Map(this.#recordings); // theirs to change
  }

  override record(x = 0.5): neuron.Vector {
    const at = x === 0.5 ? x : unitInterval(`${String(this)}.record: x`, x);
    this.#recordings ??= new Map();
    let vector = this.#recordings.get(at);
    if (vector === undefined || !isSectionAlive(this)) {
      vector = recording(this(at)._ref_v) as unknown as neuron.Vector;
      this.#recordings.set(at, vector);
    }
    return vector;
  }

  override add3d(points: Iterable<readonly number[]>, diameters?: number | Iterable<number>): this {
    const name = `${String(this)}.add3d`;
    const list = items(`${name}: points`, "N × 3 numbers", points).map((point, i) => {
      const p = items(`${name}: point ${i}`, "x, y and z", point);
      if (p.length !== 3)
        throw new ArgumentTypeError(`${name}: point ${i}: expected x, y and z, got ${p.length} numbers.`);
      return p.map((value, axis) => finite(`${name}: point ${i}: ${"xyz"[axis]}`, value));
    });
    const widths = this.#diameters(`${name}: diameters`, list.length, diameters);
    list.forEach((p, i) => {
      this.pt3dadd(p[0] as number, p[1] as number, p[2] as number, widths[i] as number);
    });
    return this;
  }

  #diameters(name: string, count: number, given: number | Iterable<number> | undefined): number[] {
    if (given === undefined) return Array<number>(count).fill(this.diam);
    if (typeof given === "number") return Array<number>(count).fill(positive(name, given));
    const each = items(name, "one, or one for each point", given);
    if (each.length !== count)
      throw new ArgumentTypeError(`${name}: there are ${count} points, but ${each.length} diameters.`);
    return each.map((d, i) => positive(`${name}[${i}]`, d));
  }

  override get points(): [number, number, number][] {
    return Array.from({ length: this.n3d() }, (_, i) => [this.x3d(i), this.y3d(i), this.z3d(i)]);
  }

  override get parent(): HocSection | null {
    return this.parentseg()?.sec ?? null;
  }

  override setDimensions(length: number, diameter: number): this {
    const [L, diam] = [
      positive(`${String(this)}.setDimensions: length`, length),
      positive(`${String(this)}.setDimensions: diameter`, diameter),
    ];
    this.L = L;
    this.diam = diam;
    return this;
  }

  override setSegments(n: number): this {
    this.nseg = n;
    return this;
  }

  override connectPoints(target: object, x?: number): neuron.NetCon {
    return connectFrom(x === undefined ? this : this(x), target);
  }

  override iclamp(options: IClampOptions): neuron.IClamp {
    return iclamp(this, options);
  }

  override vclamp(options: SEClampOptions): neuron.SEClamp {
    return vclamp(this, options);
  }

  override synapse<T>(factory: (target: Segment) => T, options: SynapseOptions = {}): T {
    const name = `${String(this)}.synapse`;
    if (!isPlain(options))
      throw new ArgumentTypeError(`${name}: options: expected { x, attributes }, got ${described(options)}.`);
    for (const key of Object.keys(options))
      if (key !== "x" && key !== "attributes")
        throw new ArgumentTypeError(`${name}: unknown option "${key}".${didYouMean(key, ["x", "attributes"])}`);
    if (typeof factory !== "function")
      throw new ArgumentTypeError(`${name}: expected a point process such as p.ExpSyn, got ${described(factory)}.`);
    const process = madeBy(factory as never, [this((options as SynapseOptions).x ?? 0.5)]) as T & Disposable;
    try {
      for (const [key, value] of Object.entries(options.attributes ?? {}))
        (process as Record<string, unknown>)[key] = value;
    } catch (error) {
      process[Symbol.dispose]();
      throw error;
    }
    return process;
  }

  override __neuron__(): this {
    return this;
  }

  override __arc__(): number {
    return 0.5;
  }

  override __ref__(other: object): void {
    keepWith(this, other);
  }

  override __deref__(other: object): boolean {
    return letGoWith(this, other);
  }

  override __netcon__(): Pointer {
    return this(this.__arc__())._ref_v;
  }

  override __record__(): Pointer {
    return this(this.__arc__())._ref_v;
  }
}
ownClass(PatchSection);
ours.add(PatchSection.prototype.__ref__);
Object.defineProperty(PatchSection, "name", { value: "Section" });
sectionClass.make = PatchSection as unknown as typeof sectionClass.make;

function pick(o: SectionOptions): NameAndCell {
  return { ...(o.name !== undefined && { name: o.name }), ...(o.cell !== undefined && { cell: o.cell }) };
}

export { PatchSection };
