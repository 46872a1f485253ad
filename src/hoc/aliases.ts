// Other names of mechanisms: `Kv` for `glia__channels__Kv__0`, in HOC's text and here. The layer above says which.
import { join } from "node:path";
import { installation, native, start } from "../engine/engine.js";
import { others, sameName } from "./names.js";

export { others } from "./names.js";

let hides = false;

/** From now on NEURON's own HOC files, which use short names (`k`, `i`) for variables, are read without the names given here. */
function hide(): void {
  start();
  if (!hides && installation !== undefined) native.hideAliases(join(installation.home, "lib", "hoc", "/"));
  hides = true;
}

/**
 * Whether a mechanism can be loaded under this name. A variable of HOC's top level makes way: NEURON's own files have some of
 * one letter, and what was read before does not need the name.
 */
export function isFree(name: string): boolean {
  if (!isKnown(name)) return true;
  if (native.names(0).includes(name) || !native.freeName(name)) return false;
  for (const forget of others.forget) for (const form of [name, `_ref_${name}`]) forget(form);
  return true;
}

/** A mechanism that was compiled under its plain name. */
export function addOwn(name: string): void {
  hide();
  native.hideOwn(name);
}

/** Gives a mechanism, its variables and functions another name. Where NEURON has a name of that kind, it keeps its own meaning. */
export function addAlias(plain: string, full: string): void {
  hide();
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
