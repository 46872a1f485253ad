// Mechanisms that Glia found, on several ranks and in CoreNEURON.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newFolder, project, run, synapse } from "./support.js";

const model = `
const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" });
const target = g.insert(soma, "Slow");
target.stimulate({ start: 5, number: 2, interval: 14, weight: 0.03, delay: 1 });
`;
const source = `${model}
const v = soma.record();
p.run(40, { vInit: -65 });
console.log(JSON.stringify([p.parallel.nhost, v.length, v.max()]));
`;
const slow = () => project({ "mod/Slow.mod": synapse("Slow", 3) });

for (const ranks of [2, 4])
  test(`${ranks} ranks that find nothing compiled compile once, and have the numbers of one process`, () => {
    const root = slow();
    const alone = JSON.parse(run(root, source).out) as number[];
    const cache = newFolder();
    const { status, stdout, stderr } = spawnSync(
      "mpiexec",
      ["--allow-run-as-root", "--oversubscribe", "-n", String(ranks), process.execPath, join(root, "main.mjs")],
      { cwd: root, encoding: "utf8", env: { ...process.env, PATCH_CACHE: cache, NO_COLOR: "1" } },
    );
    rmSync(cache, { recursive: true });
    assert.equal(status, 0, stderr);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as number[]);
    assert.deepEqual(
      lines,
      Array.from({ length: ranks }, () => [ranks, ...alone.slice(1)]),
    );
    assert.equal(stderr.match(/compiling/g)?.length, 1, stderr);
  });

test("compiled for CoreNEURON, a mechanism gives there the spikes that it gives in NEURON", () => {
  const { status, out, errors } = run(
    slow(),
    `import { coreneuron } from "nrn-patch";
    g.compile({ coreneuron: true });
    ${model}
    const { spikes } = p.ParallelCon(soma, 0);
    const spike = () => {
      p.finitialize(-65);
      p.parallel.psolve(40);
      return [...spikes];
    };
    p.parallel.set_maxstep(10);
    const plain = spike();
    h.CVode().cache_efficient(true);
    coreneuron.verbose = 0;
    coreneuron.enable = true;
    console.log("spikes " + JSON.stringify([plain, spike()]));`,
  );
  assert.equal(status, 0, errors);
  const [plain, core] = JSON.parse(/^spikes (.*)$/m.exec(out)?.[1] ?? "[]") as number[][];
  assert.equal(plain?.length, 2);
  assert.deepEqual(core, plain);
});
