import { rmSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../dist/bundle/glia.js";
import { locateNeuron } from "../../dist/engine/locate.js";
import { fresh, nrnivmodl, runsIn, thirty } from "../glia/projects.mjs";

export const title = "Glia: cold build of 30 files (nrnivmodl's, in Python's column)";
export const kind = "process";

export function prepare() {
  runsIn(thirty());
  process.env.PATCH_CACHE = fresh("cold");
  if (compile().compiled.length !== 30) throw new Error("not all were compiled");
}

export const commands = {
  Python: () => {
    const work = fresh("nrnivmodl");
    rmSync(work, { recursive: true, force: true });
    return nrnivmodl(locateNeuron(), join(thirty(), "mod"), work);
  },
};
