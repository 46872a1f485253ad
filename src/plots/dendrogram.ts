// Dendrograms: sections as lines along the path from their root, each tip in a row of its own.
import type { Section } from "../hoc/section.js";
import { NAMED, pieceName } from "./celltext.js";
import type { ColorScale } from "./colorscale.js";
import type { Theme } from "./options.js";
import type { Scales, Shape } from "./paths.js";
import { round, textWidth } from "./svg.js";
import { colors, grounds, type Stroke } from "./theme.js";

/** A section in the dendrogram. */
export interface Branch {
  readonly section: Section;
  readonly name: string;
  /** Path distances of its two ends from its root, µm. */
  readonly from: number;
  readonly to: number;
  readonly diameter: number;
  /** Whether its end 1 is the connected one. */
  readonly isTurned: boolean;
  readonly parent: Branch | undefined;
  readonly children: Branch[];
  /** Where it stands, 0 … the number of tips. */
  row: number;
}

export function branchesOf(sections: readonly Section[]): Branch[] {
  const wanted = new Set(sections);
  const branches = new Map<Section, Branch>();
  // Parents first, which the list need not have.
  for (const section of sections)
    if (!branches.has(section))
      for (const each of section.wholetree()) if (wanted.has(each)) branches.set(each, branchOf(each, branches));
  return [...branches.values()];
}

function branchOf(section: Section, branches: ReadonlyMap<Section, Branch>): Branch {
  const connection = section.parentseg();
  const parent = connection === null ? undefined : branches.get(connection.sec);
  let from = 0;
  if (parent !== undefined && connection !== null) {
    const along = parent.isTurned ? 1 - connection.x : connection.x;
    from = parent.from + along * (parent.to - parent.from);
  }
  const branch: Branch = {
    section,
    name: String(section),
    from,
    to: from + section.L,
    diameter: section.diam,
    isTurned: section.orientation() === 1,
    parent,
    children: [],
    row: 0,
  };
  parent?.children.push(branch);
  return branch;
}

/** Each tip has a row of its own, the others the middle of theirs. The number of tips. */
export function rank(roots: readonly Branch[]): number {
  let tips = 0;
  // By hand and not by recursion: a chain of sections may be longer than the stack.
  const stack = roots.toReversed().map((branch) => ({ branch, isDone: false }));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { branch, isDone } = top;
    const { children } = branch;
    if (children.length === 0) branch.row = tips++;
    else if (isDone) branch.row = ((children[0] as Branch).row + (children.at(-1) as Branch).row) / 2;
    else
      stack.push({ branch, isDone: true }, ...children.toReversed().map((child) => ({ branch: child, isDone: false })));
  }
  return tips;
}

/** How the lines are painted: all alike, or each segment by its value. */
export interface Paint {
  readonly theme: Theme;
  readonly stroke: Stroke;
  readonly scale: ColorScale | undefined;
  readonly values: ReadonlyMap<Section, readonly (number | undefined)[]> | undefined;
}

export function dendrogram(branches: readonly Branch[], tips: number, { x, y }: Scales, paint: Paint): Shape[] {
  const rowHeight = Math.abs(y(1) - y(0));
  const isNamed = rowHeight >= 12 || tips === 1;
  const widest = branches.reduce((most, { diameter }) => Math.max(most, diameter), 0);
  const joints = branches
    .filter(({ parent }) => parent !== undefined)
    .map((branch) => `M${round(x(branch.from))},${round(y((branch.parent as Branch).row))}V${round(y(branch.row))}`);
  const lines = branches.map((branch): Line => {
    const width = Math.max(1.5, Math.min(10, rowHeight * 0.6) * Math.sqrt(branch.diameter / widest));
    const from = x(branch.from);
    // However short it is, it is seen.
    return { branch, from, to: Math.max(from + 1, x(branch.to)), y: round(y(branch.row)), width };
  });
  return [
    {
      name: "path",
      attributes: { d: joints.join(""), stroke: "currentColor", fill: "none", class: "joints" },
    },
    ...(paint.scale === undefined ? lines.map((line) => plain(line, paint)) : colored(lines, paint.scale, paint)),
    ...(isNamed ? branches.flatMap((branch) => labelOf(branch, x, y) ?? []) : []),
  ];
}

/** A branch in its place, px. */
interface Line {
  readonly branch: Branch;
  readonly from: number;
  readonly to: number;
  readonly y: string;
  readonly width: number;
}

function plain({ branch, from, to, y, width }: Line, { stroke: { color, className } }: Paint): Shape {
  const d = `M${round(from)},${y}H${round(to)}`;
  const attributes = { d, stroke: color, "stroke-width": round(width), class: className };
  return { name: "path", attributes, title: branch.name };
}

/** A piece for each segment, on an edge that shows on every ground. */
function colored(lines: readonly Line[], scale: ColorScale, { theme, values }: Paint): Shape[] {
  const { faint } = colors[grounds(theme)[0]];
  const count = lines.reduce((sum, { branch }) => sum + (values?.get(branch.section)?.length ?? 0), 0);
  const edges = lines.map(({ from, to, y, width }): Shape => {
    const d = `M${round(from - 0.7)},${y}H${round(to + 0.7)}`;
    return { name: "path", attributes: { d, stroke: faint, "stroke-width": round(width + 1.4), class: "faint" } };
  });
  const pieces = lines.flatMap(({ branch, from, to, y, width }) => {
    const list = values?.get(branch.section) ?? [];
    const n = list.length;
    const place = (k: number) => from + (k / n) * (to - from);
    return list.map((_, k): Shape => {
      const i = branch.isTurned ? n - 1 - k : k;
      const value = list[i];
      // It goes a little under the next one, so that nothing shines through between them.
      const d = `M${round(place(k))},${y}H${round(Math.min(to, place(k + 1) + 0.4))}`;
      const paint = value === undefined ? { stroke: faint, class: "faint" } : { stroke: scale.of(value) };
      const title = count <= NAMED ? pieceName(branch.name, i, n, value) : undefined;
      return {
        name: "path",
        attributes: { d, "stroke-width": round(width), ...paint },
        ...(title === undefined ? {} : { title }),
      };
    });
  });
  return [...edges, ...pieces];
}

/** A root's name stands before its beginning, a tip's behind its end, another's above its line, if that is long enough. */
function labelOf({ name, from, to, row, parent, children }: Branch, x: Scales["x"], y: Scales["y"]): Shape | undefined {
  const text = { name: "text", text: name } as const;
  if (parent === undefined)
    return {
      ...text,
      attributes: { x: round(x(from) - 6), y: round(y(row) + 4), "text-anchor": "end", "font-size": 11 },
    };
  if (children.length === 0)
    return {
      ...text,
      attributes: { x: round(x(to) + 6), y: round(y(row) + 4), "text-anchor": "start", "font-size": 11 },
    };
  // Up to the first branch, whose joint goes through what stands farther on.
  const free = Math.min(to, ...children.slice(0, 1000).map((child) => child.from));
  if (textWidth(name, 11) > x(free) - x(from)) return undefined;
  const middle = (x(from) + x(free)) / 2;
  return { ...text, attributes: { x: round(middle), y: round(y(row) - 8), "text-anchor": "middle", "font-size": 11 } };
}
