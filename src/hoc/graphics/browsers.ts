// SectionBrowser, and the browser of a List: names of which one is chosen, as a panel of radio buttons.
import { ArgumentRangeError } from "../../core/errors.js";
import { hooks, native } from "../../engine/engine.js";
import { type HocObject, handleOf, isHocObject } from "../object.js";
import { handleOfSection, isSection, sectionFor } from "../section.js";
import { Action, currentSection, type Given, runIn } from "./given.js";
import { Button } from "./items.js";
import { Panel } from "./panels.js";
import { Remembered } from "./remembered.js";
import { show } from "./windows.js";

/** One of the names. Pressed it is chosen, as by a click; pressed again it is accepted, as by a double click. */
class Name extends Button {
  readonly #browser: Browser;
  readonly #index: number;

  constructor(browser: Browser, index: number, label: string) {
    super(label, undefined, []);
    this.#browser = browser;
    this.#index = index;
  }
  override get command(): string {
    return this.#browser.actionAt(this.#index)?.text ?? "";
  }
  override get owner(): string {
    return this.#browser.actionAt(this.#index)?.owner ?? "";
  }
  override press(): void {
    this.#browser.press(this.#index);
  }
}

export abstract class Browser extends Panel {
  /** The index of the one that is chosen; −1: none. */
  selected = -1;
  #onSelect: Given | undefined;
  #onAccept: Given | undefined;
  #names: (Name | undefined)[] = [];

  constructor(title: string) {
    super(title, false);
  }

  /** By index; none for one that is gone. */
  protected abstract labels(): readonly (string | undefined)[];
  /** What a click on that one does, of what the model has said. */
  protected abstract action(given: Given, i: number): Action | undefined;
  protected abstract perform(action: Action, i: number): void;

  override get items(): readonly Button[] {
    const labels = this.labels();
    this.#names = labels.map((label, i) => {
      if (label === undefined) return undefined;
      const known = this.#names[i];
      return known?.label === label ? known : new Name(this, i, label);
    });
    for (const [i, name] of this.#names.entries()) if (name !== undefined) name.isChosen = i === this.selected;
    return this.#names.filter((name) => name !== undefined);
  }

  /** What a press does now: without anything that a choice does, it is accepted at once. */
  actionAt(i: number): Action | undefined {
    const isAgain = this.selected === i;
    const given = isAgain ? (this.#onAccept ?? this.#onSelect) : (this.#onSelect ?? this.#onAccept);
    return given && this.action(given, i);
  }

  press(i: number): void {
    const action = this.actionAt(i);
    this.selected = i;
    if (action !== undefined) this.perform(action, i);
  }

  call(name: string, given: Given): number {
    if (name === "selected") return this.selected;
    if (name === "select_action" || name === "accept_action") {
      const told = given.action(1) === undefined ? undefined : given;
      if (name === "select_action") this.#onSelect = told;
      else this.#onAccept = told;
    }
    return 1;
  }
}

/** Those of a list, or all that there are now. A command has the chosen one as its current section, a function as its argument. */
export class SectionBrowser extends Browser {
  readonly #sections: readonly number[];

  constructor(given: Given) {
    super("");
    this.#sections = given.has(1)
      ? native.sectionsInList(handleOf(given.object(1, "SectionList")))
      : native.allSections();
    show(this);
  }
  protected labels(): (string | undefined)[] {
    return this.#sections.map((section) => (native.alive(section) ? native.sectionName(section) : undefined));
  }
  protected action(given: Given, i: number): Action | undefined {
    const code = given.at(1);
    if (typeof code !== "function") return given.action(1);
    return new Action([code as () => void, sectionFor(this.#sections[i] as number)], given.self, given.call);
  }
  protected perform(action: Action, i: number): void {
    native.pushSection(this.#sections[i] as number);
    try {
      action.perform();
    } finally {
      native.popSection();
    }
  }
  override call(name: string, given: Given): number {
    if (name !== "select") return super.call(name, given);
    const section = given.at(1) ?? currentSection(given.call);
    this.selected = isSection(section) ? this.#sections.indexOf(handleOfSection(section)) : -1;
    return 1;
  }
}

/** Commands and functions find the index in `hoc_ac_`. */
class ListBrowser extends Browser {
  readonly #list: number;
  readonly #given: Given;
  #held = "";
  #labels: string[] = [];

  constructor(list: HocObject, given: Given) {
    super(given.text(1, ""));
    this.#list = handleOf(list);
    this.#given = given;
    show(this);
  }
  /** As on a display they are made when the list has become another one, and not while NEURON runs. */
  protected labels(): string[] {
    if (!native.alive(this.#list)) return [];
    if (native.inRun()) return this.#labels;
    const count = native.listCount(this.#list);
    const objects = Array.from({ length: count }, (_, i) => (hooks.decode as Decode)(native.listItem(this.#list, i)));
    const held = objects.map((object) => (isHocObject(object) ? handleOf(object) : String(object))).join();
    if (held === this.#held) return this.#labels;
    this.#held = held;
    const before = native.valueIn("hoc_ac_", 0);
    this.#labels = objects.map((object, i) => this.#label(object, i));
    native.hocIn(`{hoc_ac_ = ${before}}`, 0);
    return this.#labels;
  }
  #label(object: unknown, i: number): string {
    const { self } = this.#given;
    const [, how, statement, name] = this.#given.values;
    try {
      if (typeof how === "function" || statement !== undefined) native.hocIn(`{hoc_ac_ = ${i}}`, 0);
      if (typeof how === "function") return String(how());
      // The string variable's own name comes last: the statement writes into it.
      if (typeof name === "string") {
        runIn(`{${String(statement)}}`, self, "the label of a browser");
        return native.stringIn(name, self) ?? String(object);
      }
      return (
        (typeof how === "string" && isHocObject(object) && native.stringIn(how, handleOf(object))) || String(object)
      );
    } catch {
      return "label error"; // as NEURON writes it
    }
  }
  protected action(given: Given): Action | undefined {
    return given.action(1);
  }
  protected perform(action: Action, i: number): void {
    native.hocIn(`{hoc_ac_ = ${i}}`, 0);
    action.perform();
  }
  override call(name: string, given: Given): number {
    if (name === "select") this.selected = Math.trunc(given.number(1));
    return super.call(name, given);
  }
}

type Decode = (raw: unknown) => unknown;
const browsers = new Remembered<ListBrowser>();

/** List.browser and what belongs to it; `undefined`: NEURON's own code answers, as it does without a display. */
export function callList(method: string, list: HocObject, given: Given): number | undefined {
  if (method === "browser") {
    browsers.set(list, new ListBrowser(list, given));
    return 1;
  }
  const browser = browsers.get(list);
  if (browser === undefined) return undefined;
  if (method === "select" && !(given.number(1) < native.listCount(handleOf(list))))
    throw new ArgumentRangeError(`${given.call}: argument 1: the list has ${native.listCount(handleOf(list))} items.`);
  return browser.call(method, given);
}
