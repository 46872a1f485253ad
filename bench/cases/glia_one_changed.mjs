import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../dist/bundle/glia.js";
import { locateNeuron } from "../../dist/engine/locate.js";
import { fresh, nrnivmodl, runsIn, thirty, thirtyFiles } from "../glia/projects.mjs";

export const title = "Glia: one changed file of 30 (nrnivmodl's, in Python's column)";
export const kind = "process";
/** Node's start is part of ours. */
export const pythonLimit = 1.25;
/** The first round compiles all. */
export const warmUp = 1;

/** One file whose content is another one each time. */
function change(folder) {
  writeFileSync(join(folder, "Kv3.mod"), `${thirtyFiles()["Kv3.mod"]}: ${Date.now()}\n`);
}

export function prepare() {
  const project = thirty(join(process.env.PATCH_CACHE, "..", "changing"));
  runsIn(project);
  const isFirst = !existsSync(join(project, "compiled"));
  if (isFirst) writeFileSync(join(project, "compiled"), "");
  else change(join(project, "mod"));
  const { compiled } = compile();
  if (!isFirst && compiled.length !== 1) throw new Error(`compiled ${compiled.length} files`);
}

const work = fresh("changing-nrnivmodl");
export const commands = {
  Python: () => {
    const files = join(work, "mod");
    if (existsSync(files)) change(files);
    else cpSync(join(thirty(), "mod"), files, { recursive: true });
    return nrnivmodl(locateNeuron(), files, join(work, "work"));
  },
};
