// Compiling mechanisms: with NEURON's own tools and no Python, whole or not at all, and errors that name file and line.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { h, untyped } from "nrn-patch";
import { type Compilation, CompilationError, compilationHash, compileMechanisms } from "#src/engine/compile.js";
import type * as extensions from "#src/engine/extensions.js";
import { locateNeuron } from "#src/engine/locate.js";

const folder = mkdtempSync(join(tmpdir(), "compile test "));
after(() => rmSync(folder, { recursive: true }));
const installation = locateNeuron();

/** An NMODL file in a folder of the test's own, whose name has a blank. */
function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const mod = (name: string, rest = "BREAKPOINT { i = g * v }") =>
  `NEURON {\n  SUFFIX ${name}\n  NONSPECIFIC_CURRENT i\n  RANGE g\n}\nPARAMETER { g = 0.25 }\nASSIGNED { v i }\n${rest}\n`;

const compile = (sources: string[], output: string, more: Partial<Compilation> = {}) =>
  compileMechanisms({ sources, output: join(folder, output), installation, ...more });

function failure(...sources: string[]): CompilationError {
  try {
    compile(sources, "failed");
  } catch (error) {
    assert.ok(error instanceof CompilationError, String(error));
    assert.equal(error.code, "ERR_PATCH_COMPILE");
    assert.ok(!existsSync(join(folder, "failed")));
    return error;
  }
  return assert.fail("it was compiled");
}

test("a compiled mechanism runs, and neither Python nor the caller's make had a part in it", () => {
  const marker = join(folder, "called");
  for (const name of ["python", "python3"])
    chmodSync(write(`bin/${name}`, `#!/bin/sh\ntouch '${marker}'\nexit 1\n`), 0o755);
  const { PATH } = process.env;
  Object.assign(process.env, { PATH: `${join(folder, "bin")}${delimiter}${PATH}`, MAKEFLAGS: "-n", CDPATH: "/tmp" });
  try {
    write("tiny mods/start.inc", "INITIAL { g = 0.5 }");
    const source = write("tiny mods/tinyleak.mod", mod("tinyleak", 'INCLUDE "start.inc"\nBREAKPOINT { i = g * v }'));
    const library = compile([source], "tiny/library");
    assert.deepEqual(readdirSync(join(folder, "tiny")), ["library"]);
    h.nrn_load_dll(library);
  } finally {
    process.env.PATH = PATH;
    delete process.env.MAKEFLAGS;
    delete process.env.CDPATH;
  }
  assert.ok(!existsSync(marker), "Python was called");
  const soma = h.Section("soma");
  soma.insert("tinyleak");
  assert.equal(untyped(soma(0.5)).tinyleak.g, 0.25);
  h.finitialize(-65);
  assert.equal(untyped(soma(0.5)).tinyleak.g, 0.5);
});

test("what is there is not compiled again", () => {
  const start = process.hrtime.bigint();
  const source = join(folder, "tiny mods/tinyleak.mod");
  assert.equal(compile([source], "tiny/library"), compile([source], "tiny/library"));
  assert.ok(process.hrtime.bigint() - start < 100_000_000n);
});

test("a NEURON whose path has a blank compiles too", () => {
  const link = join(folder, "neuron here");
  symlinkSync(installation.root, link);
  const blank = locateNeuron({ folder: link });
  assert.equal(blank.root, link);
  compile([write("mods/blank.mod", mod("blank"))], "blank/library", { installation: blank });
});

test("NMODL's errors come with file and line", () => {
  const good = write("mods/good.mod", mod("good"));
  const broken = write("mods/broken.mod", mod("broken", "BREAKPOINT {\n  i = = g\n}"));
  const error = failure(good, broken);
  assert.deepEqual(error.problems, [{ file: broken, line: 9, text: "Illegal block" }]);
  assert.match(error.message, /^broken\.mod could not be compiled\.\n.*mods\/broken\.mod:9: Illegal block\n/);
  assert.match(error.message, / {2}\| {3}i = = g/);
});

test("so do the C++ compiler's, for VERBATIM and for what was translated", () => {
  const verbatim = write(
    "mods/verbatim.mod",
    mod("verbatim", "INITIAL {\nVERBATIM\n  int a = nothing;\nENDVERBATIM\n}"),
  );
  const unknown = write("mods/unknown.mod", mod("unknown", "BREAKPOINT {\n  i = g * vv\n}"));
  for (const [file, line, text] of [
    [verbatim, 10, /'?nothing'?/],
    [unknown, 9, /'?vv'?/],
  ] as const) {
    const [problem] = failure(file).problems;
    assert.deepEqual([problem?.file, problem?.line], [file, line]);
    assert.match(problem?.text ?? "", text);
  }
});

