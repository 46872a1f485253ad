// What HOC finds behind PythonObject and nrnpython: the few things that NEURON's own library asks of its host.
import { ArgumentTypeError } from "../core/errors.js";
import { hooks } from "../engine/engine.js";
import { saysOnce } from "./graphics/display.js";
import { h } from "./h.js";
import { handleOf, isHocObject } from "./object.js";
import type { Section } from "./section.js";
import { sectionClass } from "./section.js";

type Cell = Record<string, unknown>;

function sectionOf(cell: Cell, name: string): Section {
  const [, array, i] = /^(.*?)(?:\[(\d+)\])?$/.exec(name) as unknown as [string, string, string | undefined];
  return (cell[array] as Section[])[Number(i ?? 0)] as Section;
}

/** HOC's import3d builds a cell of ours through these, under the names that Python's module has. */
const neuron = {
  _create_all_list(cell: Cell): void {
    const all: Section[] = [];
    // HOC calls Python's name of it.
    Object.defineProperty(all, "extend", { value: (more: Section[]) => void all.push(...more) });
    cell.all = all;
  },
  _create_sections_in_obj(cell: Cell, name: string, count: number): void {
    cell[name] = Array.from({ length: count }, (_, i) => new sectionClass.make({ name: `${name}[${i}]`, cell }));
  },
  _connect_sections_in_obj(cell: Cell, child: string, childEnd: number, parent: string, parentX: number): void {
    sectionOf(cell, child).connect(sectionOf(cell, parent), parentX, childEnd);
  },
  _pt3dstyle_in_obj(cell: Cell, name: string, x: number, y: number, z: number): void {
    sectionOf(cell, name).pt3dstyle(1, x, y, z);
  },
  _pt3dadd_in_obj(cell: Cell, name: string, x: number, y: number, z: number, diameter: number): void {
    sectionOf(cell, name).pt3dadd(x, y, z, diameter);
  },
  /** Python keeps the soma's outline for rxd's geometry, which is not offered here. */
  _declare_contour(): void {},
  /** HOC's model view asks for the cell of the current section, for rxd, and for texts that explain mechanisms. */
  _neuron_section: { cas: () => h.cas() },
  _userrxd: 0,
  _modelview_mechanism_docstrings(): void {},
};

hooks.main = () => ({
  neuron,
  h,
  getattr: (object: Record<string, unknown>, name: string) => object[name],
  str: String,
});

/** What NEURON's own library asks for to see whether it is there. */
const questions = new Set(["import webbrowser", "import neuron.rxd"]);

hooks.nrnpython = (code: string): number => {
  const text = code.trim();
  if (text === "") return 0; // "is there a Python?"
  if (text === "import neuron" || text === "from neuron import h") return 1;
  if (!questions.has(text)) {
    const [first] = text.split("\n");
    saysOnce(`nrnpython("${first}${first === text ? "" : " …"}")`, "there is no Python here, so it does nothing");
  }
  return 0;
};

hooks.objectHandle = (value: unknown): number => (isHocObject(value) ? handleOf(value) : 0);

hooks.promise = (promise: Promise<unknown>): never => {
  promise.catch(() => {}); // its failure is this one's
  throw new ArgumentTypeError(
    "A callback returned a promise. NEURON calls back in the middle of a step and cannot wait: callbacks are synchronous.",
  );
};

hooks.quit = (code: number): void => {
  process.exit(code);
};
