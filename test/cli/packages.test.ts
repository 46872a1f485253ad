// glia new and glia add: a mechanism package and what comes into it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { filesIn, leak, newFolder, project, synapse, write } from "../glia/support.js";
import { glia } from "./support.js";

test("new: a package that Glia finds and npm packs", () => {
  const folder = newFolder();
  const { status, errors, out } = glia(folder, "new", "@lab/channels");
  assert.equal(status, 0, errors);
  assert.match(out, /^channels is a mechanism package:/);
  const root = join(folder, "channels");
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.deepEqual(
    [manifest.name, manifest.glia, manifest.scripts.test],
    ["@lab/channels", { mods: "mod" }, "glia test"],
  );
  assert.deepEqual(
    filesIn(root)
      .map((file) => file.slice(root.length + 1))
      .sort(),
    ["LICENSE", "README.md", "mod/Leak.mod", "package.json"],
  );
  const { json } = glia(root, "show", "Leak", "--json");
  assert.equal(json.chosen, "glia___lab_channels__Leak__0");
  assert.deepEqual(json.problems, []);
  const packed = spawnSync("npm", ["pack", "--dry-run", "--json"], { cwd: root, encoding: "utf8" });
  const files: { path: string }[] = JSON.parse(packed.stdout)[0].files;
  assert.deepEqual(files.map(({ path }) => path).sort(), ["LICENSE", "README.md", "mod/Leak.mod", "package.json"]);
});

test("new: a name that npm refuses, and a folder that is there, make nothing", () => {
  const folder = newFolder();
  for (const name of ["Upper", "a b", "../x", "@lab/"]) assert.equal(glia(folder, "new", name).status, 2, name);
  write(folder, { "taken/file.txt": "mine" });
  const { status, errors } = glia(folder, "new", "taken");
  assert.equal(status, 1);
  assert.match(errors, /is not empty\. Nothing was made/);
  assert.deepEqual(readdirSync(folder), ["taken"]);
  assert.deepEqual(readdirSync(join(folder, "taken")), ["file.txt"]);
});

test("add: name from the NEURON block, variant from the file's name, both from flags", () => {
  const root = project({ "mod/.keep": "" });
  const from = newFolder();
  write(from, { "kv_old.mod": leak("Kv"), "AMPA__fast.mod": synapse("AMPA") });
  assert.equal(glia(root, "add", join(from, "kv_old.mod")).status, 0);
  assert.equal(readFileSync(join(root, "mod", "Kv.mod"), "utf8"), leak("Kv"));
  assert.equal(
    glia(root, "add", join(from, "AMPA__fast.mod")).out,
    "AMPA, variant fast, of project: mod/AMPA__fast.mod.\n",
  );
  const { json } = glia(root, "add", join(from, "kv_old.mod"), "--name", "Kdr", "--variant", "2001", "--json");
  assert.deepEqual([json.asset, json.variant, json.file], ["Kdr", "2001", join(root, "mod", "Kdr__2001.mod")]);
  assert.equal(readFileSync(json.file, "utf8"), leak("Kdr"));
  assert.deepEqual(
    glia(root, "list", "--json")
      .json.assets.map(({ fullName }: { fullName: string }) => fullName)
      .sort(),
    ["glia__project__AMPA__fast", "glia__project__Kdr__2001", "glia__project__Kv__0"],
  );
});

test("add: a file that an older Glia has renamed gets its own name again", () => {
  const root = project({ "mod/.keep": "" });
  const from = newFolder();
  write(from, { "glia__dbbs_mod__Kv__slow.mod": leak("glia__dbbs_mod__Kv__slow") });
  assert.equal(glia(root, "add", join(from, "glia__dbbs_mod__Kv__slow.mod")).status, 0);
  assert.equal(readFileSync(join(root, "mod", "Kv__slow.mod"), "utf8"), leak("Kv"));
});

test("add: nothing is overwritten, whatever the other file is called", () => {
  const root = project({ "mod/old.mod": leak("Kv") });
  const from = newFolder();
  write(from, { "Kv.mod": leak("Kv", 7) });
  const { status, errors } = glia(root, "add", join(from, "Kv.mod"));
  assert.equal(status, 1);
  assert.match(errors, /old\.mod is there already, and nothing is overwritten\..*--variant/);
  assert.deepEqual(readdirSync(join(root, "mod")), ["old.mod"]);
});

test("add: what the file includes comes along; another file of that name is not replaced", () => {
  const root = project({ "mod/.keep": "" });
  const from = newFolder();
  const including = `INCLUDE "rates.inc"\n${leak("Kv")}`;
  write(from, { "Kv.mod": including, "rates.inc": ": rates\n", "unrelated.inc": "" });
  assert.match(glia(root, "add", join(from, "Kv.mod")).out, /mod\/Kv\.mod, with rates\.inc\.$/m);
  assert.equal(existsSync(join(root, "mod", "unrelated.inc")), false);
  write(from, { "rates.inc": ": others\n", "Na.mod": including.replace("Kv", "Na") });
  const { status, errors } = glia(root, "add", join(from, "Na.mod"));
  assert.equal(status, 1);
  assert.match(errors, /the package has another file of that name/);
  assert.equal(existsSync(join(root, "mod", "Na.mod")), false);
});

test("add: into another package, and what cannot be added", () => {
  const folder = newFolder();
  write(folder, {
    "package.json": { name: "plain" },
    "Kv.mod": leak("Kv"),
    "half.mod": "NEURON { SUFFIX half",
    "x.txt": "",
  });
  glia(folder, "new", "mechs");
  assert.equal(glia(folder, "add", "Kv.mod", "--package", "mechs").status, 0);
  assert.equal(existsSync(join(folder, "mechs", "mod", "Kv.mod")), true);
  for (const [args, code, message] of [
    [["Kv.mod"], 1, /has no "glia" field.*npm pkg set glia\.mods=mod/],
    [["none.mod"], 1, /There is no file/],
    [["x.txt"], 2, /expected an NMODL file/],
    [["half.mod", "--package", "mechs"], 1, /half\.mod:1: the block NEURON/],
    [["Kv.mod", "--package", "mechs", "--name", "3x"], 2, /"3x" can be no mechanism's/],
    [["Kv.mod", "--package", "mechs", "--variant", "a/b"], 2, /--variant: "a\/b"/],
  ] as const) {
    const { status, errors } = glia(folder, "add", ...args);
    assert.equal(status, code, errors);
    assert.match(errors, message);
  }
});
