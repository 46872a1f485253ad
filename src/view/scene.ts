// The shape of the model as the page draws it: points, and which segment lies between which of them.
import type { Section } from "../hoc/section.js";
import type { Cable } from "../plots/cable.js";
import { cablesOf } from "../plots/geometry.js";
import type { Shape } from "./protocol.js";

/** The place in the list of all segments at which each section's begin. */
export function offsetsOf(sections: readonly Section[]): number[] {
  let at = 0;
  return sections.map((section) => {
    const first = at;
    at += section.nseg;
    return first;
  });
}

export function shapeOf(version: number, sections: readonly Section[]): Shape {
  const points: number[] = [];
  const intervals: number[] = [];
  const offsets = offsetsOf(sections);
  for (const [i, cable] of cablesOf(sections).entries()) addCable(cable, offsets[i] as number, points, intervals);
  return { version, points: Float32Array.from(points), intervals: Uint32Array.from(intervals) };
}

/** Its points in turn, and one more wherever a segment ends between two of them. */
function addCable({ section, points, places }: Cable, offset: number, into: number[], intervals: number[]): void {
  const { nseg } = section;
  const put = (i: number, share: number): void => {
    for (let axis = 0; axis < 4; axis++) {
      const [from, to] = [points[4 * i + axis] as number, points[4 * (i + 1) + axis] ?? Number.NaN];
      const value = share === 0 ? from : from + share * (to - from);
      into.push(axis === 3 ? value / 2 : value);
    }
  };
  put(0, 0);
  for (let i = 0; i + 1 < places.length; i++) {
    const [from, to] = [places[i] as number, places[i + 1] as number];
    let before = from;
    for (const cut of [...cutsBetween(from, to, nseg), to]) {
      intervals.push(into.length / 4 - 1, offset + segmentAt(before, cut, nseg));
      if (cut === to) put(i + 1, 0);
      else put(i, (cut - from) / (to - from));
      before = cut;
    }
  }
}

/** Where segments end strictly between two places, in the order in which one comes past them. */
function cutsBetween(from: number, to: number, nseg: number): number[] {
  const cuts: number[] = [];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  for (let k = Math.floor(low * nseg) + 1; k <= nseg && k / nseg < high - 1e-9; k++)
    if (k / nseg > low + 1e-9) cuts.push(k / nseg);
  return from <= to ? cuts : cuts.reverse();
}

/** The segment in the middle of the two places. */
function segmentAt(a: number, b: number, nseg: number): number {
  return Math.max(0, Math.min(nseg - 1, Math.floor(((a + b) / 2) * nseg)));
}
