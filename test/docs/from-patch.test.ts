// docs/from-patch.md accounts for every name that the first Patch documented, and each name that it leads to exists.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as patch from "nrn-patch";
import { tableBelow } from "./markdown.js";

const { p, PointProcess, VecStim, Vector } = patch;
const page = "docs/from-patch.md";

/** The names of the first Patch's documentation (version 1.3.1), by the headings of the page. */
const names: Record<string, string> = {
  Module:
    "patch.p patch.connection patch.get_data_file patch.core.transform patch.core.transform_netcon patch.core.transform_record",
  Interpreter: `PythonHocInterpreter ${["NetCon", "PointProcess", "VecStim", "continuerun", "finitialize", "load_extension", "run", "time", "wrap"].map((name) => `PythonHocInterpreter.${name}`).join(" ")}`,
  Objects: `PythonHocObject connectable NetCon NetStim PointProcess PointProcess.stimulate Section ${["add_3d", "connect", "connect_points", "insert", "record", "recordings", "set_dimensions", "set_segments", "wholetree"].map((name) => `Section.${name}`).join(" ")} Segment VecStim VecStim.pattern VecStim.vector Vector Vector.record`,
  "Magic methods of the first Patch": "__neuron__ __netcon__",
};

const bare = (cell: string | undefined) => (cell ?? "").replaceAll("`", "");
const section = p.Section();
const examples: Record<string, object> = {
  p,
  Section: section,
  PointProcess: p.ExpSyn(section),
  VecStim: p.VecStim([1]),
  Vector: p.Vector(),
};

function exists(name: string): boolean {
  const [owner = "", member] = name.split(".");
  if (member !== undefined) return member in (examples[owner] ?? assert.fail(`no example of a ${owner}`));
  return name.startsWith("__") ? name in section : name in patch;
}

for (const [heading, expected] of Object.entries(names))
  test(`${heading}: every name is there, and leads to one that exists`, () => {
    const rows = tableBelow(page, heading);
    assert.deepEqual(rows.map(([name]) => bare(name)).sort(), expected.split(" ").sort());
    for (const [name, here] of rows) {
      // An interface has no value: the declarations have it.
      if (bare(here) === "Connectable")
        assert.match(readFileSync("dist/index.d.ts", "utf8"), /export type \{[^}]*\bConnectable\b/);
      else assert.ok(exists(bare(here)), `${bare(name)}: there is no ${bare(here)}`);
    }
  });

test("the classes are those of the objects", () => {
  assert.ok(section instanceof patch.Section);
  assert.ok(section(0.5) instanceof patch.Segment);
  for (const [name, cls] of Object.entries({ PointProcess, VecStim, Vector })) {
    assert.ok(examples[name] instanceof patch.HocObject, name);
    assert.ok(examples[name] instanceof (cls as never), name);
  }
});
