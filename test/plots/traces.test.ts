import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, describe, test } from "node:test";
import { h, p, untyped } from "nrn-patch";
import { traces } from "nrn-patch/plot";
import { all, folder, group, parsed, paths, scaleOf, texts } from "./support.js";

afterEach(() => p.clear());
const place = folder();

const times = Float64Array.from({ length: 1001 }, (_, i) => i * 0.1);
const sine = times.map((t) => Math.sin(t / 5));

function fired() {
  const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: ["hh"] });
  const clamp = soma.iclamp({ delay: 5, duration: 1, amplitude: 0.5 });
  const v = soma.record();
  const i = p.record(clamp._ref_i);
  p.run(20);
  return { soma, clamp, v, i };
}

describe("what is drawn", () => {
  test("a sine's line lies where the sine is, read by the numbers on the axes", () => {
    const root = parsed(traces(sine, { x: times }));
    const [line = []] = paths(root, "series-0");
    const [x, y] = [scaleOf(root, "x"), scaleOf(root, "y")];
    assert.ok(line.length > 900);
    // 0.01 px is what the document rounds to: 0.002 ms and 0.0002 on these axes.
    for (const [px, py] of line) assert.ok(Math.abs(y(py) - Math.sin(x(px) / 5)) < 0.003, `${px} ${py}`);
  });

  test("each peak of a million points stays", () => {
    const x = Float64Array.from({ length: 1_000_000 }, (_, i) => i * 0.025);
    const y = new Float64Array(1_000_000).fill(-65);
    for (let i = 12_345; i < y.length; i += 50_001) y[i] = 35;
    y[777_777] = -90;
    const figure = traces(y, { x });
    const root = parsed(figure);
    const [line = []] = paths(root, "series-0");
    assert.ok(line.length < 6000, `${line.length} points`);
    const [toX, toY] = [scaleOf(root, "x"), scaleOf(root, "y")];
    const peaks = line.filter(([, py]) => Math.abs(toY(py) - 35) < 0.1).map(([px]) => toX(px));
    const expected = Array.from({ length: 20 }, (_, k) => (12_345 + 50_001 * k) * 0.025);
    assert.equal(peaks.length, expected.length);
    // Half a pixel of the axis' 580 px for 25 000 ms.
    for (const [k, at] of expected.entries()) assert.ok(Math.abs((peaks[k] as number) - at) < 25, `${peaks[k]} ${at}`);
    assert.equal(line.filter(([, py]) => Math.abs(toY(py) + 90) < 0.1).length, 1);
  });

  test("where x goes back and forth, it is a curve in the plane", () => {
    const circle = Float64Array.from({ length: 100_000 }, (_, i) => Math.cos(i / 1000));
    const root = parsed(
      traces(
        circle.map((_, i) => Math.sin(i / 1000)),
        { x: circle, width: 400, height: 400 },
      ),
    );
    const [toX, toY] = [scaleOf(root, "x"), scaleOf(root, "y")];
    const [line = []] = paths(root, "series-0");
    assert.ok(line.length > 1000 && line.length < 60_000, `${line.length} points`);
    for (const [px, py] of line) assert.ok(Math.abs(Math.hypot(toX(px), toY(py)) - 1) < 0.01);
  });

  test("a cycle that is gone round a thousand times is drawn once, and what is new each time", () => {
    const n = 1_000_000;
    const angle = (i: number) => (i * 2 * Math.PI) / 1000;
    // The last of a thousand rounds goes out of the circle.
    const radius = (i: number) => (i > n - 500 ? 1.5 : 1);
    const [x, y] = [Math.cos, Math.sin].map((f) => Float64Array.from({ length: n }, (_, i) => radius(i) * f(angle(i))));
    const figure = traces(y as Float64Array, { x: x as Float64Array, width: 400, height: 400 });
    assert.ok(String(figure).length < 200_000, `${String(figure).length} characters`);
    const root = parsed(figure);
    const [toX, toY] = [scaleOf(root, "x"), scaleOf(root, "y")];
    const reached = paths(root, "series-0")
      .flat()
      .map(([px, py]) => Math.hypot(toX(px), toY(py)));
    assert.ok(reached.some((r) => r > 1.49) && reached.some((r) => r < 1.01) && reached.every((r) => r > 0.98));
  });

  test("one sample is a dot, and a constant has room above and below", () => {
    assert.equal(all(parsed(traces([3], { x: [0] })), "circle").length, 1);
    const root = parsed(traces([2, 2, 2], { x: [0, 1, 2] }));
    const height = Number(root.getAttribute("height"));
    for (const [, py] of paths(root, "series-0")[0] ?? []) assert.ok(py > 20 && py < height - 40);
  });

  test("xDomain shows a part, with the y axis for that part", () => {
    const root = parsed(traces([0, 1, 2, 100], { x: [0, 1, 2, 3], xDomain: [0, 2] }));
    const ticks = texts(group(root, "y-axis tick label"));
    assert.equal(ticks.at(-1), "2.0");
    assert.equal(all(root, "clipPath").length, 1);
  });
});

