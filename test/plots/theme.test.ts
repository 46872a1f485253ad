// The colours of series: seen on their ground, and told apart whatever colours the reader's eyes tell apart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { colors, modelColors } from "#src/plots/theme.js";

type Triple = readonly [number, number, number];

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const rgb = (color: string): Triple =>
  [1, 3, 5].map((i) => linear(Number.parseInt(color.slice(i, i + 2), 16) / 255)) as unknown as Triple;
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Linear RGB as it is seen without one kind of cones: Machado, Oliveira and Fernandes 2009, severity 1. */
const eyes: Record<string, readonly Triple[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* of linear RGB, for the white of sRGB. */
function lab([r, g, b]: Triple): Triple {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(color: string, rows: readonly Triple[]): Triple {
  const [r, g, b] = rgb(color);
  return lab(rows.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as unknown as Triple);
}

for (const ground of ["light", "dark"] as const) {
  const { series, ink, faint, ground: behind } = colors[ground];

  test(`on ${ground} ground lines have a contrast of 3, and text one of 7`, () => {
    for (const color of series) assert.ok(contrast(color, behind) >= 3, `${color}: ${contrast(color, behind)}`);
    for (const [name, color] of Object.entries(modelColors))
      if (name !== "white")
        assert.ok(contrast(color[ground], behind) >= 3, `${name}: ${contrast(color[ground], behind)}`);
    assert.ok(contrast(ink, behind) >= 7);
    assert.ok(contrast(faint, behind) >= 2);
  });

  for (const [kind, rows] of Object.entries(eyes))
    test(`on ${ground} ground, no two series look alike to ${kind} eyes`, () => {
      for (const [i, a] of series.entries())
        for (const b of series.slice(i + 1)) {
          const [p, q] = [seen(a, rows), seen(b, rows)];
          const difference = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
          // About ten times what can just be told apart when two patches touch.
          assert.ok(difference > 18, `${a} and ${b}: ${difference}`);
        }
    });
}
