// Which file of a folder is the model, and which mechanisms lie beside it.
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { UsageError } from "../command.js";
import { isProgram } from "../model.js";

export interface Model {
  readonly file: string;
  /** Its folder: the working directory while it runs. */
  readonly folder: string;
  readonly mods: readonly string[];
}

/** What NEURON's users start a model with, in the order in which it is looked for. */
const starts = ["mosinit.hoc", "init.hoc"];

export function findModel(path: string): Model {
  const given = resolve(path);
  const stats = statSync(given, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`There is no ${given}.`);
  const file = stats.isDirectory() ? startOf(given) : given;
  const folder = dirname(file);
  return { file, folder, mods: isProgram(file) ? [] : modsIn(folder) };
}

function startOf(folder: string): string {
  const names = readdirSync(folder);
  const start = starts.find((name) => names.includes(name));
  if (start !== undefined) return join(folder, start);
  const others = names.filter((name) => extname(name) === ".hoc");
  if (others.length === 1) return join(folder, others[0] as string);
  const found = others.length === 0 ? "no .hoc file at all" : `several: ${others.join(", ")}. Name one of them`;
  throw new UsageError(`${folder} has neither ${starts.join(" nor ")}, and ${found}.`);
}

function modsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => extname(name) === ".mod" && !basename(name).startsWith("."))
    .sort()
    .map((name) => join(folder, name));
}
