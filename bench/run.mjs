// The benchmark: each case in our process and in Python NEURON's, in turns, and the ratio of the medians.
// Usage: npm run bench [-- --samples N] [--cpu] [--json FILE] [case …]
// --cpu: the processor's time instead of the clock's, for a machine that is busy with other things.

import { readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Failure } from "../scripts/lib/failure.mjs";
import { makeEnvironment, makePatchEnvironment } from "../scripts/lib/venv.mjs";
import { contest } from "./contest.mjs";
import { rivalsWith } from "./rivals.mjs";
import { format, header, linearity, rowsOf } from "./table.mjs";

const { values: options, positionals: wanted } = parseArgs({
  options: {
    samples: { type: "string", default: "9" },
    json: { type: "string" },
    cpu: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

const names = readdirSync(new URL("cases/", import.meta.url))
  .map((file) => file.replace(/\.mjs$/, ""))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

const load = () =>
  loadavg()
    .map((n) => n.toFixed(1))
    .join(" ");

/** Whether the first Patch is there to compare with; without it the others run. */
function hasFirstPatch() {
  try {
    makePatchEnvironment("npm run bench");
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.log(`without nrn-patch: ${error.message.split("\n")[0]}`);
    return false;
  }
}

async function main() {
  makeEnvironment("npm run bench");
  const rivals = rivalsWith(hasFirstPatch());
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, load ${load()}`);
  console.log(header(rivals.map(({ name }) => name)));
  const results = [];
  for (const name of names) {
    const testCase = await import(`./cases/${name}.mjs`);
    const show = (row) => {
      console.log(format(row));
      results.push({ name, ...row });
    };
    const sizes = [];
    for (const count of testCase.sizes ?? [testCase.count]) {
      const played = { samples: Number(options.samples), ...testCase, count };
      const entries = await contest(name, rivals, played);
      const rows = rowsOf(played, entries, options.cpu ? "processor" : "seconds");
      rows.forEach(show);
      sizes.push(rows[0]);
      for (const { rival, failure } of entries) if (failure) console.log(`    ${rival.name}: ${failure}`);
    }
    if (testCase.sizes) show(linearity(sizes, testCase.sizes));
  }
  console.log(
    `load ${load()}; medians of ${options.samples} samples, in turns${options.cpu ? ", processor time" : ""}`,
  );
  if (options.json)
    writeFileSync(options.json, JSON.stringify({ rivals: rivals.map(({ name }) => name), results }, undefined, 2));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.report());
  process.exitCode = 1;
}
