// What stands in a panel: buttons, fields, switches, sliders, menus and labels, which can be pressed and set.
import { inspect } from "node:util";
import { finite } from "../../core/arguments.js";
import { ArgumentRangeError, ArgumentTypeError } from "../../core/errors.js";
import { native } from "../../engine/engine.js";
import type { Action, Variable } from "./given.js";

/** What all of them have: a line that says what they are. */
abstract class Item {
  abstract readonly kind: string;
  abstract readonly label: string;
  /** What it shows or does, behind its label. */
  protected get state(): string {
    return "";
  }
  toString(): string {
    return `${this.kind} "${this.label}"${this.state}`;
  }
  [inspect.custom](): string {
    return this.toString();
  }
}

/** A button, or one of a group of which one is chosen. */
export class Button extends Item {
  readonly kind: "button" | "radio";
  readonly label: string;
  readonly #action: Action | undefined;
  /** Those of its group; none for a plain button. */
  readonly #group: Button[];
  /** Whether it is the chosen one of its group. */
  isChosen: boolean;

  constructor(label: string, action: Action | undefined, group?: Button[], isChosen = false) {
    super();
    this.kind = group === undefined ? "button" : "radio";
    this.label = label;
    this.#action = action;
    this.#group = group ?? [];
    this.#group.push(this);
    this.isChosen = isChosen;
  }

  protected override get state(): string {
    return this.command === "" ? "" : `: ${this.command}`;
  }
  /** What it does, as HOC text or a function's name. */
  get command(): string {
    return this.#action?.text ?? "";
  }
  /** The HOC object whose button it is, such as `Electrode[0]`; "" for none. */
  get owner(): string {
    return this.#action?.owner ?? "";
  }

  /** Does what a click does. What goes wrong in it is thrown. */
  press(): void {
    if (this.kind === "radio") for (const other of this.#group) other.isChosen = other === this;
    this.#action?.perform();
  }
}

/** A box to tick, or a button that stays pressed: a variable that is 0 or 1. */
export class Toggle extends Item {
  readonly kind = "toggle";
  readonly label: string;
  readonly #variable: Variable;
  readonly #action: Action | undefined;

  constructor(label: string, variable: Variable, action: Action | undefined) {
    super();
    this.label = label;
    this.#variable = variable;
    this.#action = action;
  }
  protected override get state(): string {
    return ` = ${this.get()}`;
  }
  get command(): string {
    return this.#action?.text ?? "";
  }
  get(): boolean {
    return this.#variable.get() !== 0;
  }
  /** Sets the variable, then does what a click does; nothing when it is so already. */
  set(on: boolean): void {
    if (typeof on !== "boolean") throw new ArgumentTypeError(`${this.label}: expected true or false.`);
    if (on !== this.get()) this.press();
  }
  press(): void {
    this.#variable.set(this.get() ? 0 : 1);
    this.#action?.perform();
  }
}

/** A field for a number. */
export class Field extends Item {
  readonly kind: "field" | "slider";
  readonly label: string;
  /** The HOC text of the variable; "" for a pointer. */
  readonly variable: string;
  /** It only shows the number. */
  readonly isFixed: boolean;
  /** A slider's ends; none: any number. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly #variable: Variable;
  readonly #action: Action | undefined;

  constructor(
    label: string,
    name: string,
    variable: Variable,
    action: Action | undefined,
    how: { isFixed?: boolean; range?: readonly [number, number] } = {},
  ) {
    super();
    this.kind = how.range === undefined ? "field" : "slider";
    this.label = label;
    this.variable = name;
    this.#variable = variable;
    this.#action = action;
    this.isFixed = how.isFixed ?? false;
    [this.min, this.max] = how.range ?? [undefined, undefined];
  }
  protected override get state(): string {
    return ` = ${this.get()}`;
  }
  get command(): string {
    return this.#action?.text ?? "";
  }
  /** NaN when what it shows is gone. */
  get(): number {
    return this.#variable.get();
  }
  /** Sets the number, then does what the model does when its user has entered one. */
  set(value: number): void {
    const checked = finite(`The field "${this.label}"`, value);
    if (this.isFixed) throw new ArgumentTypeError(`The field "${this.label}" only shows its number.`);
    if (this.min !== undefined && this.max !== undefined && !(checked >= this.min && checked <= this.max))
      throw new ArgumentRangeError(`The slider "${this.label}": expected ${this.min} to ${this.max}, got ${checked}.`);
    this.#variable.set(checked);
    this.#action?.perform();
    native.defineShapes();
  }
}

/** A line of text. */
export class Label extends Item {
  readonly kind = "label";
  readonly #text: () => string;
  constructor(text: () => string) {
    super();
    this.#text = text;
  }
  get label(): string {
    return this.#text();
  }
}

/** Lets the model make the items of a menu; filled in by the module that knows how items come. */
let opened: (menu: Menu, make: Action, items: PanelItem[]) => void = () => {};
export function whenOpened(fill: typeof opened): void {
  opened = fill;
}

/** A menu. One whose items the model makes when it is opened makes them at each look. */
export class Menu extends Item {
  readonly kind = "menu";
  readonly label: string;
  readonly #items: PanelItem[] = [];
  readonly #make: Action | undefined;

  constructor(label: string, make: Action | undefined) {
    super();
    this.label = label;
    this.#make = make;
  }
  add(item: PanelItem): void {
    this.#items.push(item);
  }
  /** Whether the model makes its items when it is opened. */
  get isDynamic(): boolean {
    return this.#make !== undefined;
  }
  get items(): readonly PanelItem[] {
    if (this.#make !== undefined) opened(this, this.#make, this.#items);
    return this.#items;
  }
}

export type PanelItem = Button | Toggle | Field | Label | Menu;
