// The scale bar of a morphology: a round length, its px equal to its µm.
import { element } from "./svg.js";

/** The longest of 1, 2 and 5 × 10ⁿ µm that fits into the width, px. */
export function scaleBar(
  perMicron: number,
  room: { readonly x: number; readonly y: number; readonly width: number },
): string {
  const most = room.width / perMicron;
  const power = 10 ** Math.floor(Math.log10(most));
  const length = ([5, 2, 1].find((digit) => digit * power <= most) ?? 1) * power;
  const width = length * perMicron;
  const y = room.y + 23;
  return element(
    "g",
    { class: "scale-bar" },
    element("line", { x1: room.x, x2: room.x + width, y1: y, y2: y, stroke: "currentColor", "stroke-width": 2 }),
    element("text", { x: room.x, y: y + 16 }, textOf(length)),
  );
}

function textOf(length: number): string {
  if (length >= 1000) return `${length / 1000} mm`;
  return length < 0.1 ? `${Number((length * 1000).toPrecision(1))} nm` : `${Number(length.toPrecision(1))} µm`;
}
