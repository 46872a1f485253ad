// What was drawn inside a scope: windows, panels, and the objects behind them.
import { native } from "../../engine/engine.js";
import { emptyVariables } from "../census.js";
import { handleOf, isHocObject, isObjectAlive } from "../object.js";
import { drawnSoFar, hideSince } from "./hook.js";
import { closeSince, panesSoFar } from "./windows.js";

/** How much there has been. */
export interface Drawn {
  readonly objects: number;
  readonly panes: number;
}

export function drawn(): Drawn {
  return { objects: drawnSoFar(), panes: panesSoFar() };
}

/** Whether it is a Graph, Shape, box …, whoever made it. */
export function isGraphical(object: object): boolean {
  return isHocObject(object) && isObjectAlive(object) && native.graphicalId(handleOf(object)) > 0;
}

/** Closes the windows that were made since, and HOC's variables and lists let go of what was shown in them. */
export function letGoSince(before: Drawn): void {
  if (panesSoFar() > before.panes) closeSince(before.panes);
  if (drawnSoFar() === before.objects) return;
  hideSince(before.objects);
  emptyVariables(
    (value) => isHocObject(value) && isObjectAlive(value) && native.graphicalId(handleOf(value)) > before.objects,
  );
}
