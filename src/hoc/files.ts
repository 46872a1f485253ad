// Loading HOC files and mechanism libraries: what NEURON reports by returning 0 is an error here.
import { existsSync, realpathSync } from "node:fs";
import { basename, isAbsolute, resolve } from "node:path";
import { text } from "../core/arguments.js";
import { HocError } from "../core/errors.js";
import { deliver, gatherErrors } from "../engine/print.js";

/** What has been read, by whole path: NEURON itself compares names, and takes another folder's file for the same. */
const read = new Set<string>();

/** `load_file(name)`, `load_file(0 | 1, name)`, `load_file(name, symbol)` */
export function loadFile(args: unknown[], load: (args: unknown[]) => number): number {
  const at = typeof args[0] === "number" ? 1 : 0;
  const name = text("load_file: name", args[at]);
  const own = resolve(name);
  const list = [...args];
  // A file of the working directory is named whole: after a change of directory, NEURON takes the second file of a name
  // for the first, returns 1 and reads nothing.
  if (!isAbsolute(name) && existsSync(own)) list[at] = own;
  const path = list[at] as string;
  const [result, said] = gatherErrors(() => load(list));
  if (result === 0 || (isAbsolute(path) && !existsSync(path)))
    throw new HocError(`load_file: there is no file "${name}", here or among NEURON's own.`, {
      code: "ERR_PATCH_FILE",
    });
  if (said !== "") deliver(said, 2);
  if (isAbsolute(path)) read.add(realpathSync(path));
  return result;
}

const libraries = new Set<string>();

/** Loads compiled mechanisms, once each. */
export function loadLibrary(path: unknown, load: (args: unknown[]) => number): number {
  const name = text("nrn_load_dll: path", path);
  const own = resolve(name);
  if (!existsSync(own)) throw new HocError(`nrn_load_dll: there is no file "${name}".`, { code: "ERR_PATCH_FILE" });
  const real = realpathSync(own);
  if (libraries.has(real)) return 1;
  const [result, said] = gatherErrors(() => load([real]));
  if (result === 0)
    throw new HocError(`nrn_load_dll: "${basename(name)}" could not be loaded.${said && `\n${said.trim()}`}`, {
      code: "ERR_PATCH_FILE",
    });
  if (said !== "") deliver(said, 2);
  libraries.add(real);
  return result;
}
