// p.clear(): every section (HOC's too), process, connection, handler, gid and window. What is no part of a model stays.
import { SimulationError } from "../core/errors.js";
import { classesOfModel, emptyVariables } from "../hoc/census.js";
import { refuseMeanwhile } from "../hoc/claim.js";
import { allOf } from "../hoc/classes.js";
import { closeAll as closeWindows } from "../hoc/graphics/windows.js";
import { h } from "../hoc/h.js";
import { type HocObject, infoOf, isHocObject, isObjectAlive } from "../hoc/object.js";
import { inRun } from "../hoc/run.js";
import { isSectionAlive } from "../hoc/section.js";
import { uninitialised } from "../hoc/stale.js";
import { forgetInitialisation, watchInitialisation } from "./initialise.js";
import { forgetGids } from "./parallel.js";

export function clear(): void {
  if (inRun()) throw new SimulationError("p.clear() cannot be called while NEURON runs.");
  refuseMeanwhile("p.clear");
  closeWindows();
  forgetGids();
  const classes = classesOfModel();
  emptyVariables((value) => isHocObject(value) && isObjectAlive(value) && classes.has(infoOf(value).name));
  for (const name of classes) for (const object of allOf(name)) if (isObjectAlive(object)) letGo(object);
  for (const section of [...h.allsec()]) if (isSectionAlive(section)) section.dispose();
  forgetInitialisation();
  uninitialised();
  watchInitialisation();
}

function letGo(object: HocObject): void {
  try {
    object[Symbol.dispose]();
  } catch {
    // Something of HOC's that is no variable holds it: with its section gone it stands nowhere.
  }
}
