// The account of NEURON's C API: complete for the engine that is used here, and the script that says so can say no.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { locateNeuron } from "#src/engine/locate.js";

const folder = mkdtempSync(join(tmpdir(), "check-api-"));
after(() => rmSync(folder, { recursive: true }));
const header = join(locateNeuron().include, "neuronapi.h");
const account = readFileSync(join("native", "api.inc"), "utf8");

function check(...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join("scripts", "check-api.mjs"), ...args], {
    encoding: "utf8",
  });
  return { status, text: stdout + stderr };
}

/** The script's answer to this account. */
function checkAccount(text: string) {
  const file = join(folder, "api.inc");
  writeFileSync(file, text);
  return check(header, file);
}

test("every function of the engine's header stands in the account once", () => {
  const { status, text } = check();
  assert.equal(status, 0, text);
  assert.match(text, /9\d functions: \d+ required, \d+ left out/);
});

test("a function that is missing, made up, named twice or left out without a reason is a fault", () => {
  const line = 'API_SKIPPED(nrn_cas, "nrn_noerr_access")';
  assert.ok(account.includes(line));
  for (const [changed, fault] of [
    ["", /nrn_cas: in the header, not in the account/],
    [`${line}\nAPI_SKIPPED(nrn_none, "made up")`, /nrn_none: in the account, not in the header/],
    [`${line}\n${line}`, /nrn_cas: 2 times/],
    ['API_SKIPPED(nrn_cas, "")', /nrn_cas: no reason/],
  ] as const) {
    const { status, text } = checkAccount(account.replace(line, changed));
    assert.equal(status, 1, text);
    assert.match(text, fault);
  }
});

test("nothing to compare is a failure", () => {
  const { status, text } = checkAccount("");
  assert.equal(status, 1);
  assert.match(text, /Nothing was compared/);
});