describe("a window", () => {
  test("a line ends where it leaves, and begins again where it comes back", () => {
    const root = parsed(traces([0, 10, 0, -10, 0], { x: [0, 10, 20, 30, 40], xDomain: [5, 38], yDomain: [-4, 8] }));
    const [x, y] = [scaleOf(root, "x"), scaleOf(root, "y")];
    const drawn = paths(root, "series-0").flat();
    const at = drawn.map(([px, py]) => [Math.round(x(px) * 10) / 10, Math.round(y(py) * 10) / 10]);
    assert.deepEqual(at, [
      [5, 5],
      [8, 8],
      [12, 8],
      [20, 0],
      [24, -4],
      [36, -4],
      [38, -2],
    ]);
  });

  test("with nothing in it, it is an empty picture, of pixels too", async () => {
    for (const [i, domains] of [
      { yDomain: [50, 60] },
      { yDomain: [-1e6, -1e5] },
      { xDomain: [5, 6] },
      { xDomain: [-1e300, -1] },
    ].entries()) {
      const figure = traces([1, 2, 3], { x: [0, 1, 2], ...(domains as object) });
      assert.deepEqual(paths(parsed(figure), "series-0"), []);
      await figure.save(join(place, `${i}.png`));
    }
    assert.equal(all(parsed(traces([1], { x: [0], xDomain: [5, 6] })), "circle").length, 0);
  });
});

