// The panels that NEURON itself makes: the variables of a section, a point process, a mechanism. Their items are a display's.
import { ArgumentRangeError } from "../../core/errors.js";
import { type HocObject, infoOf } from "../object.js";
import type { Section } from "../section.js";
import type { Segment } from "../segment.js";
import { Action, currentSection, type Given } from "./given.js";
import { Button, Field, Label, Menu, Toggle } from "./items.js";
import { addFields, addMenu, neuron, numbers, type Values, variableIn } from "./neuron.js";
import { Panel } from "./panels.js";
import { show } from "./windows.js";

const kinds = ["", "Parameters", "Assigned", "States"] as const;
type VariableKind = 1 | 2 | 3;
/** Of which mechanisms. */
type Shows = (mechanism: string) => boolean;

// Sections ------------------------------------------------------------------------------------------------------------

/** nrnsecmenu(x, kind): the variables of the current section at x, or, for -1 (or anything below 0), of all of it. */
function sectionMenu(given: Given): number {
  const kind = given.whole(2, 1, 3, 1) as VariableKind;
  if (given.isNumber(1) && given.number(1) >= -1 && given.number(1) < 0)
    wholePanel(currentSection(given.call), kind, () => true);
  else {
    const { section, x } = given.location(1);
    segmentPanel(section(x) as Segment, kind, () => true);
  }
  return 1;
}

function titled(title: string): Panel {
  const panel = new Panel(title, false);
  panel.add(new Label(() => title));
  return panel;
}

function segmentPanel(segment: Segment, kind: VariableKind, shows: Shows): void {
  const section = segment.sec as Section;
  const { nseg } = section;
  const { x } = segment;
  const middle = x > 0 && x < 1 ? (Math.min(nseg - 1, Math.floor(x * nseg)) + 0.5) / nseg : x;
  const panel = titled(`${String(section)}(${Number(middle.toPrecision(6))}) (${kinds[kind]})`);
  const owner = section(middle) as unknown as Values;
  if (kind !== 1) panel.add(new Field("v", "v", variableIn(owner, "v"), undefined));
  addFields(panel, owner, neuron.variablesAt(section, middle, kind, shows));
  show(panel);
}

function wholePanel(section: Section, kind: VariableKind, shows: Shows): void {
  const panel = titled(`${String(section)}(0 - 1) (${kinds[kind]})`);
  const own = section as unknown as Values;
  if (kind === 1) {
    panel.add(new Label(() => `nseg = ${section.nseg}`));
    const shape = new Action(() => (neuron.top.define_shape as () => void)(), 0, "nrnsecmenu");
    panel.add(new Field("L", "L", variableIn(own, "L"), section.n3d() > 0 ? shape : undefined));
    panel.add(new Field("Ra", "Ra", variableIn(own, "Ra"), undefined));
    if (section.rallbranch !== 1) panel.add(new Field("Rall", "rallbranch", variableIn(own, "rallbranch"), undefined));
  }
  const variables = neuron.variablesAt(section, 0.5 / section.nseg, kind, shows);
  for (const { label, name, i } of numbers(kind === 1 ? variables : [["v", 1], ...variables])) {
    const at = (segment: Segment) => variableIn(segment as unknown as Values, name, i);
    const middle = section(0.5) as Segment;
    const isConstant = [...section].every((segment) => at(segment as Segment).get() === at(middle).get());
    if (!isConstant && name !== "v") panel.add(new Label(() => `${label} is not constant`));
    else
      panel.add(
        new Field(
          label,
          label,
          {
            get: at(middle).get,
            set: (value) => {
              for (const segment of section) at(segment as Segment).set(value);
            },
          },
          undefined,
        ),
      );
  }
  show(panel);
}

