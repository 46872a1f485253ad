// The live page in a real browser: what is pressed happens in the model, and what happens in the model is seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { p } from "nrn-patch";
import { type View, view } from "nrn-patch/view";
import { becomes, colour, openPage, status } from "./browser.js";

const soma = p.Section({ name: "soma", L: 60, diam: 60, insert: "hh" });
const clamp = soma.iclamp({ delay: 2, duration: 1e9, amplitude: 0 });
let live: View;

before(async () => {
  live = await view({
    duration: 1e6,
    vInit: -65,
    title: "One cell",
    parameters: {
      "clamp, nA": {
        get: () => clamp.amp,
        set: (x) => {
          clamp.amp = x;
        },
        min: 0,
        max: 5,
      },
    },
  });
});
after(() => live.close());

test("run, pause, go on, stop: the model does what the buttons say", async () => {
  const page = await openPage(live.url);
  await becomes(page, "idle");
  assert.equal(await page.textContent("#title"), "One cell");
  await page.selectOption("#speed", "30");
  await page.click("#run");
  await becomes(page, "running");
  await page.waitForTimeout(500);
  await page.click("#pause");
  await becomes(page, "paused");
  const held = p.t;
  assert.ok(held > 0 && held < 100, `${held} ms`);
  await page.waitForTimeout(300);
  assert.equal(p.t, held);
  await page.click("#pause");
  await becomes(page, "running");
  await page.waitForTimeout(300);
  await page.click("#stop");
  await becomes(page, "idle");
  assert.ok(p.t > held);
  await page.click("#restart");
  await becomes(page, "running");
  assert.ok(p.t < held);
  await page.click("#stop");
  await becomes(page, "idle");
  await page.close();
});

test("a slider changes the model, and the cell's pixels change when it fires", async () => {
  const page = await openPage(live.url);
  await becomes(page, "idle");
  const rest = await colour(page);
  await page.locator("#parameters input").fill("5");
  await page.waitForTimeout(200);
  assert.equal(clamp.amp, 5);
  await page.selectOption("#speed", "3");
  await page.click("#run");
  let furthest = 0;
  for (let i = 0; i < 40 && furthest < 60; i++) {
    const now = await colour(page);
    furthest = Math.max(furthest, ...now.map((value, k) => Math.abs(value - (rest[k] as number))));
  }
  await page.click("#stop");
  await becomes(page, "idle");
  assert.ok(furthest >= 60, `the colour moved by ${furthest}`);
  await page.close();
});

test("a second page, a reload and a closed tab disturb no run", async () => {
  const [first, second] = [await openPage(live.url), await openPage(live.url)];
  await becomes(second, "idle");
  await first.selectOption("#speed", "30");
  await first.click("#run");
  await becomes(second, "running");
  await second.reload();
  await becomes(second, "running");
  const before = p.t;
  await first.close();
  await second.waitForTimeout(300);
  assert.ok(p.t > before);
  assert.equal(await status(second), "running");
  await second.click("#stop");
  await becomes(second, "idle");
  await second.close();
});

test("a run that the program makes is followed, with the numbers of one that nobody watches", async () => {
  const v = soma.record();
  p.run(20, { vInit: -65 });
  const unseen = v.toArray();
  const page = await openPage(live.url);
  await becomes(page, "idle");
  await page.selectOption("#speed", "30");
  const run = p.simulate(20, { vInit: -65 });
  await becomes(page, "running");
  await run;
  await becomes(page, "idle");
  assert.deepEqual(v.toArray(), unseen);
  await page.close();
});

/** Of what there is in the browser, what is asked for. */
interface Shown {
  readonly nrnPatchView: { readonly stage: { placeOf(segment: number): { y: number } | undefined } };
  readonly document: { readonly documentElement: { readonly scrollWidth: number } };
}

test("nothing lies over the cells, however wide the window is", async () => {
  const tall = p.Section({ name: "tall", nseg: 51 });
  tall.add3d(
    [
      [0, 0, 0],
      [0, 2000, 0],
    ],
    [3, 3],
  );
  for (const width of [420, 800, 1280]) {
    const page = await openPage(live.url, { viewport: { width, height: 720 } });
    await becomes(page, "idle");
    const place = (i: number) =>
      page.evaluate((segment) => (globalThis as never as Shown).nrnPatchView.stage.placeOf(segment)?.y, i);
    for (let i = 0; i < 100 && (await place(51)) === undefined; i++) await page.waitForTimeout(50);
    const [canvas, scale] = await Promise.all(["#cell", "#scale"].map((id) => page.locator(id).boundingBox()));
    assert.ok(canvas && scale);
    for (const end of [await place(1), await place(51)]) {
      const y = canvas.y + (end ?? Number.NaN);
      assert.ok(y > scale.y + scale.height + 4 && y < canvas.y + canvas.height - 20, `${width} px wide: at ${y} px`);
    }
    const needed = await page.evaluate(() => (globalThis as never as Shown).document.documentElement.scrollWidth);
    assert.ok(needed <= width, `${needed} of ${width} px`);
    await page.close();
  }
  tall.dispose();
});

test("a browser that cannot draw the cells says so, and does all else", async () => {
  const script = `
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === "webgl2" ? null : getContext.call(this, kind, ...rest);
    };`;
  const page = await openPage(live.url, { script });
  await becomes(page, "idle");
  assert.match((await page.textContent("#shape .note")) ?? "", /no WebGL 2/);
  assert.equal(await page.locator("#scale").isVisible(), false);
  await page.fill("#duration", "5");
  await page.click("#run");
  await page.getByText(/^5\.0+ \/ 5 ms/).waitFor();
  await becomes(page, "idle");
});