describe("numbers", () => {
  test("that are far from 0 and near each other have the digits that tell them apart, and room", () => {
    const root = parsed(traces([1, 2, 3], { x: [1e9, 1e9 + 0.025, 1e9 + 0.05] }));
    const ticks = all(group(root, "x-axis tick label"), "text");
    const shown = ticks.map((text) => text.textContent);
    assert.equal(new Set(shown).size, shown.length, shown.join(" "));
    const at = ticks.map((text) => Number(/translate\(([\d.]+)/.exec(text.getAttribute("transform") ?? "")?.[1]));
    // A digit is 7 px wide.
    for (let i = 1; i < at.length; i++) assert.ok((at[i] as number) - (at[i - 1] as number) > 7 * 13);
    assert.ok((at.at(-1) as number) + 7 * 6 < 640 && (at[0] as number) > 7 * 6);
    const { description } = traces([1, 2, 3], { x: [1e9, 1e9 + 0.025, 1e9 + 0.05] });
    assert.match(description, /from 1000000000 to 1000000000\.05\./);
  });

  test("that differ by their rounding alone are one number", () => {
    const root = parsed(traces([-65, -65.00000000000001, -65], { x: [0, 1, 2] }));
    const y = scaleOf(root, "y");
    for (const [, py] of paths(root, "series-0").flat()) assert.ok(Math.abs(y(py) + 65) < 0.1);
  });
});

describe("names and units", () => {
  test("a recording brings its quantity, its unit and the time with it", () => {
    const { v } = fired();
    const root = parsed(traces(v));
    assert.ok(texts(root).includes("membrane potential (mV)"));
    assert.ok(texts(root).includes("time (ms)"));
    assert.equal(all(root, "title")[0]?.textContent, "soma(0.5).v");
    assert.match(all(root, "desc")[0]?.textContent ?? "", /soma\(0\.5\)\.v from −\d+\.\d+ to 4\d\.\d+ mV/);
  });

  test("series of one unit share an axis, and each unit has its own", () => {
    const { v, i, soma } = fired();
    const gate = p.record(soma(0.5)._ref_m_hh);
    const sodium = p.record(soma(0.5)._ref_ina);
    p.run(20);
    const root = parsed(traces([v, i, sodium, gate]));
    const labels = all(root, "g")
      .filter((g) => g.getAttribute("aria-label") === "y-axis label")
      .map((g) => g.textContent);
    assert.deepEqual(labels, ["membrane potential (mV)", "i (nA)", "sodium current (mA/cm²)", "m_hh"]);
    const one = parsed(traces([v, i], { axes: "one" }));
    assert.equal(all(one, "g").filter((g) => g.getAttribute("aria-label") === "y-axis tick label").length, 1);
  });

  test("the legend has the names of the object, the places of recordings, or the labels given", () => {
    const { soma, v } = fired();
    const dend = p.Section({ name: "dend" });
    dend.connect(soma(1));
    const w = dend.record(0.5);
    p.run(5);
    const legend = (figure: unknown) =>
      texts(all(parsed(String(figure)), "g").find((g) => g.getAttribute("class") === "legend") as never);
    assert.deepEqual(legend(traces({ a: v, "b < c & d": w })), ["a", "b < c & d"]);
    assert.deepEqual(legend(traces([v, w])), ["soma(0.5)", "dend(0.5)"]);
    assert.deepEqual(legend(traces([v, w], { labels: ["x", "y"] })), ["x", "y"]);
    assert.deepEqual(legend(traces(soma.recordings)), ["0.5"]);
  });

  test("a section draws what it records, and what stands for a Vector draws as it", () => {
    const { soma } = fired();
    soma.record(0.25);
    p.run(5);
    assert.equal(paths(parsed(traces(soma)), "series-1").length, 1);
    const own = { __neuron__: () => soma.record() };
    assert.ok(texts(parsed(traces(own))).includes("membrane potential (mV)"));
  });

  test("a List of NEURON's, a Set, and what else can be gone through are several series", () => {
    const list = h.List();
    for (const values of [
      [0, 1],
      [1, 0],
    ])
      list.append(h.Vector(values));
    for (const several of [
      list,
      new Set([
        [0, 1],
        [1, 0],
      ]),
      [new Float32Array([0, 1]), [1, 0]],
    ])
      assert.equal(paths(parsed(traces(several, { x: [0, 1] })), "series-1").length, 1);
    assert.equal(paths(parsed(traces(new Set([1, 2, 3]), { x: [0, 1, 2] })), "series-0")[0]?.length, 3);
  });

  test("words that are too long for the figure end in an ellipsis", () => {
    const long = "a name that is far too long for a picture of this width, whatever the font";
    const figure = traces(
      { [long]: [1, 2], b: [2, 1] },
      { x: [0, 1], width: 200, title: long, xLabel: long, yLabel: long },
    );
    const written = texts(parsed(figure)).filter((text) => text.startsWith("a name"));
    assert.equal(written.length, 4);
    for (const text of written) assert.match(text, /^a name .*…$/);
    assert.equal(figure.title, long);
  });

  test("each series may have an x of its own", () => {
    const root = parsed(
      traces(
        [
          [0, 1],
          [1, 0, 1],
        ],
        {
          x: [
            [0, 10],
            [0, 1, 2],
          ],
        },
      ),
    );
    assert.equal(paths(root, "series-0")[0]?.length, 2);
    assert.equal(paths(root, "series-1")[0]?.length, 3);
  });

  test("a seventh series is dashed, and more than twenty-four are counted", () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`cell ${i}`, [i, i + 1]]));
    const root = parsed(traces(many, { x: [0, 1] }));
    const strokes = all(root, "line").filter((line) => line.getAttribute("stroke-dasharray") === "6 3");
    assert.equal(strokes.length, 6);
    assert.ok(texts(root).includes("… and 26 more"));
  });

  test("numbers too small for digits are powers of ten", () => {
    const root = parsed(traces([0, -2e-7, 4e-7], { x: [0, 1, 2] }));
    const ticks = texts(group(root, "y-axis tick label"));
    assert.ok(ticks.includes("0") && ticks.includes("−2e−7") && ticks.includes("4e−7"), String(ticks));
  });
});

test("colours may have a name, or numbers in each of CSS's ways", () => {
  const colors = ["Crimson", "#0a8", "#00aa88cc", "rgb(0, 170, 136)", "rgb(0 170 136 / 50%)", "hsl(160deg 100% 33%)"];
  const root = parsed(
    traces(
      colors.map((_, i) => [i, i + 1]),
      { x: [0, 1], colors },
    ),
  );
  const strokes = all(root, "g").filter((g) => g.getAttribute("class") === "own");
  assert.deepEqual(
    strokes.map((g) => g.getAttribute("stroke")),
    colors.map((color) => color.toLowerCase()),
  );
});

