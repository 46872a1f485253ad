// .venv: Python's NEURON of our version, which the truth tests and the benchmark stand beside.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { at, neuronVersion } from "./paths.mjs";
import { python, pythonCure, runPip } from "./python.mjs";
import { run } from "./run.mjs";

const folder = at(".venv");
const stampFile = at(".venv", "patch-stamp");
const wanted = [`neuron==${neuronVersion}`, "numpy"];

export const venvPython = at(".venv", "bin", "python");

/** Makes .venv with Python's NEURON, once. The stamp is written last: half a one is thrown away and made anew. */
export function makeEnvironment(command) {
  const stamp = wanted.join(" ");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp && run(venvPython, ["--version"]).ok) return;
  console.log(`making .venv with ${wanted.join(" and ")} (pip)`);
  const cure = `${pythonCure}\nthen: ${command}`;
  const program = python();
  if (!program)
    throw new Failure("Python was not found.", { tried: ["python3", "python", "the variable PYTHON"], cure });
  rmSync(folder, { recursive: true, force: true });
  const made = run(program, ["-m", "venv", folder]);
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
