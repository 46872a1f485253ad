// The panels that NEURON itself makes: the parameters of a section, a point process, a mechanism.
import type { HocObject } from "../object.js";
import type { Section } from "../section.js";
import { saysOnce } from "./display.js";
import { Action, currentSection, type Given, type Variable } from "./given.js";
import { Button, Field, Label, Menu } from "./items.js";
import { Browser } from "./managers.js";
import { into, Panel } from "./panels.js";
import { show } from "./windows.js";

/** Whose variables they are: parameters, assigned ones, states; of a section, 0: constants of all of it. */
const kinds = ["", "Parameters", "Assigned", "States"] as const;

type Values = Record<string, unknown>;

/** What the classes know; filled in by the module that has them, for this one comes before them. */
export const neuron: {
  /** Names and sizes of a mechanism's variables of a kind, -1: of its global ones. */
  variables(mechanism: string, kind: number): [name: string, size: number][];
  /** The same of a MechanismStandard. */
  names(standard: HocObject): [name: string, size: number][];
  top: Values;
  mechanismsOf(section: Section, x: number): string[];
  /** The names of all mechanisms, and of all point processes. */
  mechanisms(): string[];
  processes(): string[];
  instances(cls: string): HocObject[];
} = {
  variables: () => [],
  names: () => [],
  top: {},
  mechanismsOf: () => [],
  mechanisms: () => [],
  processes: () => [],
  instances: () => [],
};

function variableIn(owner: Values, name: string, i: number | undefined): Variable {
  const holder = () => (i === undefined ? owner : (owner[name] as Values));
  const key = i === undefined ? name : String(i);
  return {
    get: () => Number(holder()[key]),
    set: (value) => {
      holder()[key] = value;
    },
  };
}

function addFields(
  panel: Panel,
  owner: Values,
  variables: readonly [name: string, size: number][],
  isFixed = false,
): void {
  for (const [name, size] of variables)
    for (let i = 0; i < size; i++) {
      const index = size === 1 ? undefined : i;
      const label = index === undefined ? name : `${name}[${index}]`;
      panel.add(new Field(label, label, variableIn(owner, name, index), undefined, { isFixed }));
    }
}

/** nrnsecmenu(x, kind): the variables of the current section at x, or, for -1, of all of it. */
function sectionMenu(given: Given): number {
  const section = currentSection(given.call);
  const x = given.number(1);
  const kind = given.whole(2, 1, 3, 1);
  const isWhole = x < 0;
  const panel = new Panel(`${String(section)}(${isWhole ? "0 - 1" : x}) (${kinds[kind]})`, false);
  const owner = (isWhole ? section : section(x)) as unknown as Values;
  if (isWhole && kind === 1)
    addFields(panel, section as unknown as Values, [
      ["nseg", 1],
      ["L", 1],
      ["Ra", 1],
      ["rallbranch", 1],
    ]);
  if (kind === 1)
    addFields(panel, owner, [
      ["diam", 1],
      ["cm", 1],
    ]);
  if (kind === 2) addFields(panel, section(isWhole ? 0.5 : x) as unknown as Values, [["v", 1]]);
  for (const mechanism of neuron.mechanismsOf(section, isWhole ? 0.5 : x))
    addFields(panel, owner, neuron.variables(mechanism, kind));
  show(panel);
  return 0;
}

/** nrnpointmenu(process): its parameters, then its other variables. */
function pointMenu(given: Given): number {
  pointPanel(given.object(1), given.number(2, 1) !== -1);
  return 1;
}

function pointPanel(process: HocObject, hasPlace: boolean): void {
  const panel = new Panel(String(process), false);
  if (hasPlace) panel.add(new Label(() => placeOf(process)));
  const name = String(process).replace(/\[\d+\]$/, "");
  for (const kind of [1, 2, 3]) addFields(panel, process as unknown as Values, neuron.variables(name, kind));
  show(panel);
}

function placeOf(process: HocObject): string {
  const segment = (process as unknown as { get_segment?(): unknown }).get_segment?.() ?? undefined;
  return segment === undefined || segment === null ? String(process) : `at ${String(segment)}`;
}

/** nrnglobalmechmenu(mechanism): what holds for all of it. */
function globalMenu(given: Given): number {
  if (!given.has(1)) {
    const names = neuron.mechanisms().filter((name) => neuron.variables(name, -1).length > 0);
    addMenu("Mechanisms (Globals)", names, globalPanel);
    return 1;
  }
  const name = given.text(1);
  if (given.has(2) && given.number(2) === 0)
    return neuron.variables(name, -1).reduce((count, [, size]) => count + size, 0);
  globalPanel(name);
  return 1;
}

function globalPanel(name: string): void {
  const panel = new Panel(`${name} (Globals)`, false);
  addFields(panel, neuron.top, neuron.variables(name, -1));
  show(panel);
}

/** A menu in the panel that is open, whose items do the same with different names. */
function addMenu(label: string, names: readonly string[], choose: (name: string) => void): void {
  const menu = new Menu(label, undefined);
  for (const name of names) menu.add(new Button(name, new Action(() => choose(name), 0, label)));
  into(label).add(menu);
}

/** nrnallpointmenu(): a menu of the classes of point processes; each leads to a panel of those that there are. */
function allPointsMenu(given: Given): number {
  if (given.has(1)) {
    saysOnce("nrnallpointmenu(number)", "it is not shown; without an argument it is a menu of all classes");
    return 1;
  }
  addMenu("Point Processes", neuron.processes(), (name) => {
    const panel = new Panel(name, false);
    for (const process of neuron.instances(name))
      panel.add(new Button(placeOf(process), new Action(() => pointPanel(process, true), 0, name)));
    show(panel);
  });
  return 1;
}

/** nrnallsectionmenu(): the names of all sections. */
function allSectionsMenu(): number {
  const browser = new Browser();
  browser.title = "Sections";
  show(browser);
  return 1;
}

/** MechanismStandard.panel(title): its own values. */
export function standardPanel(standard: HocObject, given: Given): number {
  const own = standard as unknown as {
    count(): number;
    get(name: string, i?: number): number;
    set(name: string, value: number, i?: number): void;
  };
  const panel = new Panel(given.text(1, ""), false);
  for (const [name, size] of neuron.names(standard))
    for (let i = 0; i < size; i++) {
      const label = size === 1 ? name : `${name}[${i}]`;
      const variable: Variable = { get: () => own.get(name, i), set: (value) => own.set(name, value, i) };
      panel.add(new Field(label, label, variable, undefined));
    }
  show(panel);
  return 0;
}

export const menus: Readonly<Record<string, (given: Given) => number>> = {
  nrnsecmenu: sectionMenu,
  nrnpointmenu: pointMenu,
  nrnglobalmechmenu: globalMenu,
  nrnallpointmenu: allPointsMenu,
  nrnallsectionmenu: allSectionsMenu,
};
