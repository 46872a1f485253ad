// One library for a project: only what changed is compiled, what is broken costs the others nothing, and nothing is ever half there.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { settingHash } from "#src/engine/compile.js";
import { cachePath, clearCache, inCache } from "#src/glia/packages/cache.js";
import {
  type Compiled,
  type CompileOptions,
  type CompileProgress,
  compile,
  compileAsync,
} from "#src/glia/packages/compile.js";
import { discover } from "#src/glia/packages/discover.js";
import { CompileError, GliaError } from "#src/glia.js";
import { broken, filesIn, installation, leak, newFolder, packageRoot, project, synapse, write } from "./support.js";

/** A cache of the test's own, which may start with the objects that all tests share. */
function compiled(root: string, cache: string, options: CompileOptions = {}): Compiled {
  return compile(discover(root).assets, { cache, ...options });
}
const names = (assets: readonly { name: string }[]) => assets.map(({ name }) => name).sort();
const failures = (result: Compiled) =>
  Object.fromEntries([...result.failures].map(([{ name }, error]) => [name, error]));
const manifest = (name: string) => ({ name, version: "1.0.0", glia: { mods: "mod" } });
/** Nothing that a killed or failed process may leave: locks, or things half made. */
const leftovers = (cache: string) =>
  ["objects", "libraries", "failures", "locks"]
    .flatMap((part) => (existsSync(join(cache, part)) ? readdirSync(join(cache, part)) : []))
    .filter((name) => /making|lock/.test(name));

test("what is there is not compiled again; of what changed, only that", () => {
  const cache = newFolder();
  const root = project({
    "package.json": manifest("changing"),
    "mod/A.mod": leak("A"),
    "mod/B.mod": synapse("B"),
    "mod/b.inc": "",
    "mod/notes.txt": "",
  });
  const first = compiled(root, cache);
  assert.deepEqual(
    [names(first.assets), names(first.fresh)],
    [
      ["A", "B"],
      ["A", "B"],
    ],
  );
  assert.ok(first.library?.startsWith(cache) && existsSync(first.library));
  const start = performance.now();
  const again = compiled(root, cache);
  assert.ok(performance.now() - start < 100);
  assert.deepEqual([again.library, again.fresh], [first.library, []]);

  write(root, { "mod/A.mod": leak("A", 0.5), "mod/b.inc": ": nobody includes it" });
  const changed = compiled(root, cache);
  assert.deepEqual(names(changed.fresh), ["A"]);
  assert.notEqual(changed.library, first.library);
  write(root, { "mod/A.mod": leak("A") });
  assert.deepEqual(compiled(root, cache), { ...first, fresh: [] }, "and back again");

  // Upstream: a package that was removed leaves its mechanisms in the library.
  rmSync(join(root, "mod/B.mod"));
  const removed = compiled(root, cache);
  assert.deepEqual([names(removed.assets), removed.fresh], [["A"], []]);
  assert.deepEqual(leftovers(cache), []);
});

test("a change in an included file counts as a change of the files that include it, through other files too", () => {
  const cache = newFolder();
  const root = project({
    "package.json": manifest("including"),
    "mod/With.mod": `${leak("With")}INCLUDE "outer.inc"\n`,
    "mod/outer.inc": 'INCLUDE "parts/inner.inc"\n',
    "mod/parts/inner.inc": "FUNCTION six() { six = 6 }\n",
    "mod/Head.mod": `${leak("Head")}VERBATIM\n#include "head.h"\nENDVERBATIM\n`,
    "mod/head.h": "static int headed = 1;\n",
  });
  assert.deepEqual(failures(compiled(root, cache)), {});
  write(root, { "mod/parts/inner.inc": "FUNCTION six() { six = 6.0 }\n" });
  assert.deepEqual(names(compiled(root, cache).fresh), ["With"]);
  write(root, { "mod/head.h": "static int headed = 2;\n" });
  assert.deepEqual(names(compiled(root, cache).fresh), ["Head"]);
  write(root, { "mod/parts/inner.inc": "FUNCTION six() { six = = 6 }\n" });
  const { With } = failures(compiled(root, cache));
  assert.ok(With instanceof CompileError);
  assert.match(With.message, /With of the package including could not be compiled/);
});

