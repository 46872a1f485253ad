// `nrn-patch run`: what a model's button computes and its Graph shows is what Python records, to the last bit.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { model } from "../cli/buttons.js";

const reference = `
import json
from neuron import h
h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 5, 0.3
v, t = h.Vector().record(soma(0.5)._ref_v), h.Vector().record(h._ref_t)
h.tstop = 10
h.run()
print(json.dumps([list(t), list(v)]))`;

test("a pressed button's run, recorded and drawn", () => {
  const python = process.env.NRN_PATCH_PYTHON;
  assert.ok(python, "NRN_PATCH_PYTHON names a Python that has NEURON: use npm run test:truth");
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-run-"));
  try {
    writeFileSync(join(folder, "mosinit.hoc"), model);
    const program = resolve("dist", "bundle", "nrn-patch-command.js");
    const steps = [
      "--set",
      "strength=0.3",
      "--press",
      "Figure 1",
      "--record",
      "soma.v(0.5)",
      "--csv",
      "data",
      "--quiet",
    ];
    execFileSync(process.execPath, [program, "run", ".", ...steps], { cwd: folder });
    const [t, v] = JSON.parse(execFileSync(python, ["-c", reference], { encoding: "utf8" })) as [number[], number[]];
    const columns = (name: string) => {
      const rows = readFileSync(join(folder, "data", name), "utf8")
        .trim()
        .split("\n")
        .slice(1);
      return rows.map((row) => row.split(",").slice(-2).map(Number));
    };
    assert.equal(t.length, 401);
    assert.deepEqual(
      columns("record.csv"),
      t.map((time, i) => [time, v[i]]),
    );
    assert.deepEqual(
      columns("Graph[0].csv").map(([, y]) => y),
      v,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
