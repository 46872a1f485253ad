// Step: src/view/page → dist/page: the live page with all that it needs in one file, so that it works without the network.

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { at } from "./paths.mjs";
import { fingerprint, readStamp, writeStamp } from "./stamps.mjs";
import { tsc } from "./typescript.mjs";

/** What is bundled of others'; their licences go with it. */
const bundled = ["three", "d3-scale-chromatic", "d3-interpolate", "d3-color"];

const current = () =>
  fingerprint([
    "src/view/page",
    "src/view/protocol.ts",
    "src/view/thin.ts",
    "tsconfig.json",
    "tsconfig.page.json",
    "scripts/lib/page.mjs",
    ...["typescript", "rolldown", ...bundled].map((name) => `node_modules/${name}/package.json`),
  ]);

export const page = {
  name: "page",

  reason() {
    if (!existsSync(at("dist", "page", "page.js"))) return "not built";
    return readStamp("page") === current() ? undefined : "its sources changed";
  },

  async make(say) {
    say("bundling the live page");
    const stamp = current();
    check();
    await bundle();
    writeStamp("page", stamp);
  },
};

/** It lives in a browser, so it is compiled with other declarations than the rest. */
function check() {
  const { ok, output } = tsc("tsconfig.page.json");
  if (!ok)
    throw new Failure("TypeScript found errors in src/view/page.", {
      output,
      cure: "correct them, then: npx tsc -p tsconfig.page.json",
    });
}

async function bundle() {
  // Here and not above: set-up runs before the packages are there.
  const { build } = await import("rolldown");
  rmSync(at("dist", "page"), { recursive: true, force: true });
  mkdirSync(at("dist", "page"), { recursive: true });
  try {
    await build({
      cwd: at(),
      input: "src/view/page/main.ts",
      platform: "browser",
      logLevel: "silent",
      output: { file: "dist/page/page.js", format: "esm", minify: true },
    });
  } catch (error) {
    throw new Failure("The live page could not be bundled.", {
      output: error.message,
      cure: "correct it, then: npm run build",
    });
  }
  for (const file of ["index.html", "page.css"])
    copyFileSync(at("src", "view", "page", file), at("dist", "page", file));
  const licences = bundled.map(
    (name) => `${name}\n\n${readFileSync(at("node_modules", name, "LICENSE"), "utf8").trim()}\n`,
  );
  writeFileSync(
    at("dist", "page", "licences.txt"),
    `page.js holds code of these packages.\n\n${licences.join("\n\n")}`,
  );
}
