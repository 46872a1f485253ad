import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { h, p, untyped } from "nrn-patch";
import { type Figure, raster } from "nrn-patch/plot";
import { all, group, parsed, scaleOf, texts } from "./support.js";

afterEach(() => p.clear());

/** The strokes of a class: time on the axis, and the middle in px. */
function strokes(figure: Figure, className = "series-0") {
  const root = parsed(figure);
  const time = scaleOf(root, "x");
  return all(root, "path")
    .filter((path) => path.getAttribute("class") === className)
    .flatMap((path) => [...(path.getAttribute("d") ?? "").matchAll(/M([\d.]+),([\d.]+)v([\d.]+)/g)])
    .map(([, x, y, height]) => ({ time: time(Number(x)), y: Number(y) + Number(height) / 2, height: Number(height) }));
}

describe("what is drawn", () => {
  test("named trains are rows from top to bottom, each spike at its time", () => {
    const figure = raster({ first: [10, 20, 30], second: h.Vector([15]), third: new Float64Array() });
    const found = strokes(figure);
    // 0.01 px of 500 for 30 ms.
    for (const [i, time] of [10, 20, 30, 15].entries()) assert.ok(Math.abs((found[i]?.time ?? 0) - time) < 0.01);
    assert.ok((found[3]?.y ?? 0) > (found[0]?.y ?? 0) + 10);
    const root = parsed(figure);
    assert.deepEqual(texts(group(root, "y-axis tick label")), ["first", "second", "third"]);
    assert.match(figure.description, /4 spikes in 3 rows \(first, second, third\), from 0 to 30 ms/);
  });

  test("times with gids are rows from bottom to top, by the numbers on the axis", () => {
    const figure = raster([h.Vector([1, 2, 3]), h.Vector([7, 8, 11])], { width: 400 });
    const gid = scaleOf(parsed(figure), "y");
    assert.deepEqual(
      strokes(figure).map(({ y }) => Math.round(gid(y))),
      [7, 8, 11],
    );
    assert.ok(texts(parsed(figure)).includes("gid"));
  });

  test("detectors are named by what they listen to or by their gid, and the time is the model's", () => {
    const source = p.NetStim();
    source.start = 5;
    source.interval = 10;
    source.number = 3;
    const detector = p.NetCon(source, null);
    const soma = p.Section({ name: "soma", insert: ["hh"] });
    const quiet = p.NetCon(soma, null);
    const silent = p.NetStim();
    silent.number = 0;
    const cell = p.ParallelCon(silent, 3);
    for (const netcon of [detector, quiet, cell]) assert.equal(netcon.spikes.length, 0);
    p.run(50);
    const figure = raster([detector, quiet, cell]);
    assert.deepEqual(
      strokes(figure).map(({ time }) => Math.round(time)),
      [5, 15, 25],
    );
    const root = parsed(figure);
    assert.deepEqual(texts(group(root, "y-axis tick label")), [String(source), "soma(0.5)", "gid 3"]);
    assert.match(figure.description, /from 0 to 50 ms/);
    assert.equal(strokes(raster(detector)).length, 3);
    assert.equal(strokes(raster({ stim: detector })).length, 3);
  });

  test("no spikes at all are an empty picture that says so", () => {
    const figure = raster({ a: [], b: [] });
    assert.equal(strokes(figure).length, 0);
    assert.match(figure.description, /0 spikes in 2 rows/);
  });

  test("a million spikes: neighbours are one stroke, and one that is alone is there", () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const times = Float64Array.from({ length: 1_000_001 }, () => random() * 10_000);
    const gids = Float64Array.from(times, () => Math.floor(random() * 4000));
    [times[1_000_000], gids[1_000_000]] = [5000, 6000];
    const figure = raster([times, gids]);
    assert.ok(String(figure).length < 1.5e6, `${String(figure).length} characters`);
    const gid = scaleOf(parsed(figure), "y");
    const far = strokes(figure).filter(({ y }) => gid(y) > 4100);
    assert.equal(far.length, 1);
    assert.ok(Math.abs((far[0]?.time ?? 0) - 5000) < 20 && Math.abs(gid(far[0]?.y ?? 0) - 6000) < 20);
  });

  test("a few gids among many that are none are seen", () => {
    const root = parsed(
      raster([
        [1, 2, 3],
        [0, 1, 2e9],
      ]),
    );
    const d =
      all(root, "path")
        .find((path) => path.getAttribute("class") === "series-0")
        ?.getAttribute("d") ?? "";
    const heights = [...d.matchAll(/v([\d.]+)/g)].map(([, height]) => Number(height));
    assert.deepEqual(heights, [4, 4, 4]);
  });

  test("colours go by row, and xDomain leaves out what is beyond", () => {
    const figure = raster({ a: [1, 50], b: [2], c: [3] }, { colors: ["red", "blue"], xDomain: [0, 10] });
    const paths = all(parsed(figure), "path").filter((path) => path.getAttribute("class") === "own");
    assert.deepEqual(
      paths.map((path) => [path.getAttribute("stroke"), (path.getAttribute("d") ?? "").split("M").length - 1]),
      [
        ["red", 2],
        ["blue", 1],
      ],
    );
  });
});

describe("what is refused", () => {
  const loose = untyped({ raster });
  const cases: [string, () => unknown, RegExp][] = [
    [
      "nothing",
      () => loose.raster(),
      /raster: spikes: expected \{ name: times \}, detectors .*, or \[times, gids\], got undefined/,
    ],
    ["no trains", () => raster({}), /raster: expected one or more spike trains, got none/],
    ["an empty list", () => raster([]), /got an empty list/],
    ["a list of three", () => raster([[1], [2], [3]]), /got a list of 3, the first an array/],
    ["one Vector", () => raster([1, 2]), /got a list of 2, the first 1/],
    ["other lengths", () => raster([[1, 2, 3], [1]]), /raster: 3 times and 1 gids: expected as many/],
    ["half gids", () => raster([[1], [0.5]]), /gids: element 0: expected a whole number, got 0\.5/],
    ["NaN", () => raster({ a: [1, Number.NaN] }), /raster: a: element 1: expected a finite number, got NaN/],
    ["text", () => loose.raster({ a: "b" }), /raster: a: expected a Vector/],
    [
      "an unknown option",
      () => loose.raster({ a: [1] }, { ylabel: "x" }),
      /unknown option "ylabel"\. Did you mean "yLabel"/,
    ],
    ["too many labels", () => raster({ a: [1] }, { labels: ["a", "b"] }), /labels: expected 1, one for each, got 2/],
  ];
  for (const [name, action, message] of cases) test(name, () => assert.throws(action, { message }));

  test("a detector whose spikes nobody asked for before the run", () => {
    const soma = p.Section({ name: "soma", insert: ["hh"] });
    const detector = p.NetCon(soma, null);
    p.run(5);
    const message = /\(soma\(0\.5\)\) has recorded no spikes: read its \.spikes once before the run/;
    assert.throws(() => raster([detector]), { message });
    assert.throws(() => raster(h.NetCon(soma(0.5)._ref_v, null, { sec: soma })), { message });
  });
});
