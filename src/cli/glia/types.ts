// glia types: TypeScript declarations of the mechanisms.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GliaError } from "../../core/errors.js";
import { writeWhole } from "../../core/whole.js";
import { count } from "../../core/words.js";
import { isBuiltIn } from "../../glia/packages/discover.js";
import { declarations, mark } from "../../glia/packages/typegen.js";
import { type Call, type Result, UsageError } from "../command.js";
import { shortPath } from "../output.js";
import { discovered, problemsOf } from "./project.js";

export function run(call: Call): Result {
  const discovery = discovered(call);
  const out = call.value("out");
  const file = out === undefined ? join(discovery.root, "glia.d.ts") : resolve(out);
  if (!/\.d\.[cm]?ts$/.test(file))
    throw new UsageError(`glia types: --out: the file's name ends in .d.ts; ${out} does not.`);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (before !== undefined && !before.startsWith(mark))
    throw new GliaError(`${file} was not made by glia types, and is left as it is. Name another file with --out.`);
  const text = declarations(discovery);
  const changed = text !== before;
  if (changed) write(file, text);
  const written = discovery.assets.filter((asset) => !isBuiltIn(asset) && asset.fault === undefined).length;
  const what = `declarations of ${count(written, "mechanism")}`;
  return {
    data: { file, changed, mechanisms: written },
    text: changed ? `${shortPath(file)}: ${what}.` : `${shortPath(file)} is up to date: ${what}.`,
    problems: problemsOf(discovery),
  };
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, text);
  } catch (cause) {
    throw new GliaError(`${file} cannot be written: ${(cause as Error).message}`, { cause });
  }
}
