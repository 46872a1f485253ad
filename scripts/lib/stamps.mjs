// Remembers of what a thing was built (build/stamps/<name>), so that a second set-up does nothing, fast.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, root } from "./paths.mjs";

/** A short text that changes when a file of these folders or files changes, comes or goes, or when a word does. */
export function fingerprint(places, words = []) {
  const hash = createHash("sha256");
  for (const place of places) {
    for (const file of filesIn(place)) {
      // Size and time, not the content: reading it all would cost more than the rest of the call.
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`);
    }
  }
  for (const word of words) hash.update(`${word}\n`);
  return hash.digest("hex");
}

/** Every file below a folder of the project, in a fixed order; of a file, itself; of nothing, nothing. */
export function filesIn(place) {
  const path = at(place);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

export function readStamp(name) {
  try {
    return readFileSync(at("build", "stamps", name), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

export function writeStamp(name, text) {
  mkdirSync(at("build", "stamps"), { recursive: true });
  writeFileSync(at("build", "stamps", name), text);
}
