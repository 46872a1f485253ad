// Morphology: cells in their shape, coloured by a value of their segments.
import { cellFigure, partsOf } from "./cells.js";
import { type ColorOptions, coloringOf, colorKeys } from "./coloring.js";
import type { Figure } from "./figure.js";
import { cablesOf } from "./geometry.js";
import { exact, type FigureOptions, figureKeys, frameOf } from "./options.js";
import { type Projection, rotationOf, seenBy } from "./projection.js";
import { type Sections, sectionsOf } from "./sections.js";

export interface MorphologyOptions extends FigureOptions, ColorOptions {
  /** The axes that go to the right and up; "xy" unless given. */
  readonly projection?: Projection;
}

const keys = [...figureKeys, ...colorKeys, "projection"];

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
  const { values, ...coloring } = coloringOf("morphology", list, given);
  return cellFigure({
    kind: "morphology",
    frame,
    parts: partsOf(seenBy(rotation, cablesOf(list)), values),
    ...coloring,
  });
}
