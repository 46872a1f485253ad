import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, describe, test } from "node:test";
import type { Element } from "@xmldom/xmldom";
import { h, p, type Section, untyped } from "nrn-patch";
import { type Figure, morphology } from "nrn-patch/plot";
import { all, folder, parsed, pixels, pointsOf, texts } from "./support.js";

afterEach(() => p.clear());

const byClass = (root: Element, name: string) =>
  all(root, "g").filter((g) => (g.getAttribute("class") ?? "").split(" ").includes(name));

/** The outlines, by the name that shows under the pointer. */
function shapes(
  figure: Figure,
): Map<string, { points: (readonly [number, number])[]; fill: string | null; className: string | null }> {
  const [cell] = byClass(parsed(figure), "cell");
  assert.ok(cell);
  return new Map(
    all(cell, "path").map((path) => [
      all(path, "title")[0]?.textContent ?? "",
      {
        points: pointsOf(path.getAttribute("d") ?? ""),
        fill: path.getAttribute("fill"),
        className: path.getAttribute("class"),
      },
    ]),
  );
}

/** Px for each µm, as the scale bar says. */
function barScale(figure: Figure): number {
  const [bar] = byClass(parsed(figure), "scale-bar");
  assert.ok(bar);
  const [line] = all(bar, "line");
  const px = Number(line?.getAttribute("x2")) - Number(line?.getAttribute("x1"));
  const [, length, unit] = /^([\d.]+) (µm|mm|nm)$/.exec(texts(bar)[0] ?? "") ?? [];
  return px / (Number(length) * { µm: 1, mm: 1000, nm: 0.001 }[unit as "µm"]);
}

const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const size = (points: readonly (readonly [number, number])[]) => [
  span(points.map(([x]) => x)),
  span(points.map(([, y]) => y)),
];
/** 0.02 px: each end is rounded to a hundredth. */
const near = (found: number | undefined, expected: number, tolerance = 0.02) =>
  assert.ok(Math.abs((found ?? Number.NaN) - expected) <= tolerance, `found ${found}, expected ${expected}`);

