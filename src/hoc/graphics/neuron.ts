// What NEURON's own panels show: variables of mechanisms, and fields for them.
import type { HocObject } from "../object.js";
import type { Section } from "../section.js";
import { Action, type Variable } from "./given.js";
import { Button, Field, Menu } from "./items.js";
import { into, type Panel } from "./panels.js";

export type Values = Record<string, unknown>;
export type Named = readonly [name: string, size: number];

/** What the classes know; filled in by the module that has them, for this one comes before them. */
export const neuron: {
  /** Names and sizes of a mechanism's variables of a kind, 0: of all, -1: of its global ones. */
  variables(mechanism: string, kind: number): Named[];
  /** The same of a MechanismStandard, and the name of its mechanism. */
  names(standard: HocObject): Named[];
  mechanism(standard: HocObject): string;
  top: Values;
  /** Those of a node's mechanisms, in the order in which they were inserted, geometry and capacitance too. */
  variablesAt(section: Section, x: number, kind: number, shows: (mechanism: string) => boolean): Named[];
  /** The names of all mechanisms; the classes of all point processes, artificial cells too. */
  mechanisms(): string[];
  processes(): string[];
  isArtificial(cls: string): boolean;
  instances(cls: string): HocObject[];
  sections(): Section[];
} = {
  variables: () => [],
  names: () => [],
  mechanism: () => "",
  top: {},
  variablesAt: () => [],
  mechanisms: () => [],
  processes: () => [],
  isArtificial: () => false,
  instances: () => [],
  sections: () => [],
};

/** Of arrays NEURON shows the first six. */
const shown = 6;

/** Each number of the variables, with the label that NEURON gives it. */
export function* numbers(variables: readonly Named[]): Generator<{ label: string; name: string; i?: number }> {
  for (const [name, size] of variables) {
    if (size === 1) yield { label: name, name };
    else for (let i = 0; i < Math.min(size, shown); i++) yield { label: `${name}[${i}]`, name, i };
  }
}

/** A number of an object's; NaN when the object is gone. */
export function variableIn(owner: Values, name: string, i?: number): Variable {
  const holder = () => (i === undefined ? owner : (owner[name] as Values));
  const key = i === undefined ? name : String(i);
  return {
    get: () => {
      try {
        return Number(holder()[key]);
      } catch {
        return Number.NaN;
      }
    },
    set: (value) => {
      holder()[key] = value;
    },
  };
}

export function addFields(panel: Panel, owner: Values, variables: readonly Named[]): void {
  for (const { label, name, i } of numbers(variables))
    panel.add(new Field(label, label, variableIn(owner, name, i), undefined));
}

/** A menu in the panel or menu that is open, whose items do the same with different names. */
export function addMenu(label: string, names: readonly string[], choose: (name: string) => void): void {
  const menu = new Menu(label, undefined);
  for (const name of names) menu.add(new Button(name, new Action(() => choose(name), 0, label)));
  into(label).add(menu);
}
