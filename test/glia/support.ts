// What the tests of Glia share: projects in folders that go away, one cache for all, and processes of their own.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { locateNeuron } from "#src/engine/locate.js";

/** The package under test. */
export const packageRoot = fileURLToPath(new URL("../../../", import.meta.url));

// Compiling takes seconds: what one test has compiled, all others find.
process.env.PATCH_CACHE = join(packageRoot, "build", "glia-tests");

export const installation = locateNeuron();

const folder = realpathSync(mkdtempSync(join(tmpdir(), "glia test ")));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** A new, empty folder. */
export function newFolder(): string {
  const path = join(folder, `${count++}`);
  mkdirSync(path);
  return path;
}

/** All files below a folder. */
export function filesIn(path: string): string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Files by their paths; what is no text becomes JSON. */
export type Files = Readonly<Record<string, unknown>>;

export function write(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  }
}

/** A project in a folder of its own. */
export function project(files: Files): string {
  const root = newFolder();
  write(root, { "package.json": { name: "project", version: "1.0.0", glia: { mods: "mod" } }, ...files });
  return root;
}

/** From here on, this process counts as running a script of the project; before the first use of Glia. */
export function runsIn(root: string): void {
  process.argv[1] = join(root, "main.mjs");
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs a script of the project in a process of its own. */
export function run(root: string, script: string, env: NodeJS.ProcessEnv = {}): Ran {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  try {
    symlinkSync(packageRoot, join(root, "node_modules", "nrn-patch"));
  } catch {
    // It is there from the last time.
  }
  write(root, { "main.mjs": `import { h, p } from "nrn-patch";\nimport * as g from "nrn-patch/glia";\n${script}` });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "main.mjs")], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, out: stdout.trim(), errors: stderr };
}

/** A density mechanism: a leak. The same text is compiled once for all tests. */
export const leak = (name: string, g = 0.001) => `TITLE a leak
NEURON {
  SUFFIX ${name}
  NONSPECIFIC_CURRENT i
  RANGE g, e, w
  GLOBAL q
}
PARAMETER {
  g = ${g} (S/cm2) <0, 1e9> : conductance
  e = -65 (mV)
  q = 3
}
ASSIGNED {
  v (mV)
  i (mA/cm2)
  w[3]
}
INITIAL { w[1] = twice(g) }
BREAKPOINT { i = g * (v - e) }
FUNCTION twice(x) { twice = 2 * x }
`;

/** A point process: a synapse. */
export const synapse = (name: string, tau = 2) => `NEURON {
  POINT_PROCESS ${name}
  NONSPECIFIC_CURRENT i
  RANGE tau, e, i
  GLOBAL gain
}
PARAMETER {
  tau = ${tau} (ms) : decay
  e = 0 (mV)
  gain = 1
}
ASSIGNED { v (mV) i (nA) }
STATE { g (uS) }
INITIAL { g = 0 }
BREAKPOINT {
  SOLVE state METHOD cnexp
  i = g * (v - e)
}
DERIVATIVE state { g' = -g / tau }
NET_RECEIVE(weight (uS)) { g = g + weight * gain }
`;

export const broken = (name: string) => `NEURON { SUFFIX ${name} RANGE g }
PARAMETER { g = 1 }
BREAKPOINT {
  g = = 2
}
`;
