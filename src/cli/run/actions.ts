// What the command line does to a loaded model, one after the other as it says.
import { ArgumentRangeError, HocError } from "../../core/errors.js";
import type { Panel } from "../../plot.js";
import { UsageError } from "../command.js";
import { all, canPress, instead, isLabel, type Pressed } from "./labels.js";
import { whyNot } from "./names.js";
import { set } from "./settings.js";

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

/** What was done, in HOC's words: the same in NEURON without this command. */
export interface Done {
  readonly option: Action["option"] | "run";
  readonly text: string;
  readonly hoc: readonly string[];
  /** The HOC object whose code it is, such as `Electrode[0]`; "" for none. */
  readonly owner: string;
}

/** @param own the panels that are the model's, and not NEURON's main menu */
export function perform(action: Action, h: Interpreter, panels: readonly Panel[], own: readonly Panel[]): Done {
  const { option, text, name, number: value } = action;
  const done = (hoc: readonly string[], owner = ""): Done => ({ option, text, hoc: hoc.filter(Boolean), owner });
  switch (option) {
    case "press": {
      const item = itemToPress(panels, own, text);
      const { command } = item;
      const owner = "owner" in item ? item.owner : "";
      item.press();
      return done([command], owner);
    }
    case "call":
      called(h, text);
      return done([text]);
    case "set":
      return done(set(h, panels, own, name, value));
    default:
      return done(setRun(h, name, value));
  }
}

/** As the fields of NEURON's RunControl do. */
function setRun(h: Interpreter, name: string, value: number): readonly string[] {
  // The standard run system makes dt a fraction of the time between two points of a graph, unless they are the same.
  if (name === "dt") h.steps_per_ms = 1 / value;
  h[name] = value;
  if (name === "tstop") (h.tstop_changed as () => void)();
  return [
    name === "dt" ? `steps_per_ms = 1/${value}` : "",
    `${name} = ${value}`,
    name === "tstop" ? "tstop_changed()" : "",
  ];
}

function called(h: Interpreter, code: string): void {
  try {
    h(code);
  } catch (error) {
    const [, proc, variable] = /(\w+) undefined function|undefined variable (\w+)/.exec((error as Error).message) ?? [];
    const why = error instanceof HocError ? whyNot(h, proc ?? variable ?? "") : "";
    throw why === "" ? error : new HocError(`--call ${code}: ${why}`, { cause: error });
  }
}

/** The newest of that label: models open a panel anew beside the old one. */
function itemToPress(panels: readonly Panel[], own: readonly Panel[], label: string): Pressed {
  const items = all(panels).filter(canPress);
  const item = items.findLast((one) => isLabel(one, label)) ?? inMenus(own, label);
  if (item !== undefined) return item;
  throw new ArgumentRangeError(`--press: the model has no button "${label}".${instead(own, label)}`);
}

/** In a menu that the model fills when it is opened. */
function inMenus(panels: readonly Panel[], label: string): Pressed | undefined {
  for (const panel of panels.toReversed())
    for (const item of panel.all()) {
      if (item.kind !== "menu" || !item.isDynamic) continue;
      const found = [...panel.all(item.items)].filter(canPress).findLast((one) => isLabel(one, label));
      if (found !== undefined) return found;
    }
  return undefined;
}