describe("shape", () => {
  test("length and diameters are drawn by the scale of the bar", () => {
    const cable = p.Section({ name: "cable" });
    cable.add3d(
      [
        [0, 0, 0],
        [60, 80, 0],
      ],
      [10, 4],
    );
    const figure = morphology();
    const scale = barScale(figure);
    const points = shapes(figure).get("cable")?.points ?? [];
    assert.equal(points.length, 4);
    const [a, b, c, d] = points as [[number, number], [number, number], [number, number], [number, number]];
    const distance = (p: readonly number[], q: readonly number[]) =>
      Math.hypot((p[0] as number) - (q[0] as number), (p[1] as number) - (q[1] as number));
    near(distance(a, d), 10 * scale);
    near(distance(b, c), 4 * scale);
    near(distance([(a[0] + d[0]) / 2, (a[1] + d[1]) / 2], [(b[0] + c[0]) / 2, (b[1] + c[1]) / 2]), 100 * scale);
    // Up is up: the end at y = 80 is higher in the picture.
    assert.ok(b[1] < a[1]);
  });

  test("the scale bar is a round length that fits, from nanometres to millimetres", () => {
    for (const [length, text] of [
      [0.05, /nm$/],
      [20, / µm$/],
      [50_000, / mm$/],
    ] as const) {
      const cable = p.Section({ L: length, diam: length / 20 });
      const figure = morphology(cable);
      const [bar] = byClass(parsed(figure), "scale-bar");
      assert.match(texts(bar as Element)[0] ?? "", text);
      near(size(shapes(figure).values().next().value?.points ?? [])[0], length * barScale(figure), 0.5);
      cable.dispose();
    }
  });

  test("a projection turns it: what goes along z is a disc in xy and a line in xz", () => {
    const cable = p.Section({ name: "cable", nseg: 1 });
    cable.add3d(
      [
        [0, 0, 0],
        [0, 0, 50],
      ],
      8,
    );
    assert.match(String(morphology()), /a[\d.]+,[\d.]+ 0 1 0/);
    const figure = morphology(cable, { projection: "xz" });
    const [width, height] = size(shapes(figure).get("cable")?.points ?? []);
    near(width, 8 * barScale(figure));
    near(height, 50 * barScale(figure));
    const other = morphology(cable, { projection: "zy" });
    near(size(shapes(other).get("cable")?.points ?? [])[0], 50 * barScale(other));
  });

  test("a connected section begins where it is connected, as in NEURON's define_shape", () => {
    const parent = p.Section({ name: "parent" });
    parent.add3d(
      [
        [0, 0, 0],
        [100, 0, 0],
      ],
      2,
    );
    const child = p.Section({ name: "child" });
    child.add3d(
      [
        [7, 7, 0],
        [7, 57, 0],
      ],
      2,
    );
    child.connect(parent(0.25));
    const figure = morphology();
    const scale = barScale(figure);
    const left = Math.min(...(shapes(figure).get("parent")?.points ?? []).map(([x]) => x));
    const middle = (shapes(figure).get("child")?.points ?? []).map(([x]) => x);
    near((Math.min(...middle) + Math.max(...middle)) / 2 - left, 25 * scale);
    // NEURON itself puts its points there.
    h.define_shape();
    near(child.x3d(0), 25, 1e-4);
    near(child.x3d(1), 25, 1e-4);
  });

  test("a section connected by its end 1 has that end at the connection", () => {
    const parent = p.Section({ name: "parent", L: 10, diam: 1 });
    const child = p.Section({ name: "child", nseg: 2, insert: ["pas"] });
    child.add3d(
      [
        [10, 0, 0],
        [30, 0, 0],
      ],
      [1, 1],
    );
    child.connect(parent(1), 1);
    child(0.25).g_pas = 1;
    child(0.75).g_pas = 2;
    const found = shapes(morphology([child], { color: "g_pas" }));
    const x = (name: string) => Math.min(...(found.get(name)?.points ?? []).map(([px]) => px));
    assert.ok(x("child(0.75) 2") < x("child(0.25) 1"));
  });
});

describe("sections without 3-D points", () => {
  function tree(): Section {
    const soma = p.Section({ name: "soma", L: 20, diam: 20 });
    const dend = p.Section({ name: "dend", L: 100, diam: 2, nseg: 5 });
    dend.connect(soma(1));
    for (const i of [0, 1, 2]) p.Section({ name: `tip${i}`, L: 50, diam: 1 }).connect(dend(1));
    p.Section({ name: "axon", L: 80, diam: 1 }).connect(soma(0));
    p.Section({ name: "side", L: 40, diam: 1 }).connect(dend(0.5));
    return soma;
  }

  test("are laid out with their lengths and diameters, and the model stays as it is", () => {
    const soma = tree();
    const before = h
      .allsec()
      [Symbol.iterator]()
      .next()
      .value?.wholetree()
      .map((s: Section) => [s.L, s.diam, s.n3d()]);
    const figure = morphology();
    assert.deepEqual(
      soma.wholetree().map((s) => [s.L, s.diam, s.n3d()]),
      before,
    );
    assert.ok(soma.wholetree().every((s) => s.n3d() === 0));
    const scale = barScale(figure);
    const found = shapes(figure);
    assert.equal(found.size, 7);
    const [width, height] = size(found.get("soma")?.points ?? []);
    near(width, 20 * scale);
    near(height, 20 * scale);
    for (const [name, length] of [
      ["dend", 100],
      ["tip1", 50],
      ["axon", 80],
      ["side", 40],
    ] as const) {
      const points = found.get(name)?.points ?? [];
      const half = points.length / 2;
      const middle = (i: number) =>
        [0, 1].map((k) => ((points[i]?.[k] ?? 0) + (points[points.length - 1 - i]?.[k] ?? 0)) / 2);
      near(Math.hypot(...middle(0).map((v, k) => v - (middle(half - 1)[k] as number))), length * scale, 0.03);
    }
  });

  test("branches go apart, and cells stand beside each other", () => {
    tree();
    p.Section({ name: "other", L: 30, diam: 30 });
    const found = shapes(morphology());
    const end = (name: string) => (found.get(name)?.points ?? [])[1] as readonly [number, number];
    const ends = ["tip0", "tip1", "tip2", "axon", "side"].map(end);
    for (const [i, a] of ends.entries())
      for (const b of ends.slice(i + 1)) assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) > 20);
    const box = (name: string) => found.get(name)?.points ?? [];
    const all = [...found].filter(([name]) => name !== "other").flatMap(([, { points }]) => points);
    const isInside = (x: number, y: number) => {
      const [xs, ys] = [box("other").map(([px]) => px), box("other").map(([, py]) => py)];
      return x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys);
    };
    assert.ok(all.length > 10 && all.every(([x, y]) => !isInside(x, y)));
  });

  test("ten thousand in a chain, and ten thousand cells", () => {
    let last = p.Section({ L: 1, diam: 1 });
    for (let i = 0; i < 10_000; i++) {
      const next = p.Section({ L: 1, diam: 1 });
      next.connect(last(1));
      last = next;
    }
    assert.ok(String(morphology()).length > 100_000);
    p.clear();
    for (let i = 0; i < 10_000; i++) p.Section({ L: 10, diam: 10 });
    assert.ok(String(morphology()).length > 100_000);
  });
});

