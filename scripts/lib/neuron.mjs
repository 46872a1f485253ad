// Step: NEURON. Somebody's own when NRN_PATCH_NEURON names it, else the pinned wheel's data folder in .neuron/.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { at, buildFolder, neuronFolder, neuronVersion } from "./paths.mjs";
import { pip, pythonCure, runPip } from "./python.mjs";
import { run } from "./run.mjs";
import { readStamp, writeStamp } from "./stamps.mjs";

const stampFile = join(neuronFolder, "version");

export const neuron = {
  name: "neuron",

  async reason() {
    // locate.ts has the word on what counts as NEURON; it is compiled by the step before.
    if (!existsSync(at("dist", "bundle", "locate.js"))) return "not looked for yet";
    if (process.env.NRN_PATCH_NEURON) {
      const { error } = await locate();
      if (error) throw new Failure(error.message, { cure: "unset NRN_PATCH_NEURON" });
      return undefined;
    }
    if (!existsSync(stampFile)) {
      // Where pip cannot bring it and Python has one, asking pip again at each call would only cost time.
      return readStamp("neuron") === "python" && (await locate()).found ? undefined : "not there";
    }
    const version = readFileSync(stampFile, "utf8").trim();
    if (version !== neuronVersion) return `version ${version} is there, ${neuronVersion} is wanted`;
    const { found } = await locate({ python: false });
    return found ? undefined : "incomplete";
  },

  async make(say) {
    say(`bringing NEURON ${neuronVersion} into .neuron (pip)`);
    const tried = [];
    const aside = join(buildFolder, `neuron-${process.pid}`);
    removeLeftovers();
    mkdirSync(aside, { recursive: true });
    try {
      const output = bring(aside, tried);
      if (output === undefined) return;
      const { found } = await locate({ projectRoot: join(buildFolder, "nothing-here") });
      if (!found) throw new Failure("NEURON could not be brought.", { tried, output, cure: cure() });
      writeStamp("neuron", "python");
      say(`pip could not bring NEURON, so the one in the active Python is used (${found.root})`);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  },
};

/** What dist/bundle/locate.js finds, or its error. Loaded afresh, since a step before may have compiled it just now. */
export async function locate(options) {
  try {
    const { locateNeuron } = await import(`../../dist/bundle/locate.js?${Date.now()}`);
    return { found: locateNeuron(options) };
  } catch (error) {
    return { error };
  }
}

/** Downloads, unpacks and moves into place; returns pip's words if that failed. */
function bring(aside, tried) {
  const program = pip(aside, tried);
  if (!program) return "";
  let words = "";
  for (const choice of choices()) {
    const args = [
      "download",
      "--quiet",
      "--no-deps",
      "--only-binary=:all:",
      ...choice,
      "-d",
      aside,
      `neuron==${neuronVersion}`,
    ];
    const { ok, output } = runPip(program, args);
    const wheel = readdirSync(aside).find((name) => name.endsWith(".whl"));
    if (ok && wheel) {
      words = unpack(program, join(aside, wheel), join(aside, "fresh"));
      if (words === undefined) return undefined;
    } else words = output;
    tried.push(`${program} -m pip ${args.filter((arg) => arg !== aside && arg !== "-d").join(" ")}`);
  }
  return words;
}

/** Which wheels to ask for. Any Python's does: the library in it needs none. First for this Node's machine, then pip's own choice. */
function choices() {
  const arch = process.arch === "x64" ? "x86_64" : process.platform === "darwin" ? "arm64" : "aarch64";
  const platforms =
    process.platform === "darwin"
      ? [`macosx_15_0_${arch}`]
      : [`manylinux_2_28_${arch}`, `manylinux_2_27_${arch}`, `manylinux2014_${arch}`];
  const tags = platforms.flatMap((platform) => ["--platform", platform]);
  return [["--python-version", "3.12", "--implementation", "cp", "--abi", "cp312", ...tags], []];
}

function unpack(program, wheel, fresh) {
  const { ok, output } = run(program, [at("scripts", "lib", "unpack-wheel.py"), wheel, fresh]);
  if (!ok) return output;
  writeFileSync(join(fresh, "version"), `${neuronVersion}\n`);
  // Old one away, new one in: killed in between, the next call finds none and brings it again.
  const old = `${fresh}-old`;
  if (existsSync(neuronFolder)) renameSync(neuronFolder, old);
  renameSync(fresh, neuronFolder);
  return undefined;
}

/** Only one set-up runs at a time, so every such folder was left by one that was killed. */
function removeLeftovers() {
  mkdirSync(buildFolder, { recursive: true });
  for (const name of readdirSync(buildFolder)) {
    if (/^neuron-\d+$/.test(name)) rmSync(join(buildFolder, name), { recursive: true, force: true });
  }
}

function cure() {
  return `${pythonCure}\nor: pip install neuron==${neuronVersion}\nor: export NRN_PATCH_NEURON=<an installation's folder>`;
}
