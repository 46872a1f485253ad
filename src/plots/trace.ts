// A series on its way into the picture: with whom it shares an axis, and what it is called.
import type { Axis } from "./panel.js";
import { unitText } from "./quantity.js";
import { nameOf, type Series } from "./series.js";
import type { Extent, Points } from "./thin.js";
import { fromTo } from "./ticks.js";

export interface Trace {
  readonly series: Series;
  readonly label: string;
  readonly points: Points;
  readonly y: Extent;
  /** Its turn in the colours. */
  readonly index: number;
}

export function grouped(all: readonly Trace[], axes: string): Trace[][] {
  if (axes === "one") return [[...all]];
  if (axes === "each") return all.map((trace) => [trace]);
  const groups = new Map<string | undefined, Trace[]>();
  for (const trace of all) {
    const units = trace.series.recorded?.units;
    const group = groups.get(units);
    if (group === undefined) groups.set(units, [trace]);
    else group.push(trace);
  }
  return [...groups.values()];
}

export function labelOf({ name, recorded }: Series, index: number): string {
  return name || (recorded === undefined ? `series ${index + 1}` : nameOf(recorded));
}

/** Where the axis names the variable, the legend says only where it was recorded. */
export function shortLabels(groups: readonly Trace[][], areGiven: boolean): ReadonlyMap<Trace, string> {
  const labels = new Map<Trace, string>();
  for (const group of groups) {
    const variable = group[0]?.series.recorded?.variable;
    const isShared = group.length > 1 && group.every(({ series }) => series.recorded?.variable === variable);
    for (const trace of group) {
      const { recorded, name } = trace.series;
      const isLong = areGiven || name !== undefined || !isShared || !recorded?.owner;
      labels.set(trace, isLong ? trace.label : recorded.owner);
    }
  }
  return labels;
}

export function onlyName(group: readonly Trace[], isOneOfSeveral: boolean): string | undefined {
  const [first] = group;
  return isOneOfSeveral && group.length === 1 ? first?.label : undefined;
}

export function titleOf(all: readonly Trace[]): string {
  const names = all.slice(0, 3).map(({ label }) => label);
  return names.join(", ") + (all.length > 3 ? ` and ${all.length - 3} more` : "");
}

export function describe(all: readonly Trace[], x: Axis, groups: readonly Trace[][], y: readonly Axis[]): string {
  const over = x.label === undefined ? "" : ` over ${x.label}`;
  const axes =
    groups.length > 1 ? `, on ${groups.length} axes: ${y.map(({ label }) => label ?? "no unit").join("; ")}` : "";
  const ranges = all
    .slice(0, 10)
    .map(({ label, y, series }) => {
      const units = series.recorded?.units ? ` ${unitText(series.recorded.units)}` : "";
      return `${label} ${fromTo(y)}${units}`;
    })
    .join("; ");
  const rest = all.length > 10 ? `; and ${all.length - 10} more` : "";
  return `Line chart of ${all.length} series${over} ${fromTo(x)}${axes}. ${ranges}${rest}.`;
}
