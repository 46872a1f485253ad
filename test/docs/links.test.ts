// Every relative link of the documentation leads somewhere, and every page can be reached from the README.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, normalize } from "node:path";
import { test } from "node:test";
import { anchorsOf, linksOf, pages } from "./markdown.js";

/** The path of a link's target from the project's folder, and its anchor. */
function resolved(page: string, target: string): { path: string; anchor: string } {
  const [path = "", anchor = ""] = target.split("#");
  return { path: path === "" ? page : normalize(`${dirname(page)}/${path}`), anchor };
}

const isRelative = (target: string) => !/^[a-z]+:/.test(target);

let followed = 0;
for (const page of pages)
  test(`the links of ${page} lead somewhere`, () => {
    for (const { line, target } of linksOf(page)) {
      const place = `${page}:${line}: ${target}`;
      if (!isRelative(target)) {
        assert.match(target, /^https:\/\/[^\s/]+\.[a-z]+(\/|$)|^mailto:/, `${place} is no whole address`);
        continue;
      }
      followed++;
      const { path, anchor } = resolved(page, target);
      assert.ok(existsSync(path), `${place}: there is no ${path}`);
      if (anchor) assert.ok(anchorsOf(path).has(anchor), `${place}: ${path} has no heading of that anchor`);
    }
  });

test("every page can be reached from the README", () => {
  const reached = new Set(["README.md"]);
  for (const page of reached)
    for (const { target } of linksOf(page)) {
      const { path } = resolved(page, target);
      if (isRelative(target) && pages.includes(path)) reached.add(path);
    }
  assert.deepEqual([...reached].sort(), [...pages].sort());
});

test("some links were followed", () => {
  assert.ok(followed > 20, `only ${followed}`);
});
