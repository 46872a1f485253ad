// The public module "nrn-patch/plot": names only.
import "./index.js";
import { drawing } from "./hoc/graphics/description.js";
import { figureOf } from "./plots/drawing.js";

export type { Button, Field, Label, Menu, PanelItem, Toggle } from "./hoc/graphics/items.js";
export type { Panel } from "./hoc/graphics/panels.js";
export { panels } from "./hoc/graphics/panels.js";
export { Figure } from "./plots/figure.js";
export { type MorphologyOptions, morphology } from "./plots/morphology.js";
export type { FigureOptions, Theme } from "./plots/options.js";
export type { Projection } from "./plots/projection.js";
export { type RasterOptions, raster } from "./plots/raster.js";
export type { SaveOptions } from "./plots/save.js";
export type { Sections, SegmentValue } from "./plots/sections.js";
export type { Numbers } from "./plots/series.js";
export type { Spikes } from "./plots/spikes.js";
export { type TopologyOptions, topology } from "./plots/topology.js";
export { type TracesOptions, traces } from "./plots/traces.js";

// From now on NEURON's own graphics can be drawn too.
drawing.figure = figureOf;
