// The examples run, print what NEURON's Python prints for the same models (examples.py made examples.json), compile
// under TypeScript's check, and stay short.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, test } from "node:test";

const expected = JSON.parse(readFileSync(join("test", "docs", "examples.json"), "utf8")) as Record<string, string[]>;
const folder = mkdtempSync(join(tmpdir(), "examples-"));
after(() => rmSync(folder, { recursive: true }));

const names = readdirSync("examples").filter((name) => name.endsWith(".mjs"));
const path = (name: string) => resolve("examples", name);

// For Open MPI; other launchers take no notice.
const launching = {
  OMPI_ALLOW_RUN_AS_ROOT: "1",
  OMPI_ALLOW_RUN_AS_ROOT_CONFIRM: "1",
  OMPI_MCA_rmaps_base_oversubscribe: "1",
};
const hasLauncher = spawnSync("mpiexec", ["--version"]).status === 0;

function run(program: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, ...launching },
  });
  assert.equal(status, 0, `${args.join(" ")}:\n${stdout}${stderr}`);
  // A launcher may have something to say about the machine's network.
  if (program === process.execPath) assert.equal(stderr, "", args.join(" "));
  return stdout.split("\n").map((line) => line.trim());
}

const number = /\d+(?:\.\d+)?/g;

/** The same words, and numbers within 1 %: on another processor CVode may take a step more or less. */
function isNear(line: string, wanted: string): boolean {
  if (line.replace(number, "#").replace(/ +/g, " ") !== wanted.replace(number, "#").replace(/ +/g, " ")) return false;
  const numbers = line.match(number) ?? [];
  return (wanted.match(number) ?? []).every((text, i) => Math.abs(Number(numbers[i]) / Number(text) - 1) < 0.01);
}

function assertPrints(lines: readonly string[], wanted: readonly string[]): void {
  for (const line of wanted) {
    const found = lines.some((other) => (line.startsWith("CVode") ? isNear(other, line) : other === line.trim()));
    assert.ok(found, `it does not print "${line}", but:\n${lines.join("\n")}`);
  }
}

describe("examples", { concurrency: 2 }, () => {
  for (const [name, lines] of Object.entries(expected))
    test(`${name}.mjs prints the numbers of Python`, () => {
      assert.ok(lines.length > 0);
      assertPrints(run(process.execPath, path(`${name}.mjs`)), lines);
    });

  test("mpi-ring.mjs prints the same on four ranks", { skip: hasLauncher ? false : "there is no mpiexec" }, () => {
    const lines = run("mpiexec", "-n", "4", process.execPath, path("mpi-ring.mjs"));
    assertPrints(lines, ["4 ranks", ...(expected["mpi-ring"] ?? [])]);
  });

  test("patch-ring.mjs prints the same on two and four ranks", {
    skip: hasLauncher ? false : "there is no mpiexec",
  }, () => {
    for (const ranks of ["2", "4"])
      assertPrints(run("mpiexec", "-n", ranks, process.execPath, path("patch-ring.mjs")), expected["patch-ring"] ?? []);
  });

  test("pyramid.mjs, which npm start runs, prints what it made", () => {
    const lines = run(process.execPath, path("pyramid.mjs"), join(folder, "out.csv"));
    assert.match(lines.join("\n"), /NEURON 9\.0\.[\s\S]*79 sections/);
  });

  test("live-page.mjs serves its page", async () => {
    const child = spawn(process.execPath, [path("live-page.mjs")], { cwd: folder });
    try {
      const [said] = await once(child.stdout.setEncoding("utf8"), "data", { signal: AbortSignal.timeout(30_000) });
      const response = await fetch(String(said).trim());
      assert.match(await response.text(), /<canvas id="cell"/);
    } finally {
      child.kill();
    }
  });

  test("each has a twin in Python, but for pyramid.mjs, the page and the service, which Python has not", () => {
    assert.deepEqual(
      names.filter((name) => !["pyramid.mjs", "live-page.mjs", "server.mjs"].includes(name)).sort(),
      Object.keys(expected)
        .map((name) => `${name}.mjs`)
        .sort(),
    );
  });

  test("each has at most 60 lines, the service 100, and says that TypeScript checks it", () => {
    for (const name of names) {
      const lines = readFileSync(path(name), "utf8").trimEnd().split("\n");
      assert.ok(lines.length <= (name === "server.mjs" ? 100 : 60), `${name} has ${lines.length} lines`);
      if (name !== "pyramid.mjs") assert.equal(lines[0], "// @ts-check", name);
    }
  });

  test("TypeScript finds no fault in those that ask for it", () => {
    const tsc = resolve("node_modules", "typescript", "bin", "tsc");
    const options =
      "--ignoreConfig --noEmit --allowJs --strict --skipLibCheck --module nodenext --target es2023 --types node";
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options.split(" "), ...names.map(path)], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stdout);
  });
});
