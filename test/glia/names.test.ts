// Names that several bear, names that HOC's library uses, plain packages, and mechanisms that come while the process runs.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { NameError, p, h as typed, untyped } from "nrn-patch";
import * as g from "nrn-patch/glia";
import { leak, project, runsIn, synapse, write } from "./support.js";

const h = untyped(typed);
const manifest = (name: string, more: object = {}) => ({ name, version: "1.0.0", glia: { mods: "mod", ...more } });
const root = project({
  "package.json": { ...manifest("own"), dependencies: { "@lab/a": "*", published: "*" } },
  "mod/k.mod": leak("k"),
  "mod/Kv.mod": leak("Kv", 0.002),
  "mod/hh.mod": leak("hh"),
  "mod/Only.mod": leak("Only"),
  "node_modules/@lab/a/package.json": manifest("@lab/a"),
  "node_modules/@lab/a/mod/Kv.mod": leak("Kv", 0.003),
  "node_modules/published/package.json": manifest("published", { names: "plain" }),
  "node_modules/published/mod/cat.mod": leak("cat"),
  "node_modules/published/mod/j.mod": synapse("j"),
});
runsIn(root);

test("two packages with a Kv each live side by side (upstream: one overwrites the other)", () => {
  const soma = p.Section("soma");
  const own = g.insert(soma, "Kv", { package: "own" });
  const other = g.insert(soma, "Kv", { package: "@lab/a" });
  assert.deepEqual([own.g, other.g], [0.002, 0.003]);
  h.q_glia__own__Kv__0 = 8;
  assert.equal(h.q_glia___lab_a__Kv__0, 3);
  soma.dispose();
});

test("a name that several bear throws and names them", () => {
  const soma = p.Section("soma");
  const named = (error: unknown) =>
    error instanceof NameError &&
    error.message.includes("glia__own__Kv__0") &&
    error.message.includes("glia___lab_a__Kv__0");
  for (const use of [
    () => h.Kv,
    () => untyped(p).Kv,
    () => soma.insert("Kv"),
    () => untyped(soma(0.5)).Kv,
    () => untyped(soma(0.5)).g_Kv,
    () => h.q_Kv,
  ])
    assert.throws(use, named, String(use));
  assert.throws(() => g.insert(soma, "Kv"), g.TooManyMatchesError);
  soma.dispose();
});

test("a mechanism named like NEURON's own: both are there, and the plain name is NEURON's", () => {
  const soma = p.Section("soma");
  assert.throws(() => g.insert(soma, "hh"), /2 mechanisms are called hh:[\s\S]*package: "own"/);
  const own = g.insert(soma, "hh", { package: "own" });
  const neurons = g.insert(soma, "hh", { package: "NEURON" });
  assert.deepEqual([own.g, neurons.gnabar], [0.001, 0.12]);
  assert.equal(soma(0.5).hh.gnabar, 0.12);
  soma.dispose();
});

test("a plain package is compiled under its own names, for HOC that was published so", () => {
  assert.equal(g.resolve("cat"), "cat");
  const soma = p.Section("soma");
  assert.equal(g.insert(soma, "cat").g, 0.001);
  assert.equal(untyped(soma(0.5)).g_cat, 0.001);
  assert.equal(soma(0.5)[Symbol.iterator]().next().value.name() !== "", true);
  h("create hocs\naccess hocs\ninsert cat\ng_cat = 4");
  assert.equal(h.hocs(0.5).cat.g, 4);
  h.hocs.dispose();
  soma.dispose();
});

test("an asset called k, and HOC files that use k as a variable", () => {
  const soma = p.Section("soma");
  const mech = g.insert(soma, "k");
  h("create early\naccess early\ninsert k");
  assert.equal(h.early(0.5).k.g, 0.001);
  for (const file of ["import3d.hoc", "nrngui.hoc", "celbild.hoc"]) assert.equal(typed.load_file(file), 1, file);
  write(root, { "uses.hoc": '{load_file("celbild.hoc")}\ncreate late\naccess late\ninsert Only\n' });
  h.load_file(join(root, "uses.hoc"));
  assert.ok(h.late.has_membrane("Only"), "files of others see all names");
  mech.g = 5;
  assert.equal(untyped(soma(0.5)).k.g, 5);
  assert.ok(soma.has_membrane("k"));
  h.early.dispose();
  h.late.dispose();
  soma.dispose();
});

test("a mechanism that is added while the process runs is found, compiled and loaded", () => {
  write(root, { "mod/Late.mod": leak("Late") });
  const soma = p.Section("soma");
  const mech = g.insert(soma, "Late");
  assert.equal(mech.g, 0.001);
  assert.equal(untyped(soma(0.5)).Late.g, 0.001);
  assert.ok(h.Late === h.glia__own__Late__0);
  soma.dispose();
});

test("a plain name that a new mechanism bears too says no longer which is meant", () => {
  const soma = p.Section("soma");
  soma.insert("Late");
  assert.equal(untyped(soma).g_Late, 0.001);
  write(root, { "node_modules/@lab/a/mod/Late.mod": leak("Late") });
  g.load();
  const named = (error: unknown) =>
    error instanceof NameError &&
    error.message.includes("glia__own__Late__0") &&
    error.message.includes("glia___lab_a__Late__0");
  for (const use of [
    () => untyped(soma(0.5)).Late,
    () => untyped(soma).g_Late,
    () => untyped(soma(0.5)).g_Late,
    () => soma.insert("Late"),
    () => h.Late,
    () => untyped(p).Late,
  ])
    assert.throws(use, named, String(use));
  assert.throws(() => h("insert Late"), /syntax|Late/);
  assert.equal(untyped(soma(0.5)).glia__own__Late__0.g, 0.001);
  soma.dispose();
});

test("one that has changed since it was loaded is told, by its file; the process keeps the one it has", () => {
  write(root, { "mod/k.mod": leak("k", 0.5), "mod/New.mod": leak("New") });
  assert.throws(
    () => g.load(),
    (error) =>
      error instanceof g.GliaError &&
      error.code === "ERR_GLIA_LOADED" &&
      /mod\/k\.mod\. Start a new process/.test(error.message),
  );
  const soma = p.Section();
  assert.equal(g.insert(soma, "New").g, 0.001, "what is new is there all the same");
  assert.equal(g.insert(soma, "k").g, 0.001);
  soma.dispose();
  rmSync(join(root, "mod/New.mod"));
  write(root, { "mod/k.mod": leak("k") });
  assert.deepEqual(g.load().failures, []);
});
