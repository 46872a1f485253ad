// What is shipped with the package beside its code: mechanisms that are loaded when asked for, and files.
import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { text } from "../core/arguments.js";
import { NameError, PatchError } from "../core/errors.js";
import { didYouMean } from "../core/suggest.js";
import { dataFolder, extensionNames, loadShipped } from "../hoc/library.js";

/** Loads an extension by its name ("VecStim"); once it is there, does nothing. */
export function loadExtension(name: string): void {
  const wanted = text("loadExtension: name", name);
  const names = extensionNames();
  if (!names.includes(wanted))
    throw new NameError(
      `There is no extension "${wanted}".${didYouMean(wanted, names)} The package ships: ${names.join(", ")}.`,
    );
  loadShipped(wanted);
}

/** The absolute path of a file that is shipped with the package, such as `getDataFile("extensions", "VecStim", "VecStim.mod")`. */
export function getDataFile(...parts: string[]): string {
  for (const [i, part] of parts.entries()) text(`getDataFile: parts[${i}]`, part);
  const file = resolve(dataFolder, ...parts);
  const inside = relative(dataFolder, file);
  const refused = (why: string) => new PatchError(`getDataFile: ${why}`, { code: "ERR_PATCH_FILE" });
  if (isAbsolute(inside) || inside.split(sep)[0] === "..")
    throw refused(`"${parts.join("/")}" leads out of the package's data folder.`);
  if (!existsSync(file) || !statSync(file).isFile()) {
    const asked = inside.split(sep).join("/");
    throw refused(`the package ships no file "${asked}".${didYouMean(asked, shippedFiles())}`);
  }
  return file;
}

function shippedFiles(): string[] {
  const paths = readdirSync(dataFolder, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => statSync(join(dataFolder, path)).isFile()).map((path) => path.split(sep).join("/"));
}
