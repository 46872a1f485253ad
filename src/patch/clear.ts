// p.clear(): every section (HOC's too), process, connection, handler and gid. What is no part of a model stays.
import { SimulationError } from "../core/errors.js";
import { allOf, modelClasses } from "../hoc/classes.js";
import { h } from "../hoc/h.js";
import { HocArray } from "../hoc/array.js";
import { type HocObject, isHocObject, isObjectAlive, infoOf } from "../hoc/object.js";
import { inRun } from "../hoc/run.js";
import { isSectionAlive } from "../hoc/section.js";
import { topObjects } from "../hoc/top.js";
import { watchInitialisation } from "./initialise.js";
import { forgetGids } from "./parallel.js";
import { forgetAnchor } from "./record.js";

const connections = ["NetCon", "FInitializeHandler", "StateTransitionEvent", "LinearMechanism"];

export function clear(): void {
  if (inRun()) throw new SimulationError("p.clear() cannot be called while NEURON runs.");
  forgetGids();
  const classes = new Set([...connections, ...modelClasses()]);
  emptyVariables(classes);
  for (const name of classes) for (const object of allOf(name)) if (isObjectAlive(object)) letGo(object);
  for (const section of [...h.allsec()]) {
    forgetAnchor(section);
    if (isSectionAlive(section)) section.dispose();
  }
  watchInitialisation();
}

function letGo(object: HocObject): void {
  try {
    object.dispose();
  } catch {
    // Something of HOC's that is no variable holds it: with its section gone it stands nowhere.
  }
}

/** HOC's variables stay, but what they hold of the model is let go. */
function emptyVariables(classes: ReadonlySet<string>): void {
  const isModel = (value: unknown): boolean => isHocObject(value) && isObjectAlive(value) && classes.has(infoOf(value).name);
  for (const name of topObjects()) {
    const variables = h as unknown as Record<string, unknown>;
    const value = variables[name];
    if (value instanceof HocArray) emptyArray(value, isModel);
    else if (isModel(value)) variables[name] = null;
    else if (isHocObject(value) && infoOf(value).name === "List") emptyList(value, isModel);
  }
}

function emptyArray(array: HocArray, isModel: (value: unknown) => boolean): void {
  const items = array as unknown as unknown[];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item instanceof HocArray) emptyArray(item, isModel);
    else if (isModel(item)) items[i] = null;
  }
}

function emptyList(list: HocObject, isModel: (value: unknown) => boolean): void {
  const own = list as unknown as { length: number; remove(i: number): unknown; [i: number]: unknown };
  for (let i = own.length - 1; i >= 0; i--) if (isModel(own[i])) own.remove(i);
}
