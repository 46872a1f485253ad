// Morphology: cells in their shape, coloured by a value of their segments.
import { text } from "../core/arguments.js";
import { cellFigure, partsOf } from "./cells.js";
import type { Figure } from "./figure.js";
import { cablesOf } from "./geometry.js";
import { colorsOf, domainOf, exact, type FigureOptions, figureKeys, frameOf } from "./options.js";
import { type Projection, rotationOf, seenBy } from "./projection.js";
import { type Sections, type SegmentValue, sectionsOf, valuesOf } from "./sections.js";

export interface MorphologyOptions extends FigureOptions {
  /** What colours the segments: a range variable's name, or a function of the segment; one colour for all unless given. */
  readonly color?: SegmentValue;
  /** The values of the two ends of the colour scale; those of the lowest and the highest segment unless given. */
  readonly domain?: readonly [low: number, high: number];
  /** The colours from low to high, as CSS has them; viridis unless given. Without `color`, the one colour of all. */
  readonly colors?: readonly string[];
  /** What the colour bar is called; the variable and its unit unless given. */
  readonly label?: string;
  /** The axes that go to the right and up; "xy" unless given. */
  readonly projection?: Projection;
}

const keys = [...figureKeys, "color", "domain", "colors", "label", "projection"];

/**
 * Cells in their shape, with their diameters (never thinner than 0.8 px) and a scale bar. Sections without 3-D points are
 * laid out, straight, on the side: the model stays as it is.
 * @param sections A section or some; all of the model unless given.
 * @throws NameError when none of the sections has the range variable; those that have it not are grey
 */
export function morphology(sections?: Sections, options?: MorphologyOptions): Figure {
  const given = exact<MorphologyOptions>("morphology", options, keys);
  const frame = frameOf("morphology", given);
  const list = sectionsOf("morphology", sections);
  const rotation = rotationOf("morphology: projection", given.projection);
  const domain = domainOf("morphology: domain", given.domain);
  const own = colorsOf("morphology: colors", given.colors);
  const label = given.label === undefined ? undefined : text("morphology: label", given.label);
  const values = given.color === undefined ? undefined : valuesOf("morphology: color", list, given.color);
  return cellFigure({
    kind: "morphology",
    frame,
    parts: partsOf(seenBy(rotation, cablesOf(list)), values),
    label: label ?? values?.label,
    domain: domain && { from: domain[0], to: domain[1] },
    colors: own,
  });
}
