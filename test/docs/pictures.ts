// The pictures of the documentation are those that its own blocks save: compared number by number.
// After a change that is meant: PICTURES=write npm test -- docs/snippets, and look at them.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { linksOf, pages } from "./markdown.js";

const folder = join("docs", "images");

/** The pictures that the pages show. */
export const shown: readonly string[] = pages
  .flatMap((page) => linksOf(page))
  .flatMap(({ target }) => /images\/([\w-]+\.svg)$/.exec(target)?.[1] ?? []);

/** What a block left in its folder against what the page shows. */
export function comparePictures(left: string): string[] {
  const made = readdirSync(left).filter((name) => shown.includes(name));
  for (const name of made) {
    const found = readFileSync(join(left, name), "utf8");
    if (process.env.PICTURES === "write") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), found);
    }
    assert.ok(existsSync(join(folder, name)), `${folder} has no ${name}: PICTURES=write npm test -- docs/snippets`);
    assertSame(found, readFileSync(join(folder, name), "utf8"), name);
  }
  return made;
}

// Another processor's mathematical library may differ in the last digit, and with it the hash that is the figure's id.
const value = /#[0-9a-f]{6}\b|-?\d+(?:\.\d+)?/g;
const withoutId = (svg: string) => svg.replaceAll(/figure-[0-9a-f]{10}/g, "figure");

/** The same document, with numbers and colours that differ by less than can be seen. */
function assertSame(found: string, expected: string, name: string): void {
  const [ours, theirs] = [withoutId(found), withoutId(expected)];
  const advice = `${name} is not what the page's block makes: PICTURES=write npm test -- docs/snippets, and look at it`;
  // Without a list of all that differs: the documents are long.
  assert.ok(ours.replace(value, "…") === theirs.replace(value, "…"), advice);
  const values = ours.match(value) ?? [];
  for (const [i, text] of (theirs.match(value) ?? []).entries())
    assert.ok(isNear(values[i] as string, text), `${advice} (${values[i]}, there ${text})`);
}

function isNear(a: string, b: string): boolean {
  if (!b.startsWith("#")) return Math.abs(Number(a) - Number(b)) < 0.05;
  const channels = (color: string) => [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
  return channels(b).every((level, i) => Math.abs(level - (channels(a)[i] as number)) <= 6);
}
