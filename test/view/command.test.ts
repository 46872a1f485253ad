// nrn-patch view: the page of a model's file, until it is interrupted.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { newFolder, packageRoot, write } from "../glia/support.js";

const start = (...args: string[]) => {
  const folder = newFolder();
  write(folder, { "model.hoc": "create soma\nsoma insert hh\n", "notes.txt": "" });
  const child = spawn(
    process.execPath,
    [join(packageRoot, "dist", "bundle", "nrn-patch-command.js"), "view", ...args],
    {
      cwd: folder,
    },
  );
  child.stderr.setEncoding("utf8");
  child.stdout.setEncoding("utf8");
  return child;
};

test("it prints the address, serves it, and ends with Ctrl-C", async () => {
  const child = start("model.hoc");
  const [said] = (await once(child.stdout, "data")) as [string];
  const url = said.split("\n")[0] as string;
  const response = await fetch(url);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /<canvas id="cell"/);
  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
  await assert.rejects(fetch(url));
});

test("a program gets this very package, wherever it lies", async () => {
  const folder = newFolder();
  write(folder, { "model.mjs": 'import { p } from "nrn-patch";\np.Section({ name: "soma" });\n' });
  const child = start(join(folder, "model.mjs"));
  const [said] = (await once(child.stdout, "data")) as [string];
  assert.match(said, /^http:/);
  child.kill("SIGINT");
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("what is no model, and a port that is none, are refused", async () => {
  for (const args of [["notes.txt"], ["missing.hoc"], ["model.hoc", "--port", "many"]]) {
    const [code] = await once(start(...args), "exit");
    assert.equal(code, 2, args.join(" "));
  }
});
