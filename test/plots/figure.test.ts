import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { untyped } from "nrn-patch";
import { Figure, traces } from "nrn-patch/plot";
import { all, folder, parsed, pixels } from "./support.js";

const place = folder();
const sine = Array.from({ length: 200 }, (_, i) => Math.sin(i / 10));
const x = sine.map((_, i) => i);
const make = (options: object = {}) => traces({ "a & b": sine, c: sine.map((y) => y / 2) }, { x, ...options });

describe("the document", () => {
  test("stands alone: namespace, size, view box, title and description that a screen reader finds", () => {
    const root = parsed(make({ width: 500, height: 300, title: "Two <waves>", description: "Up & down." }));
    const attribute = (name: string) => root.getAttribute(name);
    assert.deepEqual([attribute("width"), attribute("height"), attribute("viewBox")], ["500", "300", "0 0 500 300"]);
    assert.equal(attribute("role"), "img");
    const named = (attribute("aria-labelledby") ?? "").split(" ");
    const [title, desc] = [all(root, "title")[0], all(root, "desc")[0]];
    assert.deepEqual(named, [title?.getAttribute("id"), desc?.getAttribute("id")]);
    assert.equal(title?.textContent, "Two <waves>");
    assert.equal(desc?.textContent, "Up & down.");
  });

  test("is the same each time, and has an id of its own that nothing else on the page has", () => {
    const [one, two, other] = [String(make()), String(make()), String(make({ width: 500 }))];
    assert.equal(one, two);
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.ok(ids(one).length >= 3);
    for (const id of ids(one)) assert.ok(!ids(other).includes(id), id);
    // The style sheet reaches nothing outside the figure.
    const rules = /<style>(.*)<\/style>/.exec(one)?.[1] ?? "";
    const selectors = [...rules.matchAll(/(?<=^|[{}])([^{}@]+)(?=\{)/g)].map(([, selector]) => selector ?? "");
    assert.ok(selectors.length > 10);
    for (const selector of selectors) assert.ok(selector.startsWith(`#${ids(one)[0]}`), selector);
  });

  test("keeps well-formed whatever a name holds", () => {
    const wild = `<script>"'&\u0000\u0007\ud800\u00a0 ]]> ☃`;
    const root = parsed(traces({ [wild]: [1, 2], b: [2, 1] }, { x: [0, 1], title: wild, xLabel: wild, yLabel: wild }));
    assert.equal(all(root, "script").length, 0);
  });

  test("has the colours of both grounds, or of the one that is asked for", () => {
    const both = String(make());
    assert.match(both, /#1f2328.*@media \(prefers-color-scheme: dark\)\{.*#e6edf3/);
    const dark = String(make({ theme: "dark" }));
    assert.ok(!dark.includes("@media") && !dark.includes("#ffffff") && dark.includes("#0d1117"));
    assert.ok(!String(make({ background: "none" })).includes('class="ground"'));
  });
});

describe("save", () => {
  test(".svg is the document, .html a page that holds it", async () => {
    await make().save(join(place, "a.svg"));
    assert.equal(readFileSync(join(place, "a.svg"), "utf8"), String(make()));
    await make({ title: "<waves>" }).save(join(place, "a.html"));
    const page = readFileSync(join(place, "a.html"), "utf8");
    assert.match(page, /^<!doctype html>/);
    assert.ok(page.includes("<title>&lt;waves&gt;</title>") && page.includes("<svg "));
  });

  test(".png has the figure's size twice, its colours, and text, on light and on dark ground", async () => {
    const [light, dark, bare] = ["light", "dark", "bare"].map((name) => join(place, `${name}.png`)) as [
      string,
      string,
      string,
    ];
    await make().save(light);
    await make().save(dark, { theme: "dark", scale: 1 });
    await make().save(bare, { background: "none" });
    const height = Number(parsed(make()).getAttribute("height"));
    const [onLight, onDark, onNothing] = [pixels(light), pixels(dark), pixels(bare)];
    assert.deepEqual([onLight.width, onLight.height], [1280, 2 * height]);
    assert.deepEqual([onDark.width, onDark.height], [640, height]);
    assert.deepEqual(onLight.at(2, 2), [255, 255, 255, 255]);
    assert.deepEqual(onDark.at(2, 2), [13, 17, 23, 255]);
    assert.equal(onNothing.at(2, 2)[3], 0);
    assert.ok(onLight.like("#0072b2") > 1000 && onLight.like("#d55e00") > 1000);
    assert.ok(onDark.like("#4a9fe0") > 400 && onDark.like("#ff8133") > 400);
    // The ink is the text's and the axes': more of it with text than without.
    await traces({ a: sine, b: sine }, { x, labels: ["", ""], width: 640 }).save(join(place, "mute.png"));
    assert.ok(onLight.like("#1f2328") > pixels(join(place, "mute.png")).like("#1f2328") + 100);
  });

  test("text that our font has not is drawn by the machine's, and does no harm where it has none", async () => {
    await traces({ 電圧: sine }, { x }).save(join(place, "wide.png"));
    assert.equal(pixels(join(place, "wide.png")).width, 1280);
  });

  test("what cannot be is refused, and leaves no file", async () => {
    const figure = untyped(make()) as unknown as Figure & { save(...args: unknown[]): Promise<void> };
    const before = readdirSync(place);
    await assert.rejects(figure.save(join(place, "a.jpg")), {
      code: "ERR_PATCH_RANGE",
      message: /ends with \.svg, \.png or \.html/,
    });
    await assert.rejects(figure.save(join(place, "a")), /ends with/);
    await assert.rejects(figure.save(5), { code: "ERR_PATCH_TYPE" });
    await assert.rejects(
      figure.save(join(place, "b.png"), { scales: 2 }),
      /unknown option "scales"\. Did you mean "scale"/,
    );
    await assert.rejects(figure.save(join(place, "b.svg"), { scale: 2 }), /scale: it is for \.png/);
    await assert.rejects(figure.save(join(place, "b.png"), { scale: 0 }), /scale: expected a finite number above 0/);
    await assert.rejects(figure.save(join(place, "b.png"), { theme: "darc" }), /Did you mean "dark"/);
    await assert.rejects(figure.save(join(place, "nowhere", "b.png")), { code: "ENOENT" });
    writeFileSync(join(place, "file"), "");
    await assert.rejects(figure.save(join(place, "file", "b.svg")));
    assert.deepEqual(
      readdirSync(place).filter((name) => name !== "file"),
      before,
    );
  });
});

describe("notebooks and consoles", () => {
  test("a Jupyter kernel for Deno is given SVG and text", () => {
    const figure = make();
    const shown = (figure as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]?.();
    assert.deepEqual(Object.keys(shown ?? {}), ["image/svg+xml", "text/plain"]);
    parsed(shown?.["image/svg+xml"] ?? "");
  });

  test("in tslab, where what is printed last is shown, printing shows the picture too, and nowhere else", () => {
    const shown: string[] = [];
    const require = () => ({ display: { svg: (text: string) => shown.push(text) } });
    const figure = make();
    const kernel = globalThis as { __tslab__?: unknown };
    kernel.__tslab__ = { require };
    try {
      assert.equal(inspect([figure]), "[ Figure (traces) a & b, c ]");
    } finally {
      delete kernel.__tslab__;
    }
    inspect(figure);
    assert.deepEqual(shown, [String(figure)]);
  });

  test("a console shows one line", () => {
    assert.equal(inspect(make()), "Figure (traces) a & b, c");
    assert.ok(make() instanceof Figure);
  });
});

describe("what is loaded when", () => {
  const run = (program: string) =>
    spawnSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });

  test("nothing that draws comes with the import, and nothing warns when it comes", () => {
    const { stdout, stderr, status } = run(`
      import module from "node:module";
      const seen = [];
      const before = module._load;
      module._load = function (name, ...rest) { seen.push(name); return before.call(this, name, ...rest); };
      const { traces } = await import("nrn-patch/plot");
      const figure = traces([1, 2], { x: [0, 1] });
      console.log(seen.includes("@observablehq/plot"));
      String(figure);
      console.log(seen.includes("@observablehq/plot"), seen.includes("@resvg/resvg-js"));
    `);
    assert.equal(stderr, "");
    assert.equal(status, 0);
    assert.deepEqual(stdout.trim().split("\n"), ["false", "true false"]);
  });
});
