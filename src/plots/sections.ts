// Which sections are meant, and the value of each of their segments.
import { described, wrongType } from "../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError, DisposedError, NameError } from "../core/errors.js";
import { h } from "../hoc/h.js";
import { unitsOf } from "../hoc/recorded.js";
import { isSectionAlive, type Section } from "../hoc/section.js";
import type { Segment } from "../hoc/segment.js";
import { isSection, isSegment, transform } from "../patch/transform.js";
import { axisLabel } from "./quantity.js";

/** A section, or some: in a list, a SectionList, whatever can be iterated; all of the model unless given. */
export type Sections = object | Iterable<object>;

export function sectionsOf(where: string, value: unknown): Section[] {
  const list = value === undefined || value === null ? [...h.allsec()] : listed(where, value);
  if (list.length === 0)
    throw new ArgumentRangeError(
      `${where}: ${value === undefined || value === null ? "the model has no sections" : "expected one or more sections, got none"}.`,
    );
  return [...new Set(list)];
}

function listed(where: string, value: unknown): Section[] {
  const standing = alive(`${where}: sections`, value);
  if (isSection(standing)) return [standing as unknown as Section];
  // A segment can be gone through, too: its mechanisms are no sections.
  if (typeof standing !== "object" || standing === null || isSegment(standing) || !(Symbol.iterator in standing))
    throw wrongType(`${where}: sections`, "a section or some", value);
  return [...(standing as Iterable<unknown>)].map((item, i) => {
    const section = alive(`${where}: sections[${i}]`, item);
    if (!isSection(section)) throw wrongType(`${where}: sections[${i}]`, "a section", item);
    return section as unknown as Section;
  });
}

/** What stands for it; a section that is gone is told by its place. */
function alive(where: string, value: unknown): unknown {
  const standing = transform(value) as unknown;
  if (isSection(standing)) {
    const section = transform(standing) as unknown as Section;
    if (!isSectionAlive(section)) throw new DisposedError(`${where}: it no longer exists.`);
    return section;
  }
  return standing;
}

/** The name of a range variable ("v", "gnabar_hh"), or a function of the segment; nothing for those without a value. */
export type SegmentValue = string | ((segment: Segment) => number | undefined | null);

export interface Values {
  /** By section, for each of its segments from 0 to 1; undefined where there is none. */
  readonly of: ReadonlyMap<Section, readonly (number | undefined)[]>;
  /** What they are, where that is known. */
  readonly label: string | undefined;
}

export function valuesOf(where: string, sections: readonly Section[], color: unknown): Values {
  if (typeof color === "function") return { of: computed(where, sections, color as never), label: undefined };
  if (typeof color !== "string")
    throw wrongType(where, 'the name of a range variable such as "v", or a function of the segment', color);
  return { of: read(where, sections, color), label: axisLabel(color, unitsOf(color)) };
}

function computed(
  where: string,
  sections: readonly Section[],
  color: (segment: Segment) => unknown,
): Map<Section, (number | undefined)[]> {
  return new Map(
    sections.map((section) => [
      section,
      [...section].map((segment) => {
        const value = color(segment);
        if (value === undefined || value === null) return undefined;
        if (typeof value !== "number")
          throw new ArgumentTypeError(
            `${where}: it gave ${described(value)} for ${String(segment)}; expected a number.`,
          );
        return checked(where, segment, value);
      }),
    ]),
  );
}

function read(where: string, sections: readonly Section[], name: string): Map<Section, (number | undefined)[]> {
  let reason: NameError | undefined;
  const values = new Map<Section, (number | undefined)[]>();
  for (const section of sections) {
    // A mechanism is in all of a section or not in it at all.
    try {
      values.set(
        section,
        [...section].map((segment) => numberAt(where, segment, name)),
      );
    } catch (error) {
      if (!(error instanceof NameError)) throw error;
      reason ??= error;
      values.set(section, new Array(section.nseg).fill(undefined));
    }
  }
  if (reason !== undefined && [...values.values()].every((list) => list[0] === undefined))
    throw new NameError(`${where}: none of the sections has "${name}". ${reason.message}`, { cause: reason });
  return values;
}

function numberAt(where: string, segment: Segment, name: string): number {
  const value = segment.get(name) as unknown;
  if (typeof value !== "number")
    throw new ArgumentTypeError(`${where}: "${name}" at ${String(segment)} is ${described(value)}; expected a number.`);
  return checked(where, segment, value);
}

function checked(where: string, segment: Segment, value: number): number {
  if (!Number.isFinite(value))
    throw new ArgumentRangeError(`${where}: at ${String(segment)}: expected a finite number, got ${value}.`);
  return value;
}
