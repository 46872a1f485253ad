// The "glia" field of a package.json: what it may say, and one message for each fault in it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { described, isPlain } from "../../core/arguments.js";
import { PackageError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";

export interface Manifest {
  /** The package's name, as npm knows it. */
  readonly name: string;
  readonly version: string;
  /** Its folder. */
  readonly folder: string;
  /** The folder of its NMODL files. */
  readonly mods: string;
  /** Compiled under their own names, for published HOC models. */
  readonly plain: boolean;
}

const fields = ["mods", "names"];

/** What the package in `folder` offers; undefined when its package.json has no "glia" field. */
export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, "package.json");
  return manifestIn(parse(file), file, folder);
}

/** The same of a package.json that was read already. */
export function manifestIn(json: Record<string, unknown>, file: string, folder: string): Manifest | undefined {
  if (!("glia" in json)) return undefined;
  const { glia } = json;
  const fault = (message: string) => new PackageError(`${file}: ${message}`);
  if (typeof json.name !== "string" || json.name === "") throw fault('a package with a "glia" field needs a "name".');
  if (!isPlain(glia)) throw fault(`"glia": expected an object such as { "mods": "mod" }, got ${described(glia)}.`);
  for (const key of Object.keys(glia))
    if (!fields.includes(key))
      throw fault(`"glia": unknown field "${key}".${didYouMean(key, fields)} It takes: ${fields.join(", ")}.`);
  const { mods, names } = glia;
  if (typeof mods !== "string" || mods === "")
    throw fault(`"glia.mods": expected the name of a folder of NMODL files, got ${described(mods)}.`);
  if (names !== undefined && names !== "plain")
    throw fault(`"glia.names": expected "plain" or nothing, got ${described(names)}.`);
  const path = resolve(folder, mods);
  if (relative(folder, path).startsWith("..")) throw fault(`"glia.mods": ${mods} lies outside the package.`);
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw fault(`"glia.mods": there is no folder ${path}. Make it, or name another.`);
  return {
    name: json.name,
    version: typeof json.version === "string" ? json.version : "0.0.0",
    folder,
    mods: path,
    plain: names === "plain",
  };
}

/** A JSON file that holds an object. */
export function parse(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new PackageError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (isPlain(json)) return json;
  } catch (cause) {
    throw new PackageError(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
  throw new PackageError(`${file}: expected an object.`);
}
