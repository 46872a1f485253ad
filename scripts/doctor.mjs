// Tells what is here and what is missing: one line for each thing, with the command that mends it. Changes nothing.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { addon, loadingTrouble } from "./lib/addon.mjs";
import { compiler, compilerCure } from "./lib/compiler.mjs";
import { extensionLibraries } from "./lib/extensions.mjs";
import { launcher, mpiCure, mpiLibrary } from "./lib/mpi.mjs";
import { locate } from "./lib/neuron.mjs";
import { isNodeNewEnough, nodeHeaders } from "./lib/node.mjs";
import { packages } from "./lib/packages.mjs";
import { addonFile, at, neuronVersion } from "./lib/paths.mjs";
import { python, pythonCure } from "./lib/python.mjs";
import { run, which } from "./lib/run.mjs";
import { typescript } from "./lib/typescript.mjs";

const setupCure = "npm run setup";
let missing = 0;

/** Prints one probe: what was found, or what is missing and how to mend it. */
function tell(name, found, { cure, optional = "", trouble = "not found" }) {
  const mark = found ? "ok" : optional ? "--" : "NO";
  console.log(`${mark}  ${name.padEnd(22)} ${found || `${trouble}${optional && ` (only needed ${optional})`}`}`);
  if (found) return;
  console.log(`    ${"".padEnd(22)} mend it: ${cure}`);
  if (!optional) missing += 1;
}

const firstLine = (program, ...args) => run(program, args).output.split("\n")[0];

function tellNode() {
  const node = `${process.version} ${process.platform} ${process.arch}  ${process.execPath}`;
  tell("Node", isNodeNewEnough() && node, { trouble: `${node} is too old`, cure: "install Node 20.19 or newer" });
  tell("Node's headers", nodeHeaders(), {
    optional: "to build the addon without a download",
    cure: "none needed: node-gyp downloads them",
  });
  const lacking = existsSync(at("node_modules")) ? packages.reason() : "not installed";
  tell("npm packages", !lacking && "as in package-lock.json", { trouble: lacking, cure: setupCure });
}

function tellCompiler() {
  const { cxx, cc, make } = compiler();
  tell("C++ compiler", cxx && `${firstLine(cxx, "--version")}  ${cxx}`, { cure: compilerCure });
  tell("C compiler", cc && `${firstLine(cc, "--version")}  ${cc}`, { cure: compilerCure });
  tell("make", make && `${firstLine(make, "--version")}  ${make}`, { cure: compilerCure });
}

function tellBuild() {
  const stale = typescript.reason();
  tell("TypeScript build", !stale && at("dist"), { trouble: stale, cure: setupCure });
  const old = addon.reason();
  const trouble = existsSync(addonFile) ? loadingTrouble() : undefined;
  tell("native addon", !old && !trouble && addonFile, {
    trouble: trouble ? `does not load: ${trouble}` : old,
    cure: "npm run build",
  });
}

function tellNeuron(found, error) {
  tell("NEURON", found && `${found.library}  (from: ${found.source})`, {
    trouble: error?.message.split("\n")[0],
    cure: setupCure,
  });
  if (!found) return;
  const program = join(found.bin, "nrniv");
  const version = existsSync(program) ? firstLine(program, "--version") : "";
  tell("its version", version.includes("VERSION 9.0.") && version, {
    trouble: version || "unknown",
    cure: `pip install neuron==${neuronVersion}`,
  });
  const tools = ["nrnivmodl", "nocmodl", "nrnmech_makefile"].map((tool) => join(found.bin, tool));
  const lost = tools.filter((tool) => !existsSync(tool));
  const toolsRun = lost.length === 0 && run(join(found.bin, "nocmodl"), ["--version"]).ok;
  tell("its mechanism compiler", toolsRun && tools[0], {
    trouble: `missing or not to run: ${lost.join(", ") || tools[1]}`,
    cure: setupCure,
  });
  const core = ["so", "dylib"]
    .map((end) => join(found.root, "lib", `libcorenrnmech_internal.${end}`))
    .find((file) => existsSync(file));
  tell("CoreNEURON", core, { optional: "for coreneuron.enable", cure: "use the NEURON that npm run setup brings" });
}

async function tellExtensions(found) {
  if (!found) return;
  for (const [name, library] of await extensionLibraries(found)) {
    tell(name, library, {
      optional: "before its first use, which compiles it",
      trouble: "not compiled",
      cure: setupCure,
    });
  }
}

function tellRest() {
  const mpi = { optional: "to run on several processes", cure: mpiCure };
  const program = launcher();
  tell("mpiexec", program && `${firstLine(program, "--version")}  ${program}`, mpi);
  tell("MPI library", mpiLibrary(), mpi);
  const snake = python();
  const wanted = { optional: "to bring NEURON, and to build the addon", cure: pythonCure };
  tell("Python", snake && `${firstLine(snake, "--version")}  ${which(snake) ?? snake}`, wanted);
  const pip = snake && run(snake, ["-m", "pip", "--version"]);
  tell("pip", pip?.ok && pip.stdout.trim(), wanted);
}

tellNode();
tellCompiler();
tellBuild();
const { found, error } = await locate();
tellNeuron(found, error);
await tellExtensions(found);
tellRest();
console.log(
  missing === 0
    ? "\nAll that is needed is here."
    : `\n${missing} needed ${missing === 1 ? "thing is" : "things are"} missing.`,
);
process.exitCode = missing === 0 ? 0 : 1;
