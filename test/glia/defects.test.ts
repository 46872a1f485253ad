// What the first Glia got wrong and this one must not, by the numbers of the list that was made of it; and what a user's script sees.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { broken, installation, leak, newFolder, packageRoot, project, run, synapse, write } from "./support.js";

const manifest = (name: string, more: object = {}) => ({ name, version: "1.0.0", glia: { mods: "mod" }, ...more });

test("14: the first use installs nothing and writes nothing into the project", () => {
  const root = project({ "package.json": manifest("clean"), "mod/A.mod": leak("A") });
  const files = () =>
    readdirSync(root).concat(
      readdirSync(join(root, "mod")),
      existsSync(join(root, "node_modules")) ? readdirSync(join(root, "node_modules")) : [],
    );
  const before = files().length;
  const { status, out, errors } = run(root, `console.log(g.insert(p.Section(), "A").g);`);
  assert.deepEqual([status, out, errors.replace(/^glia: compiling 1 mechanism\n/, "")], [0, "0.001", ""]);
  assert.equal(files().length - before, 3, "node_modules, the link in it and main.mjs, which the test itself made");
});

test("15: two packages with a file of one name each have their mechanism", () => {
  const root = project({
    "package.json": manifest("one", { dependencies: { two: "*" } }),
    "mod/AMPA__0.mod": synapse("AMPA", 1),
    "node_modules/two/package.json": manifest("two", { exports: {} }),
    "node_modules/two/mod/AMPA__0.mod": synapse("AMPA", 2),
  });
  const { out } = run(
    root,
    `const s = p.Section(); console.log(g.insert(s, "AMPA", { package: "one" }).tau, g.insert(s, "AMPA", { package: "two" }).tau);`,
  );
  assert.equal(out, "1 2");
});

test("16: after a failed compilation and a mended source, all works again; so it does when the library is gone", () => {
  const root = project({ "package.json": manifest("mended"), "mod/A.mod": leak("A"), "mod/B.mod": leak("B") });
  const cache = newFolder();
  const env = { PATCH_CACHE: cache };
  const script = `for (const name of ["A", "B"]) try { console.log(name, g.insert(p.Section(), name).g); } catch (error) { console.log(name, error.name); }`;
  assert.equal(run(root, script, env).out, "A 0.001\nB 0.001");
  write(root, { "mod/B.mod": broken("B") });
  const failed = run(root, script, env);
  assert.equal(failed.out, "A 0.001\nB CompileError");
  assert.match(failed.errors, /GliaWarning: B of the package mended could not be compiled\.\n.*mod\/B\.mod:4: /);
  write(root, { "mod/B.mod": leak("B") });
  assert.equal(run(root, script, env).out, "A 0.001\nB 0.001");
  rmSync(join(cache, "glia", "libraries"), { recursive: true });
  assert.equal(run(root, script, env).out, "A 0.001\nB 0.001");
});

test("17: a mechanism that was removed is gone, and its plain name is free again", () => {
  const root = project({ "package.json": manifest("removed"), "mod/A.mod": leak("A"), "mod/A__b.mod": leak("A", 0.5) });
  const script = `try { console.log(h.A.name()); } catch (error) { console.log(error.message); }`;
  assert.match(run(root, script).out, /Several mechanisms are called A: glia__removed__A__0, glia__removed__A__b\./);
  rmSync(join(root, "mod/A__b.mod"));
  assert.equal(run(root, script).out, "glia__removed__A__0");
});

test("18, 19: compiling without loading, and loading without compiling, leave the next use in order", () => {
  const root = project({ "package.json": manifest("twice"), "mod/A.mod": leak("A") });
  const script = `const { assets, compiled } = g.compile(); console.log(assets, g.load().assets, g.compile().compiled.length, p.Section().insert("A").has_membrane("glia__twice__A__0"));`;
  assert.match(run(root, script).out, /^\[ 'glia__twice__A__0' \] \[ 'glia__twice__A__0' \] 0 true$/);
  write(root, { "mod/A.mod": leak("A", 0.25) });
  assert.equal(run(root, "console.log(g.insert(p.Section(), 'A').g)").out, "0.25");
});

test("20, 21: options are called what the documentation calls them; what is unknown is an error of one kind", () => {
  const root = project({
    "package.json": manifest("called"),
    "mod/A.mod": leak("A"),
    "mod/A__fast.mod": leak("A", 0.5),
  });
  const { out } = run(
    root,
    `const s = h.Section("s");
     console.log(g.insert(s, "A", { variant: "fast", package: "called" }).g);
     console.log(g.context({ package: "called", variant: "fast" }, () => g.resolve("A")));
     for (const wrong of [() => g.insert(s, "B"), () => g.resolve("B"), () => g.select("B")]) try { wrong(); } catch (error) { console.log(error.code); }`,
  );
  assert.equal(out, "0.5\nglia__called__A__fast\nERR_GLIA_UNKNOWN\nERR_GLIA_UNKNOWN\nERR_GLIA_UNKNOWN");
});