test("wrong sources are told by name before anything runs", () => {
  const one = write("one/same.mod", mod("same"));
  const two = write("two/same.mod", mod("same"));
  assert.match(failure(one, two).message, /Two NMODL files have the same name: .*one\/same\.mod and .*two\/same\.mod/);
  assert.match(failure(join(folder, "none.mod")).message, /There is no file .*none\.mod/);
  assert.match(failure(write("one/a-b.mod", mod("ab"))).message, /letters, digits and _/);
  assert.match(failure().message, /no NMODL files/);
});

test("the hash follows the sources, what lies beside them, and the flags", () => {
  const sources = [write("hash/a.mod", mod("a"))];
  const hash = (more: Partial<Compilation> = {}) => compilationHash({ sources, installation, ...more });
  const hashes = [hash(), hash({ flags: { compiler: "-O3" } }), hash({ flags: { linker: "-O3" } })];
  assert.equal(hash(), hashes[0]);
  write("hash/a.mod", mod("a", ""));
  hashes.push(hash());
  write("hash/a.inc", "");
  hashes.push(hash());
  assert.equal(new Set(hashes).size, hashes.length);
});

/** The same compilation in a process of its own. */
function apart(source: string, output: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const module = fileURLToPath(import.meta.resolve("#src/engine/compile.js"));
  const code = `import { compileMechanisms } from ${JSON.stringify(module)};
    compileMechanisms(${JSON.stringify({ sources: [source], output: join(folder, output), installation })});`;
  return spawn(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, ...env },
    stdio: "inherit",
    detached: true,
  });
}

test("two processes at once: both have the library, and one of them made it", async () => {
  const source = write("mods/twice.mod", mod("twice"));
  const children = [apart(source, "twice/library"), apart(source, "twice/library")];
  const codes = await Promise.all(children.map((child) => once(child, "exit")));
  assert.deepEqual(
    codes.map(([code]) => code),
    [0, 0],
  );
  assert.deepEqual(readdirSync(join(folder, "twice")), ["library"]);
});

test("a process that is killed leaves nothing that the next one could take for a library", async () => {
  const source = write("mods/killed.mod", mod("killed"));
  const own = join(folder, "tmp");
  mkdirSync(own);
  const child = apart(source, "killed/library", { TMPDIR: own });
  const isCompiling = () =>
    readdirSync(own, { recursive: true, encoding: "utf8" }).some((path) => path.endsWith(".cpp"));
  while (!isCompiling()) await new Promise((resolve) => setTimeout(resolve, 20));
  process.kill(-(child.pid as number), "SIGKILL");
  assert.ok(!existsSync(join(folder, "killed/library")));
  const left = join(folder, "killed", "library.making-1-abcd");
  mkdirSync(left, { recursive: true });
  utimesSync(left, 0, 0);
  compile([source], "killed/library");
  assert.deepEqual(readdirSync(join(folder, "killed")), ["library"]);
});

test("an installed package without a build folder compiles its extensions into the user's cache, and says so once", async () => {
  const root = fileURLToPath(new URL("../../", import.meta.resolve("nrn-patch")));
  const installed = join(folder, "node_modules", "nrn-patch");
  for (const part of ["dist", "data", "package.json"])
    cpSync(join(root, part), join(installed, part), { recursive: true });
  const url = pathToFileURL(join(installed, "dist", "bundle", "extensions.js")).href;
  const { compiledExtension, extensionLibrary } = (await import(url)) as typeof extensions;
  const cache = join(folder, "cache");
  process.env.PATCH_CACHE = cache;
  try {
    assert.equal(compiledExtension("VecStim", installation), undefined);
    const lines: string[] = [];
    const make = () => extensionLibrary("VecStim", installation, (line) => lines.push(line));
    const library = make();
    assert.equal(make(), library);
    assert.ok(library.startsWith(join(cache, "extensions", "VecStim-")));
    assert.deepEqual(
      lines.map((line) => line.split(", into ")[0]),
      ["nrn-patch: compiling VecStim, once"],
    );
  } finally {
    delete process.env.PATCH_CACHE;
  }
});
