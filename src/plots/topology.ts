// Topology: which section hangs on which, as a dendrogram along the path from the root.
import type { Section } from "../hoc/section.js";
import { drawChart } from "./chart.js";
import { Figure } from "./figure.js";
import { exact, type FigureOptions, figureKeys, frameOf } from "./options.js";
import { type Scales, type Shape, shapesMark } from "./paths.js";
import { type Sections, sectionsOf } from "./sections.js";
import { round, textWidth } from "./svg.js";
import { type Stroke, strokeOf } from "./theme.js";
import { short } from "./ticks.js";
import { plural } from "./words.js";

/** A section in the dendrogram. */
interface Branch {
  readonly section: Section;
  readonly name: string;
  /** Path distances of its two ends from its root, µm. */
  readonly from: number;
  readonly to: number;
  readonly diameter: number;
  readonly parent: Branch | undefined;
  readonly children: Branch[];
  /** Where it stands, 0 … the number of tips. */
  row: number;
}

/**
 * Which section hangs on which: a dendrogram. Each section is a line from where it is connected to its end, along the
 * path distance from the root, the thicker the larger its diameter.
 * @param sections A section or some; all of the model unless given. Those whose parent is not among them begin at 0.
 */
export function topology(sections?: Sections, options?: FigureOptions): Figure {
  const frame = frameOf("topology", exact<FigureOptions>("topology", options, figureKeys));
  const branches = branchesOf(sectionsOf("topology", sections));
  const roots = branches.filter(({ parent }) => parent === undefined);
  const tips = rank(roots);
  const farthest = branches.reduce((most, { to }) => Math.max(most, to), 0);
  const widest = branches.reduce((most, { diameter }) => Math.max(most, diameter), 0);
  const labelled = branches.map(({ name }) => textWidth(name, 11)).reduce((most, width) => Math.max(most, width), 0);
  const before = roots.map(({ name }) => textWidth(name, 11)).reduce((most, width) => Math.max(most, width), 0);
  // The names of the tips stand to the right of their ends.
  const room = Math.min(0.3, (labelled + 8) / Math.max(1, frame.width - 40));
  return new Figure({
    kind: "topology",
    frame,
    title: `Topology of ${branches.length} ${plural(branches.length, "section")}`,
    description: describe(branches, roots, farthest),
    draw: (theme) =>
      drawChart(
        {
          title: frame.title,
          width: frame.width,
          height: frame.height,
          panelHeight: Math.max(60, Math.min(900, tips * 18)),
          x: { from: 0, to: (farthest || 1) / (1 - room), label: "path distance from the root (µm)" },
          legend: [],
          panels: [
            {
              y: { from: -0.6, to: tips - 0.4, label: undefined },
              bare: true,
              // The names of the roots stand to the left of their beginnings.
              room: Math.min(0.25 * frame.width, before + 8),
              reverse: true,
              marks: () => [shapesMark((scales) => dendrogram(branches, widest, tips, scales, strokeOf(0, theme)))],
            },
          ],
        },
        theme,
      ),
  });
}

function branchesOf(sections: readonly Section[]): Branch[] {
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
    const isTurned = parent.section.orientation() === 1;
    const along = isTurned ? 1 - connection.x : connection.x;
    from = parent.from + along * (parent.to - parent.from);
  }
  const branch: Branch = {
    section,
    name: String(section),
    from,
    to: from + section.L,
    diameter: section.diam,
    parent,
    children: [],
    row: 0,
  };
  parent?.children.push(branch);
  return branch;
}

/** Each tip has a row of its own, the others the middle of theirs. The number of tips. */
function rank(roots: readonly Branch[]): number {
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

function dendrogram(
  branches: readonly Branch[],
  widest: number,
  tips: number,
  { x, y }: Scales,
  { color, className }: Stroke,
): Shape[] {
  const rowHeight = Math.abs(y(1) - y(0));
  const isNamed = rowHeight >= 12 || tips === 1;
  const shapes: Shape[] = [];
  const joints = branches
    .filter(({ parent }) => parent !== undefined)
    .map((branch) => `M${round(x(branch.from))},${round(y((branch.parent as Branch).row))}V${round(y(branch.row))}`);
  shapes.push({
    name: "path",
    attributes: { d: joints.join(""), stroke: "currentColor", fill: "none", class: "joints" },
  });
  for (const { name, from, to, diameter, row } of branches) {
    const width = Math.max(1.5, Math.min(10, rowHeight * 0.6) * Math.sqrt(diameter / widest));
    const attributes = {
      d: `M${round(x(from))},${round(y(row))}H${round(x(to))}`,
      stroke: color,
      "stroke-width": round(width),
    };
    shapes.push({ name: "path", attributes: { ...attributes, class: className }, title: name });
  }
  if (isNamed)
    for (const branch of branches) {
      const label = labelOf(branch, x, y);
      if (label !== undefined) shapes.push(label);
    }
  return shapes;
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

function describe(branches: readonly Branch[], roots: readonly Branch[], farthest: number): string {
  const tree = branches
    .slice(0, 20)
    .map(({ name, parent }) => (parent === undefined ? `${name} is a root` : `${name} on ${parent.name}`))
    .join("; ");
  const rest = branches.length > 20 ? `; and ${branches.length - 20} more` : "";
  return `Dendrogram of ${branches.length} ${plural(branches.length, "section")} in ${roots.length} ${plural(roots.length, "cell")}, up to ${short(farthest)} µm from the root. ${tree}${rest}.`;
}
