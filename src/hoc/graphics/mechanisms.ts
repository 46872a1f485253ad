// MechanismType.menu and MechanismStandard.panel: lists of mechanisms, and of a mechanism's values, with what the model does then.
import { native } from "../../engine/engine.js";
import { type HocObject, infoOf } from "../object.js";
import { Ref } from "../pointer.js";
import { Action, type Given, type Variable } from "./given.js";
import { Button, Field, Label, Menu } from "./items.js";
import { neuron } from "./neuron.js";
import { into, Panel } from "./panels.js";
import { Remembered } from "./remembered.js";
import { show } from "./windows.js";

/** What action() was given: HOC text, or a function. */
const actions = new Remembered<string | ((...args: unknown[]) => unknown)>();

export function callMechanisms(method: string, object: HocObject, given: Given): number {
  if (method === "action") {
    const code = given.at(1);
    actions.set(object, typeof code === "string" || typeof code === "function" ? (code as string) : undefined);
  } else if (infoOf(object).name === "MechanismType") typeMenu(object, given);
  else standardPanel(object, given);
  return 0;
}

/** Text finds its number in `hoc_ac_`; a function is given the object and its numbers. */
function actionOf(object: HocObject, given: Given, ...i: [number, ...number[]]): Action {
  const code = actions.get(object) ?? "";
  if (typeof code === "function") return new Action([code, [object, ...i]], given.self, given.call);
  return new Action(`hoc_ac_ = ${i[0]} ${code}`, given.self, given.call);
}

/** MechanismType.menu(): a button for each of its mechanisms. */
function typeMenu(type: HocObject, given: Given): void {
  const menu = new Menu("MechType", undefined);
  for (const [i, name] of typeNames(type).entries())
    if (name !== "morphology") menu.add(new Button(name, actionOf(type, given, i)));
  into(given.call).add(menu);
}

/** The names that a MechanismType has, by its own numbers; which one is chosen stays. */
export function typeNames(type: HocObject): string[] {
  const own = type as unknown as { count(): number; select(i: number): void; selected(name?: Ref<string>): number };
  const chosen = own.selected();
  const name = new Ref("");
  try {
    return Array.from({ length: own.count() }, (_, i) => {
      own.select(i);
      own.selected(name);
      return name[0];
    });
  } finally {
    own.select(chosen);
  }
}

/** MechanismStandard.panel(label): its own values. */
function standardPanel(standard: HocObject, given: Given): void {
  const own = standard as unknown as {
    get(name: string, i?: number): number;
    set(name: string, value: number, i?: number): void;
  };
  const mechanism = neuron.mechanism(standard);
  const panel = new Panel("MechanismStandard", false);
  const label = given.text(1, mechanism);
  panel.add(new Label(() => label));
  const has = new Set(neuron.names(standard).map(([name]) => name));
  // NEURON counts variables of other kinds too, but of arrays only those that it shows.
  let count = 0;
  for (const [name, size] of neuron.variables(mechanism, 0)) {
    for (let i = 0; has.has(name) && i < size; i++) {
      if (i > 0) count++;
      const shown = i === 0 ? name : `${name}[${i}]`;
      const variable: Variable = { get: () => own.get(name, i), set: (value) => own.set(name, value, i) };
      panel.add(new Field(shown, shown, variable, actionOf(standard, given, count, i)));
    }
    count++;
  }
  show(panel);
  native.defineShapes();
}
