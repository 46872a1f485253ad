// For whoever runs a model that was written for a display: the command line, and tests.

import { native } from "../../engine/engine.js";
import { objectFor } from "../classes.js";
import type { HocObject } from "../object.js";
import type { Description } from "./description.js";
import { scenes } from "./hook.js";

export { asOnADisplay, type Dialog, type DisplayOptions, dialogs, silence, whileRunning } from "./display.js";
export { type Panel, panels } from "./panels.js";
export { closeAll, windows } from "./windows.js";

/** A Graph or a picture of a cell. */
export interface Drawing {
  readonly object: HocObject;
  describe(): Description;
}

/** All that the model has drawn, in the order in which it was made. */
export function drawings(): Drawing[] {
  return scenes().map((scene) => ({
    object: objectFor(scene.object, native.classOf(scene.object)),
    describe: () => scene.describe(),
  }));
}

/** As a display does after whatever may have changed the model: after a file was loaded, a value set. */
export function settle(): void {
  native.defineShapes();
}
