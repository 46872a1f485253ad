// Truth cases, each run in a process of its own, here or in Python NEURON, and their traces as they come back.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { mechanisms } from "./mechanisms.js";

/** A trace of numbers or of texts. */
export type Trace = Float64Array | string[];
export type Traces = Record<string, Trace>;

const sources = fileURLToPath(new URL("../../../test/truth/", import.meta.url));
const child = fileURLToPath(new URL("child.js", import.meta.url));

// What Glia has compiled once, all others find.
const cache = fileURLToPath(new URL("../../glia-tests", import.meta.url));

export const cases = readdirSync(join(sources, "cases"))
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -".py".length))
  .sort();

/** The case's traces in a fresh engine of ours. */
export function runHere(name: string): Promise<Traces> {
  return runApart(process.execPath, ["--enable-source-maps", child, name]);
}

/** The case's traces in a fresh Python with NEURON. */
export function runInPython(python: string, name: string): Promise<Traces> {
  return runApart(python, [join(sources, "python.py"), name]);
}

// The working directory is empty and goes away: cases may write files in it.
async function runApart(program: string, args: string[]): Promise<Traces> {
  const library = /^(mod|glia)_/.test(args.at(-1) ?? "") ? await mechanisms() : "";
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-truth-"));
  try {
    const file = join(folder, "traces.json");
    const env = { ...process.env, TRUTH_MECHANISMS: library, PATCH_CACHE: cache };
    await promisify(execFile)(program, [...args, file], { cwd: folder, env, maxBuffer: 1e8 });
    return decode(JSON.parse(readFileSync(file, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function decode(encoded: Record<string, string | string[]>): Traces {
  const entries = Object.entries(encoded);
  return Object.fromEntries(entries.map(([key, trace]) => [key, Array.isArray(trace) ? trace : doubles(trace)]));
}

/** The numbers of a word that holds 16 hexadecimal digits for each. */
export function doubles(word: string): Float64Array {
  const bytes = Buffer.from(word, "hex");
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleBE(8 * i));
}

/** Stored traces of a case: what a script made with Python NEURON, thinned. */
export interface Reference {
  tolerance: number;
  traces: Record<string, string[] | { size: number; every: number; word: string }>;
}

export function reference(name: string): Reference {
  return JSON.parse(readFileSync(join(sources, "references", `${name}.json`), "utf8"));
}
