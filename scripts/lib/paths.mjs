// The places that the scripts share. Everything that set-up makes lies in a folder that git ignores.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const at = (...parts) => join(root, ...parts);

export const buildFolder = at("build");
export const neuronFolder = at(".neuron");
export const addonFile = at("build", "Release", "nrn_patch.node");

/** The one version of NEURON that set-up brings and the truth tests compare with. */
export const neuronVersion = "9.0.2";
