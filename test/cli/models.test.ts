// glia compile and glia test: what runs compilers and NEURON.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { broken, leak, newFolder, project, synapse, write } from "../glia/support.js";
import { command, glia } from "./support.js";

const verbatim = (name: string, code: string) =>
  leak(name).replace("INITIAL { w[1] = twice(g) }", `INITIAL {\nVERBATIM\n${code}\nENDVERBATIM\n}`);

const pointer = `NEURON { POINT_PROCESS Far POINTER far RANGE g NONSPECIFIC_CURRENT i }
PARAMETER { g = 0.001 (uS) }
ASSIGNED { v (mV) far (mV) i (nA) }
BREAKPOINT { i = g * (v - far) }
`;

test("compile: progress on the error stream, the states in the table; only what changed is compiled again", () => {
  const root = project({ "mod/A.mod": leak("A"), "mod/B.mod": leak("B") });
  const env = { PATCH_CACHE: newFolder() };
  const first = command("glia", root, ["compile"], env);
  assert.equal(first.status, 0, first.errors);
  assert.match(first.errors, /^compiling 2 mechanisms\n[\s\S]*\(2 of 2\)\nlinking\n$/);
  assert.match(first.out, /^compiled +A +0 +project +mod\/A\.mod$/m);
  assert.match(first.out, /^2 compiled, 0 unchanged\. The library: /m);
  write(root, { "mod/B.mod": leak("B", 0.002) });
  const { json, errors } = command("glia", root, ["compile", "--json"], env);
  assert.deepEqual(
    json.assets.map(({ state }: { state: string }) => state),
    ["unchanged", "compiled"],
  );
  assert.match(errors, /^compiling 1 mechanism\n/);
  assert.equal(existsSync(json.library), true);
  const again = command("glia", root, ["compile"], env);
  assert.deepEqual([again.status, again.errors], [0, ""]);
});

test("compile: a broken file fails with its place, and the others are there", () => {
  const root = project({ "mod/A.mod": leak("A"), "mod/Bad.mod": broken("Bad") });
  const { status, out, errors } = glia(root, "compile");
  assert.equal(status, 1);
  assert.match(out, /^failed +Bad/m);
  assert.match(out, /The library: /);
  assert.match(errors, new RegExp(`${join(root, "mod", "Bad.mod")}:4: `));
  const { json } = glia(root, "compile", "--json");
  assert.equal(json.assets[1].error.code, "ERR_GLIA_COMPILE");
  assert.equal(json.assets[1].error.problems[0].line, 4);
});

test("compile: without mechanisms, and without NEURON", () => {
  assert.equal(glia(newFolder(), "compile").out, "There is nothing to compile.\n");
  const { status, json } = command("glia", project({ "mod/A.mod": leak("A") }), ["compile", "--json"], {
    NRN_PATCH_NEURON: "/nowhere",
  });
  assert.equal(status, 1);
  assert.equal(json.error.code, "ERR_PATCH_ENGINE");
});

test("test: when NEURON cannot be started, that is told once, and of no mechanism", () => {
  const root = project({ "mod/A.mod": leak("A") });
  const { status, errors, out } = command("glia", root, ["test", "hh", "pas"], { NRN_PATCH_NEURON: "/nowhere" });
  assert.equal(status, 1);
  assert.match(errors, /^glia: .*\/nowhere/);
  assert.equal(`${out}${errors}`.match(/nowhere/g)?.length, 1);
});

test("test: density, point process with events, pointer, cell, functions: each is run", () => {
  const cell = synapse("Cell")
    .replace("POINT_PROCESS", "ARTIFICIAL_CELL")
    .replace(/NONSPECIFIC_CURRENT i|RANGE tau, e, i/g, "")
    .replace(/BREAKPOINT[\s\S]*?\n}\n|DERIVATIVE.*\n|STATE.*\n|INITIAL.*\n/g, "")
    .replace("g = g + weight * gain", "gain = gain");
  const root = project({
    "mod/A.mod": leak("A"),
    "mod/Syn.mod": synapse("Syn"),
    "mod/Far.mod": pointer,
    "mod/Cell.mod": cell,
    "mod/more.mod": "NEURON { SUFFIX nothing }\nFUNCTION plus(a, b) { plus = a + b }\n",
  });
  const { status, out, errors } = glia(root, "test");
  assert.equal(status, 0, out + errors);
  assert.deepEqual([...out.matchAll(/^ok +(\w+)/gm)].map(([, name]) => name).sort(), [
    "A",
    "Cell",
    "Far",
    "Syn",
    "more",
  ]);
  assert.match(out, /^5 ok, 0 failed\.$/m);
  const one = glia(root, "test", "Syn", "hh", "--json");
  assert.deepEqual(
    one.json.assets.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok]),
    [
      ["Syn", true],
      ["hh", true],
    ],
  );
  assert.equal(glia(root, "test", "Sny").status, 1);
});

test("test: what breaks, crashes, hangs or makes no numbers fails alone, with its reason", () => {
  const root = project({
    "mod/A.mod": leak("A"),
    "mod/Bad.mod": broken("Bad"),
    "mod/Exits.mod": verbatim("Exits", "_exit(3);").replace(
      "NEURON {",
      "VERBATIM\n#include <unistd.h>\nENDVERBATIM\nNEURON {",
    ),
    "mod/Hangs.mod": verbatim("Hangs", "while (w[0] < 1) { w[1] = w[1] + 1; }"),
    "mod/Nan.mod": leak("Nan").replace("w[1] = twice(g)", "w[1] = log(-1)"),
    "mod/Volt.mod": leak("Volt").replace("i = g * (v - e)", "i = g * (v - e) + log(-1)"),
    "mod/Hidden.mod": "NEURON { POINT_PROCESS Hidden RANGE loc }\nPARAMETER { loc = 3 }\n",
    "mod/Z.mod": leak("Z"),
  });
  const { status, json } = glia(root, "test", "--timeout", "3", "--json");
  assert.equal(status, 1);
  const reasons = Object.fromEntries(
    json.assets.map(({ name, reason = "ok" }: { name: string; reason?: string }) => [name, reason]),
  );
  assert.deepEqual([reasons.A, reasons.Z], ["ok", "ok"]);
  assert.match(reasons.Bad, /Bad\.mod:4: /);
  assert.match(reasons.Exits, /it ends the process \(exit code 3\)/);
  assert.match(reasons.Hangs, /not come to an end after 3 seconds/);
  assert.match(reasons.Nan, /^w\[1\] is NaN after 20 ms/);
  assert.match(reasons.Hidden, /its loc: NEURON has a function of that name for every point process/);
  assert.match(reasons.Volt, /NaN|finite|exp/i);
});
