// Where packages are found, what their manifests may say, and what is said of each fault; no engine is started.
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { builtIn, taken } from "#src/glia/packages/builtin.js";
import { candidatesFor, discover, fullNameOf, plainNames } from "#src/glia/packages/discover.js";
import { select } from "#src/glia/packages/select.js";
import { rootProject } from "#src/glia/packages/tree.js";
import { NmodlError, PackageError } from "#src/glia.js";
import { isMechanismName } from "#src/hoc/mechanism.js";
import { h } from "#src/index.js";
import { broken, type Files, leak, newFolder, packageRoot, project, synapse, write } from "./support.js";

const own = (root: string) => discover(root).assets.filter(({ file }) => file !== undefined);
const manifest = (name: string, more: object = {}) => ({ name, version: "1.0.0", glia: { mods: "mod" }, ...more });
const faults = (root: string) => discover(root).faults.map(({ error }) => error);

const refusal = (action: () => unknown): string => {
  try {
    return `it gave ${String(action())}`;
  } catch (error) {
    return (error as Error).message;
  }
};

function link(from: string, to: string): void {
  mkdirSync(dirname(from), { recursive: true });
  symlinkSync(to, from);
}

test("the root project's own files: name from the file, variant from its name", () => {
  const root = project({ "mod/AMPA__fast.mod": synapse("AMPA"), "mod/kv.mod": leak("Kv"), "mod/readme.txt": "" });
  assert.deepEqual(
    own(root).map(({ name, variant, fullName, kind }) => [name, variant, fullName, kind]),
    [
      ["AMPA", "fast", "glia__project__AMPA__fast", "point process"],
      ["Kv", "0", "glia__project__Kv__0", "density"],
    ],
  );
  assert.equal(fullNameOf("@scope/my-mechs.js", "Kv", "a-b"), "glia___scope_my_mechs_js__Kv__a_b");
});

test("npm: dependencies, those hidden by exports, scoped ones, and what these depend on", () => {
  const root = project({
    "package.json": {
      name: "project",
      dependencies: { "@lab/a": "*", plain: "*", missing: "*" },
      devDependencies: { hidden: "*" },
    },
    "node_modules/@lab/a/package.json": manifest("@lab/a", { dependencies: { deep: "*" } }),
    "node_modules/@lab/a/mod/Kv.mod": leak("Kv"),
    "node_modules/plain/package.json": { name: "plain", dependencies: { unrelated: "*" } },
    "node_modules/unrelated/package.json": manifest("unrelated"),
    "node_modules/unrelated/mod/Un.mod": leak("Un"),
    "node_modules/hidden/package.json": manifest("hidden", {
      exports: { ".": "./index.js" },
      devDependencies: { unrelated: "*" },
    }),
    "node_modules/hidden/mod/Na.mod": leak("Na"),
    "node_modules/@lab/a/node_modules/deep/package.json": manifest("deep"),
    "node_modules/@lab/a/node_modules/deep/mod/Deep.mod": leak("Deep"),
  });
  assert.deepEqual(
    own(root)
      .map(({ package: from, name }) => `${from}/${name}`)
      .sort(),
    ["@lab/a/Kv", "deep/Deep", "hidden/Na"],
  );
});

test("pnpm: links into its store, and dependencies beside the link's target", () => {
  const root = project({
    "package.json": { name: "project", dependencies: { a: "*" } },
    "node_modules/.pnpm/a@1.0.0/node_modules/a/package.json": manifest("a", { peerDependencies: { b: "*" } }),
    "node_modules/.pnpm/a@1.0.0/node_modules/a/mod/Kv.mod": leak("Kv"),
    "node_modules/.pnpm/b@1.0.0/node_modules/b/package.json": manifest("b"),
    "node_modules/.pnpm/b@1.0.0/node_modules/b/mod/Na.mod": leak("Na"),
  });
  const store = join(root, "node_modules", ".pnpm");
  link(join(root, "node_modules", "a"), join(store, "a@1.0.0", "node_modules", "a"));
  link(join(store, "a@1.0.0", "node_modules", "b"), join(store, "b@1.0.0", "node_modules", "b"));
  assert.deepEqual(
    own(root)
      .map(({ name }) => name)
      .sort(),
    ["Kv", "Na"],
  );
});

test("workspaces: the root's members, once each, and a member's own dependencies", () => {
  const files: Files = {
    "package.json": { name: "all", workspaces: ["packages/*", "tools/one"], dependencies: { a: "*" } },
    "packages/a/package.json": manifest("a"),
    "packages/a/mod/Kv.mod": leak("Kv"),
    "packages/b/package.json": { name: "b", dependencies: { a: "*" } },
    "tools/one/package.json": manifest("one"),
    "tools/one/mod/Na.mod": leak("Na"),
  };
  const root = project(files);
  link(join(root, "node_modules", "a"), join(root, "packages", "a"));
  assert.deepEqual(
    own(root)
      .map(({ name }) => name)
      .sort(),
    ["Kv", "Na"],
  );
  assert.deepEqual(
    own(join(root, "packages", "b")).map(({ name }) => name),
    ["Kv"],
  );
});

