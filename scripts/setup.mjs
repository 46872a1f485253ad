// Set-up: does what is missing, says so in a line each, and is quick when nothing is.
// Usage: node scripts/setup.mjs [--quiet] [--force] [step …]   (all steps when none is named)

import { addon } from "./lib/addon.mjs";
import { extensions } from "./lib/extensions.mjs";
import { Failure } from "./lib/failure.mjs";
import { withLock } from "./lib/lock.mjs";
import { neuron } from "./lib/neuron.mjs";
import { checkNode } from "./lib/node.mjs";
import { packages } from "./lib/packages.mjs";
import { page } from "./lib/page.mjs";
import { typescript } from "./lib/typescript.mjs";

// In this order. A step is { name, reason(): why it has something to do, or undefined; make(say): does it or throws a Failure }.
const all = [packages, typescript, page, neuron, addon, extensions];

const args = process.argv.slice(2);
const quiet = args.includes("--quiet");
const force = args.includes("--force");
const names = args.filter((arg) => !arg.startsWith("--"));
const steps = all.filter(({ name }) => names.length === 0 || names.includes(name));

const say = (line) => quiet || console.log(`set-up: ${line}`);

async function nothingToDo() {
  for (const step of steps) if (await step.reason()) return false;
  return true;
}

async function doSteps() {
  for (const step of steps) {
    try {
      await doStep(step);
    } catch (error) {
      report(error);
      // The other steps do not need each other's success: one call tells all that is wrong.
      if (step === packages) return;
    }
  }
}

async function doStep(step) {
  // Asked again: an earlier step, or the set-up we waited for, may have changed the answer.
  const reason = await step.reason();
  // What was downloaded is never forced: it would be thrown away and fetched again.
  if (!reason && !(force && step !== packages && step !== neuron)) return;
  await step.make((line) => say(reason ? `${line}: ${reason}` : line));
}

function report(error) {
  if (!(error instanceof Failure)) throw error;
  console.error(`set-up failed. ${error.report()}`);
  process.exitCode = 1;
}

try {
  checkNode();
  const unknown = names.find((name) => !all.some((step) => step.name === name));
  if (unknown)
    throw new Failure(`There is no step "${unknown}".`, { cure: `name some of: ${all.map((s) => s.name).join(", ")}` });
  if (force || !(await nothingToDo())) await withLock(say, doSteps);
} catch (error) {
  report(error);
}
