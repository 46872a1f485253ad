// What the tests of pictures share: the SVG read by a strict XML parser, its places in px, pixels of a PNG.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { DOMParser, type Element, onErrorStopParsing } from "@xmldom/xmldom";
import type { Figure } from "nrn-patch/plot";
import { PNG } from "pngjs";

/** The root of the document; anything that is not well-formed throws. */
export function parsed(figure: Figure | string): Element {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(String(figure), "image/svg+xml");
  const root = document.documentElement;
  assert.ok(root && root.namespaceURI === "http://www.w3.org/2000/svg" && root.localName === "svg");
  return root;
}

export function all(root: Element, name: string): Element[] {
  return [...root.getElementsByTagNameNS("*", name)];
}

/** The texts that are drawn, in the order of the document. */
export function texts(root: Element): string[] {
  return all(root, "text").map((text) => text.textContent ?? "");
}

/** Those in a group that Plot names so. */
export function group(root: Element, label: string): Element {
  const found = all(root, "g").find((g) => g.getAttribute("aria-label") === label);
  assert.ok(found, `no group "${label}"`);
  return found;
}

/** The lines of the series with this class, as points in px, one list for each path. */
export function paths(root: Element, className: string): (readonly [number, number])[][] {
  return all(root, "g")
    .filter((g) => g.getAttribute("class") === className)
    .flatMap((g) => all(g, "path"))
    .map((path) => pointsOf(path.getAttribute("d") ?? ""));
}

export function pointsOf(d: string): (readonly [number, number])[] {
  return [...d.matchAll(/[ML]\s*(-?[\d.e-]+)[ ,](-?[\d.e-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
}

/** From px to numbers on the axis, by the places of two of its ticks. */
export function scaleOf(root: Element, axis: "x" | "y"): (px: number) => number {
  const ticks = all(group(root, `${axis}-axis tick label`), "text").map((text) => {
    const [, x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(text.getAttribute("transform") ?? "") ?? [];
    return { px: Number(axis === "x" ? x : y), value: Number((text.textContent ?? "").replace("−", "-")) };
  });
  const [first, last] = [ticks[0], ticks.at(-1)];
  assert.ok(first && last && first.px !== last.px, `the ${axis} axis has two ticks`);
  return (px) => first.value + ((px - first.px) * (last.value - first.value)) / (last.px - first.px);
}

/** A folder that is gone after the tests. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "plots-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): readonly [number, number, number, number];
  /** How many are nearer to the colour (#rrggbb) than a tenth of the scale. */
  like(color: string): number;
}

export function pixels(path: string): Pixels {
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  const at = (x: number, y: number) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)] as never;
  return {
    width,
    height,
    at,
    like(color) {
      const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16)) as [number, number, number];
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if (Math.hypot((data[i] ?? 0) - r, (data[i + 1] ?? 0) - g, (data[i + 2] ?? 0) - b) < 25) count++;
      return count;
    },
  };
}
