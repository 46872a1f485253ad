// What the tests of the live page share: one Chromium, and pages that report their own errors.
import assert from "node:assert/strict";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { PNG } from "pngjs";

let browser: Promise<Browser> | undefined;
after(async () => (await browser)?.close());

const args = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // WebGL without a graphics card.
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

type Find = (environment?: Record<string, string>) => string;

/** The one that the benchmark takes, too: what finds it is a script, outside of what is compiled here. */
export async function findChromium(environment?: Record<string, string>): Promise<string> {
  const { findChromium: find } = (await import(pathToFileURL("scripts/chromium.mjs").href)) as { findChromium: Find };
  return find(environment);
}

interface Window {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Run in the page before its own scripts. */
  readonly script?: string;
}

export async function openPage(url: string, window: Window = {}): Promise<Page> {
  browser ??= findChromium().then((executablePath) => chromium.launch({ executablePath, args }));
  const page = await (await browser).newPage({ viewport: window.viewport ?? { width: 900, height: 600 } });
  page.on("pageerror", (error) => assert.fail(`the page threw: ${error.message}`));
  if (window.script !== undefined) await page.addInitScript({ content: window.script });
  await page.goto(url);
  return page;
}

export const status = (page: Page): Promise<string | null> => page.getAttribute("body", "data-status");

export async function becomes(page: Page, wanted: string): Promise<void> {
  await page.waitForSelector(`body[data-status="${wanted}"]`, { timeout: 20_000 });
}

/** The mean colour of the pixels of the cell that differ from the ground. */
export async function colour(page: Page): Promise<number[]> {
  const { data } = PNG.sync.read(await page.locator("#cell").screenshot());
  const ground = [...data.subarray(0, 3)];
  const sum = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    const pixel = [...data.subarray(i, i + 3)];
    if (pixel.every((value, k) => Math.abs(value - (ground[k] as number)) < 40)) continue;
    count++;
    pixel.forEach((value, k) => {
      sum[k] = (sum[k] as number) + value;
    });
  }
  assert.ok(count > 500, `the cell covers ${count} pixels`);
  return sum.map((value) => value / count);
}
