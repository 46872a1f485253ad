// From the call of view to the first picture of 10 500 segments, drawn in Chromium without a graphics card.
import { findChromium } from "../../scripts/chromium.mjs";
import { tree } from "../tree.mjs";

export const title = "a live page of 10 500 segments, to its first picture";
export const count = 1;
export const whole = true;
export const alone = true;
export const warmUp = 1;
export const samples = 3;

const flags = ["--no-sandbox", "--disable-quic", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

export function prepare(h) {
  const executablePath = findChromium();
  tree(h);
  let browser;
  return async () => {
    const { view } = await import("../../dist/bundle/view.js");
    const { chromium } = await import("playwright-core");
    browser ??= await chromium.launch({ executablePath, args: flags });
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const started = performance.now();
    const page = await view();
    await tab.goto(page.url);
    await tab.waitForFunction(() => globalThis.nrnPatchView.stage.drawn > 0 && document.body.dataset.status === "idle");
    const seconds = (performance.now() - started) / 1000;
    await tab.close();
    await page.close();
    return seconds;
  };
}
