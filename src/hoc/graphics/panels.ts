// Panels, and how the model makes them: xpanel, then its items in turn, then xpanel again.
import { inspect } from "node:util";
import { ArgumentRangeError, HocError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import type { Handle } from "../../engine/binding.js";
import { native } from "../../engine/engine.js";
import { Ref } from "../pointer.js";
import { type Given, makingPanel, Place, runIn, type Variable } from "./given.js";
import { Button, Field, Label, Menu, type PanelItem, Toggle, whenOpened } from "./items.js";
import { Pane, panes, show } from "./windows.js";

const mainMenu = "NEURON Main Menu";
const mainMenuIsShown = "mapped_nrnmainmenu_";

/** A panel of the model. */
export class Panel extends Pane {
  readonly isHorizontal: boolean;
  readonly #items: PanelItem[] = [];

  constructor(title: string, isHorizontal: boolean) {
    super();
    this.title = title;
    this.isHorizontal = isHorizontal;
  }
  add(item: PanelItem): void {
    this.#items.push(item);
  }
  get items(): readonly PanelItem[] {
    return this.#items;
  }
  override close(): void {
    const wasOpen = this.isOpen;
    super.close();
    // NEURON shows its main menu once, and notes that it did.
    if (wasOpen && this.title === mainMenu && native.lookup(mainMenuIsShown) !== 0)
      native.hocIn(`{${mainMenuIsShown} = 0}`, 0);
  }

  /** The title of the window that it is in: its own, unless it stands in a box. */
  get window(): string {
    return this.parent?.windowTitle || this.title;
  }

  /** Its title, and a line for each item. */
  override toString(): string {
    const line = (item: PanelItem, depth: number): string => {
      const own = `${"  ".repeat(depth)}${String(item)}`;
      const items = item.kind === "menu" && !item.isDynamic ? item.items : [];
      return [own, ...items.map((inner) => line(inner, depth + 1))].join("\n");
    };
    return [`panel "${this.title}"`, ...this.items.map((item) => line(item, 1))].join("\n");
  }

  [inspect.custom](): string {
    return this.toString();
  }

  /** All items, those of menus too; but for menus that the model would have to fill first. */
  *all(within: readonly PanelItem[] = this.items): Generator<PanelItem> {
    for (const item of within) {
      yield item;
      if (item.kind === "menu" && !item.isDynamic) yield* this.all(item.items);
    }
  }

  /** The item of that label; menus that the model fills are opened when nothing else has it. */
  item(label: string): PanelItem {
    const labels: string[] = [];
    const failures: unknown[] = [];
    const closed: Menu[] = [];
    const found = (items: Iterable<PanelItem>): PanelItem | undefined => {
      for (const item of items) {
        if (item.label === label) return item;
        labels.push(item.label);
        if (item.kind === "menu" && item.isDynamic) closed.push(item);
      }
      return undefined;
    };
    let item = found(this.all());
    while (item === undefined && closed.length > 0) {
      try {
        item = found(this.all((closed.shift() as Menu).items));
      } catch (error) {
        failures.push(error);
      }
    }
    if (item !== undefined) return item;
    const why = failures.length > 0 ? ` ${failures.length} of its menus could not be opened.` : "";
    throw new ArgumentRangeError(`The panel "${this.title}" has no "${label}".${didYouMean(label, labels)}${why}`);
  }
}

/** All panels that are open, in the order in which they were made. */
export function panels(): Panel[] {
  return [...panes()].filter((pane) => pane instanceof Panel);
}

// Making them -----------------------------------------------------------------------------------------------------------

let open: Panel | undefined;
let menus: Menu[] = [];
let group: Button[] | undefined;

/** Where the next item goes. */
export function into(call: string): { add(item: PanelItem): void } {
  const place = menus.at(-1) ?? open;
  if (place === undefined) throw new HocError(`${call}: no panel is open: xpanel("title") begins one.`);
  return place;
}

makingPanel.now = () => {
  const before = { open, menus: [...menus], group };
  return () => {
    ({ open, menus, group } = before);
  };
};

/** The items that the model makes when a menu is opened. */
whenOpened((menu, make, items) => {
  const before = { open, menus, group };
  items.length = 0;
  [open, menus, group] = [undefined, [menu], undefined];
  try {
    make.perform();
  } finally {
    ({ open, menus, group } = before);
  }
});

/** A panel that was begun in a call that failed is none. */
export function forgetOpenPanel(): void {
  open = undefined;
  menus = [];
  group = undefined;
}

export function xpanel(given: Given): number {
  if (given.isText(1)) {
    const unclosed = open;
    forgetOpenPanel();
    if (unclosed !== undefined)
      throw new HocError(`xpanel: the panel "${unclosed.title}" was never ended: xpanel() ends one.`);
    open = new Panel(given.text(1), given.whole(2, 0, 1, 0) === 1);
    return 0;
  }
  const panel = open;
  const menu = menus.at(-1);
  forgetOpenPanel();
  if (panel === undefined) throw new HocError('xpanel: no panel is open: xpanel("title") begins one.');
  show(panel);
  if (menu !== undefined) throw new HocError(`xpanel: the menu "${menu.label}" was never ended: xmenu() ends one.`);
  return 0;
}

export function panelItem(name: string, given: Given): number {
  if (name !== "xradiobutton") group = undefined;
  switch (name) {
    case "xmenu":
      return xmenu(given);
    case "xbutton":
      into(name).add(new Button(given.text(1), given.has(2) ? given.action(2) : given.action(1)));
      return 0;
    case "xradiobutton": {
      const place = into(name);
      group ??= [];
      place.add(
        new Button(
          given.text(1),
          given.has(2) ? given.action(2) : given.action(1),
          group,
          given.whole(3, 0, 1, 0) === 1,
        ),
      );
      return 0;
    }
    case "xcheckbox":
    case "xstatebutton":
      into(name).add(new Toggle(given.text(1), variableOf(given, 2), given.action(3)));
      return 0;
    case "xlabel": {
      const text = given.text(1);
      into(name).add(new Label(() => text));
      return 0;
    }
    case "xvarlabel":
      into(name).add(new Label(textOf(given)));
      return 0;
    case "xslider": {
      const range = given.has(3) ? ([given.number(2), given.number(3)] as const) : ([0, 100] as const);
      const action = given.isNumber(4) ? undefined : given.action(4);
      into(name).add(new Field("", "", variableOf(given, 1), action, { range }));
      return 0;
    }
    default: {
      // xvalue, xpvalue, xfixedvalue
      const label = given.text(1);
      const isFixed = name === "xfixedvalue" || given.at(3) === 2;
      const action = name === "xfixedvalue" || given.isNumber(4) ? undefined : given.action(4);
      const at = given.has(2) ? 2 : 1;
      const text = given.isText(at) ? given.text(at) : "";
      const isPlace = given.number(name === "xfixedvalue" ? 4 : 6, 0) !== 0;
      into(name).add(new Field(label, text, variableOf(given, at, isPlace || name === "xpvalue"), action, { isFixed }));
      return 0;
    }
  }
}

function xmenu(given: Given): number {
  if (!given.has(1)) {
    menus.pop();
    return 0;
  }
  const make = given.isNumber(2) ? undefined : given.action(2);
  const menu = new Menu(given.text(1), make);
  into("xmenu").add(menu);
  if (make === undefined) menus.push(menu);
  return 0;
}

/** A pointer, HOC text (with `isPlace`, where the variable is now), an `h.ref`, or an object of JavaScript's with the name of one of its properties. */
export function variableOf(given: Given, i: number, isPlace = false): Variable {
  const value = given.at(i);
  if (given.isPlace(i)) return given.place(i);
  if (value instanceof Ref) return propertyOf([value, "0"]);
  if (typeof value === "string")
    return isPlace ? new Place(native.placeOf(value, given.self)) : new Named(value, given.self, given.call);
  if (Array.isArray(value) && value.length === 2) return propertyOf(value as [object, string]);
  throw given.wrong(i, "a pointer, HOC text, an h.ref, or [object, property]");
}

function propertyOf([owner, name]: [object, string]): Variable {
  const record = owner as Record<string, unknown>;
  const set = (value: number) => {
    record[name] = value;
  };
  return { get: () => Number(record[name]), set };
}

/** A variable by its HOC text, such as `tstop` or `soma.L`, in the object whose panel it is; in the section that is the current one then. */
class Named implements Variable {
  readonly #text: string;
  readonly #self: Handle;
  readonly #call: string;

  constructor(text: string, self: Handle, call: string) {
    this.#text = text;
    this.#self = self;
    this.#call = call;
  }
  get(): number {
    try {
      return native.valueIn(this.#text, this.#self);
    } catch {
      return Number.NaN; // it is gone, or does not exist yet
    }
  }
  set(value: number): void {
    runIn(`{${this.#text} = ${value}}`, this.#self, `the ${this.#call} of "${this.#text}"`);
  }
}

/** xvarlabel: text that follows a variable. */
function textOf(given: Given): () => string {
  const value = given.at(1);
  if (value instanceof Ref) return () => String(value[0]);
  if (Array.isArray(value)) return () => String((value[0] as Record<string, unknown>)[value[1] as string]);
  const [text, name] = [given.text(1), given.at(2)];
  if (typeof name !== "string") return () => text;
  return () => native.stringIn(name, given.self) ?? text;
}
