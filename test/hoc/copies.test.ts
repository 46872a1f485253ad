// A second copy of the package in one thread, as test runners make it for each file, and one in another thread.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { h as typed, untyped } from "nrn-patch";
import { locateNeuron } from "#src/engine/locate.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
process.env.NRN_PATCH_NEURON ??= locateNeuron().root;

const copies = join(root, "build", `copies-${process.pid}`);
after(() => rmSync(copies, { recursive: true, force: true }));

/** The package, evaluated once more. */
async function another(name: string): Promise<any> {
  const folder = join(copies, name);
  mkdirSync(join(folder, "build"), { recursive: true });
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "build", "Release"), join(folder, "build", "Release"));
  return await import(pathToFileURL(join(folder, "dist", "bundle", "index.js")).href);
}

test("a second copy takes the engine over, and the first one's objects are disposed", async () => {
  const h = untyped(typed);
  const soma = h.Section("soma").insert("hh");
  const [clamp, vector, pointer] = [h.IClamp(soma(0.5)), h.Vector([1, 2]), soma(0.5)._ref_v];
  h.FInitializeHandler(() => {
    throw new Error("the old copy's handler was called");
  });
  h("shared = 5");
  const second = await another("second");
  const g = second.untyped(second.h);
  const other = g.Section("other").insert("hh");
  assert.deepEqual([...g.allsec()], [other]);
  g.load_file("stdrun.hoc");
  g.finitialize(-65);
  g.continuerun(1);
  assert.ok(Math.abs(g.t - 1) < 1e-9);
  assert.equal(g.shared, 5); // NEURON itself is the same
  for (const use of [
    () => soma.L,
    () => clamp.amp,
    () => vector.size(),
    () => pointer[0],
    () => soma.dispose(),
    () => vector[0],
  ]) {
    try {
      use();
      if (use.toString().includes("dispose")) continue;
      assert.fail(`${use} did not throw`);
    } catch (error) {
      assert.match((error as Error).name, /DisposedError|EngineError/, `${use}: ${error}`);
    }
  }
  for (const old of [soma, clamp, vector]) assert.equal(typeof String(old), "string");
});

test("copies take turns", async () => {
  for (const name of ["third", "fourth"]) {
    const copy = await another(name);
    const g = copy.untyped(copy.h);
    const calls: number[] = [];
    g.Section("soma").insert("hh");
    g.FInitializeHandler(() => calls.push(g.t));
    g.finitialize(-65);
    assert.deepEqual([calls, [...g.allsec()].length], [[0], 1]);
  }
});

test("another thread is refused", async () => {
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData).then(({ h }) => h.celsius).then(
      (value) => parentPort.postMessage({ value }),
      (error) => parentPort.postMessage({ name: error.name, code: error.code, message: error.message }));`;
  const worker = new Worker(code, {
    eval: true,
    workerData: pathToFileURL(join(root, "dist", "bundle", "index.js")).href,
  });
  const answer = await new Promise<any>((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
  });
  assert.deepEqual([answer.name, answer.code], ["EngineError", "ERR_PATCH_ENGINE"]);
  assert.match(answer.message, /thread/);
  await worker.terminate();
});
