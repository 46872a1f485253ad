// glia cache: where compiled mechanisms are kept.
import { existsSync } from "node:fs";
import { didYouMean } from "../../core/suggest.js";
import { cachePath, clearCache, inCache } from "../../glia/packages/cache.js";
import { type Call, type Result, UsageError } from "../command.js";

export function run(call: Call): Result {
  const [what] = call.words as [string];
  const path = cachePath();
  if (what === "path") return { data: { path, exists: existsSync(path) }, text: path };
  if (what !== "clear")
    throw new UsageError(`glia cache: expected path or clear, got "${what}".${didYouMean(what, ["path", "clear"])}`);
  const was = existsSync(path);
  inCache(path, () => clearCache(path));
  return { data: { path, cleared: was }, text: was ? `${path} is empty now.` : `There was nothing in ${path}.` };
}
