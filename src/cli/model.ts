// A model's file: of which kind it is, and how it is loaded.
import { extname } from "node:path";
import { UsageError } from "./command.js";
import { shortPath } from "./output.js";
import { importModel } from "./own-package.js";

const kinds: Readonly<Record<string, "script" | "program">> = {
  ".hoc": "script",
  ".ses": "script",
  ".js": "program",
  ".mjs": "program",
  ".cjs": "program",
  ".ts": "program",
  ".mts": "program",
  ".cts": "program",
};

/** HOC, or a module of JavaScript or TypeScript; undefined: no model at all. */
export function kindOf(file: string): "script" | "program" | undefined {
  return kinds[extname(file)];
}

/** @throws UsageError it is no model */
export function checkedKind(file: string): "script" | "program" {
  const kind = kindOf(file);
  if (kind !== undefined) return kind;
  const what = extname(file) === ".py" ? " is written in Python: run it there. Expected" : ": expected";
  throw new UsageError(`${shortPath(file)}${what} a model in ${Object.keys(kinds).join(", ")}.`);
}

export async function loadModel(file: string, loadFile: (path: string) => unknown): Promise<void> {
  // Node takes it for the main script: the project whose packages of mechanisms are looked for is the model's.
  process.argv[1] = file;
  if (checkedKind(file) === "program") await importModel(file);
  else loadFile(file);
}
