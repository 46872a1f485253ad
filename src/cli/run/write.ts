// Files come into being whole, and all of them or none.
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { PatchError } from "../../core/errors.js";
import { shortPath } from "../output.js";
import { makeFolder, unmake } from "./places.js";

export interface File {
  /** Its whole path. */
  readonly path: string;
  readonly text: string;
}

/** In folders that are made for them. */
export function writeAll(files: readonly File[]): void {
  const aside = (path: string) => `${path}.${process.pid}.part`;
  const made: string[] = [];
  let isDone = false;
  try {
    for (const { path, text } of files) {
      made.push(...makeFolder(dirname(path)));
      writeFileSync(aside(path), text);
    }
    // Nothing else can be in the way of a move within a folder.
    const inTheWay = files.find(({ path }) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
    if (inTheWay !== undefined)
      throw new PatchError(`${shortPath(inTheWay.path)} is a folder, and would be written as a file.`);
    for (const { path } of files) renameSync(aside(path), path);
    isDone = true;
  } finally {
    for (const { path } of files) rmSync(aside(path), { force: true });
    if (!isDone) unmake(made);
  }
}

/** A number as JavaScript reads it back to the last bit. */
export function csv(header: readonly string[], rows: Iterable<readonly (string | number)[]>): string {
  const cell = (value: string | number): string =>
    typeof value === "string" && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);
  const lines = [header.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  return `${lines.join("\n")}\n`;
}
