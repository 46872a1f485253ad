// The mechanisms that the package ships, put into the running engine.
import { installation, start } from "../engine/engine.js";
import { extensionLibrary } from "../engine/extensions.js";
import { locateNeuron } from "../engine/locate.js";
import { h } from "./h.js";
import { Kind } from "./kinds.js";
import { lookup } from "./names.js";
import { refuseInRun } from "./run.js";

export { dataFolder, extensionNames } from "../engine/extensions.js";

/** Loads an extension that is shipped; compiles it first where that has not been done. */
export function loadShipped(name: string): void {
  start();
  const known = lookup(name);
  // Loaded before, by us or by another copy of the package; or a model has brought its own, and NEURON knows a name only once.
  if (known !== undefined && (known.isPointProcess || known.kind === Kind.mechanism)) return;
  refuseInRun(`Loading ${name}`);
  h.nrn_load_dll(extensionLibrary(name, installation ?? locateNeuron(), (line) => process.stderr.write(`${line}\n`)));
}
