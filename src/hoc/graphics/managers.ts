// PWManager, and the small windows: text editors, choosers, fields.
import { ArgumentRangeError } from "../../core/errors.js";
import { saysOnce } from "./display.js";
import { type Given, Kept } from "./given.js";
import { Field } from "./items.js";
import { variableOf } from "./panels.js";
import { Scene } from "./scene.js";
import { dismiss, Pane, show, windows } from "./windows.js";

function windowAt(given: Given): Pane {
  const i = given.number(1);
  const pane = windows[Math.trunc(i)];
  if (pane === undefined)
    throw new ArgumentRangeError(`${given.call}: argument 1: there is no window ${i}: there are ${windows.length}.`);
  return pane;
}

const nothing = "there are no windows on a screen to be saved or printed";

/** NEURON's own window, from which windows are arranged and printed: hidden, and there as soon as somebody asks for it. */
class ManagersWindow extends Pane {
  override title = "Print & File Window Manager";
  override isHidden = true;
}
let own: Pane | undefined;

/** The manager's own window, made when there is none. */
export function managersWindow(): Pane {
  if (own === undefined || !windows.includes(own)) {
    own = new ManagersWindow();
    windows.push(own);
    own.open();
  }
  return own;
}

/** A display's first window leads the others: without one the manager's own does. */
export function newManager(): void {
  if (windows.length === 0) managersWindow();
}

/** What the window manager writes above a window. */
function nameOf(pane: Pane): string {
  return pane.title || (pane instanceof Scene ? pane.name : "NEURON");
}

/** The window manager. */
export function callManager(name: string, given: Given): unknown {
  switch (name) {
    case "count":
      return windows.length;
    case "is_mapped":
      return windowAt(given).isHidden ? 0 : 1;
    case "map":
    case "hide":
      windowAt(given).isHidden = name === "hide";
      return 0;
    case "close":
      if (windowAt(given) === own) own.isHidden = true;
      else dismiss(windowAt(given));
      return 0;
    case "name":
      return nameOf(windowAt(given));
    case "group": {
      const pane = windowAt(given);
      if (given.has(2)) {
        const before = pane.group;
        pane.group = given.at(2) === null ? undefined : new Kept(given.object(2));
        before?.release();
      }
      return pane.group?.object ?? null;
    }
    case "iconify":
    case "deiconify":
      for (const pane of windows) if (pane !== own) pane.isHidden = name === "iconify";
      return 0;
    case "leader":
      return windows.length > 0 ? 0 : -1;
    case "manager":
      return windows.indexOf(managersWindow());
    case "scale":
      return given.number(1);
    case "save":
    case "printfile":
    case "snap":
      saysOnce(`PWManager.${name}`, nothing);
      return 0;
    default: // places on the screen and on paper
      return 1;
  }
}

/** TextEditor: a text that can be read and set. */
export class Editor extends Pane {
  #text: string;
  #isReadOnly = false;
  constructor(given: Given) {
    super();
    this.#text = given.text(1, "");
  }
  call(name: string, given: Given): string | number {
    if (name === "text") {
      if (given.has(1)) this.#text = given.text(1);
      return this.#text;
    }
    if (name === "readonly") {
      if (given.has(1)) this.#isReadOnly = given.whole(1, 0, 1) === 1;
      return this.#isReadOnly ? 1 : 0;
    }
    this.title = given.text(1, "");
    show(this);
    return 1;
  }
}

/** SymChooser: waits for a choice that nobody makes. */
export class Chooser extends Pane {
  call(name: string): number {
    if (name === "run") saysOnce("SymChooser.run", "nobody is there to choose a name: cancelled");
    return 0;
  }
}

/** ValueFieldEditor: a field in a window of its own. */
export class ValueEditor extends Pane {
  readonly field: Field;
  constructor(given: Given) {
    super();
    const at = given.has(2) ? 2 : 1;
    const action = given.isNumber(4) ? undefined : given.action(4);
    this.field = new Field(given.text(1), given.isText(at) ? given.text(at) : "", variableOf(given, at), action);
    show(this);
  }
  call(): number {
    return 0;
  }
}
