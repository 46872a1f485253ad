// The extensions that the package ships, one folder of NMODL files each: where they lie, and their compiled libraries.

import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../core/root.js";
import { cacheFolder } from "./cache.js";
import { compilationHash, compileMechanisms, libraryIn } from "./compile.js";
import type { NeuronInstallation } from "./locate.js";

const buildFolder = join(packageRoot, "build");

/** The folder of the files that the package ships. */
export const dataFolder = join(packageRoot, "data");

const folder = join(dataFolder, "extensions");

/** An extension is named after the mechanism that it brings. */
export function extensionNames(): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The extension's library, compiled for this NEURON, where there is one already. */
export function compiledExtension(name: string, installation: NeuronInstallation): string | undefined {
  return places(name, installation).map(libraryIn).find(Boolean);
}

/** The extension's library; compiles it when there is none. `say` is told of that, which takes seconds. */
export function extensionLibrary(name: string, installation: NeuronInstallation, say: (line: string) => void): string {
  const there = compiledExtension(name, installation);
  if (there !== undefined) return there;
  const [own, users] = places(name, installation);
  const output = isWritable(buildFolder) ? own : users;
  say(`nrn-patch: compiling ${name}, once, into ${output}`);
  return compileMechanisms({ sources: sourcesOf(name), output, installation });
}

function sourcesOf(name: string): string[] {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(".mod"));
  return files.sort().map((file) => join(folder, name, file));
}

/** Beside the addon, where set-up puts it, and in the user's cache, for a package that is installed. */
function places(name: string, installation: NeuronInstallation): [own: string, users: string] {
  const unique = `${name}-${compilationHash({ sources: sourcesOf(name), installation })}`;
  return [join(buildFolder, "extensions", unique), join(cacheFolder(), "extensions", unique)];
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
