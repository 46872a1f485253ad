// A folder's mod files, compiled once for each content, under their plain names.
import { join } from "node:path";
import { cacheFolder } from "../../engine/cache.js";
import { compilationHash, compileMechanisms, libraryIn } from "../../engine/compile.js";
import { locateNeuron } from "../../engine/locate.js";
import { count } from "../output.js";

/** The library of these files. @throws CompilationError that names file and line */
export function libraryOf(sources: readonly string[], tell: (line: string) => void): string {
  const installation = locateNeuron();
  const output = join(cacheFolder(), "models", compilationHash({ sources, installation }));
  const there = libraryIn(output);
  if (there !== undefined) return there;
  tell(`compiling ${count(sources.length, "mod file")}`);
  return compileMechanisms({ sources, output, installation });
}
