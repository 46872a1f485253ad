// Which NetCons there are between two objects, for whoever asks for the connection between them.
import { boolean, described, isPlain } from "../core/arguments.js";
import { ArgumentTypeError, NotConnectableError, NotConnectedError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import type * as neuron from "../hoc/neuron/index.js";
import { type HocObject, isHocObject, isObjectAlive } from "../hoc/object.js";
import { isSection } from "../hoc/section.js";
import { Segment } from "../hoc/segment.js";
import { isConnectable, keyOf } from "./ends.js";

/** NetCons in the order in which they were made; the only one between two objects, the usual case, by itself. */
const links = new WeakMap<object, Map<object, HocObject | Set<HocObject>>>();

/** A NetCon and the keys of what it goes between; empty once it does no more. */
export interface Link {
  netcon: HocObject | undefined;
  source: object | undefined;
  target: object | undefined;
  isSorted: boolean;
}

/** What nobody has asked about yet: most models never do, and the tables take longer to fill than a NetCon to make. */
let unsorted: Link[] = [];
/** How many of them are empty. */
let holes = 0;

export function link(netcon: HocObject, source: object, target: object): Link {
  const made = { netcon, source, target, isSorted: false };
  unsorted.push(made);
  return made;
}

function sort(link: Link): void {
  const { netcon, source, target } = link;
  if (netcon === undefined || source === undefined || target === undefined) return;
  link.isSorted = true;
  let targets = links.get(source);
  if (targets === undefined) {
    targets = new Map();
    links.set(source, targets);
  }
  const list = targets.get(target);
  if (list === undefined) targets.set(target, netcon);
  else if (list instanceof Set) list.add(netcon);
  else targets.set(target, new Set([list, netcon]));
}

export function unlink(link: Link): void {
  const { netcon, source, target } = link;
  if (netcon === undefined || source === undefined || target === undefined) return;
  link.netcon = link.source = link.target = undefined;
  if (!link.isSorted) {
    holes++;
    if (2 * holes > unsorted.length) {
      unsorted = unsorted.filter((other) => other.netcon !== undefined);
      holes = 0;
    }
    return;
  }
  const targets = links.get(source);
  const list = targets?.get(target);
  if (list instanceof Set) list.delete(netcon);
  if (list === netcon || (list instanceof Set && list.size === 0)) targets?.delete(target);
}

export interface ConnectionSearch {
  /** Whether the direction counts; true unless given. */
  readonly strict?: boolean;
}

/**
 * The NetCon made last from source to target; `strict: false` also looks the other way.
 * @throws NotConnectedError when there is none; NotConnectableError for what can have none
 */
export function connection(source: unknown, target: unknown, options: ConnectionSearch = {}): neuron.NetCon {
  if (!isPlain(options)) throw new ArgumentTypeError(`connection: expected { strict }, got ${described(options)}.`);
  for (const key of Object.keys(options))
    if (key !== "strict")
      throw new ArgumentTypeError(`connection: unknown option "${key}".${didYouMean(key, ["strict"])}`);
  const isStrict = options.strict === undefined || boolean("connection: strict", options.strict);
  assertConnectable("source", source);
  assertConnectable("target", target);
  const found = lastBetween(source, target) ?? (isStrict ? undefined : lastBetween(target, source));
  if (found === undefined) throw new NotConnectedError(`${nameOf(source)} is not connected to ${nameOf(target)}.`);
  return found as unknown as neuron.NetCon;
}

function assertConnectable(what: string, end: unknown): void {
  if (isConnectable(end)) return;
  throw new NotConnectableError(`connection: ${what}: ${nameOf(end)} is not connectable.`);
}

function nameOf(end: unknown): string {
  return isSection(end) || end instanceof Segment || isHocObject(end) ? String(end) : described(end);
}

function lastBetween(source: unknown, target: unknown): HocObject | undefined {
  unsorted.forEach(sort);
  unsorted = [];
  holes = 0;
  const list = links.get(keyOf(source))?.get(keyOf(target));
  if (list === undefined) return undefined;
  return (list instanceof Set ? [...list] : [list]).findLast(isObjectAlive);
}
