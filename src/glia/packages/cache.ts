// The cache of compiled mechanisms: a folder outside the repository, whose entries are named by their content and come
// into being whole. What lies in it can be thrown away at any time.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { GliaError } from "../../core/errors.js";
import { putWhole, writeWhole } from "../../core/whole.js";
import { cacheFolder } from "../../engine/cache.js";
import { LIBRARY } from "../../engine/compile.js";

/** Where compiled mechanisms are kept: in the folder PATCH_CACHE, else in the user's cache. */
export function cachePath(): string {
  return join(cacheFolder(), "glia");
}

/** Throws all compiled mechanisms away; they are compiled again when they are needed. */
export function clearCache(folder: string = cachePath()): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Loaded when it is needed: Node takes a while for it. */
export function digest(...contents: (string | Buffer)[]): string {
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  for (const content of contents) hash.update(`${content.length}:`).update(content);
  return hash.digest("hex").slice(0, 24);
}

let count = 0;
const aside = (path: string) => `${path}.making-${process.pid}-${Date.now().toString(36)}-${count++}`;

/** A problem with the cache itself, with its remedy. */
export function cacheError(folder: string, cause: unknown): GliaError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const why =
    code === "ENOSPC" || code === "EDQUOT"
      ? "the disk is full. Make room (`glia cache clear` throws away what was compiled)"
      : code === "EROFS" || code === "EACCES" || code === "EPERM"
        ? "it cannot be written to. Make it writable"
        : `${message}. Mend that`;
  return new GliaError(`The cache of compiled mechanisms, ${folder}: ${why}, or set PATCH_CACHE to another folder.`, {
    cause,
  });
}

/** Runs an action on the cache; what goes wrong there is told with its remedy. */
export function inCache<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof GliaError || !(cause instanceof Error) || !("code" in cause)) throw cause;
    throw cacheError(folder, cause);
  }
}

/** Puts a copy of the file in its place: whole or not at all. */
export function putFile(from: string, to: string): void {
  putWhole(to, (temporary) => copyFileSync(from, temporary), aside(to));
}

export function putText(text: string, to: string): void {
  writeWhole(to, text, aside(to));
}

const seal = "sealed.json";

/** Puts the files together into a folder, with their digests. */
export function putFolder(files: readonly string[], folder: string, facts: Record<string, unknown>): void {
  const temporary = aside(folder);
  try {
    mkdirSync(temporary, { recursive: true });
    const digests: Record<string, string> = {};
    for (const file of files) {
      copyFileSync(file, join(temporary, basename(file)));
      digests[basename(file)] = digest(readFileSync(file));
    }
    writeFileSync(join(temporary, seal), JSON.stringify({ ...facts, files: digests }));
    // What lies there is damaged, or another process was quicker, and then it is the same.
    if (existsSync(folder) && !isWhole(folder)) renameSync(folder, aside(folder));
    try {
      renameSync(temporary, folder);
    } catch (error) {
      if (!isWhole(folder)) throw error;
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Whether a folder is as `putFolder` left it. */
export function isWhole(folder: string): boolean {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, seal), "utf8")) as { files: Record<string, string> };
    const names = Object.keys(files);
    return names.includes(LIBRARY) && names.every((name) => digest(readFileSync(join(folder, name))) === files[name]);
  } catch {
    // Not there, or not readable as what it should be: then it is made again.
    return false;
  }
}

/** Marks an entry as used now, so that it is not taken for old; a cache that is only read stays as it is. */
export function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Only its age is lost.
  }
}

const month = 30 * 24 * 3600 * 1000;

/** Removes what nobody used for two months, and what killed processes left behind an hour ago or more. */
export function removeOld(folder: string): void {
  for (const part of ["objects", "libraries", "failures", "locks"])
    for (const name of existsSync(join(folder, part)) ? readdirSync(join(folder, part)) : []) {
      const path = join(folder, part, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      const age = stats === undefined ? 0 : Date.now() - stats.mtimeMs;
      if (age > 2 * month || (age > 3_600_000 && name.includes(".making-")))
        rmSync(path, { recursive: true, force: true });
    }
}

/** A lock that a process holds while it compiles, so that others wait instead of doing the same. Nothing depends on it but time. */
export class Lock {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes it, if nobody who lives has it. */
  take(): boolean {
    const text = JSON.stringify({ pid: process.pid, host: hostname(), since: birthOf(process.pid) });
    try {
      writeFileSync(this.#file, text, { flag: "wx" });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (this.#isHeld()) return false;
    rmSync(this.#file, { force: true });
    return false; // the next attempt takes it
  }

  /** Whether this very process has it. */
  isOurs(): boolean {
    try {
      const { pid, host } = JSON.parse(readFileSync(this.#file, "utf8")) as { pid: number; host: string };
      return pid === process.pid && host === hostname();
    } catch {
      return false; // it is gone, or another process is writing it
    }
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }

  #isHeld(): boolean {
    try {
      const { pid, host, since } = JSON.parse(readFileSync(this.#file, "utf8")) as {
        pid: number;
        host: string;
        since: string;
      };
      if (Date.now() - statSync(this.#file).mtimeMs > 1_800_000) return false;
      return host !== hostname() || (isAlive(pid) && birthOf(pid) === since);
    } catch (error) {
      // It is gone, or it is being written this moment.
      return (
        (error as NodeJS.ErrnoException).code !== "ENOENT" &&
        Date.now() - (statSync(this.#file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5000
      );
    }
  }
}

/** When a process began, so that a later one of the same number is not taken for it; "" where the system does not say. */
function birthOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1").replace(/^.*\)/s, "").split(" ")[20] ?? "";
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
