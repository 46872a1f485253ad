// Finding NEURON: which folders count, who wins, and what the error tells.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { EngineError } from "#src/core/errors.js";
import { locateNeuron } from "#src/engine/locate.js";

const folder = mkdtempSync(join(tmpdir(), "locate-"));
after(() => rmSync(folder, { recursive: true }));
const library = process.platform === "darwin" ? "libnrniv.dylib" : "libnrniv.so";

/** An installation made of empty files. */
function fake(...path: string[]): string {
  const root = join(folder, ...path);
  for (const file of [join("lib", library), join("share", "nrn", "lib", "hoc", "stdrun.hoc")]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
  return root;
}

/** A Python that answers with the place of this package, or with nothing. */
function fakePython(name: string, origin: string): string {
  const program = join(folder, name);
  writeFileSync(program, `#!/bin/sh\necho '${origin}'\n`, { mode: 0o755 });
  return program;
}

const wheel = fake("site", "neuron", ".data");
const prefix = fake("prefix");
const project = fake("project", ".neuron", "neuron", ".data");
const projectRoot = join(folder, "project");
const nowhere = join(folder, "nowhere");

test("the variable may name a prefix, the wheel's folder or its data folder", () => {
  for (const [named, root] of [
    [prefix, prefix],
    [join(folder, "site", "neuron"), wheel],
    [wheel, wheel],
  ] as const) {
    assert.deepEqual(locateNeuron({ folder: named, projectRoot, python: false }), {
      root,
      library: join(root, "lib", library),
      home: join(root, "share", "nrn"),
      bin: join(root, "bin"),
      include: join(root, "include"),
      source: "NRN_PATCH_NEURON",
    });
  }
});

test("a variable that names a folder without NEURON is an error, and no other NEURON runs instead", () => {
  assert.throws(
    () => locateNeuron({ folder: nowhere, projectRoot }),
    (error) => error instanceof EngineError && error.message.includes(nowhere),
  );
});

test("a library without NEURON's hoc files is no installation", () => {
  mkdirSync(join(folder, "half", "lib"), { recursive: true });
  writeFileSync(join(folder, "half", "lib", library), "");
  assert.throws(() => locateNeuron({ folder: join(folder, "half") }), EngineError);
});

test("the project's copy comes before Python's package", () => {
  const python = fakePython("python-wheel", join(folder, "site", "neuron", "__init__.py"));
  const found = locateNeuron({ folder: undefined, projectRoot, python });
  assert.deepEqual([found.source, found.root], ["project", project]);
});

test("Python's package is found in a wheel and inside a prefix", () => {
  const inWheel = fakePython("python-wheel", join(folder, "site", "neuron", "__init__.py"));
  const inPrefix = fakePython("python-prefix", join(prefix, "lib", "python", "neuron", "__init__.py"));
  for (const [python, root] of [
    [inWheel, wheel],
    [inPrefix, prefix],
  ] as const) {
    const found = locateNeuron({ folder: undefined, projectRoot: nowhere, python });
    assert.deepEqual([found.source, found.root], ["python", root]);
  }
});

test("when nothing is found the error lists each place and the cure", () => {
  const python = fakePython("python-none", "");
  assert.throws(
    () => locateNeuron({ folder: undefined, projectRoot: nowhere, python }),
    (error) => {
      assert.ok(error instanceof EngineError);
      for (const part of ["NRN_PATCH_NEURON", nowhere, `${python}: not installed`, "npm run setup", "pip install"]) {
        assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
      }
      return true;
    },
  );
});

test("a Python that cannot run is one more line of the error", () => {
  const python = join(folder, "no-such-python");
  assert.throws(() => locateNeuron({ folder: undefined, projectRoot: nowhere, python }), /no-such-python did not run/);
});