test("two packages with files of one name, and with include files of one name that differ", () => {
  const root = project({
    "package.json": { ...manifest("main"), dependencies: { other: "*" } },
    "mod/AMPA__0.mod": `${synapse("AMPA", 1)}INCLUDE "f.inc"\n`,
    "mod/f.inc": "FUNCTION f() { f = 1 }\n",
    "node_modules/other/package.json": manifest("other"),
    "node_modules/other/mod/AMPA__0.mod": `${synapse("AMPA", 2)}INCLUDE "f.inc"\n`,
    "node_modules/other/mod/f.inc": "FUNCTION f() { f = 2 }\n",
  });
  const result = compiled(root, newFolder());
  assert.deepEqual(
    result.assets.map(({ fullName }) => fullName),
    ["glia__main__AMPA__0", "glia__other__AMPA__0"],
  );
  assert.equal(result.failures.size, 0);
});

test("broken files are told by file and line, and cost the others nothing", () => {
  const cache = newFolder();
  const root = project({
    "package.json": manifest("failing"),
    "mod/A.mod": leak("A"),
    "mod/Broken__fast.mod": broken("Broken"),
    "mod/Unknown.mod": leak("Unknown").replace("i = g", "i = gg"),
    "mod/Verbatim.mod": `${leak("Verbatim")}PROCEDURE p() {\nVERBATIM\n  int a = nothing;\nENDVERBATIM\n}\n`,
    "mod/Undefined.mod": `${leak("Undefined")}VERBATIM\nextern "C" double nowhere(double);\nENDVERBATIM\nPROCEDURE p() {\nVERBATIM\n  nowhere(1.);\nENDVERBATIM\n}\n`,
    "mod/Two.mod": `${leak("Two")}VERBATIM\nint shared = 1;\nENDVERBATIM\n`,
    "mod/Twoo.mod": `${leak("Twoo")}VERBATIM\nint shared = 2;\nENDVERBATIM\n`,
    "mod/None.mod": "TITLE nothing",
  });
  const result = compiled(root, cache);
  const errors = failures(result);
  assert.deepEqual(
    Object.keys(errors).sort(),
    ["Broken", "None", "Twoo", "Undefined", "Unknown", "Verbatim"]
      .map((name) => (name === "Twoo" && !("Twoo" in errors) ? "Two" : name))
      .sort(),
  );
  assert.ok(names(result.assets).includes("A"));
  const places = (name: string) =>
    errors[name] instanceof CompileError ? errors[name].problems.map(({ file, line }) => [file, line]) : [];
  assert.deepEqual(places("Broken"), [[join(root, "mod/Broken__fast.mod"), 4]]);
  assert.deepEqual(places("Unknown")[0], [join(root, "mod/Unknown.mod"), 19]);
  assert.deepEqual(places("Verbatim")[0], [join(root, "mod/Verbatim.mod"), 23]);
  assert.deepEqual(places("Undefined"), [[join(root, "mod/Undefined.mod"), 22]]);
  assert.match(errors.Undefined?.message ?? "", /nowhere is defined nowhere/);
  assert.match((errors.Twoo ?? errors.Two)?.message ?? "", /shared is defined by another file too: declare it static/);
  for (const [name, error] of Object.entries(errors))
    if (name !== "None")
      assert.match(
        error.message,
        new RegExp(`^${name} of the package failing could not be compiled\\.\n.*${name}\\w*\\.mod:\\d+: `),
        name,
      );
  assert.doesNotMatch(errors.Broken?.message ?? "", /glia__|x86_64/, "the author's own names only");

  // The last good library stays; a file that is mended is compiled, and no other.
  const { library } = result;
  write(root, { "mod/A.mod": broken("A") });
  assert.deepEqual(Object.keys(failures(compiled(root, cache))).includes("A"), true);
  assert.ok(existsSync(library as string));
  write(root, { "mod/A.mod": leak("A"), "mod/Broken__fast.mod": leak("Broken") });
  const mended = compiled(root, cache);
  assert.deepEqual(
    names(mended.fresh).filter((name) => !name.startsWith("Two")),
    ["Broken"],
  );
  // Upstream: what failed once counts as fresh when its source is as before, though the library is gone.
  write(root, { "mod/Broken__fast.mod": broken("Broken") });
  assert.ok(failures(compiled(root, cache)).Broken instanceof CompileError);
  assert.deepEqual(leftovers(cache), []);
});

