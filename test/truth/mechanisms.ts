// The library of test/truth/mods, of our extensions and of NEURON's demonstration, compiled once for each state of its sources with the tools of the engine's own NEURON.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { locateNeuron } from "#src/engine/locate.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

let compiled: Promise<string> | undefined;

/** The library's path. */
export function mechanisms(): Promise<string> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<string> {
  const neuron = locateNeuron();
  const sources = ["test/truth/mods", "data/extensions/VecStim"].map((folder) => join(root, folder));
  sources.push(join(neuron.home, "demo/release"));
  const hash = createHash("sha256").update(neuron.library);
  for (const folder of sources) {
    const files = readdirSync(folder).filter((file) => file.endsWith(".mod"));
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  const folder = join(root, "build", `truth-mechanisms-${hash.digest("hex").slice(0, 12)}`);
  if (!existsSync(folder)) {
    const making = mkdtempSync(`${folder}-`);
    try {
      const env = { PATH: process.env.PATH, NRNHOME: neuron.root, CC: "cc", CXX: "c++" };
      await promisify(execFile)(join(neuron.bin, "nrnivmodl"), sources, { cwd: making, env, maxBuffer: 1e8 });
      renameSync(making, folder);
    } catch (error) {
      // Two test files may do this at once: who finishes first has made it.
      if (!existsSync(folder)) throw error;
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const library = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((file) => /libnrnmech\./.test(file));
  if (!library) throw new Error(`nrnivmodl left no library in ${folder}`);
  return join(folder, library);
}