test("a mechanism that does not compile: the error's stack leads to the line that asks for it", () => {
  const root = project({ "package.json": manifest("stacks"), "mod/A.mod": leak("A"), "mod/Bad.mod": broken("Bad") });
  const { out } = run(
    root,
    `g.insert(p.Section(), "A");
     function wanted() { g.insert(p.Section(), "Bad"); }
     try { wanted(); } catch (error) { console.log(error.stack); }`,
  );
  assert.match(out, /^CompileError: Bad of the package stacks/);
  assert.match(out, /at wanted /);
});

test("22: the name in the file is the asset's; what the file is called says the variant only", () => {
  const root = project({ "package.json": manifest("named"), "mod/other__slow.mod": leak("A") });
  assert.equal(
    run(root, `console.log(g.resolve("A"), g.packages()[0].assets[0].variant);`).out,
    "glia__named__A__slow slow",
  );
});

test("23: a context's package that lacks the asset is an error, and no other package is taken in silence", () => {
  const root = project({
    "package.json": manifest("strict", { dependencies: { two: "*" } }),
    "mod/A.mod": leak("A"),
    "node_modules/two/package.json": manifest("two"),
    "node_modules/two/mod/B.mod": leak("B"),
  });
  const { out } = run(
    root,
    `try { g.context({ package: "two" }, () => g.resolve("A")); } catch (error) { console.log(error.code, error.message); }`,
  );
  assert.match(out, /^ERR_GLIA_NO_MATCH There is no A of package two \(a context\)\./);
});

test("importing starts nothing, compiles nothing and prints nothing; p's names are known without a call of Glia's", () => {
  const root = project({
    "package.json": manifest("quiet"),
    "mod/A.mod": leak("A"),
    "mod/Syn.mod": synapse("Syn"),
    "mod/Bad.mod": "no NMODL",
  });
  const cache = newFolder();
  assert.deepEqual(run(root, "", { PATCH_CACHE: cache }), { status: 0, out: "", errors: "" });
  assert.ok(!existsSync(join(cache, "glia")));
  const { out, errors } = run(
    root,
    `const s = p.Section(); console.log(String(p.Syn(s)), s.insert("A")(0.5).A.g); p.run(1);`,
  );
  assert.equal(out, "glia__quiet__Syn__0[0] 0.001");
  assert.match(errors, /GliaWarning: .*Bad\.mod:1: it has no NEURON block/);
});

test("a second copy of Patch in the process takes over what the first has loaded, and compiles nothing", () => {
  const root = project({ "package.json": manifest("copies"), "mod/A.mod": leak("A"), "mod/Syn.mod": synapse("Syn") });
  const copy = join(packageRoot, "build", `glia-copy-${process.pid}`);
  mkdirSync(join(copy, "build"), { recursive: true });
  try {
    cpSync(join(packageRoot, "dist", "bundle"), join(copy, "dist", "bundle"), { recursive: true });
    cpSync(join(packageRoot, "package.json"), join(copy, "package.json"));
    symlinkSync(join(packageRoot, "build", "Release"), join(copy, "build", "Release"));
    const { status, out, errors } = run(
      root,
      `console.log(g.insert(p.Section(), "A").g, String(p.Syn(p.Section())));
       const of = (name) => import(${JSON.stringify(`${pathToFileURL(copy)}/dist/bundle/`)} + name);
       const [again, other] = [await of("glia.js"), await of("index.js")];
       console.log(again.insert === g.insert, other.p === p);
       const soma = other.p.Section({ insert: "A" });
       const mechanism = again.insert(soma, "A", { attributes: { g: 0.25 } });
       const synapse = again.insert(soma, "Syn", { attributes: { tau: 7 } });
       other.p.run(1);
       console.log(mechanism.g, soma(0.5).A.g, synapse.tau, again.load().assets.length);`,
      { PATCH_CACHE: newFolder(), NRN_PATCH_NEURON: installation.root },
    );
    assert.equal(status, 0, errors);
    assert.deepEqual(out.split("\n"), ["0.001 glia__copies__Syn__0[0]", "false false", "0.25 0.25 7 2"]);
    assert.equal(errors.match(/glia: compiling/g)?.length, 1, errors);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
