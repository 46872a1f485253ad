// What colours the segments of a picture, and the options that say so: the same for shapes and for dendrograms.
import { text } from "../core/arguments.js";
import { ArgumentTypeError } from "../core/errors.js";
import { plural } from "../core/words.js";
import type { Section } from "../hoc/section.js";
import { colorsOf, domainOf } from "./options.js";
import { type SegmentValue, type Values, valuesOf } from "./sections.js";
import type { Extent } from "./thin.js";
import { fromTo } from "./ticks.js";

export interface ColorOptions {
  /** What colours the segments: a range variable's name, or a function of the segment; one colour for all unless given. */
  readonly color?: SegmentValue;
  /** The values of the two ends of the colour scale; those of the lowest and the highest segment unless given. */
  readonly domain?: readonly [low: number, high: number];
  /** The colours from low to high, as CSS has them; viridis unless given. Without `color`, the one colour of all. */
  readonly colors?: readonly string[];
  /** What the colour bar is called; the variable and its unit unless given. */
  readonly label?: string;
}

export const colorKeys = ["color", "domain", "colors", "label"] as const;

export interface Coloring {
  /** Undefined: all have one colour. */
  readonly values: Values | undefined;
  /** What the values are. */
  readonly label: string | undefined;
  readonly domain: Extent | undefined;
  readonly colors: readonly string[] | undefined;
}

export function coloringOf(where: string, sections: readonly Section[], given: ColorOptions): Coloring {
  const domain = domainOf(`${where}: domain`, given.domain);
  const colors = colorsOf(`${where}: colors`, given.colors);
  const label = given.label === undefined ? undefined : text(`${where}: label`, given.label);
  if (given.color === undefined) {
    for (const key of ["domain", "label"] as const)
      if (given[key] !== undefined)
        throw new ArgumentTypeError(`${where}: ${key} belongs to a colour scale, and without color there is none.`);
    if (colors !== undefined && colors.length > 1)
      throw new ArgumentTypeError(`${where}: colors: without color all have one: expected 1, got ${colors.length}.`);
  }
  const values = given.color === undefined ? undefined : valuesOf(`${where}: color`, sections, given.color);
  return {
    values,
    label: label ?? values?.label,
    domain: domain && { from: domain[0], to: domain[1] },
    colors,
  };
}

/** From the lowest to the highest of the values; 0 to 1 when there are none. */
export function rangeOf(lists: Iterable<readonly (number | undefined)[] | undefined>): Extent {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of lists)
    for (const value of values ?? []) {
      if (value === undefined) continue;
      from = Math.min(from, value);
      to = Math.max(to, value);
    }
  return from <= to ? { from, to } : { from: 0, to: 1 };
}

/** What a screen reader tells of the colours. */
export function colorText(
  lists: readonly (readonly (number | undefined)[] | undefined)[],
  label: string | undefined,
  range: Extent,
): string {
  const without = lists.filter((values) => (values ?? []).every((value) => value === undefined)).length;
  const grey = without === 0 ? "" : ` ${without} ${plural(without, "section")} without a value, in grey.`;
  return `Coloured by ${label ?? "a value of each segment"}, ${fromTo(range)}.${grey}`;
}
