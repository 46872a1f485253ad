// The declarations are good for the oldest and the newest TypeScript that the package promises, under each way to find modules.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

// A project that has the package installed: the oldest way to find modules knows no package that names itself.
const user = resolve("build", "types-user");
rmSync(user, { recursive: true, force: true });
mkdirSync(join(user, "node_modules"), { recursive: true });
symlinkSync(resolve("."), join(user, "node_modules", "nrn-patch"));
cpSync(join("test", "types", "program"), user, { recursive: true });
const programs = readdirSync(user).filter((name) => name.endsWith(".ts"));

for (const [version, module, resolution] of [
  ["typescript-5.0", "nodenext", "nodenext"],
  ["typescript-5.0", "esnext", "node"],
  ["typescript", "esnext", "bundler"],
] as const) {
  test(`${version} compiles the programs of test/types/program with moduleResolution ${resolution}`, () => {
    assert.ok(programs.length > 0);
    // No skipLibCheck: our own declarations are what is looked at.
    const options = ["--strict", "--noEmit", "--target", "es2022", "--types", "node", "--module", module];
    // Given files on the command line, TypeScript 6 wants to be told that a tsconfig.json is left out on purpose.
    if (version === "typescript") options.push("--ignoreConfig");
    const tsc = resolve("node_modules", version, "bin", "tsc");
    const args = [tsc, ...options, "--moduleResolution", resolution, ...programs];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: user, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });
}
