// A model's file: of which kind it is, and how it is loaded.
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "./command.js";

const programs = [".js", ".mjs", ".cjs"];
const scripts = [".hoc", ".ses"];

/** Whether it is a program, and not a file of HOC. */
export function isProgram(file: string): boolean {
  const kind = extname(file);
  if (programs.includes(kind)) return true;
  if (scripts.includes(kind)) return false;
  throw new UsageError(`${file}: expected a model in ${[...programs, ...scripts].join(", ")}.`);
}

export async function loadModel(file: string, loadFile: (path: string) => unknown): Promise<void> {
  if (isProgram(file)) await import(pathToFileURL(file).href);
  else loadFile(file);
}
