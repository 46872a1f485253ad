// Python and its pip: only to bring NEURON's wheel; nothing of it is used when the engine runs.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { run, which } from "./run.mjs";

export const pythonCure =
  process.platform === "darwin"
    ? "brew install python3"
    : "sudo apt-get install -y python3-pip python3-venv   # or your system's equal";

export function python() {
  return process.env.PYTHON || which("python3", "python");
}

/** A command that runs pip: Python's own, else that of a virtual environment made in `folder`. */
export function pip(folder, tried) {
  const program = python();
  if (!program) {
    tried.push("python3 and python in PATH, and the variable PYTHON: not found");
    return undefined;
  }
  if (run(program, ["-m", "pip", "--version"]).ok) return program;
  tried.push(`${program} -m pip: not there`);

  // Python carries a copy of pip for virtual environments, even where the distribution ships pip apart.
  const venv = join(folder, "venv");
  const { ok } = run(program, ["-m", "venv", venv]);
  const inside = join(venv, "bin", "python");
  if (ok && existsSync(inside) && run(inside, ["-m", "pip", "--version"]).ok) return inside;
  tried.push(`${program} -m venv: no pip in it either`);
  return undefined;
}

/** Calls pip so that it neither asks, nor looks for its own updates, nor insists on a virtual environment. */
export function runPip(program, args) {
  return run(program, ["-m", "pip", ...args], {
    env: { PIP_DISABLE_PIP_VERSION_CHECK: "1", PIP_NO_INPUT: "1", PIP_REQUIRE_VIRTUALENV: "0" },
  });
}
