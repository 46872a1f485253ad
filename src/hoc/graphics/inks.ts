// NEURON's numbers for colours and brushes. They hold for all Graphs, and models define their own.
import type { Ink, MarkKind } from "./description.js";

const names = ["white", "black", "red", "blue", "green", "orange", "brown", "violet", "yellow", "gray"];
const colors: string[] = Array.from({ length: 100 }, (_, i) => names[i % names.length] as string);

/** Sixteen bits, each a pixel that is drawn or not. */
const patterns = [0, 0xcccc, 0xfff0, 0xff00, 0xf000];
interface Brush {
  readonly width: number;
  readonly dash: readonly number[];
}
const brushes: Brush[] = patterns.flatMap((pattern) =>
  [0, 1, 2, 3, 4].map((width) => ({ width, dash: dashOf(pattern) })),
);

export const COLORS = colors.length;
export const BRUSHES = brushes.length;

function dashOf(pattern: number): number[] {
  const bits = Array.from({ length: 16 }, (_, i) => (pattern >> (15 - i)) & 1);
  const start = bits.findIndex((bit, i) => bit === 1 && bits[(i + 15) % 16] === 0);
  if (start < 0) return [];
  const lengths: number[] = [];
  for (let i = 0, last = -1; i < 16; i++) {
    const bit = bits[(start + i) % 16] as number;
    if (bit === last) lengths.push((lengths.pop() as number) + 1);
    else lengths.push(1);
    last = bit;
  }
  return lengths;
}

/** Below 0: the foreground. Past the last one they begin anew. */
export function colorAt(color: number): number {
  const i = Math.trunc(color);
  return i < 0 ? 1 : i % COLORS;
}
export function cssOf(color: number): string {
  return colors[colorAt(color)] as string;
}

export function ink(color: number, brush: number): Ink {
  const i = Math.trunc(brush);
  const number = i < 0 ? 1 : i % BRUSHES;
  const { width, dash } = brushes[number] as Brush;
  return { color: colorAt(color), css: cssOf(color), brush: number, width, dash };
}

/** Gives a number another colour. X11's names are CSS's, apart from blanks and the shades that it counts. */
export function defineColor(color: number, name: string): boolean {
  const plain = name.toLowerCase().replaceAll(" ", "");
  const gray = /^gr[ae]y(\d{1,3})$/.exec(plain)?.[1];
  const css = gray === undefined ? plain.replace(/^([a-z]+)[1-4]$/, "$1") : grayOf(Number(gray));
  if (gray === undefined && !/^(#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]+)$/.test(css)) return false;
  colors[color] = css;
  return true;
}

function grayOf(percent: number): string {
  const level = Math.round(Math.min(percent, 100) * 2.55);
  return `#${level.toString(16).padStart(2, "0").repeat(3)}`;
}

export function defineBrush(brush: number, pattern: number, width: number): void {
  brushes[brush] = { width, dash: dashOf(pattern & 0xffff) };
}

const marks: readonly MarkKind[] = ["+", "o", "s", "t", "O", "S", "T", "|", "-"];

/** A mark's name by its letter or number; none for what NEURON does not draw. */
export function markOf(style: string | number): MarkKind | undefined {
  if (typeof style === "number") return marks[Math.trunc(style)];
  return marks.find((mark) => mark === style[0]);
}