test("a library that is missing, cut off or changed is made again, from what is known", () => {
  const cache = newFolder();
  const root = project({ "package.json": manifest("changing"), "mod/A.mod": leak("A") });
  const { library = "" } = compiled(root, cache);
  const good = readFileSync(library);
  const damages: (() => void)[] = [
    () => rmSync(library),
    () => truncateSync(library, 1000),
    () => writeFileSync(library, Buffer.alloc(good.length)),
    () => rmSync(join(library, ".."), { recursive: true }),
    () => writeFileSync(join(library, "../sealed.json"), "{"),
  ];
  for (const damage of damages) {
    damage();
    const result = compiled(root, cache);
    assert.deepEqual([result.library, result.fresh], [library, []], String(damage));
    assert.ok(readFileSync(library).length > 10_000);
  }
  // An object that is damaged is compiled again.
  const [object = ""] = readdirSync(join(cache, "objects"));
  writeFileSync(join(cache, "objects", object), "no object");
  rmSync(library);
  assert.deepEqual(names(compiled(root, cache).fresh), ["A"]);
  clearCache(cache);
  assert.ok(!existsSync(cache));
});

test("the engine, its version and the flags are part of the key", () => {
  const include = newFolder();
  write(include, { "nrnsemanticversion.h": "9.1.0" });
  const keys = [
    settingHash(installation),
    settingHash({ ...installation, include }),
    settingHash(installation, { compiler: "-O3" }),
    settingHash(installation, { coreneuron: true }),
  ];
  assert.equal(new Set(keys).size, keys.length);
  const cache = newFolder();
  const root = project({ "package.json": manifest("changing"), "mod/A.mod": leak("A") });
  const first = compiled(root, cache);
  const flagged = compiled(root, cache, { flags: { compiler: "-DPLAIN" } });
  assert.deepEqual([names(flagged.fresh), flagged.library === first.library], [["A"], false]);
});

/** A program that compiles, and prints the library and what was compiled just now. */
function programOf(root: string, cache: string): string {
  const url = (path: string) => JSON.stringify(pathToFileURL(join(packageRoot, "dist/glia/packages", path)).href);
  return `import { compile } from ${url("compile.js")}; import { discover } from ${url("discover.js")};
    const result = compile(discover(${JSON.stringify(root)}).assets, { cache: ${JSON.stringify(cache)} });
    console.log(JSON.stringify([result.library, result.fresh.map(({ name }) => name)]));`;
}

/** It, in a process of its own. */
function apart(root: string, cache: string): ReturnType<typeof spawn> {
  return spawn(process.execPath, ["--input-type=module", "-e", programOf(root, cache)], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
}

async function answer(child: ReturnType<typeof spawn>): Promise<[string, string[]]> {
  let said = "";
  child.stdout?.on("data", (data: Buffer) => {
    said += String(data);
  });
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  return JSON.parse(said);
}

test("several processes at once: one compiles, the others wait for it; one that is killed leaves the next no trouble", async () => {
  const root = project({ "package.json": manifest("shared"), "mod/A.mod": leak("A") });
  const cache = newFolder();
  const answers = await Promise.all([1, 2, 3].map(() => answer(apart(root, cache))));
  assert.equal(new Set(answers.map(([library]) => library)).size, 1);
  assert.deepEqual(
    answers.flatMap(([, fresh]) => fresh),
    ["A"],
  );

  const other = newFolder();
  const killed = apart(root, other);
  const isCompiling = () => existsSync(join(other, "locks")) && readdirSync(join(other, "locks")).length > 0;
  while (!isCompiling()) await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => setTimeout(done, 300));
  process.kill(-(killed.pid as number), "SIGKILL");
  await once(killed, "close");
  assert.ok(isCompiling(), "its lock is still there");
  const result = compiled(root, other);
  assert.deepEqual(names(result.fresh), ["A"]);
  assert.deepEqual(leftovers(other), []);
});

