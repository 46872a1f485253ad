// nrn-patch run: what it refuses, and says of it.
import assert from "node:assert/strict";
import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderOf, model, run } from "./buttons.js";
import { command } from "./support.js";

test("what is not there is told, with what is meant; nothing is written", () => {
  const folder = folderOf({ "mosinit.hoc": model });
  const button = run(folder, "--press", "Figure 2", "--csv", "data");
  assert.equal(button.status, 1);
  assert.match(button.errors, /no button "Figure 2"\. Did you mean "Figure 1"\?/);
  assert.equal(existsSync(join(folder, "data")), false);
  assert.equal(run(folder, "--record", "soma.w(0.5)").status, 1);
  assert.equal(run(folder, "--set", "gain=much").status, 2);
  assert.equal(run(folder, "--tstop", "soon").status, 2);
  assert.match(run(folderOf({ "readme.txt": "" })).errors, /neither mosinit\.hoc nor init\.hoc/);
  const odd = folderOf({ "init.hoc/x": "" });
  symlinkSync("mosinit.hoc", join(odd, "mosinit.hoc"));
  assert.match(run(odd).errors, /neither mosinit\.hoc nor init\.hoc/);
  assert.match(run(folderOf({ "a.hoc": "", "b.hoc": "" })).errors, /a\.hoc, b\.hoc/);
  assert.match(run(folderOf({ "sim/mosinit.hoc": "" })).errors, /below it is sim\./);
  assert.match(run(folderOf({ "model.py": "" })).errors, /written in Python/);
  assert.match(run(folder, "--press", "Figure 1", "--vinit", "-70", "--csv", "mosinit.hoc").errors, /mosinit\.hoc/);
  assert.deepEqual(readdirSync(folder), ["mosinit.hoc"]);
});

test("a folder that cannot be written in is refused before the model is loaded, with the option and why; files come all or none", () => {
  const folder = folderOf({ "mosinit.hoc": `print "loaded"\n${model}`, "data/Graph[0].csv/x": "", "data/kept": "" });
  symlinkSync("nowhere", join(folder, "link"));
  const refused: Readonly<Record<string, RegExp>> = {
    "mosinit.hoc": /mosinit\.hoc is a file/,
    "mosinit.hoc/below": /mosinit\.hoc is a file/,
    link: /a link there leads nowhere/,
    // Node's own mkdir never comes back from the first of them.
    ...(process.platform === "linux" && { "/proc/x": /nothing can be made/, "/sys/x/y": /may not|only be read/ }),
  };
  for (const [place, why] of Object.entries(refused)) {
    const { status, errors, out } = run(folder, "--svg", "a/b", "--csv", place);
    assert.equal(status, 2);
    assert.ok(errors.startsWith(`--csv: expected a folder to write in, got ${place}: `), errors);
    assert.match(errors, why);
    assert.doesNotMatch(out, /loaded/);
  }
  const late = run(folder, "--svg", "a/b", "--csv", "data", "--quiet");
  assert.equal(late.status, 1);
  assert.match(late.errors, /data\/Graph\[0\]\.csv is a folder/);
  assert.deepEqual(readdirSync(folder).sort(), ["data", "link", "mosinit.hoc"]);
  assert.deepEqual(readdirSync(join(folder, "data")).sort(), ["Graph[0].csv", "kept"]);
  assert.equal(run(folder, "--svg", "a/b", "--csv", "a", "--quiet").status, 0);
  assert.deepEqual([readdirSync(join(folder, "a")), readdirSync(join(folder, "a", "b"))].flat().sort(), [
    "Graph[0].csv",
    "Graph[0].svg",
    "b",
  ]);
});

