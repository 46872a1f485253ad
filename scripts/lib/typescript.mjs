// Step: TypeScript → dist (declarations, and modules for the tests of single ones), and dist/bundle, which is what the package runs. Also compiles the tests, for the scripts that run them.

import { chmodSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { Failure } from "./failure.mjs";
import { at } from "./paths.mjs";
import { run } from "./run.mjs";
import { filesIn, fingerprint, readStamp, writeStamp } from "./stamps.mjs";

const current = () =>
  fingerprint([
    "src",
    "tsconfig.json",
    "package.json",
    "scripts/lib/bundle.mjs",
    "node_modules/typescript/package.json",
    "node_modules/rolldown/package.json",
  ]);

export const typescript = {
  name: "typescript",

  reason() {
    if (!existsSync(at("dist", "bundle", "index.js"))) return "not built";
    return readStamp("typescript") === current() ? undefined : "sources changed";
  },

  async make(say) {
    say("compiling TypeScript");
    const stamp = current();
    compile("tsconfig.json", "src", "dist");
    await bundle();
    // Where the package is a link to this clone, npm has made the commands executable once only.
    const { bin } = JSON.parse(readFileSync(at("package.json"), "utf8"));
    for (const file of Object.values(bin)) chmodSync(at(file), 0o755);
    writeStamp("typescript", stamp);
  },
};

export function compileTests() {
  compile("tsconfig.test.json", "test", "build/test");
}

/** By its path: node_modules/.bin/tsc could be that of the older TypeScript that the type tests use. */
export const tsc = (config) => run(process.execPath, [at("node_modules", "typescript", "bin", "tsc"), "-p", config]);

function compile(config, from, to) {
  prune(from, to);
  const build = () => tsc(config);
  let { ok, output } = build();
  if (!ok && existsSync(at(to, ".tsbuildinfo"))) {
    // TypeScript 6.0 loses computed members of classes that other modules augment when it looks at a changed file first.
    rmSync(at(to, ".tsbuildinfo"));
    ({ ok, output } = build());
  }
  if (!ok)
    throw new Failure(`TypeScript found errors in ${from}.`, {
      output,
      cure: `correct them, then: npx tsc -p ${config}`,
    });
}

/** Removes what was compiled from a source that is gone, so that no renamed test or module lives on. */
function prune(from, to) {
  for (const file of filesIn(to).filter((file) => !/^(bundle|page)[/\\]/.test(file.slice(at(to).length + 1)))) {
    const source = file.slice(at(to).length + 1).replace(/\.(js|js\.map|d\.ts)$/, ".ts");
    if (source.endsWith(".ts") && !existsSync(join(at(from), source))) rmSync(file);
  }
}
