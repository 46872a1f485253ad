// Many processes: whether this one was launched as a rank, and what NEURON needs to join the others.
import { existsSync, readdirSync } from "node:fs";

/** The variables by which launchers tell a process that it is a rank of several. */
const launchers = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_RANK", "MPI_LOCALNRANKS", "SLURM_MPI_TYPE"];

/** Launched by mpiexec, or asked for by PATCH_MPI=1; PATCH_MPI=0 says no. */
export function hasMpi(): boolean {
  if (process.env.PATCH_MPI === "0") return false;
  return process.env.PATCH_MPI === "1" || launchers.some((name) => process.env[name] !== undefined);
}

const folders = [
  ...(process.env.LD_LIBRARY_PATH ?? "").split(":").filter(Boolean),
  "/usr/lib/x86_64-linux-gnu",
  "/usr/lib/aarch64-linux-gnu",
  "/usr/lib64/openmpi/lib",
  "/usr/lib64/mpich/lib",
  "/usr/lib64",
  "/usr/lib",
  "/usr/local/lib",
  "/opt/homebrew/lib",
];

/** The MPI library of this machine: MPI_LIB_NRN_PATH, else the first that lies in the usual folders. */
export function mpiLibrary(): string | undefined {
  const named = process.env.MPI_LIB_NRN_PATH;
  if (named) return named;
  const wanted = process.platform === "darwin" ? /^libmpi\.(\d+\.)?dylib$/ : /^libmpi(ch)?\.so(\.\d+)*$/;
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const found = readdirSync(folder).filter((file) => wanted.test(file));
    // The plain name first, else the one that programs link to (libmpi.so.40, not libmpi.so.40.30.4).
    const best = found.sort((a, b) => a.length - b.length)[0];
    if (best) return `${folder}/${best}`;
  }
  return undefined;
}

/** NEURON's arguments for it. Without a library NEURON would end the process, so it is not asked to look for one. */
export function mpiArguments(): string[] {
  if (!hasMpi()) return [];
  const library = mpiLibrary();
  if (!library) return [];
  process.env.MPI_LIB_NRN_PATH = library;
  return ["-mpi"];
}
