// Folders for what is written: found fit before a model is loaded, and made when there is something to write.
import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../command.js";

/**
 * The option's folder, whole. To be sure that files can be written in it, one is made there for a moment, with all that is
 * missing above it: permissions do not tell all of it.
 * @throws UsageError that says why not
 */
export function checkedFolder(option: string, given: string): string {
  const path = resolve(given);
  let made: string[] = [];
  try {
    made = makeFolder(path);
    rmdirSync(mkdtempSync(join(path, ".nrn-patch-")));
  } catch (error) {
    throw new UsageError(`--${option}: expected a folder to write in, got ${given}: ${reason(path, error)}.`);
  } finally {
    unmake(made);
  }
  return path;
}

/**
 * Makes what is missing of a folder, and gives it back, outermost first. Nothing is left of what could not be made whole.
 * Node's own `recursive` never ends where a folder is there and takes no others, as in /proc.
 */
export function makeFolder(path: string): string[] {
  const missing: string[] = [];
  for (let at = path; statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) missing.unshift(at);
  if (missing.length === 0 && !statSync(path).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
  const made: string[] = [];
  try {
    for (const folder of missing) {
      mkdirSync(folder);
      made.push(folder);
    }
  } catch (error) {
    unmake(made);
    throw error;
  }
  return made;
}

/** Takes folders away that were made, unless something lies in them by now. */
export function unmake(made: readonly string[]): void {
  try {
    for (const folder of made.toReversed()) rmdirSync(folder);
  } catch {
    // Somebody else has begun to use it.
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "it may not be written there",
  EPERM: "it may not be written there",
  EROFS: "what is there can only be read",
  ENOENT: "nothing can be made there",
  EEXIST: "a link there leads nowhere",
  ENOSPC: "no space is left there",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "links there go round in a circle",
};

function reason(path: string, error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (code === "ENOTDIR") return `${fileOn(path)} is a file`;
  return reasons[code] ?? message;
}

/** What on the way is there, and no folder. */
function fileOn(path: string): string {
  for (let at = path; ; at = dirname(at)) if (existsSync(at) || dirname(at) === at) return at;
}
