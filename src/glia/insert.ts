// g.insert: a mechanism by the name of its asset, found, compiled and loaded when needed, placed, and given its parameters.
import { described, isPlain, number, text, unitInterval } from "../core/arguments.js";
import { ArgumentTypeError, NameError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { entryFor } from "../hoc/classes.js";
import { Kind } from "../hoc/kinds.js";
import { lookup, memberOf, membersOf, type Name } from "../hoc/names.js";
import type { HocObject } from "../hoc/object.js";
import { Pointer } from "../hoc/pointer.js";
import type { Section } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { transform, transformArc } from "../patch/transform.js";
import { densityOf, type InsertedMechanism, variableNames } from "./density.js";
import { discovered, ensureLoaded, resolveAsset } from "./load.js";
import { type Asset, candidatesFor } from "./packages/discover.js";
import { hiddenIn } from "./packages/members.js";
import {
  type Choice,
  checkChoice,
  checkPreferences,
  type Preferences,
  setProcessChoice,
  within,
} from "./packages/preferences.js";
import { select as selectAsset } from "./packages/select.js";

/** A value for a parameter: a number, numbers for an array, or what a POINTER points to. */
export type AttributeValue = number | readonly number[] | Pointer;

export interface InsertOptions extends Choice {
  /** Values for the mechanism's parameters. */
  readonly attributes?: Readonly<Record<string, AttributeValue | undefined>>;
  /** Where a point process is placed on its section, 0 … 1; 0.5 unless given. */
  readonly x?: number;
}

const options = ["variant", "package", "attributes", "x"];

interface Given {
  readonly attributes: Record<string, unknown>;
  readonly x: unknown;
  readonly choice: Choice;
}
const nothing: Given = { attributes: {}, x: undefined, choice: {} };

function checkOptions(given: unknown): Given {
  if (!isPlain(given)) throw new ArgumentTypeError(`g.insert: expected options, got ${described(given)}.`);
  for (const key of Object.keys(given))
    if (!options.includes(key))
      throw new ArgumentTypeError(
        `g.insert: unknown option "${key}".${didYouMean(key, options)} It takes: ${options.join(", ")}.`,
      );
  const { attributes = {}, x, ...choice } = given as InsertOptions;
  if (!isPlain(attributes))
    throw new ArgumentTypeError(
      `g.insert: attributes: expected an object such as { gbar: 0.1 }, got ${described(attributes)}.`,
    );
  return { attributes, x, choice: checkChoice("g.insert", choice) };
}

/** Inserts or places the mechanism; see src/glia.ts. */
export function insertMechanism(target: unknown, asset: unknown, given?: unknown): unknown {
  const name = text("g.insert: asset", asset);
  const { attributes, x, choice } = given === undefined ? nothing : checkOptions(given);
  const found = resolveAsset(name, choice);
  switch (found.kind) {
    case "density":
      return insertDensity(target, found, attributes, x);
    case "point process":
      return placeProcess(found, attributes, segmentOf(target, x));
    case "artificial cell":
      if (x !== undefined)
        throw new ArgumentTypeError(`g.insert: x: ${found.name} is an artificial cell, which has no place.`);
      return placeProcess(found, attributes);
    case "functions":
      ensureLoaded(found);
      throw new ArgumentTypeError(
        `g.insert: ${found.name} is no mechanism: its file offers functions, h.${found.source?.functions[0]?.name ?? "name"}(…).`,
      );
  }
}

function sectionOf(target: unknown): Section {
  if (target === undefined || target === null)
    throw new ArgumentTypeError(`g.insert: target: expected a section, got ${described(target)}.`);
  return transformArc(target).sec;
}

function segmentOf(target: unknown, x: unknown): Segment {
  if (target === undefined || target === null)
    throw new ArgumentTypeError(`g.insert: target: expected a section or a segment, got ${described(target)}.`);
  if (x === undefined) return transformArc(target);
  const at = unitInterval("g.insert: x", x);
  if (transform(target as object) instanceof Segment)
    throw new ArgumentTypeError(
      `g.insert: the segment ${String(transform(target as object))} says where; x belongs to a section.`,
    );
  return transformArc(target).sec(at);
}

function insertDensity(
  target: unknown,
  asset: Asset,
  attributes: Record<string, unknown>,
  x: unknown,
): InsertedMechanism {
  if (x !== undefined)
    throw new ArgumentTypeError(
      `g.insert: x: ${asset.name} is a density mechanism and is inserted in the whole section; set one segment with mechanism(x).parameter = value.`,
    );
  const section = sectionOf(target);
  ensureLoaded(asset);
  const known = new Set(variableNames(asset.fullName));
  for (const [key, value] of Object.entries(attributes)) {
    if (!known.has(key)) throw unknownParameter(asset, key, [...known]);
    checkValue(asset, key, value);
  }
  const isNew = !section.has_membrane(asset.fullName);
  section.insert(asset.fullName);
  const mechanism = densityOf(section, asset);
  try {
    for (const [key, value] of Object.entries(attributes))
      if (value instanceof Pointer)
        for (const segment of section) assign((mechanism as unknown as (x: number) => object)(segment.x), key, value);
      else assign(mechanism, key, value);
  } catch (error) {
    if (isNew) section.uninsert(asset.fullName);
    throw error;
  }
  return mechanism;
}

const symbols = new Map<string, Name["id"]>();

/** NEURON's symbol of a mechanism, which stays the same once it is loaded. */
function symbolOf(fullName: string): Name["id"] {
  let id = symbols.get(fullName);
  if (id === undefined) {
    ({ id } = lookup(fullName) as Name);
    symbols.set(fullName, id);
  }
  return id;
}

function placeProcess(asset: Asset, attributes: Record<string, unknown>, segment?: Segment): HocObject {
  ensureLoaded(asset);
  for (const [key, value] of Object.entries(attributes)) {
    const id = symbolOf(asset.fullName);
    const member = memberOf(id, key, 0);
    if (member?.kind !== Kind.rangeVariable) {
      const known = membersOf(id).filter(({ kind }) => kind === Kind.rangeVariable);
      throw unknownParameter(
        asset,
        key,
        known.map(({ name }) => name),
      );
    }
    checkValue(asset, key, value);
  }
  const make = entryFor(asset.fullName).make as unknown as new (...args: unknown[]) => HocObject;
  const process = segment === undefined ? new make() : new make(segment);
  try {
    for (const [key, value] of Object.entries(attributes)) assign(process, key, value);
  } catch (error) {
    process[Symbol.dispose]();
    throw error;
  }
  return process;
}

function unknownParameter(asset: Asset, key: string, known: readonly string[]): NameError {
  const variable = asset.source?.variables.find(({ name, role }) => name === key && role === "global");
  if (variable !== undefined)
    return new NameError(
      `g.insert: attributes: ${key} is a GLOBAL of ${asset.name}, one number for all of them: set h.${key}_${asset.fullName}.`,
    );
  if (hiddenIn(asset).includes(key))
    return new NameError(
      `g.insert: attributes: NEURON has a function ${key} for every point process, which hides the ${key} of ${asset.name}. Rename it in ${asset.file}.`,
    );
  return new NameError(
    `g.insert: attributes: ${asset.name} has no parameter "${key}".${didYouMean(key, known)} It has: ${known.join(", ") || "none"}.`,
  );
}

function checkValue(asset: Asset, key: string, value: unknown): void {
  const where = `g.insert: attributes: ${asset.name}.${key}`;
  if (value instanceof Pointer) return;
  if (Array.isArray(value)) for (const [i, element] of value.entries()) number(`${where}[${i}]`, element);
  else number(where, value);
}

function assign(mechanism: object, key: string, value: unknown): void {
  const own = mechanism as Record<string, unknown>;
  if (value instanceof Pointer) own[`_ref_${key}`] = value;
  else if (Array.isArray(value)) {
    const array = own[key] as { length: number; [i: number]: number };
    if (typeof array !== "object" || array.length !== value.length)
      throw new ArgumentTypeError(
        `${String(mechanism)}.${key}: expected ${typeof array === "object" ? `${array.length} numbers` : "a number"}, got ${value.length} numbers.`,
      );
    for (const [i, element] of (value as number[]).entries()) array[i] = element;
  } else own[key] = value;
}

/** The full name of the mechanism that is meant. */
export function resolve(asset: string, choice: Choice = {}): string {
  return resolveAsset(text("g.resolve: asset", asset), checkChoice("g.resolve", choice)).fullName;
}

/** A preference for the process. Without a choice, it is taken back. */
export function select(asset: string, choice: Choice = {}): void {
  const name = text("g.select: asset", asset);
  const checked = checkChoice("g.select", choice);
  resolveKnown(name, checked);
  setProcessChoice(name, checked);
}

/** A choice that nothing fits is refused when it is made. */
function resolveKnown(name: string, choice: Choice): void {
  const candidates = candidatesFor(discovered(), name);
  const fits = candidates.some(
    (asset) =>
      (choice.package ?? asset.package) === asset.package && (choice.variant ?? asset.variant) === asset.variant,
  );
  if (!fits) selectAsset(discovered(), name, choice);
}

/** Runs `inside` with these preferences, what it awaits included; returns its value. */
export function context<T>(preferences: Preferences, inside: () => T): T {
  const checked = checkPreferences("g.context", preferences);
  if (typeof inside !== "function")
    throw new ArgumentTypeError(`g.context: expected a function, got ${described(inside)}.`);
  return within(checked, inside);
}
