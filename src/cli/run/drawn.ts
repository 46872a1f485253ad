// What a model has drawn and what was recorded: as files, and in a few words.
import { join } from "node:path";
import { count } from "../../core/words.js";
import type { Description, LineDescription } from "../../index.js";
import { columns, faint, shortPath } from "../output.js";
import type { Modules } from "./load.js";
import type { Recorded } from "./recordings.js";
import { csv, type File } from "./write.js";

export interface Folders {
  readonly csv: string | undefined;
  readonly svg: string | undefined;
}

export interface ToldLine {
  readonly label: string;
  /** What it is a curve of, in HOC's words; none for what the model drew itself. */
  readonly source?: string;
  readonly points: number;
  readonly min: number | null;
  readonly max: number | null;
}

export interface Drawn {
  readonly graphs: readonly { readonly name: string; readonly title: string; readonly lines: readonly ToldLine[] }[];
  readonly recorded: readonly ToldLine[];
  readonly files: readonly File[];
}

export function drawn({ drawings, figureOf }: Modules, recorded: readonly Recorded[], folders: Folders): Drawn {
  const files: File[] = [];
  const put = (folder: string | undefined, name: string, text: () => string): void => {
    if (folder !== undefined) files.push({ path: join(folder, name), text: text() });
  };
  const descriptions = drawings().map((drawing) => drawing.describe());
  for (const what of descriptions) {
    put(folders.svg, `${what.name}.svg`, () => String(figureOf(what)));
    if (linesOf(what).length > 0) put(folders.csv, `${what.name}.csv`, () => lineTable(linesOf(what)));
  }
  if (recorded.length > 0) put(folders.csv, "record.csv", () => recordTable(recorded));
  return {
    graphs: descriptions.map((what) => ({
      name: what.name,
      title: what.title,
      lines: linesOf(what).map(({ label, y, source, kept }) => ({
        ...toldLine(label, y),
        ...(source !== "" && !kept && { source }),
      })),
    })),
    recorded: recorded.map(({ name, values }) => toldLine(name, values)),
    files,
  };
}

type Line = Pick<LineDescription, "label" | "x" | "y">;
const linesOf = (what: Description): readonly LineDescription[] => (what.kind === "graph" ? what.lines : []);

function lineTable(lines: readonly Line[]): string {
  const rows = lines.flatMap(({ label, x, y }) => Array.from(x, (value, i) => [label, value, y[i] as number]));
  return csv(["line", "x", "y"], rows);
}

/** A column each, and one for the time; with CVode's local step each has times of its own, and it is a table of lines. */
function recordTable(recorded: readonly Recorded[]): string {
  const [first] = recorded as readonly [Recorded, ...Recorded[]];
  const isCommon = recorded.every(({ t }) => t.length === first.t.length && t.every((time, i) => time === first.t[i]));
  if (!isCommon) return lineTable(recorded.map(({ name, t, values }) => ({ label: name, x: t, y: values })));
  const rows = Array.from(first.t, (t, i) => [t, ...recorded.map(({ values }) => values[i] as number)]);
  return csv(["t", ...recorded.map(({ name }) => name)], rows);
}

function toldLine(label: string, values: Float64Array): ToldLine {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { label, points: values.length, min: min <= max ? min : null, max: min <= max ? max : null };
}

/** A picture with many lines is told in one line. */
const most = 8;

export function summary({ graphs, recorded, files }: Drawn): string {
  const rows = [
    ...graphs.flatMap(({ name, title, lines }) => {
      const head = title === "" ? name : `${name} “${title}”`;
      if (lines.length === 0 || lines.length > most)
        return [[head, lines.length === 0 ? "" : count(lines.length, "line"), ""]];
      return lines.map((line, i) => [i === 0 ? head : "", line.label, extent(line)]);
    }),
    ...recorded.map((line, i) => [i === 0 ? "recorded" : "", line.label, extent(line)]),
  ].map((row) => ["", ...row]);
  const places = files.map(({ path }) => `  ${shortPath(path)}`);
  return [
    ...(rows.length === 0 ? [] : [columns(rows, undefined, (cell, i) => (i === 3 ? faint(cell) : cell))]),
    ...places,
  ].join("\n");
}

function extent({ points, min, max }: ToldLine): string {
  if (min === null || max === null) return "no points";
  const short = (value: number) => String(Number(value.toPrecision(5))).replace("-", "−");
  return `${short(min)} … ${short(max)}, ${count(points, "point")}`;
}
