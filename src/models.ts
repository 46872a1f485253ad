// What the command line needs of models that were written for a display; no public module.
export { addOwn } from "./hoc/aliases.js";
export {
  asOnADisplay,
  closeAll,
  dialogs,
  drawings,
  settle,
  silence,
  whileRunning,
  windows,
} from "./hoc/graphics/host.js";
export { figureOf } from "./plots/drawing.js";
