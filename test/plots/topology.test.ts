import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import type { Element } from "@xmldom/xmldom";
import { p, untyped } from "nrn-patch";
import { type Figure, topology } from "nrn-patch/plot";
import { all, parsed, scaleOf, texts } from "./support.js";

afterEach(() => p.clear());

/** The line of each section: from where to where on the axis, in which height, how thick. */
function lines(figure: Figure) {
  const root = parsed(figure);
  const distance = scaleOf(root, "x");
  return new Map(
    all(root, "path")
      .filter((path) => path.getAttribute("class") === "series-0")
      .map((path) => {
        const [, x1, y, x2] = /M([\d.]+),([\d.]+)H([\d.]+)/.exec(path.getAttribute("d") ?? "") ?? [];
        return [
          titleIn(path),
          {
            from: distance(Number(x1)),
            to: distance(Number(x2)),
            y: Number(y),
            width: Number(path.getAttribute("stroke-width")),
          },
        ];
      }),
  );
}
const titleIn = (path: Element) => all(path, "title")[0]?.textContent ?? "";

function cell() {
  const soma = p.Section({ name: "soma", L: 20, diam: 20 });
  const dend = p.Section({ name: "dend", L: 100, diam: 4 });
  dend.connect(soma(1));
  const [a, b, c] = ["a", "b", "c"].map((name) => p.Section({ name, L: 50, diam: 1 })) as [
    typeof soma,
    typeof soma,
    typeof soma,
  ];
  a.connect(dend(1));
  b.connect(dend(0.25));
  c.connect(b(1), 1);
  const tip = p.Section({ name: "tip", L: 10, diam: 1 });
  tip.connect(c(0));
  return { soma, dend, a, b, c, tip };
}

test("each section lies along the path distance from the root, the thicker the wider", () => {
  cell();
  const found = lines(topology());
  const expected = { soma: [0, 20], dend: [20, 120], a: [120, 170], b: [45, 95], c: [95, 145], tip: [145, 155] };
  assert.deepEqual([...found.keys()].sort(), Object.keys(expected).sort());
  // 0.01 px of 500 for 170 µm.
  for (const [name, [from, to]] of Object.entries(expected)) {
    assert.ok(
      Math.abs((found.get(name)?.from ?? 0) - (from as number)) < 0.02,
      `${name} from ${found.get(name)?.from}`,
    );
    assert.ok(Math.abs((found.get(name)?.to ?? 0) - (to as number)) < 0.02, `${name} to ${found.get(name)?.to}`);
  }
  assert.ok((found.get("soma")?.width ?? 0) > (found.get("dend")?.width ?? 0));
  assert.ok((found.get("dend")?.width ?? 0) > (found.get("a")?.width ?? 0));
  const heights = [found.get("a")?.y, found.get("tip")?.y];
  assert.ok(Math.abs((heights[0] as number) - (heights[1] as number)) >= 12);
});

test("tips have their names, and all of it is told in words", () => {
  cell();
  p.Section({ name: "alone" });
  const figure = topology();
  assert.ok(["a", "tip", "alone"].every((name) => texts(parsed(figure)).includes(name)));
  assert.match(figure.description, /7 sections in 2 cells, up to 170 µm from the root\. soma is a root; .*tip on c/);
});

test("some sections only begin at 0", () => {
  const { dend, a } = cell();
  const found = lines(topology([a, dend]));
  assert.deepEqual([...found.keys()], ["dend", "a"]);
  assert.ok(Math.abs(found.get("dend")?.from ?? 1) < 0.02 && Math.abs((found.get("a")?.from ?? 0) - 100) < 0.02);
});

test("each segment has the colour of its value, from where its section is connected on; without one it is grey", () => {
  const { c } = cell();
  for (const section of p.allsec()) section.nseg = 3;
  c.insert("hh"); // connected by its end 1
  c.gnabar_hh = 0.1;
  c(0.9).hh.gnabar = 0.3;
  const figure = topology(undefined, { color: "gnabar_hh", colors: ["#000000", "#ffffff"] });
  const root = parsed(figure);
  const pieces = all(root, "path").filter((path) => titleIn(path).startsWith("c("));
  assert.deepEqual(
    pieces.map((path) => [titleIn(path), path.getAttribute("stroke")]),
    [
      ["c(0.8333) 0.3", "#ffffff"],
      ["c(0.5) 0.1", "#000000"],
      ["c(0.1667) 0.1", "#000000"],
    ],
  );
  const starts = pieces.map((path) => Number(/M([\d.]+)/.exec(path.getAttribute("d") ?? "")?.[1]));
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );
  const grey = all(root, "path").filter((path) => titleIn(path).startsWith("soma("));
  assert.deepEqual(new Set(grey.map((path) => path.getAttribute("class"))), new Set(["faint"]));
  assert.ok(texts(root).includes("gnabar_hh (S/cm²)"));
  assert.match(
    figure.description,
    /Coloured by gnabar_hh .*from 0\.1 to 0\.3\. 5 sections without a value, in grey\.$/,
  );
  const given = topology(c, { color: "gnabar_hh", label: "sodium", domain: [0, 1], height: 200, width: 300 });
  assert.deepEqual([parsed(given).getAttribute("height"), texts(parsed(given)).includes("sodium")], ["200", true]);
});

test("one colour for all; what belongs to a scale, without one, is refused", () => {
  cell();
  const colors = all(parsed(topology(undefined, { colors: ["red"] })), "path").map((path) =>
    path.getAttribute("stroke"),
  );
  assert.equal(colors.filter((color) => color === "red").length, 6);
  assert.throws(() => topology(undefined, { domain: [0, 1] }), {
    message: "topology: domain belongs to a colour scale, and without color there is none.",
  });
  assert.throws(
    () => topology(undefined, { colors: ["red", "blue"] }),
    /without color all have one: expected 1, got 2/,
  );
  assert.throws(() => topology(undefined, { color: "gnabar_hhh" }), /topology: color: none of the sections has/);
});

test("a chain longer than the stack", () => {
  let last = p.Section({ L: 1 });
  for (let i = 0; i < 20_000; i++) {
    const next = p.Section({ L: 1 });
    next.connect(last(1));
    last = next;
  }
  assert.match(topology().description, /20001 sections in 1 cell, up to 2\.?0*e?\+?4?/);
});

test("what is no section, and options that there are none of", () => {
  assert.throws(() => topology(), { message: "topology: the model has no sections." });
  assert.throws(() => untyped({ topology }).topology(undefined, { widht: 5 }), {
    message: /unknown option "widht"\. Did you mean "width"/,
  });
});
