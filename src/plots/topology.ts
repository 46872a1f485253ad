// Topology: which section hangs on which, as a dendrogram along the path from the root.

import { plural } from "../core/words.js";
import { assertHeight, type Chart, drawChart } from "./chart.js";
import { type ColorOptions, coloringOf, colorKeys, colorText, rangeOf } from "./coloring.js";
import { barHeight, colorBar, colorScale } from "./colorscale.js";
import { type Branch, branchesOf, dendrogram, type Paint, rank } from "./dendrogram.js";
import { Figure } from "./figure.js";
import { exact, type FigureOptions, figureKeys, frameOf } from "./options.js";
import { margin, type Panel } from "./panel.js";
import { shapesMark } from "./paths.js";
import { type Sections, sectionsOf } from "./sections.js";
import { textWidth } from "./svg.js";
import { strokeOf } from "./theme.js";
import { short } from "./ticks.js";

export interface TopologyOptions extends FigureOptions, ColorOptions {}

const keys = [...figureKeys, ...colorKeys];
/** Below the chart, px, and of that above the colour bar. */
const foot = barHeight + 20;
const gap = 6;

/**
 * Which section hangs on which: a dendrogram. Each section is a line from where it is connected to its end, along the
 * path distance from the root, the thicker the larger its diameter.
 * @param sections A section or some; all of the model unless given. Those whose parent is not among them begin at 0.
 * @throws NameError when none of the sections has the range variable; those that have it not are grey
 */
export function topology(sections?: Sections, options?: TopologyOptions): Figure {
  const given = exact<TopologyOptions>("topology", options, keys);
  const frame = frameOf("topology", given);
  const list = sectionsOf("topology", sections);
  const { values, label, domain, colors } = coloringOf("topology", list, given);
  const lists = values && list.map((section) => values.of.get(section));
  const range = lists && (domain ?? rangeOf(lists));
  const branches = branchesOf(list);
  const roots = branches.filter(({ parent }) => parent === undefined);
  const tips = rank(roots);
  const farthest = branches.reduce((most, { to }) => Math.max(most, to), 0);
  const labelled = widestOf(branches);
  const before = widestOf(roots);
  // The names of the tips stand to the right of their ends.
  const room = Math.min(0.3, (labelled + 8) / Math.max(1, frame.width - 40));
  const tree = describe(branches, roots, farthest);
  const barred = range === undefined ? 0 : foot;
  const height = frame.height === undefined ? undefined : frame.height - barred;
  const chart: Omit<Chart, "panels"> = {
    title: frame.title,
    width: frame.width,
    height,
    panelHeight: Math.max(60, Math.min(900, tips * 18)),
    x: { from: 0, to: (farthest || 1) / (1 - room), label: "path distance from the root (µm)" },
    legend: [],
  };
  const panel = (paint: Paint | undefined): Panel => ({
    y: { from: -0.6, to: tips - 0.4, label: undefined },
    bare: true,
    // The names of the roots stand to the left of their beginnings.
    room: Math.min(0.25 * frame.width, before + 8),
    reverse: true,
    marks: () => (paint ? [shapesMark((scales) => dendrogram(branches, tips, scales, paint))] : []),
  });
  assertHeight("topology", { ...chart, panels: [panel(undefined)] }, barred);
  return new Figure({
    kind: "topology",
    frame,
    title: `Topology of ${branches.length} ${plural(branches.length, "section")}`,
    description: lists && range ? `${tree} ${colorText(lists, label, range)}` : tree,
    draw: (theme) => {
      const scale = range && colorScale(range, colors);
      const paint = { theme, stroke: strokeOf(0, theme, colors), scale, values: values?.of };
      const drawn = drawChart({ ...chart, panels: [panel(paint)] }, theme);
      if (scale === undefined) return drawn;
      const width = Math.min(220, frame.width / 2);
      const bar = { x: frame.width - margin.right - width, y: drawn.height + gap, width };
      return {
        elements: drawn.elements + colorBar(scale, label, bar, margin.side),
        height: Math.ceil(drawn.height + foot),
      };
    },
  });
}

/** Of their names, px. */
function widestOf(branches: readonly Branch[]): number {
  return branches.map(({ name }) => textWidth(name, 11)).reduce((most, width) => Math.max(most, width), 0);
}

function describe(branches: readonly Branch[], roots: readonly Branch[], farthest: number): string {
  const tree = branches
    .slice(0, 20)
    .map(({ name, parent }) => (parent === undefined ? `${name} is a root` : `${name} on ${parent.name}`))
    .join("; ");
  const rest = branches.length > 20 ? `; and ${branches.length - 20} more` : "";
  return `Dendrogram of ${branches.length} ${plural(branches.length, "section")} in ${roots.length} ${plural(roots.length, "cell")}, up to ${short(farthest)} µm from the root. ${tree}${rest}.`;
}
