import { createRequire } from "node:module";
import { fifty, runsIn } from "../glia/projects.mjs";

export const title = "Glia: discovery, 50 packages of 2 files";
export const kind = "once";
export const count = 1;

export function prepare() {
  runsIn(fifty());
  return () => {
    const found = createRequire(import.meta.url)("../../dist/bundle/glia.js").packages();
    if (found.length !== 51) throw new Error(`${found.length} packages`);
  };
}
