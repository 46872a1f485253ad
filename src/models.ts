// What the command line needs of models that were written for a display; no public module.
export { asOnADisplay, dialogs, drawings, settle } from "./hoc/graphics/host.js";
export { figureOf } from "./plots/drawing.js";
