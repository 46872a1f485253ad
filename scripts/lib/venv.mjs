// Python's NEURON of our version, beside which the truth tests and the benchmark stand: .venv. And .venv-patch, the
// first Patch on top of it, for the benchmark.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { at, neuronVersion } from "./paths.mjs";
import { python, pythonCure, runPip } from "./python.mjs";
import { run } from "./run.mjs";

const pythonOf = (name) => at(name, "bin", "python");

export const venvPython = pythonOf(".venv");
export const patchPython = pythonOf(".venv-patch");

/** Makes .venv with Python's NEURON, once. */
export function makeEnvironment(command) {
  make(".venv", [`neuron==${neuronVersion}`, "numpy"], command);
}

/** Makes .venv-patch with the first Patch, once. */
export function makePatchEnvironment(command) {
  make(".venv-patch", ["nrn-patch==8.0.2", `neuron==${neuronVersion}`, "numpy"], command);
}

/** The stamp is written last: half an environment is thrown away and made anew. */
function make(name, wanted, command) {
  const folder = at(name);
  const stampFile = at(name, "patch-stamp");
  const stamp = wanted.join(" ");
  const own = pythonOf(name);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp && run(own, ["--version"]).ok) return;
  console.log(`making ${name} with ${wanted.join(" and ")} (pip)`);
  const cure = `${pythonCure}\nthen: ${command}`;
  const program = python();
  if (!program)
    throw new Failure("Python was not found.", { tried: ["python3", "python", "the variable PYTHON"], cure });
  rmSync(folder, { recursive: true, force: true });
  const made = run(program, ["-m", "venv", folder]);
  if (!made.ok)
    throw new Failure(`Python could not make ${name}.`, {
      tried: [`${program} -m venv ${name}`],
      output: made.output,
      cure,
    });
  const { ok, output } = runPip(own, ["install", "--quiet", ...wanted]);
  if (!ok)
    throw new Failure(`pip could not fill ${name}.`, { tried: [`pip install ${wanted.join(" ")}`], output, cure });
  writeFileSync(stampFile, stamp);
}