describe("colour", () => {
  test("a range variable colours from low to high, with a bar that names it and its unit", () => {
    const cable = p.Section({ name: "cable", L: 100, diam: 2, nseg: 3, insert: ["pas"] });
    [...cable].forEach((segment, i) => {
      segment.g_pas = i * 0.001;
    });
    const figure = morphology(undefined, { color: "g_pas" });
    const found = [...shapes(figure).values()].map(({ fill }) => fill);
    // viridis, as its authors published it: dark violet, teal, yellow.
    assert.deepEqual(found, ["#440154", "#21918c", "#fde725"]);
    const root = parsed(figure);
    const [bar] = byClass(root, "color-bar");
    assert.equal(texts(bar as Element)[0], "g_pas (S/cm²)");
    assert.ok(texts(bar as Element).includes("0.0010"));
    assert.match(all(root, "desc")[0]?.textContent ?? "", /Coloured by g_pas \(S\/cm²\), from 0 to 0\.002\./);
  });

  test("a function colours, a domain and colours of one's own bound it, and what has no value is grey", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => p.Section({ name, L: 10, diam: 10 })) as [
      Section,
      Section,
      Section,
    ];
    const value = new Map([
      [String(a), 5],
      [String(b), 20],
    ]);
    const figure = morphology([a, b, c], {
      color: (segment) => value.get(String(segment.sec)),
      domain: [0, 10],
      colors: ["#000000", "#ff0000"],
      label: "rate (Hz)",
    });
    const found = shapes(figure);
    assert.equal(found.get("a(0.5) 5")?.fill, "#800000");
    assert.equal(found.get("b(0.5) 20")?.fill, "#ff0000");
    assert.deepEqual([found.get("c(0.5)")?.fill, found.get("c(0.5)")?.className], ["#9aa4af", "faint-fill"]);
    assert.ok(texts(parsed(figure)).includes("rate (Hz)"));
    assert.match(figure.description, /1 section without a value, in grey/);
  });

  test("sections without the mechanism are grey; a variable that none has is refused with the reason", () => {
    const [a] = [p.Section({ name: "a", insert: ["hh"] }), p.Section({ name: "b" })];
    const found = shapes(morphology(undefined, { color: "gnabar_hh" }));
    assert.ok(found.has(`a(0.5) ${a(0.5).gnabar_hh}`) && found.get("b(0.5)")?.fill === "#9aa4af");
    assert.throws(() => morphology(undefined, { color: "gnabar_h" }), {
      code: "ERR_PATCH_NAME",
      message: /^morphology: color: none of the sections has "gnabar_h"\. .*Did you mean "gnabar_hh"/,
    });
  });

  test("the picture has the colours, on both grounds", async () => {
    const place = folder();
    const cable = p.Section({ name: "cable", L: 100, diam: 30, nseg: 3 });
    const figure = morphology(cable, { color: ({ x }) => x });
    for (const theme of ["light", "dark"] as const) {
      const path = join(place, `${theme}.png`);
      await figure.save(path, { theme });
      const image = pixels(path);
      for (const color of ["#440154", "#21918c", "#fde725"]) assert.ok(image.like(color) > 5000, `${theme} ${color}`);
    }
  });
});