test("progress file by file, without standing still", async () => {
  const root = project({ "package.json": manifest("progress"), "mod/A.mod": leak("A"), "mod/Bad.mod": broken("Bad") });
  const events: CompileProgress[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  const result = await compileAsync(discover(root).assets, {
    cache: newFolder(),
    progress: (event) => events.push(event),
  });
  clearInterval(timer);
  assert.ok(turns > 5);
  assert.deepEqual([names(result.assets), Object.keys(failures(result))], [["A"], ["Bad"]]);
  assert.deepEqual([events[0]?.step, events[0]?.total], ["begin", 2]);
  assert.ok(events.some(({ step, asset, done }) => step === "compiling" && asset?.name === "A" && done === 1));
  assert.equal(events.at(-1)?.step, "linking");
});

/** A folder of programs; a compiler's path has no blank. */
function programs(scripts: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "glia-programs-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  write(folder, scripts);
  for (const name of Object.keys(scripts)) chmodSync(join(folder, name), 0o755);
  return folder;
}

function withEnvironment<T>(values: Record<string, string>, action: () => T): T {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return action();
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

test("no compiler, a full disk, a cache that cannot be written, a temporary folder that is not there: the remedy is told, nothing is left behind", () => {
  const root = project({ "package.json": manifest("trouble"), "mod/A.mod": leak("A") });
  const told = (error: unknown, type: typeof GliaError, ...expected: RegExp[]) => {
    assert.ok(error instanceof type, String(error));
    for (const pattern of expected) assert.match(error.message, pattern);
    return true;
  };
  const cache = newFolder();
  withEnvironment({ PATH: newFolder(), CC: "", CXX: "" }, () =>
    assert.throws(
      () => compiled(root, cache),
      (error) => told(error, CompileError, /needs a C\+\+ compiler/, /To mend it: /),
    ),
  );
  const full = programs({
    "full-g++": '#!/bin/sh\necho "fatal error: error writing to a.o: No space left on device" >&2\nexit 1\n',
  });
  withEnvironment({ CXX: join(full, "full-g++") }, () =>
    assert.throws(
      () => compiled(root, cache),
      (error) => told(error, CompileError, /disk is full: make room in .*TMPDIR.*PATCH_CACHE/),
    ),
  );
  withEnvironment({ TMPDIR: join(tmpdir(), "there is none") }, () =>
    assert.throws(
      () => compiled(root, cache),
      (error) => told(error, CompileError, /are compiled in .*there is none.*set TMPDIR/),
    ),
  );
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  for (const place of [join(file, "cache"), "/sys/nowhere/glia"])
    assert.throws(
      () => compiled(root, place),
      (error) => told(error, GliaError, new RegExp(`cache of compiled mechanisms, ${place}: .*PATCH_CACHE`)),
    );
  assert.deepEqual(leftovers(cache), []);
  assert.deepEqual(readdirSync(join(cache, "libraries")), []);
  assert.deepEqual(names(compiled(root, cache).fresh), ["A"], "and then it works");
  assert.deepEqual(
    readdirSync(tmpdir()).filter(
      (name) => name.startsWith(`glia-compile-`) && existsSync(join(tmpdir(), name, "mods", "trouble")),
    ),
    [],
  );
});

/** What a user without rights to write sees; root, whom permissions do not stop, becomes nobody. */
function asReader(root: string, cache: string): string {
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", programOf(root, cache)], {
    cwd: "/",
    encoding: "utf8",
    ...nobody,
  });
  return stdout + stderr;
}

test("a cache that can only be read is enough when all is there; else its place and the remedy are told, and it stays as it is", () => {
  const root = project({ "package.json": manifest("changing"), "mod/A.mod": leak("A") });
  const cache = newFolder();
  chmodSync(dirname(cache), 0o755);
  const { library } = compiled(root, cache);
  spawnSync("chmod", ["-R", "a-w", cache]);
  try {
    assert.equal(asReader(root, cache).trim(), JSON.stringify([library, []]));
    const before = filesIn(cache);
    write(root, { "mod/New.mod": leak("New") });
    const told = asReader(root, cache);
    assert.ok(told.includes(`The cache of compiled mechanisms, ${cache}: it cannot be written to.`), told);
    assert.match(told, /Make it writable, or set PATCH_CACHE to another folder/);
    assert.deepEqual(filesIn(cache), before);
  } finally {
    spawnSync("chmod", ["-R", "u+w", cache]);
  }
});

test("a cache on a full disk: what fills it is told, and how to make room", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, copyfile"), { code: "ENOSPC" });
  assert.throws(
    () =>
      inCache("/cache", () => {
        throw full;
      }),
    (error) =>
      error instanceof GliaError &&
      error.cause === full &&
      /^The cache of compiled mechanisms, \/cache: the disk is full\. Make room \(`glia cache clear`.*PATCH_CACHE/.test(
        error.message,
      ),
  );
});

test("the cache lies outside the project: PATCH_CACHE, else the user's", () => {
  assert.equal(cachePath(), join(process.env.PATCH_CACHE as string, "glia"));
  withEnvironment({ PATCH_CACHE: "", XDG_CACHE_HOME: "/x" }, () =>
    assert.equal(cachePath(), process.platform === "darwin" ? cachePath() : "/x/nrn-patch/glia"),
  );
});

test("mechanisms with very long names", () => {
  const name = `L${"o".repeat(100)}ng`;
  const root = project({
    "package.json": manifest(`@a-scope/${"p".repeat(60)}`),
    [`mod/${name}__${"v".repeat(40)}.mod`]: leak(name),
  });
  const result = compiled(root, newFolder());
  assert.deepEqual([...result.failures.values()], []);
  assert.equal(result.assets.length, 1);
});