test("the root project is the nearest folder with a package.json upward from the main script, else from the working directory", () => {
  const root = project({
    "src/deep/main.mjs": "",
    "node_modules/tool/package.json": { name: "tool" },
    "node_modules/tool/cli.js": "",
  });
  const [, script] = process.argv;
  try {
    process.argv[1] = join(root, "src/deep/main.mjs");
    assert.equal(rootProject(), root);
    // A tool that lies in a node_modules (a test runner) runs somebody's project.
    process.argv[1] = join(root, "node_modules/tool/cli.js");
    assert.equal(join(rootProject(), "/"), packageRoot);
  } finally {
    process.argv[1] = script as string;
  }
});

test("each fault of a manifest has a message that names file, field and what is expected", () => {
  const cases: [json: unknown, expected: RegExp][] = [
    [
      { name: "a", glia: "mod" },
      /node_modules\/a\/package\.json: "glia": expected an object such as \{ "mods": "mod" \}, got the string "mod"/,
    ],
    [{ name: "a", glia: { mod: "mod" } }, /"glia": unknown field "mod"\. Did you mean "mods"\?/],
    [{ name: "a", glia: {} }, /"glia\.mods": expected the name of a folder of NMODL files, got undefined/],
    [{ name: "a", glia: { mods: 3 } }, /"glia\.mods": expected .* got 3/],
    [{ name: "a", glia: { mods: "none" } }, /"glia\.mods": there is no folder .*none/],
    [{ name: "a", glia: { mods: "../.." } }, /"glia\.mods": \.\.\/\.\. lies outside the package/],
    [{ name: "a", glia: { mods: "mod", names: "short" } }, /"glia\.names": expected "plain" or nothing/],
    [{ glia: { mods: "mod" } }, /needs a "name"/],
    ["{ no json", /is not JSON/],
    ["[]", /expected an object/],
  ];
  for (const [json, expected] of cases) {
    const root = project({
      "package.json": manifest("project", { dependencies: { a: "*" } }),
      "mod/Kv.mod": leak("Kv"),
      "node_modules/a/package.json": json,
      "node_modules/a/mod/Na.mod": leak("Na"),
    });
    const [error, ...others] = faults(root);
    assert.ok(error instanceof PackageError, String(error));
    assert.match(error.message, expected);
    assert.equal(others.length, 0);
    assert.deepEqual(
      own(root).map(({ name }) => name),
      ["Kv"],
      "the others are usable",
    );
  }
});

test("a broken file is told by name and line when it is asked for, and the others are usable", () => {
  const root = project({
    "mod/Kv.mod": leak("Kv"),
    "mod/Bad__fast.mod": "TITLE none",
    "mod/Open.mod": "NEURON {\n SUFFIX Open\n",
  });
  const errors = faults(root);
  assert.deepEqual(
    errors.map((error) => error instanceof NmodlError),
    [true, true],
  );
  const [bad] = candidatesFor(discover(root), "Bad");
  assert.equal(bad?.variant, "fast");
  assert.match(bad?.fault?.message ?? "", /Bad__fast\.mod:1/);
  assert.equal(candidatesFor(discover(root), "Kv")[0]?.fault, undefined);
  write(root, { "mod/Open.mod": broken("Open") });
  assert.equal(faults(root).length, 1, "what only the compiler can tell is left to it");
});

test("two files of one asset and variant, two packages of one name, names that NEURON has: none of them is taken in silence", () => {
  const twice = project({ "mod/a.mod": leak("Kv"), "mod/b.mod": leak("Kv"), "mod/Na.mod": leak("Na") });
  assert.match(
    faults(twice)[0]?.message ?? "",
    /project: .*a\.mod and .*b\.mod are both Kv, variant 0\..*NAME__variant\.mod/,
  );
  assert.deepEqual(
    own(twice).map(({ name, fault }) => [name, fault instanceof PackageError]),
    [
      ["Na", false],
      ["Kv", true],
      ["Kv", true],
    ],
  );

  const same = project({
    "package.json": { name: "project", dependencies: { "a-b": "*", "a.b": "*" } },
    "node_modules/a-b/package.json": manifest("a-b"),
    "node_modules/a-b/mod/Kv.mod": leak("Kv"),
    "node_modules/a.b/package.json": manifest("a.b"),
    "node_modules/a.b/mod/Na.mod": leak("Na"),
  });
  assert.match(
    faults(same)[0]?.message ?? "",
    /Two packages have the same name in NEURON, a_b: a-b 1\.0\.0 in .* and a\.b 1\.0\.0 in /,
  );
  assert.deepEqual(
    own(same).map(({ fault }) => fault instanceof PackageError),
    [true, true],
  );

  const plain = project({
    "package.json": { name: "project", glia: { mods: "mod", names: "plain" } },
    "mod/hh.mod": leak("hh"),
    "mod/Kv.mod": leak("Kv"),
  });
  assert.match(
    faults(plain)[0]?.message ?? own(plain).find(({ name }) => name === "hh")?.fault?.message ?? "",
    /hh\.mod:3: NEURON has a mechanism hh of its own/,
  );
  assert.deepEqual(
    own(plain)
      .map(({ fullName }) => fullName)
      .sort(),
    ["Kv", "hh"],
  );
});

