// What the tests of the commands share: each call is a process of its own, in a project of its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../glia/support.js";

export interface Called {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
  /** What `--json` printed. */
  readonly json: any;
}

/** Calls one of the package's commands in a folder. */
export function command(
  name: "glia" | "nrn-patch",
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Called {
  const file = join(packageRoot, "dist", "bundle", `${name}-command.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  const json = args.includes("--json") ? JSON.parse(stdout) : undefined;
  return { status, out: stdout, errors: stderr, json };
}

export const glia = (folder: string, ...args: string[]): Called => command("glia", folder, args);

/** Puts the package under test into the project's node_modules. */
export function link(root: string): void {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  symlinkSync(packageRoot, join(root, "node_modules", "nrn-patch"));
}

/** Another package of mechanisms, as a dependency of the project. */
export const dependency = (name: string, files: Readonly<Record<string, string>>, more: object = {}) => ({
  [`node_modules/${name}/package.json`]: { name, version: "1.2.0", glia: { mods: "mod" }, ...more },
  ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`node_modules/${name}/mod/${file}`, text])),
});
