import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, test } from "node:test";
import { h, p, untyped } from "nrn-patch";
import type { Figure } from "nrn-patch/plot";
import { all, folder, group, parsed, paths, pixels, pointsOf, scaleOf, texts } from "./support.js";

afterEach(() => p.clear());

/** A Graph with a sine from 0 to 10, in red. */
function drawn() {
  const graph = h.Graph();
  graph.size(0, 10, -1, 1);
  graph.beginline("sine", 2, 1);
  for (let i = 0; i <= 100; i++) graph.line(i / 10, Math.sin(i / 10));
  return graph;
}

describe("a Graph's figure", () => {
  test("has the model's lines where its numbers are, in its colours, within its view", () => {
    const graph = drawn();
    const figure = graph.figure() as Figure;
    const root = parsed(figure);
    const [x, y] = [scaleOf(root, "x"), scaleOf(root, "y")];
    const [line = []] = paths(root, "model-red");
    assert.equal(line.length, 101);
    for (const [px, py] of line) assert.ok(Math.abs(y(py) - Math.sin(x(px))) < 0.005);
    assert.deepEqual(texts(all(root, "g").find((g) => g.getAttribute("class") === "legend") as never), ["sine"]);
    assert.match(figure.description, /^Graph\[\d+\] with 1 line \(sine\); x from 0 to 10, y from −1 to 1\.$/);
    graph.size(0, 5, -2, 2);
    const ticks = texts(group(parsed(graph.figure() as Figure), "x-axis tick label"));
    assert.equal(ticks.at(-1), "5.0");
    assert.equal(all(parsed(graph.figure() as Figure), "clipPath").length, 1);
  });

  test("has the curves of a run, as the same variable recorded", () => {
    const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: ["hh"] });
    soma.iclamp({ delay: 1, duration: 1, amplitude: 1 });
    const v = soma.record();
    const graph = h.Graph(0);
    graph.size(0, 10, -80, 50);
    graph.addvar("v", soma(0.5)._ref_v, 3, 1);
    untyped(h).graphList[0].append(graph);
    h.tstop = 10;
    h.run();
    const root = parsed(graph.figure() as Figure);
    const [x, y] = [scaleOf(root, "x"), scaleOf(root, "y")];
    const [line = []] = paths(root, "model-blue");
    const recorded = v.toArray();
    assert.equal(Math.round(Math.max(...line.map(([, py]) => y(py))) * 10), Math.round(Math.max(...recorded) * 10));
    const peak = line.reduce((best, point) => (point[1] < best[1] ? point : best));
    // NEURON plots at t; h.dt apart.
    assert.ok(Math.abs(x(peak[0]) - recorded.indexOf(Math.max(...recorded)) * h.dt) <= 2 * h.dt);
  });

  test("has marks, labels and Glyphs where they were put", () => {
    const graph = drawn();
    graph.mark(5, 0.5, "o", 10, 3, 1);
    graph.mark(2, 0, "S", 6, 4, 1);
    graph.label(2.5, 0.5, "here", 1, 1, 0.5, 0, 2);
    graph.label(0.25, 0.75, "in the window");
    const glyph = h.Glyph();
    glyph.path();
    glyph.m(0, 0);
    glyph.l(10, 0);
    glyph.l(0, 10);
    glyph.close();
    glyph.fill(7);
    graph.glyph(glyph, 5, 0, 1, 1, 0, 1);
    const root = parsed(graph.figure() as Figure);
    const [x, y] = [scaleOf(root, "x"), scaleOf(root, "y")];
    const path = (name: string) =>
      all(root, "path")
        .find((each) => each.getAttribute("class") === name)
        ?.getAttribute("d") ?? "";
    const [, left, middle] = /M([\d.]+),([\d.]+)a5,5/.exec(path("model-blue")) ?? [];
    assert.ok(Math.abs(x(Number(left) + 5) - 5) < 0.01 && Math.abs(y(Number(middle)) - 0.5) < 0.01);
    assert.match(path("model-fill-green"), /^M[\d.]+,[\d.]+H[\d.]+V[\d.]+H[\d.]+Z$/);
    const corners = pointsOf(path("model-fill-violet"));
    assert.equal(corners.length, 3);
    assert.ok(Math.abs((corners[1]?.[0] ?? 0) - (corners[0]?.[0] ?? 0) - 10) < 0.02);
    assert.ok(Math.abs((corners[0]?.[1] ?? 0) - (corners[2]?.[1] ?? 0) - 10) < 0.02);
    const [here, fixed] = ["here", "in the window"].map((text) =>
      all(root, "text").find((each) => each.textContent === text),
    );
    assert.ok(Math.abs(x(Number(here?.getAttribute("x"))) - 2.5) < 0.01);
    assert.equal(here?.getAttribute("text-anchor"), "middle");
    assert.ok(Math.abs(x(Number(fixed?.getAttribute("x"))) - 2.5) < 0.01);
    assert.ok(Math.abs(y(Number(fixed?.getAttribute("y"))) - 0.5) < 0.1);
  });

  test("has the axes that the model drew, a frame, or none", () => {
    const graph = drawn();
    graph.xaxis(0, 10, 0, 2, 1, 0, 1);
    const own = parsed(graph.figure() as Figure);
    assert.ok(!all(own, "g").some((g) => (g.getAttribute("aria-label") ?? "").endsWith("tick label")));
    assert.ok(["0", "5", "10"].every((number) => texts(own).includes(number)));
    graph.xaxis(2);
    assert.ok(
      all(parsed(graph.figure() as Figure), "rect").some((rect) => rect.getAttribute("aria-label") === "frame"),
    );
    graph.xaxis(3);
    assert.equal(texts(parsed(graph.figure() as Figure)).filter((text) => text !== "sine").length, 0);
  });

  test("takes the options of all pictures, and refuses others", () => {
    const figure = drawn().figure({ title: "Mine", width: 300, height: 200, theme: "dark" });
    const root = parsed(String(figure));
    assert.deepEqual([root.getAttribute("width"), root.getAttribute("height")], ["300", "200"]);
    assert.ok(texts(root).includes("Mine") && !String(figure).includes("@media"));
    assert.throws(() => untyped(drawn()).figure({ colour: 1 }), {
      message: /^Graph\[\d+\]\.figure: unknown option "colour"/,
    });
  });

  test("a colour that CSS does not know is the ink's, and one of the model's own is as it is", () => {
    const graph = drawn();
    graph.color(20, "lightgoldenrod");
    graph.color(21, "teal");
    for (const color of [20, 21]) {
      graph.beginline(color, 1);
      graph.line(0, 0);
      graph.line(10, 1);
    }
    const root = parsed(graph.figure() as Figure);
    assert.equal(paths(root, "model-black").length, 1);
    assert.ok(all(root, "g").some((g) => g.getAttribute("stroke") === "teal"));
  });

  test("an empty one is a picture too", () => {
    const root = parsed(h.Graph().figure() as Figure);
    assert.ok(texts(root).length > 4);
  });

  test("whose window shows nothing of it is a picture too, of pixels as well", async () => {
    const [graph, shape] = [h.Graph(0), h.PlotShape(0)];
    h.Vector([50, 60, 1e300]).plot(graph, h.Vector([0, 1, 1e9]));
    graph.size(0, 1, 0, 1);
    p.Section({ L: 1e-3, diam: 1e4 });
    for (const [i, at] of [1e5, -1e5].entries()) {
      shape.size(at, at + 10, at, at + 10);
      await (shape.figure() as Figure).save(join(folder(), `${i}.png`));
    }
    const figure = graph.figure() as Figure;
    await figure.save(join(folder(), "graph.png"));
    assert.deepEqual(paths(parsed(figure), "model-black"), []);
  });

  test("keeps the model's colours apart from the ground", async () => {
    const place = folder();
    await (drawn().figure({ theme: "dark" }) as Figure).save(join(place, "a.png"), { theme: "dark" });
    assert.ok(pixels(join(place, "a.png")).like("#ff6060") > 500);
  });
});

