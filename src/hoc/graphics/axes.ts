// xaxis, yaxis and view_info: a Graph's axes, and what it says of its window.
import type { GraphDescription, View } from "./description.js";
import type { Given } from "./given.js";

export interface Axes {
  readonly x: GraphDescription["xAxis"];
  readonly y: GraphDescription["yAxis"];
}

const plain = { at: 0, tics: -1, minorTics: 0, inverted: false, numbers: true };

/** The axes after such a call: without arguments it is about both, as in NEURON. */
export function axesAfter(before: Axes, which: "x" | "y", given: Given, view: View): Axes {
  const { left, right, bottom, top } = view;
  if (!given.has(2)) {
    const mode = given.whole(1, 0, 3, 0);
    if (mode === 1) return { x: { from: left, to: right, ...plain }, y: { from: bottom, to: top, ...plain } };
    const name = mode === 0 ? "view" : mode === 2 ? "box" : "none";
    return { x: name, y: name };
  }
  const [low, high] = which === "x" ? [left, right] : [bottom, top];
  const [from, to] = [given.number(1), given.number(2)];
  const isWhole = to < from;
  const axis = {
    from: isWhole ? low : from,
    to: isWhole ? high : to,
    at: given.number(3, 0),
    tics: given.whole(4, -1, 100, -1),
    minorTics: given.whole(5, 0, 100, 0),
    inverted: given.whole(6, -1, 1, 0) === 1,
    numbers: given.whole(7, 0, 1, 1) === 1,
  };
  return { ...before, [which]: axis };
}

/** The window is taken to be as large as NEURON makes one, points. */
const [WIDTH, HEIGHT, TEXT] = [300, 200, 12];

export function viewInfo(given: Given, { left, right, bottom, top }: View): number {
  if (!given.has(1)) return -1;
  const [width, height] = [right - left, top - bottom];
  const along = () => given.number(3);
  const facts: readonly (() => number)[] = [
    () => width,
    () => height,
    () => WIDTH,
    () => HEIGHT,
    () => left,
    () => right,
    () => bottom,
    () => top,
    () => width / WIDTH,
    () => height / HEIGHT,
    () => (along() - left) / width,
    () => (along() - bottom) / height,
    () => (WIDTH * (along() - left)) / width,
    () => (HEIGHT * (top - along())) / height,
    () => TEXT,
  ];
  return (facts[given.whole(2, 1, 15) - 1] as () => number)();
}
