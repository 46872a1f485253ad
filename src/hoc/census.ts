// What of a model there is, to tell what HOC made in the meantime; and HOC's variables that hold it.
import { native } from "../engine/engine.js";
import { HocArray } from "./array.js";
import { allOf, modelClasses } from "./classes.js";
import { h } from "./h.js";
import { type HocObject, handleOf, infoOf, isHocObject, isObjectAlive } from "./object.js";
import { handleOfSection, type Section } from "./section.js";
import { topObjects } from "./top.js";

/** The handles of sections and of objects that are part of a model. */
export type Found = ReadonlySet<number>;

const others = ["NetCon", "FInitializeHandler", "StateTransitionEvent", "LinearMechanism"];

/** Templates of NEURON's own library whose only objects serve all models, and are made once: without them h.cvode_active(1) fails. */
const tools = new Set([
  "NumericalMethodPanel",
  "AtolTool",
  "AtolToolItem",
  "NEURONMainMenu",
  "WindowMenu",
  "ParallelComputeTool",
  "CoreNeuronRun",
]);

/** The names of the classes whose objects make a model: processes, connections, handlers and users' templates. */
export function classesOfModel(): Set<string> {
  return new Set([...others, ...modelClasses().filter((name) => !tools.has(name))]);
}

export function snapshot(): Found {
  const found = new Set<number>(native.allSections());
  for (const name of classesOfModel()) for (const object of allOf(name)) found.add(handleOf(object));
  return found;
}

/** HOC's variables let go of the parts of a model that were not there before. */
export function emptyVariablesSince(before: Found): void {
  const classes = classesOfModel();
  emptyVariables(
    (value) =>
      isHocObject(value) && isObjectAlive(value) && !before.has(handleOf(value)) && classes.has(infoOf(value).name),
  );
}

/** The sections that were not there before. */
export function sectionsSince(before: Found): Section[] {
  return [...h.allsec()].filter((section) => !before.has(handleOfSection(section)));
}

/** HOC's variables stay, but what they hold of a model is let go. */
export function emptyVariables(isModel: (value: unknown) => boolean): void {
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
    else if (isHocObject(item) && infoOf(item).name === "List") emptyList(item, isModel);
  }
}

function emptyList(list: HocObject, isModel: (value: unknown) => boolean): void {
  const own = list as unknown as { length: number; remove(i: number): unknown; [i: number]: unknown };
  for (let i = own.length - 1; i >= 0; i--) if (isModel(own[i])) own.remove(i);
}
