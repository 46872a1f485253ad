// What the command line does to a loaded model, one after the other as it says.
import { ArgumentRangeError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import type { Panel, PanelItem } from "../../plot.js";
import { UsageError } from "../command.js";

export interface Interpreter {
  (code: string): unknown;
  [name: string]: unknown;
}

export interface Action {
  readonly option: "press" | "call" | "set" | "tstop" | "vinit" | "dt";
  /** The command line's own text. */
  readonly text: string;
  /** Of the options that take a number. */
  readonly number: number;
  /** Of `--set`. */
  readonly name: string;
}

/** The actions among the options, checked before anything is loaded. */
export function actionsIn(options: readonly (readonly [name: string, value: string])[]): Action[] {
  return options.flatMap(([option, text]): Action[] => {
    if (option === "press" || option === "call") return [{ option, text, number: Number.NaN, name: "" }];
    if (option === "tstop" || option === "vinit" || option === "dt") return [{ option, text, ...number(option, text) }];
    return option === "set" ? [{ option, text, ...assignment(text) }] : [];
  });
}

function number(option: "tstop" | "vinit" | "dt", text: string): { name: string; number: number } {
  const value = Number(text);
  const isAny = option === "vinit";
  if (text.trim() === "" || !Number.isFinite(value) || (!isAny && value <= 0))
    throw new UsageError(`--${option}: expected a number${isAny ? "" : " above 0"}, got "${text}".`);
  return { name: option === "vinit" ? "v_init" : option, number: value };
}

function assignment(text: string): { name: string; number: number } {
  const [, name, value] = /^(.*?)\s*=\s*(.*)$/s.exec(text) ?? [];
  if (name === undefined || name === "" || value === "" || !Number.isFinite(Number(value)))
    throw new UsageError(`--set: expected NAME=NUMBER, got "${text}".`);
  return { name, number: Number(value) };
}

/** Whether it changes what a run computes, without running. */
export const isSetting = ({ option }: Action): boolean => option !== "press" && option !== "call";

/** @param own the panels that are the model's, and not NEURON's main menu */
export function perform(action: Action, h: Interpreter, panels: readonly Panel[], own: readonly Panel[]): void {
  const { option, text, name, number: value } = action;
  if (option === "press") press(panels, own, text);
  else if (option === "call") h(text);
  else if (option === "set") set(h, panels, name, value);
  else setRun(h, name, value);
}

/** As the fields of NEURON's RunControl do. */
function setRun(h: Interpreter, name: string, value: number): void {
  // The standard run system makes dt a fraction of the time between two points of a graph, unless they are the same.
  if (name === "dt") h.steps_per_ms = 1 / value;
  h[name] = value;
  if (name === "tstop") (h.tstop_changed as () => void)();
}

type Pressed = Extract<PanelItem, { press(): void }>;
type Entered = Extract<PanelItem, { set(value: never): void }>;

const all = (panels: readonly Panel[]): PanelItem[] => panels.flatMap((panel) => [...panel.all()]);
const canPress = (item: PanelItem): item is Pressed => "press" in item;
const canEnter = (item: PanelItem): item is Entered => "set" in item;

/** The newest of that label: models open a panel anew beside the old one. */
function press(panels: readonly Panel[], own: readonly Panel[], label: string): void {
  const items = all(panels).filter(canPress);
  const item = items.findLast((one) => one.label === label) ?? inMenus(own, label);
  if (item === undefined)
    throw new ArgumentRangeError(
      `--press: the model has no button "${label}".${didYouMean(
        label,
        all(own)
          .filter(canPress)
          .map((one) => one.label),
      )} --list shows them.`,
    );
  item.press();
}

/** In a menu that the model fills when it is opened. */
function inMenus(panels: readonly Panel[], label: string): Pressed | undefined {
  for (const panel of panels.toReversed())
    for (const item of panel.all()) {
      if (item.kind !== "menu" || !item.isDynamic) continue;
      const found = [...panel.all(item.items)].filter(canPress).findLast((one) => one.label === label);
      if (found !== undefined) return found;
    }
  return undefined;
}

function set(h: Interpreter, panels: readonly Panel[], name: string, value: number): void {
  const fields = all(panels).filter(canEnter);
  const field =
    fields.findLast((one) => one.label === name) ??
    fields.findLast((one) => one.kind !== "toggle" && one.variable === name);
  if (field?.kind === "toggle") field.set(value !== 0);
  else if (field !== undefined) field.set(value);
  else if (/^[A-Za-z_]\w*$/.test(name)) setVariable(h, name, value, fields);
  else h(`{${name} = ${value}}`);
}

function setVariable(h: Interpreter, name: string, value: number, fields: readonly Entered[]): void {
  if (typeof h[name] !== "number")
    throw new ArgumentRangeError(
      `--set: ${name} is no number.${didYouMean(
        name,
        fields.map(({ label }) => label),
      )}`,
    );
  h[name] = value;
}
