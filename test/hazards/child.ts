// Runs one hazard: child.js NAME. Does the wrong thing, checks the error, then checks that the next simulation is right.
import assert from "node:assert/strict";
import { p, h as typed, untyped } from "nrn-patch";
import { native } from "#engine";
import { cases } from "./cases.js";
import { checkSimulation } from "./simulation.js";

const name = process.argv[2] as string;
const hazard = cases[name];
assert.ok(hazard, `there is no case "${name}"`);
const h = untyped(typed);
h.t;

function caught(action: () => unknown): { error: any } | undefined {
  try {
    action();
  } catch (error) {
    return { error };
  }
  return undefined;
}

const library = process.env.HAZARD_MECHANISMS;
if (hazard.mechanisms) h.nrn_load_dll(library);
const thrown = caught(() => hazard.run(h, untyped(p)));
if (process.env.HAZARD_SHOW)
  console.log(
    `${thrown ? `${thrown.error?.constructor?.name} ${thrown.error?.code}: ${thrown.error?.message ?? thrown.error}` : "nothing thrown"}`,
  );
if (hazard.error === undefined) {
  if (thrown) throw thrown.error;
} else {
  assert.ok(thrown, `an error was expected: ${hazard.error}, ${hazard.message}`);
  const { error } = thrown;
  assert.ok(error instanceof Error, `not an Error: ${String(error)}`);
  assert.equal(error.constructor.name, hazard.error, `of the wrong class: ${error.stack}`);
  if (hazard.code !== undefined) assert.equal((error as { code?: string }).code, hazard.code);
  assert.match(error.message, hazard.message);
}
assert.equal(native.depth(), 0, "a call into NEURON has not been left");
hazard.after?.(h);
checkSimulation(h);
console.log("right");
