// Glyph: a drawing made once, shown in Graphs.
import type { GlyphShape, PathPart } from "./description.js";
import { saysOnce } from "./display.js";
import type { Given } from "./given.js";
import { ink } from "./inks.js";

/** Four cubic Bézier curves make a circle to 0.03 %: the distance of their control points, for radius 1. */
const ROUND = 0.5522847498;

export class Glyph {
  #path: PathPart[] = [];
  #shapes: GlyphShape[] = [];
  #images: string[] = [];

  call(name: string, given: Given): void {
    switch (name) {
      case "path":
        this.#path = [];
        return;
      case "m":
      case "l":
        this.#path.push({ kind: name === "m" ? "move" : "line", x: given.number(1), y: given.number(2) });
        return;
      case "curve": {
        const [x, y, x1, y1, x2, y2] = given.numbers(1, 6);
        this.#path.push({ kind: "curve", x, y, x1, y1, x2, y2 });
        return;
      }
      case "close":
        this.#path.push({ kind: "close" });
        return;
      case "circle":
        this.#path = circle(given.number(1), given.number(2), given.number(3));
        return;
      case "s":
        this.#shapes.push({
          path: [...this.#path],
          ink: ink(given.whole(1, 0, 10000, 1), given.whole(2, 0, 10000, 0)),
          filled: false,
        });
        return;
      case "fill":
        this.#shapes.push({ path: [...this.#path], ink: ink(given.whole(1, 0, 10000, 1), 0), filled: true });
        return;
      case "erase":
        this.#path = [];
        this.#shapes = [];
        this.#images = [];
        return;
      case "gif":
        this.#images.push(given.text(1));
        saysOnce("gif", "pictures made of points are not shown in drawings");
        return;
      default: // cpt: control points that only a mouse moves
        return;
    }
  }

  drawn(): { readonly shapes: readonly GlyphShape[]; readonly images: readonly string[] } {
    return { shapes: this.#shapes, images: this.#images };
  }
}

/** Those that live, by their number. */
export const glyphs = new Map<number, Glyph>();

function circle(x: number, y: number, r: number): PathPart[] {
  const k = ROUND * r;
  const arc = (x1: number, y1: number, x2: number, y2: number, ex: number, ey: number): PathPart => ({
    kind: "curve",
    x: x + ex,
    y: y + ey,
    x1: x + x1,
    y1: y + y1,
    x2: x + x2,
    y2: y + y2,
  });
  return [
    { kind: "move", x: x + r, y },
    arc(r, k, k, r, 0, r),
    arc(-k, r, -r, k, -r, 0),
    arc(-r, -k, -k, -r, 0, -r),
    arc(k, -r, r, -k, r, 0),
    { kind: "close" },
  ];
}
