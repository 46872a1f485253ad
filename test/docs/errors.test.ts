// docs/errors.md has a heading for each code of the sources, and no other, and names the class that bears it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { errorFor } from "#src/core/errors.js";
import * as glia from "#src/glia.js";
import * as patch from "#src/index.js";
import { headingsOf, proseOf } from "./markdown.js";

const page = "docs/errors.md";
const exported: Record<string, unknown> = { ...patch, ...glia };

function codesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|cc|h)$/.test(entry.name))
    .flatMap(
      (entry) =>
        readFileSync(join(entry.parentPath, entry.name), "utf8").match(/(?<=")ERR_(?:PATCH|GLIA)\w*(?=")/g) ?? [],
    );
}

const codes = [...new Set([...codesOf("src"), ...codesOf("native")])].sort();
const documented = headingsOf(page).flatMap((heading) => /^`(ERR_(?:PATCH|GLIA)\w*)`/.exec(heading)?.[1] ?? []);

test("each code has one heading, and each heading a code", () => {
  assert.ok(codes.length > 10, `only ${codes.length} codes were found`);
  assert.deepEqual([...documented].sort(), codes);
});

test("below each heading: the class, the cause and the cure", () => {
  const lines = proseOf(page).map(([, text]) => text);
  for (const code of documented) {
    const start = lines.findIndex((text) => text.startsWith(`## \`${code}\``));
    const rest = lines.slice(start + 1);
    const section = rest
      .slice(
        0,
        rest.findIndex((text) => text.startsWith("## ")),
      )
      .join("\n");
    assert.match(section, /^Cause: /m, code);
    assert.match(section, /^Cure: /m, code);
    const name = /^Class: `(\w+)`/m.exec(section)?.[1];
    assert.ok(name, `${code}: no class is named`);
    if (code === "ERR_PATCH") continue;
    assert.ok(name in exported || name in globalThis, `${code}: the package exports no ${name}`);
    const cls = exported[name] as new () => Error;
    // What has a code of its own beside its class's is made by hand: errorFor knows the classes' own.
    const made = errorFor(code, "");
    if ((made as { code?: string }).code === code) assert.ok(made instanceof cls, `${code} is not a ${name}`);
  }
});
