// Vector: copied in and out whole, indexed, iterated.

import { described, isPlain, number } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError, SimulationError } from "../core/errors.js";
import { hooks, native } from "../engine/engine.js";
import { isAwaited, isDelivering, type Timed, timed } from "./awaited.js";
import { entryFor, register } from "./classes.js";
import { prepare } from "./construct.js";
import { depend, independ, kOwnerGone } from "./dependents.js";
import { kIndexGet, kIndexSet } from "./end.js";
import { type Few, isNone, membersOf, withOne, withoutOne } from "./few.js";
import { hold, holdWeakly, isHeld } from "./identity.js";
import { birth, HocObject, handleOf, invokeNamed, isHocObject, keep, ownerOf, unkeep } from "./object.js";
import { Pointer, TopPointer } from "./pointer.js";
import { kLine, markClass } from "./root.js";
import { renewals } from "./run.js";
import { handleOfSection, isSection, type Section } from "./section.js";
import { noteGone } from "./stale.js";
import { decode, standIn } from "./transfer.js";

/** Recordings of HOC's own variables, such as `t`: NEURON ties them to the current section, and drops them with it. */
const tied = new Map<VectorObject, { readonly args: readonly unknown[]; section: Section }>();

function tie(vector: VectorObject, args: readonly unknown[]): void {
  tied.delete(vector);
  if (!(args[0] instanceof TopPointer)) return;
  const keywords = args.at(-1);
  const named = isPlain(keywords) ? standIn(keywords.sec) : undefined;
  const section = isSection(named) ? named : (decode(native.currentSection()) as Section | null);
  if (section !== null) tied.set(vector, { args: named === undefined ? args : args.slice(0, -1), section });
}

renewals.push(() => {
  for (const [vector, recording] of tied) {
    if (!native.alive(handleOf(vector))) tied.delete(vector);
    else if (!native.alive(handleOfSection(recording.section))) {
      const section = decode(native.currentSection()) as Section | null;
      if (section === null) return;
      recording.section = section;
      invokeNamed(vector, "record", [...recording.args]);
    }
  }
});

/** What a Vector records; undefined when it records nothing. */
export let recordedBy: (vector: VectorObject) => Pointer | undefined;
/** A new Vector that records what the pointer points to, at each step. */
export let recording: (pointer: Pointer) => VectorObject;
/** Told that something other than its own method records into it: what, and the Vector of times if one was given. */
export let recordedElsewhere: (vector: VectorObject, args: readonly unknown[]) => void;

export class VectorObject extends HocObject {
  // The things in the model that it records from or plays into.
  #owners: Few<object> = undefined;
  #recorded: Pointer | undefined = undefined;
  #timed: Few<Timed> = undefined;

  static {
    recordedBy = (vector) => vector.#recorded;
    recording = (pointer) => {
      let vector: VectorObject;
      birth.isHeld = true;
      try {
        vector = new (entryFor("Vector").make as new () => VectorObject)();
      } finally {
        birth.isHeld = false;
      }
      try {
        vector.#record([pointer]);
      } catch (error) {
        vector.leave();
        throw error;
      }
      return vector;
    };
    recordedElsewhere = (vector, args) => {
      vector.#begin();
      vector.#attach(args, false);
    };
  }

  get length(): number {
    return native.vectorSize(handleOf(this));
  }

  /** What it records, how many numbers there are, and a few of them. */
  override [kLine](): string {
    if (!native.alive(handleOf(this))) return this.toString();
    const recorded =
      this.#recorded === undefined ? "" : `  ${String(this.#recorded).replace("._ref_", ".").replace(/^h\./, "")}`;
    const { length } = this;
    const shown = length <= 6 ? this.toArray() : [0, 1, 2, -1].map((i) => this[kIndexGet](i < 0 ? length + i : i));
    const numbers = Array.from(shown, (value) => String(Number(value.toPrecision(6))));
    if (length > 6) numbers.splice(3, 0, "…");
    return `${this.toString()}${recorded}  length=${length}  [${numbers.join(", ")}]`;
  }

  /** A copy of the numbers. */
  toArray(): Float64Array {
    const array = unfilled(this.length);
    native.vectorInto(handleOf(this), array);
    return array;
  }
  to_python<T extends { [index: number]: number; readonly length: number } = Float64Array>(target?: T): T {
    const values = this.toArray();
    if (target === undefined || target === null) return values as unknown as T;
    if (typeof target !== "object" || target.length !== values.length)
      throw new ArgumentTypeError(
        `to_python: expected an array of ${values.length} elements, got ${described(target)}.`,
      );
    for (let i = 0; i < values.length; i++) target[i] = values[i] as number;
    return target;
  }
  as_numpy(): Float64Array {
    return this.toArray();
  }

  /** Takes over the numbers of an iterable; returns itself. */
  from_python(values: Iterable<number>): this {
    native.vectorFrom(handleOf(this), numbersOf(values, "from_python"));
    return this;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    yield* this.toArray();
  }

  [kIndexGet](i: number): number {
    return native.vectorGet(handleOf(this), i);
  }
  [kIndexSet](i: number, value: unknown): void {
    native.vectorSet(handleOf(this), i, typeof value === "number" ? value : number(`${String(this)}[${i}]`, value));
  }

