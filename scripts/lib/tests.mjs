// Compiles the tests and gives them to node's runner, a process for each file: one engine, one file.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { at, root } from "./paths.mjs";
import { filesIn } from "./stamps.mjs";
import { compileTests } from "./typescript.mjs";

/** Runs the tests in these folders of test/ whose path holds one of the names (all, when none is given); sets the exit code. */
export function runTests({ folders, names, env = {} }) {
  try {
    compileTests();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.report());
    // The tests run all the same, so that a fault in one file does not hide what the others have to say.
    process.exitCode = 1;
  }

  const files = testFiles(folders, names);
  if (files.length === 0) {
    console.error(
      `No test file in test/{${folders.join(",")}}${names.length > 0 ? ` matches ${names.join(", ")}` : ""}.`,
    );
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-tests-"));
  const tested = join(folder, "tested");
  writeFileSync(tested, "");
  const { status } = spawnSync(
    process.execPath,
    [
      "--import=./scripts/lib/tested.mjs",
      // Tests of lifetimes collect garbage when they want to.
      "--expose-gc",
      "--enable-source-maps",
      "--test",
      "--test-reporter=spec",
      "--test-concurrency=2",
      "--test-timeout=300000",
      ...files,
    ],
    { cwd: root, env: { ...process.env, ...env, PATCH_TESTED: tested }, stdio: ["ignore", "inherit", "inherit"] },
  );
  const over = new Set(readFileSync(tested, "utf8").split("\n"));
  rmSync(folder, { recursive: true });
  const broken = files.filter((file) => !over.has(join(root, file)));
  for (const file of broken) console.error(`✖ ${file}: its process ended before its tests were over.`);
  if (status !== 0 || broken.length > 0) process.exitCode = 1;
}

function testFiles(folders, names) {
  const base = at("build", "test").length + 1;
  return folders
    .flatMap((folder) => filesIn(`build/test/${folder}`))
    .filter((file) => file.endsWith(".test.js"))
    .map((file) => file.slice(root.length))
    .filter((file) => names.length === 0 || names.some((name) => file.slice(base - root.length).includes(name)));
}