test("what is misspelt in --record, --set, --call and --press is told with what is near", () => {
  const cell = `
begintemplate Cell
public soma, syn
create soma
objref syn
proc init() { soma syn = new ExpSyn(0.5) }
endtemplate Cell
objref cell
cell = new Cell()
place = 2
proc show() {}
`;
  const folder = folderOf({ "mosinit.hoc": model + cell });
  const told: readonly (readonly [option: string, value: string, status: number, RegExp])[] = [
    ["record", "soma.v(1.5)", 2, /v\(x\): expected a number from 0 to 1, got 1\.5/],
    ["record", "soma.v(place)", 1, /v\(x\): expected a number from 0 to 1, got 2/],
    ["record", "soma.gnabar_h(0.5)", 1, /soma\(0\.5\) has no "gnabar_h"\. Did you mean "gnabar_hh"\?/],
    ["record", "soma.v", 1, /where along the section, as in soma\.v\(0\.5\)/],
    ["record", "cell.sma.v(0.5)", 1, /Cell\[0\] has no "sma"\. Did you mean "soma"\?/],
    ["record", "cell.syn.ii", 1, /ExpSyn\[0\] has no "ii"\. Did you mean "i"\?/],
    ["record", "gian", 1, /no name "gian"\. Did you mean "gain"\?/],
    ["record", "figure1", 1, /expected a variable such as/],
    ["set", "strenth=1", 1, /no field "strenth"\. Did you mean "strength"\?/],
    ["set", "stren=1", 1, /no field "stren"\. Did you mean "strength"\?/],
    ["set", "Figure 1=1", 1, /It is a button: --press "Figure 1"/],
    ["set", "gian=1", 1, /no name "gian"\. Did you mean "gain"\?/],
    ["set", "soma.LL=1", 1, /soma has no "LL"\. Did you mean "L"\?/],
    ["set", "soma.v(1.5)=1", 1, /expected a number from 0 to 1, got 1\.5/],
    ["press", "strength", 1, /It is a field: --set "strength=NUMBER"/],
    ["press", "Fig", 1, /no button "Fig"\. Did you mean "Figure 1"\?/],
    ["call", "figur1()", 1, /no name "figur1"\. Did you mean "figure1"\?/],
    ["call", "gain = gian", 1, /no name "gian"\. Did you mean "gain"\?/],
  ];
  for (const [option, value, status, message] of told) {
    const { status: is, errors } = run(folder, `--${option}`, value, "--quiet");
    assert.match(errors, message);
    assert.ok(errors.includes(`--${option}`) && !/nrn_patch_|near line/.test(errors), errors);
    assert.equal(is, status, errors);
  }
});

test("a name to record that nothing has is told before the run, or as a run of a button's begins", () => {
  const loud = model.replace("create soma", 'create soma\nproc advance() { if (t == 0) print "moves" fadvance() }');
  const built = `proc build() { execute("objref late") execute("late = new Vector(3)") run() }\n`;
  const folder = folderOf({ "mosinit.hoc": `${loud}${built}` });
  for (const name of ["soam.v(0.5)", "soma.gnabar_h(0.5)", "gian", "somma.v"]) {
    const { status, out, errors } = run(folder, "--record", name);
    assert.equal(status, 1, errors);
    assert.doesNotMatch(out, /moves/);
    assert.match(errors, /^nrn-patch: --record .*: .* no .*(?<!\?)[.?]$/m);
  }
  const pressed = run(folder, "--press", "Figure 1", "--record", "soam.v(0.5)");
  assert.equal(pressed.status, 1);
  assert.match(pressed.errors, /no section "soam"\. Did you mean "soma"\? A run has begun without it\./);
  const deleted = folderOf({ "mosinit.hoc": "create gone\ngone delete_section()\ncreate soma" });
  assert.match(run(deleted, "--record", "gone.v(0.5)").errors, /: the section gone was deleted\.$/m);
  const late = run(folder, "--call", "build()", "--record", "late.x[0]", "--record", "soma.v(0.5)");
  assert.deepEqual([late.status, late.errors], [0, ""]);
});

test("what would not be done is refused: files of a list, a page's port without a page", () => {
  const folder = folderOf({ "mosinit.hoc": model });
  for (const together of [
    ["--list", "--csv", "data"],
    ["--list", "--record", "gain"],
    ["--serve", "--svg", "data"],
    ["--port", "80"],
  ])
    assert.equal(run(folder, ...together).status, 2);
});

test("a program that throws, at once or later, leaves the process or is no JavaScript ends with that, for programs too", () => {
  const told: Readonly<Record<string, RegExp>> = {
    'throw new TypeError("at once")': /^TypeError: at once\n +at .*model\.mjs:1:\d+$/,
    'setTimeout(() => { throw new Error("later") }); await new Promise(() => {})': /^Error: later/,
    'Promise.reject(new Error("unheard")); await new Promise(() => {})': /^Error: unheard/,
    "process.exit(0)": /^The model calls process\.exit\(\)\.$/,
    "let x = ;": /model\.mjs:1\nlet x = ;.*SyntaxError: Unexpected token/s,
  };
  for (const [text, message] of Object.entries(told)) {
    const { status, json } = command("nrn-patch", folderOf({ "model.mjs": text }), ["run", "model.mjs", "--json"]);
    assert.equal(status, 1);
    assert.match(json.error.message, message);
  }
});
