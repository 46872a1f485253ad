// What NEURON's graphics call when a picture of them is wanted.
import type { Description, FigureOptions as Wanted } from "../hoc/graphics/description.js";
import type { Figure } from "./figure.js";
import { graphFigure } from "./graph.js";
import { exact, type FigureOptions, figureKeys, frameOf } from "./options.js";
import { shapeFigure } from "./shape.js";

/** A picture of a Graph, a Shape or a PlotShape as it is now. */
export function figureOf(what: Description, options?: Wanted): Figure {
  const where = `${what.name}.figure`;
  const frame = frameOf(where, exact<FigureOptions>(where, options, figureKeys));
  return what.kind === "graph" ? graphFigure(what, frame) : shapeFigure(what, frame);
}
