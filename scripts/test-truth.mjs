// Runs the tests that compare, bit by bit, with Python's NEURON of the same version. Usage: npm run test:truth [-- name …]

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Failure } from "./lib/failure.mjs";
import { at, neuronVersion } from "./lib/paths.mjs";
import { python, pythonCure, runPip } from "./lib/python.mjs";
import { run } from "./lib/run.mjs";
import { runTests } from "./lib/tests.mjs";

const venv = at(".venv");
const venvPython = at(".venv", "bin", "python");
const stampFile = at(".venv", "patch-stamp");
const wanted = [`neuron==${neuronVersion}`, "numpy"];

/** Makes .venv with Python's NEURON, once. The stamp is written last: half a one is thrown away and made anew. */
function makeEnvironment() {
  const stamp = wanted.join(" ");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp && run(venvPython, ["--version"]).ok) return;
  console.log(`making .venv with ${wanted.join(" and ")} (pip)`);
  const cure = `${pythonCure}\nthen: npm run test:truth`;
  const program = python();
  if (!program)
    throw new Failure("Python was not found.", { tried: ["python3", "python", "the variable PYTHON"], cure });
  rmSync(venv, { recursive: true, force: true });
  const made = run(program, ["-m", "venv", venv]);
  if (!made.ok)
    throw new Failure("Python could not make .venv.", {
      tried: [`${program} -m venv .venv`],
      output: made.output,
      cure,
    });
  const { ok, output } = runPip(venvPython, ["install", "--quiet", ...wanted]);
  if (!ok) throw new Failure("pip could not fill .venv.", { tried: [`pip install ${wanted.join(" ")}`], output, cure });
  writeFileSync(stampFile, stamp);
}

try {
  makeEnvironment();
  runTests({ folders: ["truth"], names: process.argv.slice(2), env: { NRN_PATCH_PYTHON: venvPython } });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.report());
  process.exitCode = 1;
}
