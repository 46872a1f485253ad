// Step: the native addon, built by node-gyp.

import { existsSync } from "node:fs";
import { neededCompiler } from "./compiler.mjs";
import { Failure } from "./failure.mjs";
import { nodeHeaders } from "./node.mjs";
import { addonFile, at } from "./paths.mjs";
import { run } from "./run.mjs";
import { fingerprint, readStamp, writeStamp } from "./stamps.mjs";

const current = () => fingerprint(["native", "binding.gyp"], [process.version, process.arch, nodeHeaders() ?? ""]);

export const addon = {
  name: "addon",

  reason() {
    if (!existsSync(addonFile)) return "not built";
    return readStamp("addon") === current() ? undefined : "its sources or Node changed";
  },

  make(say) {
    say("building the native addon (node-gyp)");
    const stamp = current();
    const { cxx, cc } = neededCompiler();
    const headers = nodeHeaders();
    // Given the headers' place, node-gyp downloads nothing, whatever npm's configuration says. Not "rebuild": that empties build/.
    const where = headers ? [`--nodedir=${headers}`] : [];
    const gyp = at("node_modules", "node-gyp", "bin", "node-gyp.js");
    const args = [gyp, "configure", "build", "--release", "-j", "2", ...where];
    const { ok, output } = run(process.execPath, args, { env: { CXX: cxx, CC: cc } });
    const tried = [
      `node-gyp ${args.slice(1).join(" ")}`,
      `C++ compiler ${cxx}`,
      `Node's headers: ${headers ?? "not beside Node, so downloaded"}`,
    ];
    if (!ok)
      throw new Failure("The native addon could not be built.", {
        tried,
        output,
        cure: "npm run doctor   # tells whether the tools are in order; then: npm run build",
      });
    const trouble = loadingTrouble();
    if (trouble)
      throw new Failure("The native addon was built but does not load.", { output: trouble, cure: "npm run build" });
    writeStamp("addon", stamp);
  },
};

/** Loads the addon in a process of its own; what it said if that failed. */
export function loadingTrouble(file = addonFile) {
  const code = `try { require(${JSON.stringify(file)}) } catch (error) { console.error(error.message); process.exit(1) }`;
  const { ok, output } = run(process.execPath, ["-e", code]);
  return ok ? undefined : output.trim() || "it ended the process";
}