describe("what is refused", () => {
  const loose = untyped({ traces });
  const cases: [string, () => unknown, RegExp][] = [
    [
      "nothing",
      () => loose.traces(),
      /traces: series: expected a Vector, numbers, or a section with recordings, got undefined/,
    ],
    ["no series", () => traces([]), /traces: expected one or more series, got none/],
    ["no named series", () => traces({}), /got none/],
    ["an empty one", () => traces({ a: [1], b: [] }, { x: [0] }), /traces: b: it is empty/],
    ["text", () => loose.traces("soma"), /got the string "soma"/],
    [
      "a text among numbers",
      () => loose.traces([1, "2"], { x: [0, 1] }),
      /element 1: expected a number, got the string "2"/,
    ],
    [
      "NaN",
      () => traces({ v: [1, Number.NaN] }, { x: [0, 1] }),
      /traces: v: element 1: expected a finite number, got NaN/,
    ],
    [
      "an infinite x",
      () => traces([1, 2], { x: [0, 1 / 0] }),
      /traces: x: element 1: expected a finite number, got Infinity/,
    ],
    ["another length", () => traces({ v: [1, 2, 3] }, { x: [0, 1] }), /traces: v has 3 samples, x has 2\./],
    [
      "another number of x",
      () => traces([[1], [2], [3]], { x: [[1], [2]] }),
      /expected one for all series, or 3, one for each; got 2/,
    ],
    ["a slip of the pen", () => loose.traces([1], { xlabel: "t" }), /unknown option "xlabel"\. Did you mean "xLabel"/],
    ["no object", () => loose.traces([1], 5), /traces: options: expected \{ .*\}, got 5/],
    [
      "a domain that goes back",
      () => traces([1], { x: [0], xDomain: [2, 1] }),
      /xDomain: expected \[from, to\] with from below to/,
    ],
    [
      "another word",
      () => loose.traces([1], { x: [0], axes: "ones" }),
      /axes: expected one of "unit", "one", "each", got "ones"\. Did you mean "one"/,
    ],
    ["too few labels", () => traces([[1], [2]], { x: [0], labels: ["a"] }), /labels: expected 2, one for each, got 1/],
    ["no size", () => traces([1], { x: [0], width: 0 }), /width: expected a finite number above 0, got 0/],
    [
      "a height without room for the picture",
      () => traces({ a: [1, 2], b: [2, 1] }, { x: [0, 1], width: 160, height: 80, title: "A title" }),
      /^traces: height: expected \d+ px or more for what is shown here, got 80/,
    ],
    [
      "numbers too large to be drawn",
      () => traces([0, 1.7e308], { x: [0, 1] }),
      /^traces: series: element 1: expected a number up to ±1e\+300, which can be drawn, got 1\.7e\+308/,
    ],
    [
      "such a domain",
      () => traces([1], { x: [0], xDomain: [-1.7e308, 1] }),
      /xDomain: expected numbers up to ±1e\+300/,
    ],
    ["no colour's name", () => traces([1], { x: [0], colors: ["crimsen"] }), /colors\[0\]: .*Did you mean "crimson"/],
    ["a colour that is none", () => traces([1], { x: [0], colors: ["none"] }), /expected a colour/],
    ["no colour", () => traces([1], { x: [0], colors: ['red" onload="x'] }), /colors\[0\]: expected a colour/],
  ];
  for (const [name, action, message] of cases) test(name, () => assert.throws(action, { message }));

  test("a recording of another run names both lengths", () => {
    const { v } = fired();
    const before = v.toArray();
    p.run(10);
    assert.throws(() => traces({ before }), {
      message: /^traces: before has 801 samples, x \(p\.time\) has 401\. Give/,
    });
  });

  test("a recording that was not run, and a section that records nothing", () => {
    const soma = p.Section({ name: "soma" });
    assert.throws(() => traces(soma), { message: /soma has no recordings\. Call soma\.record\(\) before the run/ });
    assert.throws(() => traces(soma.record()), {
      message: /traces: soma\(0\.5\)\.v: it is empty\. It fills when the model runs/,
    });
  });
});
