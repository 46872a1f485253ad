// Which files are known not to compile, so that a start does not try again, each time, what their author has to mend.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CompileError, type SourceProblem } from "../../core/errors.js";
import { digest, putText } from "./cache.js";
import type { Asset } from "./discover.js";
import type { Unit } from "./unit.js";

/** Notes what the file's author has to mend, and nothing that may be another's fault. */
export function remember(unit: Unit, error: Error, cache: string): void {
  if (!(error instanceof CompileError) || !error.problems.some(({ line }) => line !== undefined)) return;
  if (/No such file|No space|cannot allocate|Killed|fatal error|multiple definition/i.test(error.message)) return;
  putText(JSON.stringify({ message: error.message, problems: error.problems }), failureOf(unit, cache));
}

/** Where it is noted that a file cannot be compiled; its message names the file by its place. */
function failureOf({ asset, key }: Unit, cache: string): string {
  return join(cache, "failures", `${digest(key, asset.file as string)}.json`);
}

/** The units of which nothing such is known; the others are added to `failures`. */
export function withoutFailed(units: readonly Unit[], cache: string, failures: Map<Asset, Error>): Unit[] {
  return units.filter((unit) => {
    const file = failureOf(unit, cache);
    if (!existsSync(file)) return true;
    try {
      const { message, problems } = JSON.parse(readFileSync(file, "utf8")) as {
        message: string;
        problems: SourceProblem[];
      };
      failures.set(unit.asset, new CompileError(message, { problems }));
      return false;
    } catch {
      return true; // not readable: it is tried again
    }
  });
}
