// Where NEURON lies: the variable, the project's own copy, the active Python. Looks at files only; nothing is loaded here.

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { EngineError } from "../core/errors.js";
import { isClone, packageRoot } from "../core/root.js";

export interface NeuronInstallation {
  /** What NEURON's own scripts call NRNHOME: the folder that holds `lib`, `bin`, `include` and `share`. */
  readonly root: string;
  /** The simulator's shared library. */
  readonly library: string;
  /** The folder `share/nrn`, for NEURONHOME. */
  readonly home: string;
  /** The folder of `nrnivmodl` and its friends; in a bare copy it may be missing. */
  readonly bin: string;
  /** The folder of the headers that compiled mechanisms need; in a bare copy it may be missing. */
  readonly include: string;
  readonly source: "NRN_PATCH_NEURON" | "project" | "python";
}

export interface LocateOptions {
  /** The folder that wins over all others; the variable NRN_PATCH_NEURON by default. */
  readonly folder?: string | undefined;
  /** The folder in which set-up made `.neuron`; this package's own by default. */
  readonly projectRoot?: string;
  /** Which Python to ask last of all; `false` asks none. */
  readonly python?: string | false;
}

const LIBRARY = process.platform === "darwin" ? "libnrniv.dylib" : "libnrniv.so";
const LIBRARY_FOLDERS = ["lib", "lib64"];

/** Finds NEURON, or throws an EngineError that lists every place looked at and the cure. */
export function locateNeuron(options: LocateOptions = {}): NeuronInstallation {
  const folder = "folder" in options ? options.folder : process.env.NRN_PATCH_NEURON;
  if (folder) {
    const found = installationIn(folder, "NRN_PATCH_NEURON");
    // Somebody asked for this very one: running another instead would be a silent surprise.
    if (!found) throw new EngineError(wrongFolder(folder));
    return found;
  }

  const tried = ["the variable NRN_PATCH_NEURON: not set"];
  const copy = join(options.projectRoot ?? packageRoot, ".neuron", "neuron");
  const project = installationIn(copy, "project");
  if (project) return project;
  tried.push(`the project's own copy: ${copy} holds no NEURON`);

  const python = options.python ?? "python3";
  if (python !== false) {
    const answer = pythonPackage(python);
    const found = answer.folder && installationIn(answer.folder, "python");
    if (found) return found;
    tried.push(`a neuron package in ${python}: ${answer.folder ? `${answer.folder} holds no ${LIBRARY}` : answer.why}`);
  }
  throw new EngineError(notFound(tried));
}

/** The installation in a folder: a cmake prefix, the wheel's `neuron` folder or its `.data`; a Python package inside a prefix counts too. */
function installationIn(folder: string, source: NeuronInstallation["source"]): NeuronInstallation | undefined {
  const candidates = [".", ".data"];
  // NEURON built from source puts its package at <prefix>/lib/python/neuron (or …/site-packages/neuron).
  if (source === "python") candidates.push("../../..", "../../../..");
  for (const candidate of candidates) {
    const root = resolve(folder, candidate);
    const library = LIBRARY_FOLDERS.map((lib) => join(root, lib, LIBRARY)).find((file) => existsSync(file));
    const home = join(root, "share", "nrn");
    // The library alone is of no use: NEURON reads its standard run system (stdrun.hoc) from share/nrn.
    if (!library || !existsSync(join(home, "lib", "hoc", "stdrun.hoc"))) continue;
    return { root, library, home, bin: join(root, "bin"), include: join(root, "include"), source };
  }
  return undefined;
}

/** The folder of Python's neuron package, found without importing it, or why there is none. */
function pythonPackage(python: string): { folder?: string; why: string } {
  const code = "import importlib.util as u; s = u.find_spec('neuron'); print(s.origin or '' if s else '')";
  // Loaded when it is needed, last of all: Node takes as long for this one module as for half of the package.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { error, status, stdout } = spawnSync(python, ["-c", code], { encoding: "utf8", timeout: 20_000 });
  if (error || status !== 0) return { why: `${python} ${error ? `did not run (${error.message})` : "gave an error"}` };
  const origin = stdout.trim();
  return origin ? { folder: dirname(origin), why: "" } : { why: "not installed" };
}

function wrongFolder(folder: string): string {
  return [
    `NRN_PATCH_NEURON is ${resolve(folder)}, which holds no NEURON: neither lib/${LIBRARY} with share/nrn, nor .data with these.`,
    "Set it to an installation's folder (a cmake prefix, or the neuron folder of the Python package), or unset it.",
  ].join("\n");
}

function notFound(tried: readonly string[]): string {
  return [
    "NEURON was not found. Looked at:",
    ...tried.map((place) => `  - ${place}`),
    `Cure: ${isClone() ? "run `npm run setup` in the project, or " : ""}\`pip install neuron==9.0.2\`, or set NRN_PATCH_NEURON to an installation's folder.`,
  ].join("\n");
}
