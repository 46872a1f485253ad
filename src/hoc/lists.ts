// List, SectionList and Matrix: what JavaScript expects of a collection.

import { described } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../core/errors.js";
import { hooks, native } from "../engine/engine.js";
import { register } from "./classes.js";
import { prepare } from "./construct.js";
import { kIndexGet } from "./end.js";
import { HocObject, handleOf } from "./object.js";
import { handleOfSection, isSection, type Section, sectionFor } from "./section.js";
import { decode, standIn } from "./transfer.js";

export class ListObject extends HocObject {
  get length(): number {
    return native.listCount(handleOf(this));
  }
  [kIndexGet](i: number): unknown {
    return decode(native.listItem(handleOf(this), i));
  }
  *[Symbol.iterator](): IterableIterator<unknown> {
    for (let i = 0; i < this.length; i++) yield this[kIndexGet](i);
  }
  override toJSON(): unknown {
    return [...this].map((item) => (item instanceof HocObject ? item.toString() : item));
  }
}

export class SectionListObject extends HocObject {
  get length(): number {
    return native.sectionsInList(handleOf(this)).length;
  }
  [kIndexGet](i: number): Section {
    const list = native.sectionsInList(handleOf(this));
    const at = i < 0 ? i + list.length : i;
    const handle = list[at];
    if (handle === undefined)
      throw new ArgumentRangeError(`${String(this)} has ${list.length} sections; there is no [${i}].`);
    return sectionFor(handle);
  }
  *[Symbol.iterator](): IterableIterator<Section> {
    for (const handle of native.sectionsInList(handleOf(this))) if (native.alive(handle)) yield sectionFor(handle);
  }
  override toJSON(): unknown {
    return [...this].map(String);
  }
}

export class MatrixObject extends HocObject {
  override [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new ArgumentTypeError(`${this.toString()} is a Matrix: use its methods.`);
  }
}

function sectionsOf(value: unknown): number[] {
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value))
    throw new ArgumentTypeError(`SectionList: expected an iterable of sections, got ${described(value)}.`);
  return [...(value as Iterable<unknown>)].map((item, i) => {
    const section = standIn(item);
    if (!isSection(section))
      throw new ArgumentTypeError(`SectionList: item ${i}: expected a section, got ${described(section)}.`);
    return handleOfSection(section);
  });
}

/** An array as NEURON's constructor asks for it, so that the sections are checked before it begins. */
prepare.set("SectionList", (args) => {
  if (args.length === 1 && typeof args[0] === "object" && args[0] !== null && Symbol.iterator in args[0]) {
    const list = [...(args[0] as Iterable<unknown>)];
    sectionsOf(list);
    return [list];
  }
  return args;
});

hooks.sections = sectionsOf;
register("List", ListObject as new (...args: unknown[]) => HocObject);
register("SectionList", SectionListObject as new (...args: unknown[]) => HocObject);
register("Matrix", MatrixObject as new (...args: unknown[]) => HocObject);
