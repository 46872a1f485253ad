// Step: the npm packages that the lock file names.

import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Failure } from "./failure.mjs";
import { at } from "./paths.mjs";
import { run } from "./run.mjs";

export const packages = {
  name: "packages",

  /** Why `npm ci` is due, or undefined. npm's own record of what it installed is compared with the lock file. */
  reason() {
    const record = at("node_modules", ".package-lock.json");
    if (!existsSync(record)) return "not installed";
    const wanted = entries(at("package-lock.json"));
    const installed = entries(record);
    for (const [path, { version, optional }] of Object.entries(wanted)) {
      // Optional ones are for one platform each: npm leaves out those of the others.
      if (path === "" || (optional && !installed[path])) continue;
      if (installed[path]?.version !== version) return `${path.replace("node_modules/", "")} ${version} is missing`;
    }
    return undefined;
  },

  make(say) {
    say("installing npm packages (npm ci)");
    const [program, ...first] = npm();
    // Our packages need no install script, and development packages are wanted whatever NODE_ENV says.
    const { ok, output } = run(program, [
      ...first,
      "ci",
      "--include=dev",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
    ]);
    if (!ok)
      throw new Failure("npm could not install the packages.", {
        tried: ["npm ci"],
        output,
        cure: "npm ci --include=dev",
      });
  },
};

function entries(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** The npm that runs this script, else the one in PATH. */
function npm() {
  const running = process.env.npm_execpath;
  return running && basename(running) === "npm-cli.js" ? [process.execPath, running] : ["npm"];
}
