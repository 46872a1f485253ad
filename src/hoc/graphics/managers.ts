// PWManager, and the small windows: text editors, choosers, browsers.
import { ArgumentRangeError } from "../../core/errors.js";
import { native } from "../../engine/engine.js";
import { type HocObject, handleOf } from "../object.js";
import { saysOnce } from "./display.js";
import { type Action, type Given, Kept } from "./given.js";
import { Field } from "./items.js";
import { variableOf } from "./panels.js";
import { Remembered } from "./remembered.js";
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

/** SectionBrowser, and the browser of a List: a list of names of which one can be chosen. */
export class Browser extends Pane {
  selected = -1;
  #onSelect: Action | undefined;
  #onAccept: Action | undefined;

  call(name: string, given: Given): number {
    switch (name) {
      case "select":
        this.selected = given.isNumber(1) ? Math.trunc(given.number(1)) : -1;
        return 1;
      case "selected":
        return this.selected;
      case "select_action":
        this.#onSelect = given.action(1);
        return 1;
      case "accept_action":
        this.#onAccept = given.action(1);
        return 1;
      default:
        return 1;
    }
  }

  /** Chooses as a click does. NEURON's commands find the index in `hoc_ac_`. */
  choose(i: number, isDouble = false): void {
    this.selected = i;
    native.hocIn(`{hoc_ac_ = ${i}}`, 0);
    (isDouble ? this.#onAccept : this.#onSelect)?.perform();
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

const browsers = new Remembered<Browser>();

/** List.browser and what belongs to it; `undefined`: NEURON's own code answers, as it does without a display. */
export function callList(method: string, list: HocObject, given: Given): number | undefined {
  let browser = browsers.get(list);
  if (method === "browser") {
    browser = new Browser();
    browser.title = given.text(1, "");
    browsers.set(list, browser);
    show(browser);
    return 1;
  }
  if (browser === undefined) return undefined;
  if (method === "select" && !(given.number(1) < native.listCount(handleOf(list))))
    throw new ArgumentRangeError(`${given.call}: argument 1: the list has ${native.listCount(handleOf(list))} items.`);
  return browser.call(method, given);
}