test("one package in two copies: the same version with the same files counts once; two versions are told with their places", () => {
  const tree = (deepVersion: string, deepFile: string) =>
    project({
      "package.json": { name: "project", dependencies: { mechs: "*", user: "*" } },
      "mod/.keep": "",
      "node_modules/mechs/package.json": manifest("mechs"),
      "node_modules/mechs/mod/Kv.mod": leak("Kv"),
      "node_modules/user/package.json": manifest("user", { dependencies: { mechs: "*" } }),
      "node_modules/user/mod/Na.mod": leak("Na"),
      "node_modules/user/node_modules/mechs/package.json": manifest("mechs", { version: deepVersion }),
      "node_modules/user/node_modules/mechs/mod/Kv.mod": deepFile,
    });
  const same = tree("1.0.0", leak("Kv"));
  assert.deepEqual(faults(same), []);
  assert.deepEqual(
    own(same).map(({ name, file }) => [name, file]),
    [
      ["Kv", join(same, "node_modules/mechs/mod/Kv.mod")],
      ["Na", join(same, "node_modules/user/mod/Na.mod")],
    ],
  );
  for (const [version, file] of [
    ["2.0.0", leak("Kv")],
    ["1.0.0", leak("Kv", 7)],
  ] as const) {
    const root = tree(version, file);
    const [first, second] = [join(root, "node_modules/mechs"), join(root, "node_modules/user/node_modules/mechs")];
    const [error] = faults(root);
    assert.ok(error instanceof PackageError);
    assert.ok(error.message.includes(`mechs 1.0.0 in ${first} and mechs ${version} in ${second}`), error.message);
    assert.match(error.message, /Bring them to one version \(npm dedupe\)/);
    // Neither is taken in silence; the others are usable.
    assert.deepEqual(
      own(root).map(({ name, fault }) => [name, fault?.message]),
      [
        ["Kv", error.message],
        ["Na", undefined],
        ["Kv", error.message],
      ],
    );
    assert.match(
      refusal(() => select(discover(root), "Kv")),
      /npm dedupe/,
    );
    assert.equal(select(discover(root), "Na").package, "user");
  }
});

test("a plain name stands for the one asset that bears it; NEURON's own keep theirs", () => {
  const root = project({
    "mod/Kv.mod": leak("Kv"),
    "mod/Na.mod": leak("Na"),
    "mod/Na__fast.mod": leak("Na"),
    "mod/hh.mod": leak("hh"),
    "mod/VecStim.mod": synapse("VecStim"),
  });
  const { alone, shared } = plainNames(discover(root));
  assert.deepEqual([...alone.keys()], ["Kv"]);
  assert.deepEqual([...shared.keys()], ["Na"]);
  assert.deepEqual(
    candidatesFor(discover(root), "hh").map(({ package: from }) => from),
    ["project", "NEURON"],
  );
});

test("files of an older Glia, which bear their full names, are known by the asset's", () => {
  const root = project({
    "mod/AMPA__0.mod": synapse("glia__dbbs__AMPA__0"),
    "mod/x.mod": leak("glia__dbbs__Kv__fast"),
  });
  assert.deepEqual(
    own(root)
      .map(({ fullName }) => fullName)
      .sort(),
    ["glia__project__AMPA__0", "glia__project__Kv__fast"],
  );
});

test("a folder with nothing in it: NEURON's own mechanisms are there, and are what NEURON has", () => {
  const found = discover(newFolder());
  assert.deepEqual(found.faults, []);
  assert.deepEqual(
    found.packages.map(({ name }) => name),
    ["NEURON"],
  );
  for (const [name, kind] of builtIn) {
    assert.ok(name in h, name);
    assert.equal(isMechanismName(name), kind === "density", name);
  }
  for (const name of taken) assert.ok(name in h || name === "fastpas", name);
});

test("fifty packages are looked through quickly", () => {
  const names = Array.from({ length: 50 }, (_, i) => `p${i}`);
  const files: Record<string, unknown> = {
    "package.json": { name: "project", dependencies: Object.fromEntries(names.map((name) => [name, "*"])) },
  };
  for (const name of names) {
    files[`node_modules/${name}/package.json`] = manifest(name);
    files[`node_modules/${name}/mod/Kv.mod`] = leak("Kv");
  }
  const root = project(files);
  discover(root);
  const start = performance.now();
  assert.equal(own(root).length, 50);
  assert.ok(performance.now() - start < 250, `${performance.now() - start} ms`);
});
