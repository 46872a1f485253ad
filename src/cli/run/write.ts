// Files come into being whole, and all of them or none.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface File {
  /** Its whole path. */
  readonly path: string;
  readonly text: string;
}

export function writeAll(files: readonly File[]): void {
  const aside = (path: string) => `${path}.${process.pid}.part`;
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(aside(path), text);
    }
    for (const { path } of files) renameSync(aside(path), path);
  } finally {
    for (const { path } of files) rmSync(aside(path), { force: true });
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