  /** Records what a pointer points to, at each step or at the times given. It stays while the model does. */
  record(...args: unknown[]): this {
    const times = args[1];
    // NEURON empties it as the run begins: there would be no samples, or an assertion of its own that does not hold.
    if (times instanceof VectorObject && times.#recorded !== undefined)
      throw new ArgumentTypeError(
        `${String(this)}.record: argument 2: expected a Vector of times, got ${String(times)}, which is recorded into itself. ` +
          "Give a copy, times.c(), or none to record at each step.",
      );
    this.#record(args);
    return this;
  }
  #record(args: unknown[]): void {
    this.#refuseInRun();
    const given = args.length > 1 ? [...args] : args; // NEURON is not given its { sec } among them
    invokeNamed(this, "record", args);
    this.#begin();
    tie(this, given);
    this.#attach(args, false);
    this.#recorded = args.find((arg) => arg instanceof Pointer);
  }
  /** A recording has begun: NEURON has ended whatever it was used for. */
  #begin(): void {
    if (this.#owners !== undefined) unkeep(this);
    this.#owners = undefined;
    this.#recorded = undefined;
    this.#noteEvents();
    this.#timed = undefined;
  }
  /** Plays its numbers into a variable. */
  play(...args: unknown[]): this {
    // NEURON would take the number for the place of a number, and play nowhere.
    if (typeof args[0] === "number" && args.length > 1)
      throw new ArgumentTypeError(`${String(this)}.play: expected a pointer such as clamp._ref_amp, got ${args[0]}.`);
    invokeNamed(this, "play", args);
    this.#attach(args, true);
    return this;
  }
  /** Neither records nor plays any longer. */
  play_remove(): number {
    this.#refuseInRun();
    native.vectorLeave(handleOf(this));
    this.#detach();
    return 1;
  }

  #attach(args: readonly unknown[], isPlay: boolean): void {
    keep(this, args);
    if (args.length > 1) this.#noteTimes(args, isPlay);
    for (const arg of args) {
      const owner = arg instanceof Pointer || isHocObject(arg) ? ownerOf(arg) : undefined;
      if (owner === undefined || isPassiveVector(owner)) continue;
      this.#owners = withOne(this.#owners, owner);
      depend(owner, this);
    }
    hold(handleOf(this), this);
  }

  #detach(): void {
    this.#noteEvents();
    this.#timed = undefined;
    for (const owner of membersOf(this.#owners)) independ(owner, this);
    this.#owners = undefined;
    this.#recorded = undefined;
    tied.delete(this);
    unkeep(this);
    holdWeakly(handleOf(this), this, 200);
  }

  #noteTimes(args: readonly unknown[], isPlay: boolean): void {
    const when = args[args.findIndex((arg) => arg instanceof Pointer || typeof arg === "string") + 1];
    const given = standIn(when);
    if (typeof given === "number") this.#timed = withOne(this.#timed, timed(isPlay, given));
    else if (given instanceof VectorObject)
      this.#timed = withOne(
        this.#timed,
        timed(isPlay, { times: () => (native.alive(handleOf(given)) ? given.toArray() : []) }),
      );
  }

  #refuseInRun(): void {
    if (this.#timed === undefined || !isDelivering()) return;
    for (const each of membersOf(this.#timed))
      if (isAwaited(each, this.length))
        throw new SimulationError(
          `What ${String(this)} ${each.isPlay ? "plays" : "records"} cannot end while NEURON runs: events for it are on their way.`,
        );
  }

  #noteEvents(): void {
    if (this.#timed === undefined) return;
    for (const each of membersOf(this.#timed)) if (isAwaited(each, this.length)) noteGone(String(this));
  }

  /** Ends what it records and plays; its numbers stay. */
  leave(): void {
    if (this.#owners !== undefined || isHeld(handleOf(this))) this.play_remove();
  }

  /** Only what it recorded from there or played into there ends. */
  [kOwnerGone](owner: object): void {
    if (!native.alive(handleOf(this))) return;
    this.#owners = withoutOne(this.#owners, owner);
    const isUsed = !isNone(this.#owners) || this.#recorded instanceof TopPointer;
    if (isUsed) {
      this.#noteEvents();
    } else {
      native.vectorLeave(handleOf(this));
      this.#detach();
    }
  }

  override toJSON(): unknown {
    return [...this.toArray()];
  }

  override [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new ArgumentTypeError(
      `${this.toString()} is a Vector: use its methods, such as v.c().add(1), or v.toArray().`,
    );
  }
}

/** A Float64Array whose memory was not cleared first: that would take as long as filling it. */
function unfilled(length: number): Float64Array {
  if (length < 64) return new Float64Array(length);
  return new Float64Array(Buffer.allocUnsafeSlow(8 * length).buffer, 0, length);
}

function isPassiveVector(owner: object): boolean {
  return owner instanceof VectorObject;
}

/** The numbers of an iterable, each checked. */
export function numbersOf(values: unknown, where: string): Float64Array {
  if (values instanceof Float64Array) return values;
  if (typeof values !== "object" || values === null || !(Symbol.iterator in values))
    throw new ArgumentTypeError(`${where}: expected an iterable of numbers, got ${described(values)}.`);
  const list = [...(values as Iterable<unknown>)];
  list.forEach((value, i) => {
    if (typeof value !== "number")
      throw new ArgumentTypeError(`${where}: element ${i}: expected a number, got ${described(value)}.`);
  });
  return Float64Array.from(list as number[]);
}

prepare.set("Vector", (args) => {
  const [first] = args;
  if (args.length === 1 && typeof first === "object" && first !== null && Symbol.iterator in first) {
    // A copy, as HOC makes it from one of its own kind.
    return [isHocObject(first) ? (first as unknown as VectorObject).toArray() : numbersOf(first, "Vector")];
  }
  if (typeof first === "number" && !(first >= 0 && first <= 2 ** 31 - 1 && Number.isInteger(first)))
    throw new ArgumentRangeError(`Vector: size: expected a whole number from 0 on, got ${first}.`);
  return args;
});

hooks.numbers = (value: unknown) => numbersOf(value, "Vector");
markClass(VectorObject);
register("Vector", VectorObject as new (...args: unknown[]) => HocObject);
