// NetCon: from anything that spikes to anything that receives; every one is kept, and a forgotten weight is loud.
import { described, finite, isPlain, number } from "../core/arguments.js";
import {
  ArgumentRangeError,
  ArgumentTypeError,
  HocConnectError,
  HocError,
  ParallelConnectError,
} from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type { HocArray } from "../hoc/array.js";
import { entryFor, register } from "../hoc/classes.js";
import { memberArray, ownNumber, setOwnNumber } from "../hoc/member.js";
import { NetConObject, setNetCon } from "../hoc/network.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, invokeNamed, isHocObject } from "../hoc/object.js";
import { refer } from "../hoc/references.js";
import { ownClass } from "../hoc/root.js";
import { isSection, type Section } from "../hoc/section.js";
import type { Segment } from "../hoc/segment.js";
import { type Link, link, unlink } from "./connections.js";
import { keyOf, sourceOf, targetOf } from "./ends.js";
import { newVector } from "./record.js";
import { leave, listen, recorder, silence } from "./spikes.js";
import { transform } from "./transform.js";
import { checkedWeights, unweighted } from "./weights.js";

export interface NetConOptions {
  /** What the source must cross upward, mV; NEURON's 10 unless given. */
  readonly threshold?: number;
  /** Delay, ms; NEURON's 1 unless given. */
  readonly delay?: number;
  /** The weight, or one for each slot of the target. */
  readonly weight?: number | Iterable<number>;
  /** The section of a source that is a pointer. */
  readonly sec?: Section | { __neuron__(): Section };
}

declare module "../hoc/neuron/network.js" {
  interface NetCon {
    /** Its own Vector of spike times, ms; records from the first use on. */
    get spikes(): neuron.Vector;
    /** The gid that it registers or receives, if any. */
    get gid(): number | undefined;
    __neuron__(): this;
  }
}

/** The spike times that a NetCon has recorded: undefined when nobody asked for them yet, or when it is none of p's. */
export let spikesOf: (netcon: object) => neuron.Vector | undefined;

class PatchNetCon extends NetConObject {
  #spikes: neuron.Vector | undefined = undefined;
  /** What NEURON was given as source. */
  #source: unknown = undefined;
  /** By what the source is known to whoever listens to it; once somebody does. */
  #key: object | undefined = undefined;
  #link: Link | undefined = undefined;
  #gid: number | undefined = undefined;
  #isReceiving = false;

