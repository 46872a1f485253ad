// What the tests of packages/cortex share: its files, the compiled library, a membrane whose voltage stays where it is put.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { h as typed, untyped } from "nrn-patch";
import { compilationHash, compileMechanisms, libraryIn } from "#src/engine/compile.js";
import { locateNeuron } from "#src/engine/locate.js";

export const h = untyped(typed);

const root = fileURLToPath(new URL("../../../", import.meta.url));
export const packageFolder = join(root, "packages", "cortex");

export interface ModFile {
  readonly asset: string;
  readonly variant: string;
  readonly path: string;
  readonly text: string;
}

/** The package's NMODL files. */
export function modFiles(): ModFile[] {
  const folder = join(packageFolder, "mod");
  const names = readdirSync(folder).filter((name) => name.endsWith(".mod"));
  return names.sort().map((name) => {
    const path = join(folder, name);
    const [asset = "", variant = "0"] = name.slice(0, -".mod".length).split("__");
    return { asset, variant, path, text: readFileSync(path, "utf8") };
  });
}

/**
 * Compiles and loads the package without Glia, once for each state of its files. A variant bears its name here as Glia would make it
 * distinct: `AMPA__kinetic.mod` is `h.AMPA_kinetic`.
 */
export function loadLibrary(): void {
  const sources = modFiles().map(({ asset, variant, path, text }) => {
    if (variant === "0") return path;
    const folder = join(root, "build", "mechanism-variants");
    mkdirSync(folder, { recursive: true });
    const copy = join(folder, `${asset}_${variant}.mod`);
    const renamed = text.replace(`POINT_PROCESS ${asset}\n`, `POINT_PROCESS ${asset}_${variant}\n`);
    writeFileSync(copy, renamed);
    return copy;
  });
  const installation = locateNeuron();
  const output = join(root, "build", `mechanisms-${compilationHash({ sources, installation })}`);
  h.nrn_load_dll(
    alone(`${output}.lock`, () => libraryIn(output) ?? compileMechanisms({ sources, installation, output })),
  );
  h.load_file("stdrun.hoc");
}

/** Does this while no other process does: the test files start together, and a compilation takes all processors. */
function alone<T>(lock: string, action: () => T): T {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    // A killed process leaves its lock behind.
    if (Date.now() - since > 100_000) break;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    return action();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** The middle of a compartment with so large a capacitance that no current moves its voltage. */
export function held(...mechanisms: string[]): any {
  const membrane = h.Section("membrane");
  membrane.L = membrane.diam = 10;
  membrane.cm = 1e12;
  for (const mechanism of mechanisms) membrane.insert(mechanism);
  return membrane(0.5);
}

/** A NetCon without a source, for events that a test sends itself. */
export function connection(target: any, weight: number): any {
  const netcon = h.NetCon(null, target);
  netcon.weight[0] = weight;
  return netcon;
}

/** Advances by fixed steps, and tells what `read` gives after each; currents and conductances are those at the new time, not one step behind. */
export function steps(count: number, read: () => number): number[] {
  return Array.from({ length: count }, () => {
    h.fadvance();
    h.fcurrent();
    return read();
  });
}

/** x / (1 - exp(-x/k)): the rate function of most papers, without loss of digits near 0. */
export const linoid = (x: number, k: number): number => (x === 0 ? k : -x / Math.expm1(-x / k));

/** The analytic sum of two exponentials, as a share of its peak. */
export function twoExponentials(rise: number, decay: number, t: number): number {
  const shape = (s: number) => Math.exp(-s / decay) - Math.exp(-s / rise);
  return shape(t) / shape(((rise * decay) / (decay - rise)) * Math.log(decay / rise));
}
