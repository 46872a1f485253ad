// Graph and the pictures of cells as JavaScript sees them: what they draw, as data and as a figure.
import { PatchError } from "../../core/errors.js";
import { count } from "../../core/words.js";
import { hooks, native } from "../../engine/engine.js";
import { allOf, entryFor, objectFor, register } from "../classes.js";
import { h } from "../h.js";
import { nameOf } from "../names.js";
import type { GraphLine } from "../neuron/graph.js";
import { HocObject, handleOf, invokeNamed } from "../object.js";
import { Ref } from "../pointer.js";
import { kLine } from "../root.js";
import { handleOfSection, type Section, sectionFor } from "../section.js";
import {
  type Description,
  drawing,
  type FigureOptions,
  type GraphDescription,
  type Picture,
  type ShapeDescription,
} from "./description.js";
import { Graph } from "./graphs.js";
import { stateOf } from "./hook.js";
import { vectors } from "./live.js";
import { typeNames } from "./mechanisms.js";
import { type Named, neuron } from "./neuron.js";
import { Shape } from "./shapes.js";

function describe(object: HocObject): Description {
  native.objectName(handleOf(object)); // throws for one that is gone
  const state = stateOf(object);
  if (state instanceof Graph || state instanceof Shape) return state.describe();
  throw new PatchError(`${String(object)} was made by another copy of the package, which kept what it shows.`);
}

function figureOf(object: HocObject, options?: FigureOptions): Picture {
  const description = describe(object);
  if (drawing.figure === undefined) drawing.load?.();
  if (drawing.figure === undefined) throw new PatchError("There is nothing that draws: import nrn-patch/plot first.");
  return drawing.figure(description, options);
}

class GraphObject extends HocObject {
  /** Its lines, with as many names as fit. */
  override [kLine](): string {
    if (!native.alive(handleOf(this))) return this.toString();
    const { lines, marks } = describe(this) as GraphDescription;
    const shown = lines.slice(0, 4).map(({ label, x }) => `${label || "unnamed"} (${count(x.length, "point")})`);
    if (lines.length > 4) shown.push("…");
    const names = shown.length === 0 ? "" : `: ${shown.join(", ")}`;
    const points = marks.reduce((sum, { x }) => sum + x.length, 0);
    return `${this.toString()}  ${count(lines.length, "line")}${names}${points > 0 ? `, ${count(points, "mark")}` : ""}`;
  }

  /** The curves as data, copied. */
  get lines(): readonly GraphLine[] {
    return (describe(this) as GraphDescription).lines.map(({ label, x, y, ink }) => ({
      label,
      x,
      y,
      color: ink.color,
    }));
  }
  /** All that it shows, as data. */
  get description(): GraphDescription {
    return describe(this) as GraphDescription;
  }
  /** A picture of it. */
  figure(options?: FigureOptions): Picture {
    return figureOf(this, options);
  }

  /** A curve of a variable. What lies in an `h.ref` is kept for as long as the Graph. */
  addvar(...args: unknown[]): unknown {
    const result = invokeNamed(this, "addvar", args);
    const state = stateOf(this);
    if (state instanceof Graph) state.keeps.push(...args.filter((arg) => arg instanceof Ref));
    return result;
  }
}

class ShapeObject extends HocObject {
  /** Of how many sections, and by what they are coloured. */
  override [kLine](): string {
    if (!native.alive(handleOf(this))) return this.toString();
    const { sections, variable } = describe(this) as ShapeDescription;
    return `${this.toString()}  ${variable === undefined ? "" : `${variable} of `}${count(sections.length, "section")}`;
  }

  get description(): Description {
    return describe(this);
  }
  figure(options?: FigureOptions): Picture {
    return figureOf(this, options);
  }
}

class TextEditorObject extends HocObject {
  /** NEURON says of what kind its answer is only when it has a display. */
  readonly(...args: unknown[]): boolean {
    return Boolean(invokeNamed(this, "readonly", args));
  }
}

register("TextEditor", TextEditorObject as new (...args: unknown[]) => HocObject);
register("Graph", GraphObject as new (...args: unknown[]) => HocObject);
for (const name of ["Shape", "PlotShape", "PPShape"])
  register(name, { [name]: class extends ShapeObject {} }[name] as new (...args: unknown[]) => HocObject);

/** The mechanisms (0) or point processes (1) that there are, in NEURON's own order. */
function namesOfType(kind: 0 | 1): string[] {
  const type = new (entryFor("MechanismType").open)(kind);
  const names = typeNames(type);
  type.dispose();
  return names;
}

function namesOf(standard: HocObject): Named[] {
  const own = standard as unknown as { count(): number; name(text: Ref<string>, i: number): number };
  const text = new Ref("");
  return Array.from({ length: own.count() }, (_, i) => {
    const size = own.name(text, i);
    return [text[0], Math.max(1, size)] as const;
  });
}

Object.assign(neuron, {
  variables(mechanism: string, kind: number) {
    const standard = new (entryFor("MechanismStandard").open)(mechanism, kind);
    const names = namesOf(standard);
    standard.dispose();
    return names;
  },
  names: namesOf,
  top: h,
  mechanism(standard: HocObject) {
    const name = new Ref("");
    (standard as unknown as { name(text: Ref<string>): void }).name(name);
    return name[0];
  },
  variablesAt(section: Section, x: number, kind: number, shows: (mechanism: string) => boolean) {
    const flat = native.variablesAt(handleOfSection(section), x, kind);
    const names: Named[] = [];
    for (let i = 0; i < flat.length; i += 3)
      if (shows(flat[i] as string)) names.push([flat[i + 1] as string, flat[i + 2] as number]);
    return names;
  },
  mechanisms: () => namesOfType(0).filter((name) => name !== "morphology"),
  processes: () => namesOfType(1),
  isArtificial: (cls: string) => nameOf(entryFor(cls).info.symbol).isArtificial,
  sections: () => native.allSections().map(sectionFor),
  instances: allOf,
} satisfies typeof neuron | { top: unknown });

vectors.make = () => new (entryFor("Vector").open)();
let cvode: HocObject | undefined;
vectors.cvode = () => {
  cvode ??= new (entryFor("CVode").open)();
  return cvode;
};
hooks.objectAt = (handle: number) => objectFor(handle, native.classOf(handle));
