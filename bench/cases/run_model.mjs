import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const folder = join(tmpdir(), `nrn-patch-bench-${process.pid}`);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

export const title = "nrn-patch run: a model's button, its picture and CSV";
export const kind = "process";
/** What it may cost more than the same run in Python, which draws and writes nothing, s. */
export const pythonMore = 0.3;

const outputs = ["--csv", folder, "--svg", folder, "--quiet"];
const steps = [here("../models/axon.hoc"), "--press", "Figure 1", "--record", "axon.v(0.5)"];

export const commands = {
  ours: () => [process.execPath, here("../../dist/bundle/nrn-patch-command.js"), "run", ...steps, ...outputs],
};
