// NEURON's own test of its Graphs: its demonstrations, run with a display, and every line that they show.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { mechanisms } from "./mechanisms.js";

const child = fileURLToPath(new URL("neurondemo-child.js", import.meta.url));
const source = fileURLToPath(new URL("../../../test/truth/data/neurondemo.json", import.meta.url));

type Graphs = [name: string, lines: { x: string[]; y: string[] }[]][];
const { attribution, ...expected } = JSON.parse(readFileSync(source, "utf8")) as Record<string, Graphs>;

/** The cases of NEURON's test: which demonstration, and what is changed before it runs. */
const cases: Record<string, [number: number, before: string]> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`demo${number}`, [number, ""] as const])),
  cover3454: [6, "cvode_active(1)"],
};

describe("NEURON's demonstrations show in our Graphs what they show on a display", { concurrency: 2 }, () => {
  test("all eight cases are here, with 8 946 numbers", () => {
    assert.ok(attribution);
    assert.deepEqual(Object.keys(cases).sort(), Object.keys(expected).sort());
    const lines = Object.values(expected).flatMap((graphs) => graphs.flatMap(([, lines]) => lines));
    assert.equal(
      lines.reduce((sum, { x, y }) => sum + x.length + y.length, 0),
      8946,
    );
  });
  for (const [name, [number, before]] of Object.entries(cases))
    test(name, async () => assert.deepEqual(await run(number, before), expected[name]));
});

async function run(number: number, before: string): Promise<Graphs> {
  const library = await mechanisms();
  const folder = mkdtempSync(join(tmpdir(), "nrn-patch-neurondemo-"));
  try {
    const file = join(folder, "graphs.json");
    const env = { ...process.env, TRUTH_MECHANISMS: library };
    await promisify(execFile)(process.execPath, ["--enable-source-maps", child, String(number), before, file], {
      cwd: folder,
      env,
    });
    return JSON.parse(readFileSync(file, "utf8")) as Graphs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
