// nrn-patch run: a published model from its folder to its figures and data.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { leak, packageRoot, write } from "../glia/support.js";
import { folderOf, model, program, run } from "./buttons.js";
import { command } from "./support.js";

test("--list shows the model's own panels", () => {
  const { json, status } = run(folderOf({ "mosinit.hoc": model }), "--list", "--json");
  assert.equal(status, 0);
  assert.deepEqual(json.panels, [
    {
      title: "Figures",
      items: [
        { kind: "button", label: "Figure 1", command: "figure1()" },
        { kind: "field", label: "strength", command: "", value: 0.001 },
      ],
    },
  ]);
});

test("what is set and pressed is done in its order; a line is what is recorded", () => {
  const folder = folderOf({ "mosinit.hoc": model });
  const { status, errors } = run(
    folder,
    ...["--set", "strength=0.3", "--press", "Figure 1", "--record", "soma.v(0.5)"],
    ...["--csv", "data", "--svg", "pictures", "--quiet"],
  );
  assert.equal(status, 0, errors);
  assert.deepEqual(readdirSync(join(folder, "data")).sort(), ["Graph[0].csv", "record.csv"]);
  assert.match(readFileSync(join(folder, "pictures", "Graph[0].svg"), "utf8"), /^<svg/);
  const table = (name: string) =>
    readFileSync(join(folder, "data", name), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(-2).map(Number));
  const recorded = table("record.csv").map((row) => row[1] as number);
  assert.equal(recorded.length, 401);
  assert.deepEqual(
    table("Graph[0].csv").map((row) => row[1]),
    recorded,
  );
  // It fires at this current, and would not at the field's first.
  assert.ok(Math.max(...recorded) > 20);
});

test("without a button it runs; --tstop, --dt and --vinit count", () => {
  const { json } = run(
    folderOf({ "init.hoc": model }),
    ...["--tstop", "2", "--dt", "0.05", "--vinit=-70", "--record", "soma.v(0.5)", "--csv", "data", "--json"],
  );
  assert.ok(Math.abs(json.t - 2) < 1e-9, `${json.t}`);
  const lines = readFileSync(json.files.at(-1), "utf8").trim().split("\n");
  assert.equal(lines[1], "0,-70");
  assert.equal(lines.length, 42);
});

