// nrn-patch doctor prints what npm run doctor prints, in a clone and in an installed package.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newFolder, packageRoot } from "../glia/support.js";
import { command } from "./support.js";

test("in a clone: the same as npm run doctor", () => {
  const { status, stdout } = spawnSync(process.execPath, [join("scripts", "doctor.mjs")], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  const own = command("nrn-patch", newFolder(), ["doctor"]);
  assert.deepEqual([own.status, own.out + own.errors], [status, stdout]);
});

test("as JSON, for programs", () => {
  const { json } = command("nrn-patch", packageRoot, ["doctor", "--json"]);
  const neuron = json.probes.find(({ name }: { name: string }) => name === "NEURON");
  assert.equal(neuron.state, "ok");
});

test("in an installed package: no word of a clone's build; what is missing is told with its cure", () => {
  const folder = join(newFolder(), "node_modules", "nrn-patch");
  mkdirSync(folder, { recursive: true });
  const { files } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { files: string[] };
  for (const path of ["package.json", ...files.filter((file) => !/^native$|\*/.test(file))])
    cpSync(join(packageRoot, path), join(folder, path), { recursive: true });
  assert.equal(existsSync(join(folder, "src")), false);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, "dist", "bundle", "nrn-patch-command.js"), "doctor"],
    {
      encoding: "utf8",
      env: { ...process.env, NRN_PATCH_NEURON: "/nowhere" },
    },
  );
  assert.equal(status, 1, stderr);
  assert.doesNotMatch(stdout, /TypeScript build|npm packages|npm run/);
  assert.match(stdout, /^NO {2}NEURON .*\/nowhere.*\n.*mend it: pip install neuron==/m);
  assert.match(stdout, /^NO {2}native addon +not built\n.*mend it: npm explore/m);
  assert.match(stderr, /2 needed things are missing\./);
});

test("only what it can is listed", () => {
  const { status, errors } = command("nrn-patch", newFolder(), ["vew"]);
  assert.equal(status, 2);
  assert.match(errors, /there is no verb "vew"\. Did you mean "view"\? It has: doctor, run, view\./);
});
