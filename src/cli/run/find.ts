// Which file of a folder is the model, and in which folder its mechanisms lie.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { UsageError } from "../command.js";
import { checkedKind, kindOf } from "../model.js";
import { shortPath } from "../output.js";

export interface Model {
  readonly file: string;
  /** Its folder: the working directory while it runs. */
  readonly folder: string;
  /** The folders of mod files that are compiled for it; none: there are no such files, or the program sees to it itself. */
  readonly mods: readonly string[];
}

/** What NEURON's users start a model with, in the order in which it is looked for. */
const starts = ["mosinit.hoc", "init.hoc"];
/** How authors call the folder of their mod files. */
const usual = ["mod", "mods", "modfiles", "mod_files", "mechanisms", "mechanism", "mech"];

/** @param mods the folders of mod files, when they are given */
export function findModel(path: string, mods: readonly string[]): Model {
  const given = resolve(path);
  const file = isFolder(given, "MODEL") ? startOf(given) : given;
  const folder = dirname(file);
  if (mods.length > 0) return { file, folder, mods: mods.map(givenMods) };
  return { file, folder, mods: checkedKind(file) === "program" ? [] : (toldMods(file) ?? modsOf(folder)) };
}

function isFolder(path: string, what: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`${what}: there is no ${path}.`);
  return stats.isDirectory();
}

function startOf(folder: string): string {
  const names = readdirSync(folder).filter((name) => isFile(join(folder, name)));
  const start = starts.find((name) => names.includes(name));
  if (start !== undefined) return join(folder, start);
  const others = names.filter((name) => kindOf(name) === "script");
  if (others.length === 1) return join(folder, others[0] as string);
  throw new UsageError(
    `${shortPath(folder)} has neither ${starts.join(" nor ")}, and ${instead(folder, names, others)}`,
  );
}

/** What somebody may have meant by a folder in which nothing begins. */
function instead(folder: string, names: readonly string[], others: readonly string[]): string {
  if (others.length > 1) return `several files that could be the model: ${others.join(", ")}. Name one of them.`;
  const below = foldersIn(folder).filter((name) => starts.some((start) => isThere(join(folder, name, start))));
  if (below.length > 0)
    return `there is nothing to run in it; below it is ${below.map((name) => shortPath(join(folder, name))).join(", ")}.`;
  if (names.some((name) => extname(name) === ".py"))
    return "its files are written in Python: run them there. A model here is HOC, a session, or JavaScript.";
  const own = names.filter((name) => kindOf(name) === "program");
  return own.length > 0 ? `no HOC file at all. Name the program: ${own.join(", ")}.` : "no HOC file at all.";
}

/** What the first line says to NEURON's own command for models: `//moddir cell network`. */
function toldMods(file: string): string[] | undefined {
  const [, told] = /^\/\/moddir[ \t]+([^\r\n]+)/.exec(readFileSync(file, "latin1")) ?? [];
  const folders = (told ?? "").split(/\s+/).flatMap((name) => (name === "" ? [] : [join(dirname(file), name)]));
  return folders.length > 0 && folders.every((folder) => isThere(folder) && hasMods(folder)) ? folders : undefined;
}

function modsOf(folder: string): string[] {
  if (hasMods(folder)) return [folder];
  const found = foldersIn(folder).filter((name) => hasMods(join(folder, name)));
  const [first] = usual.filter((name) => found.some((other) => other.toLowerCase() === name));
  const chosen = found.length === 1 ? found[0] : found.find((name) => name.toLowerCase() === first);
  if (found.length > 0 && chosen === undefined)
    throw new UsageError(
      `Several folders have mod files: ${found.join(", ")}. Say which belong to the model: --mods ${shortPath(join(folder, found[0] as string))}`,
    );
  return chosen === undefined ? [] : [join(folder, chosen)];
}

function givenMods(path: string): string {
  const folder = resolve(path);
  if (!isFolder(folder, "--mods") || !hasMods(folder))
    throw new UsageError(`--mods: expected a folder with mod files, got ${path}.`);
  return folder;
}

/** No folder, and no link that leads to one or nowhere. */
function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}
const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
const hasMods = (folder: string): boolean =>
  statSync(folder).isDirectory() &&
  readdirSync(folder).some((name) => /\.mod$/i.test(name) && !basename(name).startsWith("."));
const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map(({ name }) => name);
