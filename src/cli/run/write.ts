// The files that a run leaves.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeWhole } from "../../core/whole.js";

export function write(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const file = resolve(join(folder, name));
  writeWhole(file, text);
  return file;
}

/** A number as JavaScript reads it back to the last bit. */
export function csv(header: readonly string[], rows: Iterable<readonly (string | number)[]>): string {
  const cell = (value: string | number): string =>
    typeof value === "string" && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);
  const lines = [header.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  return `${lines.join("\n")}\n`;
}
