// Who runs: ours first, then those it is compared with. Each is a process that takes a case and a count
// (child.mjs and python/child.py say how it answers).
import { fileURLToPath } from "node:url";
import { venvPython } from "../scripts/lib/venv.mjs";

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export const rivals = [
  { name: "ours", command: (name, count) => [process.execPath, here("child.mjs"), name, count] },
  {
    name: "Python",
    command: (name, count) => [venvPython, here("python/child.py"), name, count, "neuron.h"],
  },
];

// The first Patch, for who has it: the Python of an environment with `pip install nrn-patch`.
const withPatch = process.env.NRN_PATCH_BENCH_PATCH;
if (withPatch)
  rivals.push({
    name: "nrn-patch (Python)",
    command: (name, count) => [withPatch, here("python/child.py"), name, count, "patch.p"],
  });
