// What is here and what is missing, one probe for each thing, with the command that mends it. Changes nothing.
// Used by `npm run doctor` in a clone, built or not, and by `nrn-patch doctor` wherever the package is installed.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { addon, loadingTrouble } from "./addon.mjs";
import { compiler, compilerCure } from "./compiler.mjs";
import { extensionLibraries } from "./extensions.mjs";
import { launcher, mpiCure, mpiLibrary } from "./mpi.mjs";
import { locate } from "./neuron.mjs";
import { isNodeNewEnough, nodeHeaders } from "./node.mjs";
import { packages } from "./packages.mjs";
import { addonFile, at, neuronVersion } from "./paths.mjs";
import { python, pythonCure } from "./python.mjs";
import { run, which } from "./run.mjs";
import { typescript } from "./typescript.mjs";

/** Only a clone has the sources, and what is built of them. */
const isClone = existsSync(at("src"));
const setupCure = "npm run setup";
const neuronCure = isClone ? setupCure : `pip install neuron==${neuronVersion}`;

/**
 * Looks at everything, one thing after the other.
 * @yields {{ name: string, state: "ok" | "optional" | "missing", found?: string, trouble?: string, only?: string, cure?: string }}
 */
export async function* probes() {
  yield* nodeProbes();
  yield* compilerProbes();
  yield* buildProbes();
  const { found, error } = await locate();
  yield* neuronProbes(found, error);
  if (found) yield* extensionProbes(found);
  yield* otherProbes();
}

/** A probe in a line or two. */
export function told({ name, state, found, trouble, only, cure }) {
  const mark = { ok: "ok", optional: "--", missing: "NO" }[state];
  const line = `${mark}  ${name.padEnd(22)} ${found ?? `${trouble}${only ? ` (only needed ${only})` : ""}`}`;
  return found === undefined ? `${line}\n    ${"".padEnd(22)} mend it: ${cure}` : line;
}

export function summary(missing) {
  if (missing === 0) return "All that is needed is here.";
  return `${missing} needed ${missing === 1 ? "thing is" : "things are"} missing.`;
}

/** What was found, or what is missing and how to mend it. */
function probe(name, found, { cure, optional: only, trouble = "not found" }) {
  if (found) return { name, state: "ok", found };
  return { name, state: only ? "optional" : "missing", trouble, ...(only && { only }), cure };
}

const firstLine = (program, ...args) => run(program, args).output.split("\n")[0];

function* nodeProbes() {
  const node = `${process.version} ${process.platform} ${process.arch}  ${process.execPath}`;
  yield probe("Node", isNodeNewEnough() && node, {
    trouble: `${node} is too old`,
    cure: "install Node 20.19 or newer",
  });
  if (!isClone) return;
  yield probe("Node's headers", nodeHeaders(), {
    optional: "to build the addon without a download",
    cure: "none needed: node-gyp downloads them",
  });
  const lacking = existsSync(at("node_modules")) ? packages.reason() : "not installed";
  yield probe("npm packages", !lacking && "as in package-lock.json", { trouble: lacking, cure: setupCure });
}

function* compilerProbes() {
  const { cxx, cc, make } = compiler();
  const need = { cure: compilerCure, ...(!isClone && { optional: "to compile mechanisms" }) };
  yield probe("C++ compiler", cxx && `${firstLine(cxx, "--version")}  ${cxx}`, need);
  yield probe("C compiler", cc && `${firstLine(cc, "--version")}  ${cc}`, need);
  yield probe("make", make && `${firstLine(make, "--version")}  ${make}`, need);
}

function* buildProbes() {
  if (isClone) {
    const stale = typescript.reason();
    yield probe("TypeScript build", !stale && at("dist"), { trouble: stale, cure: setupCure });
  }
  const file = [addonFile, at("prebuilt", "nrn_patch.node")].find((place) => existsSync(place));
  const old = isClone ? addon.reason() : file ? undefined : "not built";
  const trouble = file && loadingTrouble(file);
  yield probe("native addon", !old && !trouble && file, {
    trouble: trouble ? `does not load: ${trouble}` : old,
    cure: isClone ? "npm run build" : "npm explore nrn-patch -- npx node-gyp rebuild",
  });
}

function* neuronProbes(found, error) {
  yield probe("NEURON", found && `${found.library}  (from: ${found.source})`, {
    trouble: error?.message.split("\n")[0],
    cure: neuronCure,
  });
  if (!found) return;
  const program = join(found.bin, "nrniv");
  const version = existsSync(program) ? firstLine(program, "--version") : "";
  yield probe("its version", version.includes("VERSION 9.0.") && version, {
    trouble: version || "unknown",
    cure: `pip install neuron==${neuronVersion}`,
  });
  const tools = ["nrnivmodl", "nocmodl", "nrnmech_makefile"].map((tool) => join(found.bin, tool));
  const lost = tools.filter((tool) => !existsSync(tool));
  const toolsRun = lost.length === 0 && run(join(found.bin, "nocmodl"), ["--version"]).ok;
  yield probe("its mechanism compiler", toolsRun && tools[0], {
    trouble: `missing or not to run: ${lost.join(", ") || tools[1]}`,
    cure: neuronCure,
  });
  const core = ["so", "dylib"]
    .map((end) => join(found.root, "lib", `libcorenrnmech_internal.${end}`))
    .find((file) => existsSync(file));
  yield probe("CoreNEURON", core, {
    optional: "for coreneuron.enable",
    cure: isClone ? "use the NEURON that npm run setup brings" : neuronCure,
  });
}

async function* extensionProbes(found) {
  for (const [name, library] of await extensionLibraries(found)) {
    yield probe(name, library, {
      optional: "before its first use, which compiles it",
      trouble: "not compiled",
      cure: isClone ? setupCure : "none needed: its first use compiles it",
    });
  }
}

function* otherProbes() {
  const mpi = { optional: "to run on several processes", cure: mpiCure };
  const program = launcher();
  yield probe("mpiexec", program && `${firstLine(program, "--version")}  ${program}`, mpi);
  yield probe("MPI library", mpiLibrary(), mpi);
  const snake = python();
  const wanted = {
    optional: isClone ? "to bring NEURON, and to build the addon" : "to bring NEURON",
    cure: pythonCure,
  };
  yield probe("Python", snake && `${firstLine(snake, "--version")}  ${which(snake) ?? snake}`, wanted);
  const pip = snake && run(snake, ["-m", "pip", "--version"]);
  yield probe("pip", pip?.ok && pip.stdout.trim(), wanted);
}
