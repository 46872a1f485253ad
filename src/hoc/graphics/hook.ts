// Where NEURON's graphical classes and functions arrive, by name.
import type { Handle } from "../../engine/binding.js";
import { hooks, native } from "../../engine/engine.js";
import { type HocObject, handleOf, isHocObject } from "../object.js";
import { Box } from "./boxes.js";
import { callList, SectionBrowser } from "./browsers.js";
import { askBoolean, askContinue, askFile, askText, saysOnce } from "./display.js";
import { Given } from "./given.js";
import { Glyph, glyphs } from "./glyphs.js";
import { Graph } from "./graphs.js";
import { Chooser, callManager, Editor, managersWindow, newManager, ValueEditor } from "./managers.js";
import { callMechanisms } from "./mechanisms.js";
import { menus } from "./menus.js";
import { panelItem, xpanel } from "./panels.js";
import { Shape } from "./shapes.js";
import { drawVector } from "./vectors.js";
import { Pane } from "./windows.js";

type Graphical = Pane & { call(name: string, given: Given): unknown; end?(): void };
const states = new Map<number, Graphical | Glyph | "PWManager">();

/** What is known of a graphical object; none when another copy of the package made it. */
export function stateOf(object: HocObject): Graphical | Glyph | "PWManager" | undefined {
  return states.get(native.graphicalId(handleOf(object)));
}

/** The number of the latest graphical object. */
let latest = 0;
export function drawnSoFar(): number {
  return latest;
}

/** Those that were made since are shown no longer. */
export function hideSince(number: number): void {
  for (const [id, state] of [...states]) {
    if (id <= number || !(state instanceof Pane)) continue;
    state.dismissAction = undefined;
    state.parent?.lose(state);
    state.close();
  }
}

/** All Graphs and pictures of cells that live, in the order in which they were made. */
export function scenes(): (Graph | Shape)[] {
  return [...states.values()].filter((state) => state instanceof Graph || state instanceof Shape);
}

function make(cls: string, id: number, object: Handle, given: Given): Graphical | Glyph | "PWManager" {
  switch (cls) {
    case "Graph":
      return new Graph(id, object, given);
    case "Shape":
    case "PlotShape":
    case "PPShape":
      return new Shape(cls, id, object, given);
    case "HBox":
    case "VBox":
    case "Deck":
      return new Box(cls, object);
    case "TextEditor":
      return new Editor(given);
    case "SymChooser":
      return new Chooser();
    case "SectionBrowser":
      return new SectionBrowser(given);
    case "ValueFieldEditor":
      return new ValueEditor(given);
    case "Glyph":
      return new Glyph();
    default:
      newManager();
      return "PWManager";
  }
}

function end(id: number): void {
  const state = states.get(id);
  states.delete(id);
  glyphs.delete(id);
  if (!(state instanceof Pane)) return;
  state.parent?.lose(state);
  if (state.end !== undefined) state.end();
  else state.close();
}

/** Methods of NEURON's own objects that show something: `undefined` leaves the rest to NEURON. */
function foreign(cls: string, method: string, object: HocObject, given: Given): unknown {
  switch (cls) {
    case "Vector": {
      const graph = stateOf(given.object(1, "Graph"));
      if (graph instanceof Graph) drawVector(method, object, graph, given);
      return undefined;
    }
    case "List":
      return callList(method, object, given);
    case "File":
      return askFile(given);
    case "MechanismStandard":
    case "MechanismType":
      return callMechanisms(method, object, given);
    default:
      saysOnce(`${cls}.${method}`, "it is not shown");
      return undefined;
  }
}

/** Functions of HOC's top level; `undefined` leaves the rest to NEURON, which does nothing without a display. */
function call(name: string, given: Given): unknown {
  switch (name) {
    case "xpanel":
      return xpanel(given);
    case "boolean_dialog":
      return askBoolean(given);
    case "string_dialog":
      return askText(given);
    case "continue_dialog":
      return askContinue(given);
    case "pwman_place":
      managersWindow();
      return 0;
    case "ivoc_style":
      return 0;
    case "save_session":
    case "print_session":
      saysOnce(name, "there are no windows on a screen to be saved or printed");
      return 0;
    default:
      if (/^x(menu|button|radiobutton|checkbox|statebutton|value|pvalue|fixedvalue|slider|label|varlabel)$/.test(name))
        return panelItem(name, given);
      if (menus[name] !== undefined) return menus[name](given);
      saysOnce(name, "it is not shown");
      return undefined;
  }
}

hooks.graphics = (name: string, id: number, handle: Handle, self: Handle, values: unknown[]): unknown => {
  if (name[0] === "~") return end(id);
  const given = new Given(name, values, self);
  const dot = name.indexOf(".");
  if (dot < 0 && id !== 0) {
    const state = make(name, id, handle, given);
    states.set(id, state);
    latest = id;
    if (state instanceof Glyph) glyphs.set(id, state);
    return undefined;
  }
  if (dot < 0) return call(name, given);
  const [cls, method] = [name.slice(0, dot), name.slice(dot + 1)];
  if (id === 0) {
    const object = (hooks.objectAt as (handle: Handle) => unknown)(handle);
    return isHocObject(object) ? foreign(cls, method, object, given) : undefined;
  }
  const state = states.get(id);
  if (state === "PWManager") return callManager(method, given);
  return state?.call(method, given);
};
