// Step: the mechanisms of ours that the package ships (data/extensions), compiled for the NEURON that is used here.

import { existsSync, rmSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { locate } from "./neuron.mjs";
import { at } from "./paths.mjs";

export const extensions = {
  name: "extensions",

  async reason() {
    if (!existsSync(at("dist", "bundle", "extensions.js"))) return "not looked for yet";
    const { found } = await locate();
    // Without NEURON, its own step has said so.
    const lacking = found ? (await extensionLibraries(found)).filter(([, library]) => !library) : [];
    return lacking.length > 0 ? "not compiled" : undefined;
  },

  async make(say) {
    const { found } = await locate();
    if (!found) return;
    // Only when forced is there one already.
    const all = await extensionLibraries(found);
    if (all.every(([, library]) => library)) rmSync(at("build", "extensions"), { recursive: true, force: true });
    const { extensionLibrary } = await module();
    for (const [name] of all) {
      say(`compiling ${name}`);
      try {
        extensionLibrary(name, found, () => {});
      } catch (error) {
        if (!error.code?.startsWith("ERR_PATCH_")) throw error;
        throw new Failure(`${name} could not be compiled.`, {
          output: error.message,
          cure: "npm run doctor   # tells whether the tools are in order; then: npm run setup",
        });
      }
    }
  },
};

/** The extensions and their libraries, `undefined` where there is none: [name, library][]. */
export async function extensionLibraries(installation) {
  if (!existsSync(at("dist", "bundle", "extensions.js"))) return [];
  const { compiledExtension, extensionNames } = await module();
  return extensionNames().map((name) => [name, compiledExtension(name, installation)]);
}

/** Loaded afresh, since a step before may have compiled it just now. */
const module = () => import(`../../dist/bundle/extensions.js?${Date.now()}`);
