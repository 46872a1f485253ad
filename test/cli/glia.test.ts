// glia list, show, select, cache, help and mistakes: what needs no compiler.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { leak, newFolder, packageRoot, project, synapse } from "../glia/support.js";
import { command, dependency, glia } from "./support.js";

const manifest = {
  name: "project",
  version: "1.0.0",
  glia: { mods: "mod" },
  dependencies: { mechs: "*", "@lab/mechs": "*" },
};

const several = () =>
  project({
    "package.json": manifest,
    "mod/Kv.mod": leak("Kv"),
    ...dependency("mechs", { "AMPA.mod": synapse("AMPA"), "AMPA__slow.mod": synapse("AMPA", 20) }),
    ...dependency("@lab/mechs", { "Kv.mod": leak("Kv", 0.2) }),
  });

test("list: a table for people, JSON for programs, NEURON's own with --all", () => {
  const root = several();
  const { status, out, errors } = glia(root, "list");
  assert.deepEqual([status, errors], [0, ""]);
  assert.equal(
    out,
    [
      "asset  variant  package     kind           file",
      "Kv     0        project     density        mod/Kv.mod",
      "AMPA   0        mechs       point process  node_modules/mechs/mod/AMPA.mod",
      "AMPA   slow     mechs       point process  node_modules/mechs/mod/AMPA__slow.mod",
      "Kv     0        @lab/mechs  density        node_modules/@lab/mechs/mod/Kv.mod",
      "",
      "4 mechanisms in 3 packages.",
      "",
    ].join("\n"),
  );
  const { json } = glia(root, "list", "--json");
  assert.equal(json.root, root);
  assert.deepEqual(json.problems, []);
  assert.deepEqual(json.assets[2], {
    name: "AMPA",
    variant: "slow",
    package: "mechs",
    version: "1.2.0",
    fullName: "glia__mechs__AMPA__slow",
    kind: "point process",
    file: join(root, "node_modules", "mechs", "mod", "AMPA__slow.mod"),
  });
  assert.match(glia(root, "list", "--all").out, /^ExpSyn +0 +NEURON +point process +built in$/m);
});

test("list: the project is that of the working directory or of --project, not the command's own", () => {
  const root = several();
  mkdirSync(join(root, "deep", "folder"), { recursive: true });
  assert.equal(glia(join(root, "deep", "folder"), "list", "--json").json.root, root);
  assert.equal(glia(packageRoot, "list", "--json", "--project", root).json.root, root);
  const nothing = glia(newFolder(), "list");
  assert.equal(nothing.status, 0);
  assert.match(nothing.out, /^No mechanisms in .*"glia"/);
});

test("list: what is not usable is told, and the exit code says so", () => {
  const root = project({
    "package.json": { ...manifest, dependencies: { bad: "*" } },
    "mod/Kv.mod": leak("Kv"),
    "mod/half.mod": "NEURON { SUFFIX half",
    "node_modules/bad/package.json": { name: "bad", glia: { mods: 3 } },
  });
  const { status, out, errors } = glia(root, "list");
  assert.equal(status, 1);
  assert.match(out, /^half .*\(not usable\)$/m);
  assert.match(errors, /bad\/package\.json: "glia\.mods"/);
  assert.match(errors, /half\.mod:1: the block NEURON/);
  assert.equal(glia(root, "list", "--json").json.problems.length, 2);
});

test("list starts no engine", () => {
  assert.equal(command("glia", several(), ["list"], { NRN_PATCH_NEURON: "/nowhere" }).status, 0);
});

test("show: candidates, the choice and why, parameters with units", () => {
  const root = several();
  const { status, out } = glia(root, "show", "AMPA");
  assert.equal(status, 0);
  assert.match(out, /^→ +AMPA +0 +mechs +1\.2\.0 +point process/m);
  assert.match(out, /^ +AMPA +slow +mechs/m);
  assert.match(out, /^glia__mechs__AMPA__0: of the variants of one package, 0 is meant unless another is named\.$/m);
  assert.match(out, /^ +tau +ms +2 +parameter, RANGE +decay$/m);
  assert.match(out, /^events +receives them$/m);
  const { json } = glia(root, "show", "AMPA", "--variant", "slow", "--json");
  assert.equal(json.chosen, "glia__mechs__AMPA__slow");
  assert.equal(json.mechanism.variables.find(({ name }: { name: string }) => name === "tau").value, 20);
  assert.match(glia(root, "show", "IClamp").out, /^ +amp +Strength, nA/m);
});

test("show: a name that is not clear, or not known, fails and says how to go on", () => {
  const root = several();
  const { status, out, errors } = glia(root, "show", "Kv");
  assert.equal(status, 1);
  assert.match(out, /^ +Kv +0 +@lab\/mechs/m);
  assert.match(errors, /^2 mechanisms are called Kv:[\s\S]*glia select Kv/);
  const unknown = glia(root, "show", "AMAP", "--json");
  assert.equal(unknown.status, 1);
  assert.equal(unknown.json.chosen, null);
  assert.match(unknown.json.problems[0], /Did you mean "AMPA"\?/);
});

