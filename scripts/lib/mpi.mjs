// Looks for MPI: the launcher, and the library that NEURON loads when it starts with MPI.

import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run, which } from "./run.mjs";

export const mpiCure =
  process.platform === "darwin"
    ? "brew install open-mpi"
    : "sudo apt-get install -y openmpi-bin   # or your system's equal";

export const launcher = () => which("mpiexec", "mpirun");

export function mpiLibrary() {
  const named = process.env.MPI_LIB_NRN_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return fromLinker() ?? besideLauncher();
}

/** What the system's linker knows: lines such as "libmpi.so.40 (libc6,x86-64) => /usr/lib/…/libmpi.so.40". */
function fromLinker() {
  const ldconfig = which("ldconfig", "/sbin/ldconfig", "/usr/sbin/ldconfig");
  if (!ldconfig) return undefined;
  return run(ldconfig, ["-p"]).stdout.match(/^\s*libmpi\.so\S* .*=> (\S+)$/m)?.[1];
}

function besideLauncher() {
  const program = launcher();
  const folder = program && join(dirname(dirname(program)), "lib");
  if (!folder || !existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((file) => /^libmpi(\.\d+)?\.(so|dylib)(\.\d+)*$/.test(file));
  return name && join(folder, name);
}
