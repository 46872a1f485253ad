// A section as data: what Python's psection() gives, and the line that is shown of it.
import { native } from "../engine/engine.js";
import { HocArray } from "./array.js";
import type { Mechanism } from "./mechanism.js";
import { nameOf } from "./names.js";
import type { Psection } from "./neuron/psection.js";
import { handleOfSection, type Section } from "./section.js";
import type { Segment } from "./segment.js";
import { wrap } from "./transfer.js";

export type { Psection };

const geometry = new Set(["capacitance", "morphology"]);

/** The values of a mechanism's variables in each segment. */
function valuesOf(
  segments: readonly Segment[],
  mechanism: Mechanism,
  name: string,
): Record<string, number[] | number[][]> {
  const result: Record<string, number[] | number[][]> = {};
  for (const variable of mechanism.names()) {
    const values = segments.map((segment) => {
      try {
        const own = (segment as unknown as Record<string, Record<string, unknown>>)[name] as Record<string, unknown>;
        const value = own[variable];
        return value instanceof HocArray ? ([...value] as number[]) : value;
      } catch {
        return undefined; // a POINTER that points nowhere, or a RANDOM: no number
      }
    });
    if (values.every((value) => typeof value === "number" || Array.isArray(value)))
      result[variable] = values as number[] | number[][];
  }
  return result;
}

export function psection(section: Section): Psection {
  const handle = handleOfSection(section);
  const segments = [...section];
  const processes: Record<string, Set<never>> = {};
  for (const process of native.processesOf(handle) ?? []) {
    const cls = native.classOf(process);
    const { name } = nameOf(cls);
    processes[name] ??= new Set();
    processes[name].add(wrap.object(process, cls) as never);
  }
  const mechanisms: Record<string, Record<string, number[] | number[][]>> = {};
  const ions: Record<string, Record<string, number[] | number[][]>> = {};
  for (const mechanism of section(0.5)) {
    const name = mechanism.name();
    if (geometry.has(name)) continue;
    const values = valuesOf(segments, mechanism, name);
    if (mechanism.is_ion()) ions[name.replace(/_ion$/, "")] = values;
    else mechanisms[name] = values;
  }
  const points = native.points3d(handle);
  const pts3d: [number, number, number, number][] = [];
  for (let i = 0; i < points.length; i += 4)
    pts3d.push([...points.subarray(i, i + 4)] as [number, number, number, number]);
  return {
    point_processes: processes,
    density_mechs: mechanisms,
    ions,
    morphology: {
      L: section.L,
      diam: segments.map((s) => s.diam),
      pts3d,
      parent: section.parentseg(),
      trueparent: section.trueparentseg(),
    },
    nseg: section.nseg,
    Ra: section.Ra,
    cm: segments.map((s) => s.cm),
    regions: new Set(),
    species: new Set(),
    name: section.name(),
    hoc_internal_name: section.hoc_internal_name(),
    cell: section.cell(),
  };
}

/** What it is in one line: its measures, its density mechanisms, and where it is connected. */
export function summary(section: Section): string {
  const mechanisms = [...section(0.5)]
    .map((m) => m.name())
    .filter((name) => name !== "capacitance" && !native.isIon(native.mechanismSymbol(name)));
  const parent = section.parentseg();
  return `Section ${section.name()}  L=${round(section.L)} diam=${round(section.diam)} nseg=${section.nseg}${mechanisms.length ? `  (${mechanisms.join(", ")})` : ""}${parent ? `  on ${String(parent)}` : ""}`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(6)));
}