test("select: writes the project's file, is shown as the reason, and is taken back", () => {
  const root = several();
  const file = join(root, ".glia.json");
  const chosen = glia(root, "select", "Kv", "--package", "@lab/mechs");
  assert.equal(chosen.status, 0, chosen.errors);
  assert.match(chosen.out, /^Kv is glia___lab_mechs__Kv__0: package @lab\/mechs/);
  assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), { assets: { Kv: { package: "@lab/mechs" } } });
  assert.match(glia(root, "show", "Kv").out, /\.glia\.json/);
  assert.equal(glia(root, "select", "glia__mechs__AMPA__slow").status, 0);
  assert.deepEqual(JSON.parse(readFileSync(file, "utf8")).assets.AMPA, { package: "mechs", variant: "slow" });
  assert.equal(glia(root, "select", "AMPA", "--clear").status, 0);
  assert.equal(glia(root, "select", "Kv", "--clear").status, 0);
  assert.equal(existsSync(file), false);
});

test("select: what nothing fits is refused and leaves no file; no choice is a question", () => {
  const root = several();
  const { status, errors } = glia(root, "select", "AMPA", "--variant", "slwo");
  assert.equal(status, 1);
  assert.match(errors, /There is no AMPA of variant slwo[\s\S]*Did you mean "slow"\?/);
  assert.equal(existsSync(join(root, ".glia.json")), false);
  const open = glia(root, "select", "AMPA");
  assert.equal(open.status, 2);
  assert.match(open.errors, /glia select AMPA --package mechs --variant slow/);
  assert.equal(glia(root, "select", "AMPA", "--clear", "--variant", "slow").status, 2);
});

test("cache: its path, and clearing it", () => {
  const root = newFolder();
  const folder = newFolder();
  const env = { PATCH_CACHE: folder };
  assert.equal(command("glia", root, ["cache", "path"], env).out, `${join(folder, "glia")}\n`);
  mkdirSync(join(folder, "glia", "objects"), { recursive: true });
  writeFileSync(join(folder, "other"), "");
  assert.equal(command("glia", root, ["cache", "clear", "--json"], env).json.cleared, true);
  assert.deepEqual([existsSync(join(folder, "glia")), existsSync(join(folder, "other"))], [false, true]);
  assert.equal(command("glia", root, ["cache", "clear"], env).status, 0);
  const wrong = glia(root, "cache", "claer");
  assert.equal(wrong.status, 2);
  assert.match(wrong.errors, /Did you mean "clear"\?/);
});

test("help of the command and of each verb; its version", () => {
  const root = newFolder();
  const { out, status } = glia(root, "--help");
  assert.equal(status, 0);
  const verbs = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, verb]) => verb as string);
  assert.deepEqual(verbs, ["list", "show", "compile", "test", "select", "new", "add", "types", "cache"]);
  for (const verb of verbs) {
    const help = glia(root, verb, "--help");
    assert.equal(help.status, 0);
    assert.match(help.out, new RegExp(`^Usage: glia ${verb}`));
    assert.match(help.out, / --json /);
  }
  assert.equal(glia(root, "help", "add").out, glia(root, "add", "-h").out);
  assert.match(glia(root, "--version").out, /^\d+\.\d+\.\d+\n$/);
});

for (const [args, message] of [
  [[], /^Mechanisms as packages/],
  [["lsit"], /there is no verb "lsit"\. Did you mean "list"\?/],
  [["--json"], /the verb comes first/],
  [["list", "--jsno"], /unknown option --jsno\. Did you mean "--json"\?/],
  [["list", "constructor"], /"constructor" is too much/],
  [["list", "--toString"], /unknown option --toString/],
  [["show"], /ASSET is missing\. Usage: glia show ASSET/],
  [["show", "Kv", "--variant"], /--variant needs a value: --variant NAME/],
  [["show", "Kv", "--variant", "--json"], /--variant needs a value, and --json looks like an option/],
  [["list", "--all=3"], /--all takes no value/],
  [["list", "--project", "/no/where"], /there is no folder \/no\/where/],
  [["test", "--duration", "long"], /--duration: expected a number above 0, got "long"/],
  [["types", "--out", "types.ts"], /ends in \.d\.ts/],
] as const)
  test(`a mistake is told, with exit code 2: glia ${args.join(" ")}`, () => {
    const { status, errors, out } = glia(newFolder(), ...args);
    assert.equal(status, 2);
    if (!(args as readonly string[]).includes("--json") || args[0] === "--json") assert.match(errors + out, message);
    else assert.match(JSON.parse(out).error.message, message);
  });

test("colours only on a terminal: none in a pipe", () => {
  const root = project({ "mod/bad.mod": "NEURON { SUFFIX bad" });
  assert.equal(glia(root, "list").out.includes("\x1b"), false);
});
