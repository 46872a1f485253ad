// One engine a process, one thread: a second one is refused with words, and the first goes on.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { h as typed, untyped } from "nrn-patch";
import { locateNeuron } from "#src/engine/locate.js";
import { described, runText } from "./children.js";
import { checkSimulation } from "./simulation.js";

const h = untyped(typed);
const index = new URL("../../../dist/bundle/index.js", import.meta.url).href;

function inWorker(text: string): Promise<string> {
  const source = `const { parentPort } = require("node:worker_threads");
    import(${JSON.stringify(index)}).then((patch) => {
      const h = patch.untyped(patch.h);
      try { parentPort.postMessage(String((() => { ${text} })())); }
      catch (error) { parentPort.postMessage([error.name, error.code, error.message].join(" ")); }
    });`;
  const worker = new Worker(source, { eval: true });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
  });
}

test("a second thread is refused while the first one uses the engine", async () => {
  h.t;
  for (let i = 0; i < 3; i++) {
    assert.match(await inWorker("return h.t;"), /^EngineError ERR_PATCH_ENGINE .*already used by another thread/);
    assert.match(await inWorker("return h.Vector(3);"), /^EngineError/);
  }
  checkSimulation(h);
});

test("importing the package in a worker starts nothing", async () => {
  assert.equal(await inWorker("return typeof patch.h;"), "function");
});

test("a worker may have the engine when nobody else has, and its end gives it back", async () => {
  const end = await runText(`
    import { Worker } from "node:worker_threads";
    const source = 'import(${JSON.stringify(index)}).then(({ h }) => import("node:worker_threads").then(({ parentPort }) => { h.load_file("stdrun.hoc"); h.FInitializeHandler(() => {}); parentPort.postMessage(h.tstop); }))';
    const answer = await new Promise((resolve, reject) => new Worker(source, { eval: true }).once("message", resolve).once("error", reject).once("exit", () => resolve("exit")));
    console.log("worker", answer);
    await new Promise((resolve) => setTimeout(resolve, 200));
    h.load_file("stdrun.hoc");
    h.Section({ name: "s" });
    h.finitialize(-65);
    h.continuerun(1);
    console.log(h.t.toFixed(1));`);
  assert.match(end.stdout, /^worker 5\n1\.0\n$/, described(end));
  assert.equal(end.code, 0, described(end));
});

test("another copy of the package with a NEURON of its own is refused: two of them kill the process", async () => {
  const copy = mkdtempSync(join(tmpdir(), "nrn-patch-copy-"));
  try {
    for (const part of ["package.json", "dist/bundle"]) cpSync(part, join(copy, part), { recursive: true });
    for (const part of ["node_modules", "build", "data"]) symlinkSync(resolve(part), join(copy, part));
    cpSync(locateNeuron().root, join(copy, "neuron"), { recursive: true, dereference: true });
    const end = await runText(`
      console.log(h.Vector(3).size());
      process.env.NRN_PATCH_NEURON = ${JSON.stringify(join(copy, "neuron"))};
      const other = await import(${JSON.stringify(pathToFileURL(join(copy, "dist", "bundle", "index.js")).href)});
      try { other.h.Vector(3); } catch (error) { console.log(error.name, error.message); }
      console.log(h.Vector(4).size());`);
    assert.match(
      end.stdout,
      /^3\nEngineError Another copy of nrn-patch has started NEURON in this process, from .*\n4\n$/,
      described(end),
    );
    assert.equal(end.code, 0, described(end));
  } finally {
    rmSync(copy, { recursive: true });
  }
});
