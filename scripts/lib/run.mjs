// Runs other programs and finds them in PATH; their output is kept, and shown only when they fail.

import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";

/** Runs a program in the project's folder; never throws for a program that fails or is missing. */
export function run(program, args, { env = {}, cwd = root, timeout } = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
    // A prompt would hang where nobody can answer it.
    stdio: ["ignore", "pipe", "pipe"],
    timeout,
  });
  const output = `${stdout ?? ""}${stderr ?? ""}${error ? `${error.message}\n` : ""}${signal ? `ended by ${signal}\n` : ""}`;
  return { ok: status === 0, stdout: stdout ?? "", output };
}

/** The path of the first of these programs that PATH holds. */
export function which(...names) {
  for (const name of names) {
    const places = name.includes("/") ? [""] : (process.env.PATH ?? "").split(delimiter);
    const found = places.map((place) => join(place, name)).find(isExecutable);
    if (found) return found;
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
