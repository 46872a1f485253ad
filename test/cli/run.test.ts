// nrn-patch run: a published model from its folder to its figures and data.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { leak, newFolder, write } from "../glia/support.js";
import { model } from "./buttons.js";
import { command } from "./support.js";

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = newFolder();
  write(folder, files);
  return folder;
};
const run = (folder: string, ...args: string[]) => command("nrn-patch", folder, ["run", ".", ...args]);

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
  assert.match(quits.errors, /quit\(\)/);
  const unknown = ends("soma insert nothing\n");
  assert.equal(unknown.status, 1);
  assert.match(unknown.errors, /nothing/);
  const asks = 'answer = boolean_dialog("Go on?")\n';
  assert.equal(ends(asks, "--json").json.dialogs[0].answer, false);
  assert.equal(ends(asks, "--json", "--yes").json.dialogs[0].answer, true);
});

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
  assert.match(run(folderOf({ "a.hoc": "", "b.hoc": "" })).errors, /a\.hoc, b\.hoc/);
});
