import { createRequire } from "node:module";
import { compiled, runsIn, thirty } from "../glia/projects.mjs";

export const title = "Glia: first use, warm cache of 30 files";
export const kind = "once";
export const count = 1;
/** s, on top of the engine's start */
export const most = 0.05;

export function prepare(p) {
  runsIn(compiled(thirty()));
  const soma = p.Section({ name: "soma" });
  // The module is part of the first use.
  return () => void createRequire(import.meta.url)("../../dist/bundle/glia.js").insert(soma, "Kv3");
}