/** Times and values of record.csv. */
const recordedIn = (folder: string): number[][] =>
  readFileSync(join(folder, "data", "record.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
const record = ["--record", "soma.v(0.5)", "--csv", "data", "--quiet"];

test("--dt is the step that is taken, though it does not divide the time between two points; what the model sets itself is told", () => {
  const folder = folderOf({ "mosinit.hoc": model });
  for (const dt of [0.01, 0.03, 0.05]) {
    assert.equal(run(folder, "--dt", String(dt), ...record).status, 0);
    assert.equal(recordedIn(folder)[1]?.[0], dt);
  }
  const own = folderOf({ "mosinit.hoc": `${model}\nproc init() { dt = 0.1 finitialize(v_init) }\n` });
  const { json, status } = run(own, "--dt", "0.05", "--json");
  assert.equal(status, 0);
  assert.deepEqual(json.notes, ["--dt 0.05: the model itself has made it 0.1."]);
});

test("settings, presses and calls happen in their order; a setting after a run is followed by another", () => {
  const counting = `${model}\nruns = 0\nproc init() { runs += 1 finitialize(v_init) }\nproc show() { print "runs ", runs, tstop }\n`;
  const folder = folderOf({ "mosinit.hoc": counting });
  const said = (...args: string[]) => run(folder, ...args).out;
  assert.match(said("--press", "Figure 1", "--call", "show()"), /runs 1 10/);
  assert.match(said("--tstop", "2", "--press", "Figure 1", "--tstop", "3", "--call", "show()"), /runs 1 3/);
  const ending = (...args: string[]) => run(folder, ...args, "--json", "--record", "runs").json;
  assert.equal(ending("--press", "Figure 1").recorded[0].max, 1);
  assert.equal(ending("--press", "Figure 1", "--tstop", "3").recorded[0].max, 2);
  assert.equal(ending("--call", "init()").recorded[0].max, 2);
});

test("a model that runs when it is loaded is not run again, and is recorded all the same", () => {
  const folder = folderOf({
    "mosinit.hoc": `${model}\nruns = 0\nproc init() { runs += 1 finitialize(v_init) }\nrun()\n`,
  });
  const { json } = run(folder, "--json", "--record", "runs", "--record", "soma.v(0.5)");
  assert.deepEqual([json.recorded[0].max, json.recorded[1].points], [1, 401]);
  // To come to rest, before there is a graph that could show it.
  const early = folderOf({ "mosinit.hoc": model.replace("newPlotV()", "run()\nnewPlotV()") });
  assert.equal(run(early, "--json").json.graphs[0].lines[0].points, 401);
});

test("a field by its variable, a box to tick, a menu that the model fills", () => {
  const more = `
flag = 0
proc items() { xbutton("Deep", "gain = 0.3") }
xpanel("More")
xcheckbox("Flag", &flag, "gain = 0.2")
xmenu("Menu", "items()")
xpanel()
`;
  const folder = folderOf({ "mosinit.hoc": model + more });
  const gain = (...args: string[]) => run(folder, ...args, "--json", "--record", "gain").json.recorded[0].max;
  assert.equal(gain("--set", "gain=0.25"), 0.25);
  assert.equal(gain("--set", "Flag=1"), 0.2);
  assert.equal(gain("--press", "Deep"), 0.3);
});

test("with CVode's local step each variable has its own times", () => {
  const text = `${model}\ncreate axon\naxon insert pas\nproc localStep() { cvode_active(1) cvode_local(1) }\n`;
  const folder = folderOf({ "mosinit.hoc": text });
  const { status, errors } = run(
    folder,
    "--call",
    "localStep()",
    "--set",
    "gain=0.3",
    "--press",
    "Figure 1",
    ...record,
    "--record",
    "axon.v(0.5)",
  );
  assert.equal(status, 0, errors);
  const lines = readFileSync(join(folder, "data", "record.csv"), "utf8")
    .trim()
    .split("\n");
  assert.equal(lines[0], "line,x,y");
  const times = (name: string) =>
    lines.filter((line) => line.startsWith(`${name},`)).map((line) => Number(line.split(",")[1]));
  const [soma, axon] = [times("soma.v(0.5)"), times("axon.v(0.5)")];
  assert.ok(soma.length > 50 && axon.length > 5 && axon.length !== soma.length, `${soma.length}, ${axon.length}`);
  assert.deepEqual([soma[0], soma.at(-1), axon.at(-1)], [0, 10, 10]);
});

test("a program in JavaScript gets this package wherever it lies, is recorded by its sections' names, and leaves nothing running", () => {
  const folder = folderOf({ "model.mjs": program });
  const { status, errors } = command("nrn-patch", folder, ["run", "model.mjs", ...record]);
  assert.equal(status, 0, errors);
  assert.equal(recordedIn(folder).length, 401);
  assert.ok(Math.max(...recordedIn(folder).map(([, v]) => v as number)) > 20);
  const wrong = command("nrn-patch", folder, ["run", "model.mjs", "--record", "sma.v(0.5)"]);
  assert.match(wrong.errors, /no section "sma"\. Did you mean "soma"\?/);
});

test("TypeScript runs where Node does it, or a loader; else it is told what is needed", () => {
  const typed = program.replace("const soma", "const soma: any");
  const folder = folderOf({ "model.ts": typed });
  const plain = command("nrn-patch", folder, ["run", "model.ts", ...record]);
  if ((process.features as { typescript?: unknown }).typescript) assert.equal(plain.status, 0, plain.errors);
  else {
    assert.equal(plain.status, 2);
    assert.match(plain.errors, /model\.ts is TypeScript, which Node .*--import tsx/);
  }
  const typescript = pathToFileURL(join(packageRoot, "node_modules", "typescript", "lib", "typescript.js")).href;
  write(folder, {
    "hooks.mjs": `import { readFileSync } from "node:fs";
import ts from ${JSON.stringify(typescript)};
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const source = ts.transpileModule(readFileSync(new URL(url), "utf8"), { compilerOptions: { module: "esnext", target: "es2022" } }).outputText;
  return { format: "module", source, shortCircuit: true };
}`,
    "loader.mjs": 'import { register } from "node:module";\nregister("./hooks.mjs", import.meta.url);\n',
  });
  const NODE_OPTIONS = `--import ${pathToFileURL(join(folder, "loader.mjs")).href}`;
  const loaded = command("nrn-patch", folder, ["run", "model.ts", ...record], { NODE_OPTIONS });
  assert.equal(loaded.status, 0, loaded.errors);
  assert.equal(recordedIn(folder).length, 401);
});

test("mod files in a folder below, or where --mods says; several such folders have to be told apart", () => {
  const text = `${model}\nsoma insert Leaky\n`;
  const below = folderOf({ "mosinit.hoc": text, "mechanisms/Leaky.mod": leak("Leaky") });
  assert.equal(run(below, "--quiet").status, 0);
  const two = folderOf({ "mosinit.hoc": text, "a/Leaky.mod": leak("Leaky"), "b/Leaky.mod": leak("Leaky") });
  const unclear = run(two, "--quiet");
  assert.equal(unclear.status, 2);
  assert.match(unclear.errors, /Several folders have mod files: a, b\. .*--mods a/);
  assert.equal(run(two, "--quiet", "--mods", "b").status, 0);
  assert.equal(run(two, "--mods", "c").status, 2);
});

test("mod files beside the model are compiled; a broken one is told by file and line", () => {
  const files = { "mosinit.hoc": `${model}\nsoma insert Leaky\n` };
  const good = run(folderOf({ ...files, "Leaky.mod": leak("Leaky") }), "--quiet");
  assert.equal(good.status, 0, good.errors);
  const bad = run(folderOf({ ...files, "Leaky.mod": leak("Leaky").replace("i = g * (v - e)", "i = = g") }), "--quiet");
  assert.equal(bad.status, 1);
  assert.match(bad.errors, /Leaky\.mod/);
});

test("a loop that waits for a click, quit(), a dialog, an unknown mechanism: each ends, and is told", () => {
  const ends = (text: string, ...args: string[]) =>
    run(folderOf({ "mosinit.hoc": model + text }), "--svg", "pictures", ...args);
  const waits = ends("done = 0\nwhile (!done) { doEvents() }\n");
  assert.equal(waits.status, 1);
  assert.match(waits.errors, /doEvents|click/);
  const quits = ends("quit()\n");
  assert.equal(quits.status, 1);
  assert.equal(quits.errors, "nrn-patch: The model calls quit().\n");
  assert.equal(ends("proc leave() { quit() }\n", "--call", "leave()").errors, quits.errors);
  const unknown = ends("soma insert nothing\n");
  assert.equal(unknown.status, 1);
  assert.match(unknown.errors, /nothing/);
  const asks = 'answer = boolean_dialog("Go on?")\n';
  assert.equal(ends(asks, "--json").json.dialogs[0].answer, false);
  assert.equal(ends(asks, "--json", "--yes").json.dialogs[0].answer, true);
});