  static {
    spikesOf = (netcon) => (#spikes in netcon ? netcon.#spikes : undefined);
  }

  /** The gid that it registers or receives, if it is one of several processes' connections. */
  get gid(): number | undefined {
    return this.#gid;
  }

  get threshold(): number {
    return ownNumber(this, "threshold");
  }
  set threshold(value: number) {
    if (this.#isReceiving)
      throw new ParallelConnectError(
        `${String(this)}: the threshold belongs to the source of gid ${this.#gid}: set it where the gid is registered.`,
      );
    setOwnNumber(this, "threshold", number(`${String(this)}.threshold`, value));
  }

  static label(netcon: PatchNetCon, gid: number, isReceiving: boolean): void {
    netcon.#gid = gid;
    netcon.#isReceiving = isReceiving;
  }

  /** What it goes between: what NEURON was given as source, and the two keys by which it is found. */
  static join(netcon: PatchNetCon, given: unknown, source: object, target: object | undefined): void {
    netcon.#source = given;
    if (target !== undefined) netcon.#link = link(netcon, source, target);
  }

  static sourceKey(netcon: PatchNetCon): object {
    return netcon.#sourceKey();
  }

  /** NetCons of one source share NEURON's one recorder: what they are known by together. */
  #sourceKey(): object {
    this.#key ??= keyOf(this.#source ?? invokeNamed(this, "pre", []) ?? invokeNamed(this, "preseg", []) ?? this);
    return this.#key;
  }

  get spikes(): neuron.Vector {
    if (this.#spikes === undefined) {
      const vector = newVector();
      listen(this.#sourceKey(), vector, this, [vector]);
      this.#spikes = vector;
    }
    return this.#spikes;
  }

  /** NEURON's record: a Vector, Vectors of times and gids, or a function at each spike; without arguments it stops. */
  record(...args: unknown[]): unknown {
    if (args.length === 0) {
      silence(this.#sourceKey(), this);
      return 0;
    }
    const [first] = args;
    const isListener =
      typeof first === "function" || typeof first === "string" || Array.isArray(first) || isHocObject(transform(first));
    if (!isListener)
      throw new ArgumentTypeError(`${String(this)}.record: expected a Vector or a function, got ${described(first)}.`);
    return listen(this.#sourceKey(), recorder, this, args);
  }

  override setpost(target: unknown = null): number {
    const result = super.setpost(target);
    const source = this.#link?.source ?? (this.#source === undefined ? undefined : keyOf(this.#source));
    if (this.#link !== undefined) unlink(this.#link);
    this.#link = source === undefined || target === null ? undefined : link(this, source, keyOf(target));
    return result;
  }

  /** The weights. */
  get weight(): HocArray {
    return memberArray(this, "weight", () => unweighted.delete(this));
  }
  set weight(value: unknown) {
    const name = `${String(this)}.weight`;
    throw new ArgumentTypeError(`${name} is an array: set ${name}[0], not weight = ${described(value)}.`);
  }

  get _ref_weight(): HocArray {
    unweighted.delete(this);
    return memberArray(this, "_ref_weight");
  }

  override dispose(): void {
    super.dispose();
    unweighted.delete(this);
    if (this.#link !== undefined) unlink(this.#link);
    this.#link = undefined;
    if (this.#key !== undefined) leave(this.#key, this);
    this.#key = undefined;
    if (this.#gid !== undefined) gids.gone(this);
  }

  override [Symbol.dispose](): void {
    this.dispose();
  }

  __neuron__(): this {
    return this;
  }
}
ownClass(PatchNetCon);
register("NetCon", PatchNetCon as unknown as new (...args: unknown[]) => HocObject);

interface Given {
  threshold: number | undefined;
  delay: number | undefined;
  weights: number[] | undefined;
  sec: Section | undefined;
}

const keys = ["threshold", "delay", "weight", "sec"];

function optionsOf(rest: unknown[]): Given {
  const [first] = rest;
  const named = rest.length === 1 && isPlain(first) ? first : inOrder(rest);
  for (const key of Object.keys(named))
    if (!keys.includes(key)) throw new ArgumentTypeError(`p.NetCon: unknown option "${key}".${didYouMean(key, keys)}`);
  const { threshold, delay, weight, sec } = named;
  return {
    threshold: threshold === undefined ? undefined : number("p.NetCon: threshold", threshold),
    delay: delay === undefined ? undefined : delayOf(delay),
    weights: weight === undefined ? undefined : weightList(weight),
    sec: sec === undefined || sec === null ? undefined : sectionOf(sec),
  };
}

/** `threshold, delay, weight` as NEURON has them, and its `{ sec }`. */
function inOrder(rest: readonly unknown[]): Record<string, unknown> {
  const last = rest[rest.length - 1];
  const options = isPlain(last) ? last : {};
  const values = isPlain(last) ? rest.slice(0, -1) : rest;
  const doubled = Object.keys(options).find((key) => key !== "sec" && keys.includes(key));
  if (values.length > 0 && doubled !== undefined)
    throw new ArgumentTypeError(`p.NetCon: ${doubled}: give threshold, delay and weight either in order or by name.`);
  if (values.length > 3)
    throw new ArgumentTypeError(
      `p.NetCon: expected threshold, delay and weight after source and target, got ${values.length} values.`,
    );
  const [threshold, delay, weight] = values;
  return { threshold, delay, weight, ...options };
}

function delayOf(value: unknown): number {
  const delay = finite("p.NetCon: delay", value);
  if (delay < 0) throw new ArgumentRangeError(`p.NetCon: delay: expected 0 ms or more, got ${delay}.`);
  return delay;
}

function weightList(value: unknown): number[] {
  if (typeof value === "number") return [number("p.NetCon: weight", value)];
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value))
    throw new ArgumentTypeError(`p.NetCon: weight: expected a number or an array, got ${described(value)}.`);
  return [...(value as Iterable<unknown>)].map((w, i) => number(`p.NetCon: weight[${i}]`, w));
}

function sectionOf(value: unknown): Section {
  const section = transform(value);
  if (!isSection(section)) throw new ArgumentTypeError(`p.NetCon: sec: expected a section, got ${described(value)}.`);
  return section;
}

/** Makes a NetCon by p's rules; never half-made. */
export function newNetCon(args: unknown[], cls?: new (...args: unknown[]) => object): neuron.NetCon {
  const [source, target, ...rest] = args;
  const options = optionsOf(rest);
  const from = sourceOf(source);
  const to = targetOf(target);
  const sec = options.sec ?? from.section;
  const make = cls ?? (entryFor("NetCon").make as new (...args: unknown[]) => object);
  const netcon = connected(make, sec === undefined ? [from.given, to] : [from.given, to, { sec }]);
  return configured(netcon, () => {
    PatchNetCon.join(netcon, from.given, keyOf(source), to === null ? undefined : keyOf(target));
    setNetCon(netcon, options.threshold, options.delay, checkedWeights(netcon, to, options.weights));
    // What NEURON was given itself is told when it is made.
    if (source !== from.given || target !== to) refer(netcon, [source, target]);
  });
}

/** From an artificial cell of p's to another of its processes, both just known: nothing is left to find out. */
export function stimulating(source: HocObject, target: HocObject, weight: number, delay: number): void {
  const netcon = connected(entryFor("NetCon").make as new (...args: unknown[]) => object, [source, target]);
  configured(netcon, () => {
    PatchNetCon.join(netcon, source, source, target);
    setNetCon(netcon, undefined, delay, checkedWeights(netcon, target, [weight]));
  });
}

function connected(make: new (...args: unknown[]) => object, args: unknown[]): PatchNetCon {
  try {
    return new make(...args) as PatchNetCon;
  } catch (error) {
    const isOther =
      error instanceof HocConnectError || !(error instanceof HocError || error instanceof ArgumentTypeError);
    throw isOther ? error : new HocConnectError(error.message, { cause: error });
  }
}

/** What cannot be set takes the NetCon away again. */
function configured(netcon: PatchNetCon, set: () => void): neuron.NetCon {
  try {
    set();
  } catch (error) {
    netcon.dispose();
    throw error;
  }
  return netcon as unknown as neuron.NetCon;
}

/** Says that it is the detector of a gid, or receives its spikes. */
export function setGid(netcon: HocObject, gid: number, isReceiving: boolean): void {
  PatchNetCon.label(netcon as PatchNetCon, gid, isReceiving);
}

/** Told when a NetCon of a gid is disposed. */
export const gids: { gone: (netcon: HocObject) => void } = { gone: () => {} };

/** By what the source of a NetCon is known to whoever listens to it. */
export function spikeKey(netcon: HocObject): object {
  return PatchNetCon.sourceKey(netcon as PatchNetCon);
}

/** A connection from a gid, wherever it lives, to a target here. */
export function receiving(
  make: (target: HocObject) => neuron.NetCon,
  target: unknown,
  options: { readonly weight?: number | Iterable<number>; readonly delay?: number },
): neuron.NetCon {
  const { delay, weights } = optionsOf([options]);
  const to = targetOf(target);
  if (to === null)
    throw new ParallelConnectError(
      "p.ParallelCon: a gid is connected to a point process or artificial cell, got null.",
    );
  const netcon = make(to) as unknown as PatchNetCon;
  return configured(netcon, () => {
    setNetCon(netcon, undefined, delay, checkedWeights(netcon, to, weights));
    refer(netcon, [target]);
  });
}

export function connectFrom(source: Section | Segment, target: object): neuron.NetCon {
  return newNetCon([source, target]);
}
