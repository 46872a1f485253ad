// Other names of mechanisms: `Kv` for `glia__channels__Kv__0`, in HOC's text and here. The layer above says which.
import { join } from "node:path";
import { installation, native, start } from "../engine/engine.js";
import { others, sameName } from "./names.js";

export { others } from "./names.js";

let hides = false;

/** Gives a mechanism, its variables and functions another name. Where NEURON has a name of that kind, it keeps its own meaning. */
export function addAlias(plain: string, full: string): void {
  start();
  if (!hides && installation !== undefined) native.hideAliases(join(installation.home, "lib", "hoc", "/"));
  hides = true;
  const pairs = native.alias(full, plain);
  for (let i = 0; i < pairs.length; i += 2) sameName(pairs[i] as number, pairs[i + 1] as number);
}

/** Takes the name away again. */
export function removeAlias(plain: string): void {
  const names = [plain, ...native.unalias(plain)];
  for (const name of names) for (const forget of others.forget) for (const form of [name, `_ref_${name}`]) forget(form);
}

/** Whether NEURON has this name already, as a mechanism's, a variable's or anything else's. */
export function isKnown(name: string): boolean {
  start();
  return native.lookup(name) !== 0;
}
