// NEURON's own demonstrations by `nrn-patch run`, beside Python's NEURON: every line that follows a variable is its, bit by bit.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { locateNeuron } from "#src/engine/locate.js";

const folder = join(locateNeuron().home, "demo", "");
const check = (...args: string[]) =>
  spawnSync(process.execPath, [resolve("scripts", "check-models.mjs"), ...args], {
    encoding: "utf8",
    env: { ...process.env, NRNDEMO: join(folder, "/") },
  });
const demo = (label: string, ...args: string[]) => [join(folder, "demo.hoc"), "--press", label, ...args];

test("sections, a cell of a hundred branches, mod files in a folder below, a linear circuit, single channels", () => {
  const labels: Readonly<Record<string, number>> = {
    Stylized: 2,
    Pyramidal: 1,
    Release: 1,
    "LinearCircuit: Dynamic Clamp": 3,
    "Stochastic Single Channels: HH": 1,
  };
  const { status, stdout, stderr } = check(
    ...Object.keys(labels).flatMap((label, i) => (i === 0 ? demo(label) : ["--", ...demo(label)])),
  );
  assert.equal(status, 0, stdout + stderr);
  for (const [label, lines] of Object.entries(labels))
    assert.ok(stdout.includes(`${label}: ${lines} of ${lines} lines equal`), stdout);
});

test("another time step and voltage, set as the command line does", () => {
  const { status, stdout, stderr } = check(...demo("Stylized", "--dt", "0.01", "--vinit", "-68", "--tstop", "3"));
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /soma\.v\(\.5\): 301 of 301 points equal, -68/);
});
