// src → dist/bundle: what the package runs. A hundred modules, each read and linked by itself, would take longer to start than NEURON.

import { rmSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { at } from "./paths.mjs";

/** What can be started or imported, by the name of its file in dist/bundle; what two of them share goes into chunks, so that it exists once. */
const entries = {
  index: "src/index.ts",
  glia: "src/glia.ts",
  plot: "src/plot.ts",
  view: "src/view.ts",
  // Not the users': for the tests, which look at the engine that runs, and for set-up and doctor.
  engine: "src/engine/engine.ts",
  display: "src/hoc/graphics/host.ts",
  extensions: "src/engine/extensions.ts",
  locate: "src/engine/locate.ts",
  "view-server": "src/view/server-thread.ts",
  "glia-command": "src/cli/glia.ts",
  "nrn-patch-command": "src/cli/nrn-patch.ts",
  "glia-test-child": "src/cli/glia/test-child.ts",
};

export async function bundle() {
  // Here and not above: set-up runs before the packages are there.
  const { build } = await import("rolldown");
  rmSync(at("dist", "bundle"), { recursive: true, force: true });
  try {
    await build({
      cwd: at(),
      input: entries,
      platform: "node",
      // Every package, and every part of Node: what begins like a name and not like a path.
      external: /^[^./\0#]/,
      logLevel: "silent",
      output: {
        dir: "dist/bundle",
        format: "esm",
        // Beside the entries: what asks where the package lies counts folders from its own (src/core/root.ts).
        chunkFileNames: "[name]-[hash].js",
        sourcemap: true,
        comments: { legal: true, annotation: true, jsdoc: false },
      },
    });
  } catch (error) {
    throw new Failure("src could not be bundled.", { output: error.message, cure: "correct it, then: npm run build" });
  }
}