describe("a PlotShape's figure", () => {
  test("has the cells coloured by the model's scale, and what is marked on them", () => {
    const soma = p.Section({ name: "soma", L: 20, diam: 20 });
    const dend = p.Section({ name: "dend", L: 100, diam: 2, nseg: 3 });
    dend.connect(soma(1));
    h.finitialize(-65);
    dend(0.5).v = 40;
    const shape = h.PlotShape();
    shape.scale(-65, 40);
    const figure = shape.figure() as Figure;
    const root = parsed(figure);
    const fills = new Map(
      all(root, "path").map((path) => [all(path, "title")[0]?.textContent, path.getAttribute("fill")] as const),
    );
    assert.equal(fills.get("soma(0.5) −65"), "#440154");
    assert.equal(fills.get("dend(0.5) 40"), "#fde725");
    assert.ok(texts(root).includes("membrane potential (mV)"));
  });

  test("a Shape shows sections in the colours that they were given, and marks of point processes", () => {
    const soma = p.Section({ name: "soma", L: 20, diam: 20 });
    const shape = h.Shape();
    shape.show(0);
    shape.color(2, { sec: soma });
    shape.point_mark(h.IClamp(soma(0.5)), 3);
    const root = parsed(shape.figure() as Figure);
    const classes = all(root, "path").map((path) => path.getAttribute("class"));
    assert.deepEqual(classes, ["model-fill-red", "model-fill-blue"]);
    assert.ok(!texts(root).some((text) => text.includes("mV")));
  });

  test("without sections it says so", () => {
    assert.throws(() => h.PlotShape().figure(), { message: /figure: the model has no sections/ });
  });
});

test("the first figure loads what draws, without a warning, from the package's main module alone", () => {
  const program = `
    import { h } from "nrn-patch";
    const graph = h.Graph();
    graph.beginline(2, 1);
    graph.line(0, 0);
    graph.line(1, 1);
    console.log(String(graph.figure()).slice(0, 4));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  assert.deepEqual([stdout.trim(), stderr], ["<svg", ""]);
});
