// Legends: what each colour and dash stands for, in rows above the picture.
import { element, escaped, shortened, textWidth } from "./svg.js";
import type { Stroke } from "./theme.js";

export interface LegendEntry {
  readonly label: string;
  readonly stroke: Stroke;
}

const size = { line: 20, gap: 6, between: 18, row: 20, font: 12 } as const;
/** More than these, which all look different, are counted, not listed. */
const MOST = 24;

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function legend(entries: readonly LegendEntry[], room: Room): { elements: string; height: number } {
  if (entries.length === 0) return { elements: "", height: 0 };
  let [x, y, elements] = [room.x, room.y, ""];
  const put = (label: string, stroke: Stroke | undefined): void => {
    const line = stroke === undefined ? 0 : size.line + size.gap;
    const text = shortened(label, size.font, room.width - line);
    const width = line + textWidth(text, size.font);
    if (x > room.x && x + width > room.x + room.width) [x, y] = [room.x, y + size.row];
    if (stroke !== undefined)
      elements += element("line", {
        class: stroke.className,
        x1: x,
        x2: x + size.line,
        y1: y + 9,
        y2: y + 9,
        stroke: stroke.color,
        "stroke-width": 2,
        "stroke-dasharray": stroke.dash,
      });
    elements += element("text", { x: x + line, y: y + 13 }, escaped(text));
    x += width + size.between;
  };
  for (const { label, stroke } of entries.slice(0, MOST)) put(label, stroke);
  if (entries.length > MOST) put(`… and ${entries.length - MOST} more`, undefined);
  return { elements: element("g", { class: "legend" }, elements), height: y + size.row - room.y + 6 };
}
