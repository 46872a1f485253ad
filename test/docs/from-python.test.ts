// docs/from-python.md lists every name of Python's `h` and `neuron` that has no counterpart here, and no other.
// scripts/python-names.py made the list of Python's names.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as patch from "nrn-patch";
import { tableBelow } from "./markdown.js";

const { coreneuron, h, units } = patch;
const page = "docs/from-python.md";
const python = JSON.parse(readFileSync("test/docs/python-names.json", "utf8")) as Record<string, readonly string[]>;
const namesIn = (key: string): readonly string[] => python[key] ?? assert.fail(`python-names.json has no "${key}"`);

/** The names that a table of the page lists, in its first column. */
function listed(heading: string): string[] {
  return tableBelow(page, heading).flatMap(([names = ""]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string),
  );
}

function offers(object: object, name: string): boolean {
  try {
    return (object as Record<string, unknown>)[name] !== undefined;
  } catch {
    return false;
  }
}

/** Says which names differ, not both lists. */
function assertSame(found: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(
    {
      "not in the page": expected.filter((name) => !found.includes(name)),
      "in the page for nothing": found.filter((name) => !expected.includes(name)),
      "listed twice": found.filter((name, i) => found.indexOf(name) !== i),
    },
    { "not in the page": [], "in the page for nothing": [], "listed twice": [] },
  );
}

const missingOf = (object: object, names: readonly string[]) => names.filter((name) => !offers(object, name));

h.load_file("stdrun.hoc");
const soma = h.Section("soma").insert("hh");

test("names of h", () => {
  const refused = new Set(namesIn("h refuses"));
  const names = namesIn("h");
  assert.ok(names.length > 400, `only ${names.length}`);
  const missing = missingOf(h, names).filter((name) => !refused.has(name));
  assertSame(listed("Names of `h`"), missing);
});

test("names of the module", () => {
  const names = [...new Set([...namesIn("neuron"), ...namesIn("modules")])];
  assert.ok(names.length > 100, `only ${names.length}`);
  assertSame(listed("Names of the module `neuron`"), missingOf(patch, names));
});

test("members of sections, segments, mechanisms and Vectors", () => {
  for (const [key, object] of [
    ["Section", soma],
    ["Segment", soma(0.5)],
    ["Mechanism", soma(0.5).hh],
    ["Vector", h.Vector()],
    ["units", units],
    ["coreneuron", coreneuron],
  ] as const)
    assert.deepEqual(missingOf(object, namesIn(key)), [], key);
  assertSame(listed("Members of `h.hh`"), missingOf(h.hh, namesIn("DensityMechanism")));
});