/** nrnallsectionmenu(): a button for each section, and what its panels are to show: kinds of variables, mechanisms. */
function allSectionsMenu(): number {
  const panel = new Panel("Sections", false);
  const chosen = [true, false, false];
  const left = new Set<string>();
  const toggle = (label: string, get: () => boolean, set: (on: boolean) => void) =>
    new Toggle(label, { get: () => Number(get()), set: (value) => set(value !== 0) }, undefined);
  for (const [i, label] of ["Parameters", "States", "Assigned"].entries())
    panel.add(
      toggle(
        label,
        () => chosen[i] === true,
        (on) => {
          chosen[i] = on;
        },
      ),
    );
  const mechanisms = new Menu("Mechanisms", undefined);
  for (const name of neuron.mechanisms())
    mechanisms.add(
      toggle(
        name,
        () => !left.has(name),
        (on) => void (on ? left.delete(name) : left.add(name)),
      ),
    );
  panel.add(mechanisms);
  const shows: Shows = (name) => !left.has(name);
  for (const section of neuron.sections()) {
    const choose = () => {
      if (chosen[0]) wholePanel(section, 1, shows);
      if (chosen[1]) segmentPanel(section(0.5) as Segment, 3, shows);
      if (chosen[2]) segmentPanel(section(0.5) as Segment, 2, shows);
    };
    panel.add(new Button(String(section), new Action(choose, 0, "nrnallsectionmenu")));
  }
  show(panel);
  return 1;
}

// Point processes -----------------------------------------------------------------------------------------------------

/** nrnpointmenu(process, label): its variables; above them its name and place (1), its name (0) or nothing (-1). */
function pointMenu(given: Given): number {
  const process = given.object(1);
  if (!infoOf(process).isPointProcess) throw given.wrong(1, "a point process");
  pointPanel(process, given.whole(2, -1, 1, 1));
  return 1;
}

function pointPanel(process: HocObject, label = 1): void {
  const name = String(process);
  const place = placeOf(process);
  const panel = new Panel(place === undefined ? name : `${name} at ${place}`, false);
  if (label >= 0) panel.add(new Label(() => (label === 1 ? panel.title : name)));
  for (const kind of [1, 2, 3])
    addFields(panel, process as unknown as Values, neuron.variables(infoOf(process).name, kind));
  show(panel);
}

function placeOf(process: HocObject): string | undefined {
  if (neuron.isArtificial(infoOf(process).name)) return undefined;
  const segment = (process as unknown as { get_segment(): Segment | null }).get_segment();
  return segment === null ? undefined : String(segment);
}

/** nrnallpointmenu(): a menu of the classes of point processes. nrnallpointmenu(i): the panel of one of them, from 1 on. */
function allPointsMenu(given: Given): number {
  const classes = neuron.processes();
  if (!given.has(1)) {
    addMenu("Point Processes", classes, classPanel);
    return 1;
  }
  const name = classes[Math.trunc(given.number(1)) - 1];
  if (name === undefined)
    throw new ArgumentRangeError(
      `${given.call}: argument 1: expected a number from 1 to ${classes.length}, got ${given.number(1)}.`,
    );
  classPanel(name);
  return 1;
}

function classPanel(name: string): void {
  const panel = new Panel(name, false);
  const all = neuron.instances(name);
  const places = new Menu("locations", undefined);
  for (const process of all) {
    const place = placeOf(process);
    if (place !== undefined) places.add(new Button(place, new Action(() => pointPanel(process), 0, name)));
  }
  if (all.length > 0) panel.add(places);
  if (neuron.variables(name, -1).length > 0)
    panel.add(new Button("Globals", new Action(() => globalPanel(name), 0, name)));
  show(panel);
}

// What holds for all of a mechanism -----------------------------------------------------------------------------------

/** nrnglobalmechmenu(mechanism): its global variables; nrnglobalmechmenu(): a menu of all mechanisms that have some. */
function globalMenu(given: Given): number {
  if (!given.has(1)) {
    const names = neuron.mechanisms().filter((name) => neuron.variables(name, -1).length > 0);
    addMenu("Mechanisms (Globals)", names, globalPanel);
    return 1;
  }
  const name = given.text(1);
  if (given.has(2) && given.number(2) === 0) return neuron.variables(name, -1).length;
  globalPanel(name);
  return 1;
}

function globalPanel(name: string): void {
  const panel = new Panel(`${name} (Globals)`, false);
  addFields(panel, neuron.top, neuron.variables(name, -1));
  show(panel);
}

export const menus: Readonly<Record<string, (given: Given) => number>> = {
  nrnsecmenu: sectionMenu,
  nrnpointmenu: pointMenu,
  nrnglobalmechmenu: globalMenu,
  nrnallpointmenu: allPointsMenu,
  nrnallsectionmenu: allSectionsMenu,
};
