// A density mechanism in a section, as an object: its parameters on all segments, and at one of them when it is called.
import { isNumber, number, text, unitInterval } from "../core/arguments.js";
import { HocRecordError, NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { h } from "../hoc/h.js";
import { Kind } from "../hoc/kinds.js";
import type { Mechanism } from "../hoc/mechanism.js";
import { lookup } from "../hoc/names.js";
import type * as neuron from "../hoc/neuron/index.js";
import { kNames, Root } from "../hoc/root.js";
import type { Section } from "../hoc/section.js";
import { record } from "../patch/record.js";
import type { Asset } from "./packages/discover.js";
import type { NmodlVariable } from "./packages/nmodl.js";

interface State {
  readonly section: Section;
  readonly asset: Asset;
  readonly recordings: Map<string, neuron.Vector>;
}
const states = new WeakMap<object, State>();

type Callable = InsertedMechanism & ((x: number) => Mechanism);

/** Mechanism in a section: `mech.gbar = 0.1` on all segments, `mech(0.5).gbar` at one. A read is of the middle, as in NEURON. */
export class InsertedMechanism extends Root {
  get section(): Section {
    return stateOf(this).section;
  }

  /** Where it comes from. */
  get asset(): Asset {
    return stateOf(this).asset;
  }

  /** Its parameters, states and other variables, with units and the author's comments. */
  get parameters(): readonly NmodlVariable[] {
    const { asset } = stateOf(this);
    return asset.source?.variables ?? builtInVariables(asset.fullName);
  }

  /** A Vector that records one of its variables, or of the ions that it uses, at a place; the same one for the same. */
  record(variable: string, x = 0.5): neuron.Vector {
    const { section, recordings } = stateOf(this);
    const name = text(`${String(this)}.record: variable`, variable);
    const at = unitInterval(`${String(this)}.record: x`, x);
    const key = `${name} ${section(at).node_index()}`;
    let vector = recordings.get(key);
    if (vector === undefined) {
      vector = record(pointerTo(this, name, at));
      recordings.set(key, vector);
    }
    return vector;
  }

  /** Takes it out of the section. */
  uninsert(): void {
    const { section, asset } = stateOf(this);
    section.uninsert(asset.fullName);
  }

  __neuron__(): this {
    return this;
  }

  __record__(): never {
    throw new HocRecordError(`${String(this)}: say what is to be recorded of it, as in mechanism.record("i", 0.5).`);
  }

  override toString(): string {
    const { section, asset } = stateOf(this);
    return `${String(section)}.${asset.fullName}`;
  }

  override [kNames](): Iterable<string> {
    return [...variableNames(stateOf(this).asset.fullName), "record", "parameters", "section", "asset", "uninsert"];
  }
}

function stateOf(mechanism: object): State {
  const state = states.get(mechanism);
  if (state === undefined) throw new NameError("This is no mechanism in a section.");
  return state;
}

function pointerTo(mechanism: InsertedMechanism, variable: string, x: number): unknown {
  const { section, asset } = stateOf(mechanism);
  const [, name = "", i] = /^(\w+)(?:\[(\d+)\])?$/.exec(variable) ?? [];
  const own = variableNames(asset.fullName);
  const ofIons = asset.source?.ions.flatMap(({ reads, writes }) => [...reads, ...writes]) ?? [];
  if (!own.includes(name) && !ofIons.includes(name))
    throw new NameError(
      `${String(mechanism)} has no "${variable}" that could be recorded.${didYouMean(variable, [...own, ...ofIons])}`,
    );
  const place = (own.includes(name) ? (mechanism as unknown as Callable)(x) : section(x)) as unknown as Record<
    string,
    unknown
  >;
  const pointer = place[`_ref_${name}`];
  return i === undefined ? pointer : (pointer as Record<string, unknown>)[i];
}

const prototypes = new Map<string, object>();

/** The prototype of a mechanism's objects, with an accessor for each of its variables: NEURON's names before ours. */
function prototypeOf(fullName: string): object {
  let prototype = prototypes.get(fullName);
  if (prototype !== undefined) return prototype;
  prototype = Object.create(InsertedMechanism.prototype) as object;
  for (const name of variableNames(fullName)) {
    Object.defineProperty(prototype, name, { ...accessor(fullName, name), configurable: true });
  }
  prototypes.set(fullName, prototype);
  return prototype;
}

function accessor(fullName: string, name: string): PropertyDescriptor {
  const symbol = lookup(`${name}_${fullName}`) ?? lookup(name);
  const whole = symbol?.name ?? name;
  const on = (mechanism: object) => stateOf(mechanism).section as unknown as Record<string, unknown>;
  if (symbol?.kind === Kind.rangeObject)
    return {
      get(this: Callable) {
        return (this(0.5) as unknown as Record<string, unknown>)[name];
      },
    };
  if (symbol?.isArray)
    return {
      get(this: object) {
        return on(this)[whole];
      },
      set(this: object, value: unknown) {
        on(this)[whole] = value; // throws, and says how
      },
    };
  return {
    get(this: object) {
      return on(this)[whole];
    },
    set(this: object, value: unknown) {
      on(this)[whole] = isNumber(value) ? value : number(`${String(this)}.${name}`, value);
    },
  };
}

/** The names of a mechanism's variables, as they are written behind it. */
export function variableNames(fullName: string): string[] {
  return (h as unknown as Record<string, { variables(): string[] }>)[fullName]?.variables() ?? [];
}

function builtInVariables(fullName: string): NmodlVariable[] {
  return variableNames(fullName).map((name) => {
    const symbol = lookup(`${name}_${fullName}`) ?? lookup(name);
    const units = symbol === undefined ? "" : String(h.units(symbol.name));
    return { name, units, comment: "", length: 0, role: "range", block: undefined, value: undefined };
  });
}

// One object for a mechanism in a section.
const inSections = new WeakMap<object, Map<string, Callable>>();

export function densityOf(section: Section, asset: Asset): InsertedMechanism {
  let own = inSections.get(section);
  if (own === undefined) {
    own = new Map();
    inSections.set(section, own);
  }
  let mechanism = own.get(asset.fullName);
  if (mechanism === undefined) {
    mechanism = makeCallable(section, asset);
    own.set(asset.fullName, mechanism);
  }
  return mechanism;
}

function makeCallable(section: Section, asset: Asset): Callable {
  const { fullName } = asset;
  const self = (x: number) => (section(x) as unknown as Record<string, Mechanism>)[fullName] as Mechanism;
  Object.setPrototypeOf(self, prototypeOf(fullName));
  delete (self as { length?: number }).length;
  delete (self as { name?: string }).name;
  states.set(self, { section, asset, recordings: new Map() });
  return self as unknown as Callable;
}