test("a figure is of the moment when it was made", () => {
  const soma = p.Section({ name: "soma", L: 20, diam: 20, nseg: 3 });
  h.finitialize(-65);
  const [figure, other] = [morphology(soma, { color: "v" }), morphology(soma, { color: "v" })];
  const before = String(figure);
  soma.nseg = 5;
  soma.L = 50;
  h.finitialize(0);
  soma.dispose();
  assert.equal(String(other), before);
});

describe("what is refused", () => {
  const loose = untyped({ morphology });
  test("a model without sections, no sections, and what is none", () => {
    assert.throws(() => morphology(), { code: "ERR_PATCH_RANGE", message: "morphology: the model has no sections." });
    assert.throws(() => morphology([]), { message: /expected one or more sections, got none/ });
    assert.throws(() => loose.morphology("soma"), {
      message: /sections: expected a section or some, got the string "soma"/,
    });
    const soma = p.Section({ name: "soma" });
    assert.throws(() => loose.morphology([soma, 5]), { message: /sections\[1\]: expected a section, got 5/ });
    soma.dispose();
    assert.throws(() => morphology(soma), { code: "ERR_PATCH_DISPOSED" });
  });

  test("a segment, a section that is gone, and a height without room", () => {
    const [soma, gone] = [p.Section({ name: "soma", insert: "hh" }), p.Section({ name: "gone" })];
    gone.dispose();
    assert.throws(() => morphology(soma(0.5)), { message: /^morphology: sections: expected a section or some/ });
    assert.throws(() => morphology(gone), { code: "ERR_PATCH_DISPOSED", message: /^morphology: sections: it no/ });
    assert.throws(() => morphology([soma, gone]), { message: /^morphology: sections\[1\]: it no longer exists/ });
    assert.throws(() => morphology(soma, { height: 80 }), { message: /^morphology: height: expected \d+ px or more/ });
  });

  test("values that are no numbers", () => {
    const soma = p.Section({ name: "soma" });
    assert.throws(() => loose.morphology(soma, { color: 5 }), {
      message: /color: expected the name of a range variable/,
    });
    assert.throws(() => loose.morphology(soma, { color: () => "x" }), {
      message: /it gave the string "x" for soma\(0\.5\)/,
    });
    assert.throws(() => morphology(soma, { color: () => Number.NaN }), {
      message: /at soma\(0\.5\): expected a finite number, got NaN/,
    });
    assert.throws(() => loose.morphology(soma, { projection: "yx3" }), {
      message: /projection: expected one of xy,.*Did you mean "yx"/,
    });
    assert.throws(() => loose.morphology(soma, { colour: "v" }), {
      message: /unknown option "colour"\. Did you mean "color"/,
    });
    assert.throws(() => morphology(soma, { color: "v", domain: [1, 1] }), { message: /domain: expected \[from, to\]/ });
  });

  test("an error of the function's own comes out as it is", () => {
    const error = new Error("mine");
    const soma = p.Section();
    assert.throws(
      () =>
        morphology(soma, {
          color: () => {
            throw error;
          },
        }),
      (thrown) => thrown === error,
    );
  });
});

test("sections may come as a list, a SectionList, one, or something that stands for one", () => {
  const soma = p.Section({ name: "soma" });
  const dend = p.Section({ name: "dend" });
  dend.connect(soma(1));
  const names = (figure: Figure) => [...shapes(figure).keys()];
  assert.deepEqual(names(morphology(dend)), ["dend"]);
  assert.deepEqual(names(morphology([soma, dend, soma])), ["soma", "dend"]);
  assert.deepEqual(names(morphology(h.SectionList([dend]))), ["dend"]);
  assert.deepEqual(names(morphology({ __neuron__: () => soma })), ["soma"]);
});
