// Compares native/api.inc, the account of NEURON's C API, with the header of the engine that is used here: every
// function must stand in the account exactly once. Usage: npm run check:api [-- HEADER [ACCOUNT]]

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { locate } from "./lib/neuron.mjs";
import { at } from "./lib/paths.mjs";

const [header = await locatedHeader(), account = at("native", "api.inc")] = process.argv.slice(2);

async function locatedHeader() {
  const { found, error } = await locate();
  if (error) fail(error.message);
  return join(found.include, "neuronapi.h");
}

function fail(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function read(file) {
  if (!existsSync(file)) fail(`There is no ${file}.`);
  return readFileSync(file, "utf8");
}

/** The functions that a C header declares: what stands before the parenthesis of a declaration. */
function declaredIn(text) {
  const code = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
    .replace(/^\s*#.*$/gm, "")
    .replace(/extern "C" \{/g, "");
  return code
    .split(/[;{}]/)
    .filter((statement) => !/\btypedef\b/.test(statement))
    .map((statement) => /\b(\w+)\s*\(/.exec(statement)?.[1])
    .filter((name) => name !== undefined);
}

/** The lines of the account, each with its function, and the reason where one is left out. */
function accountedIn(text) {
  return [...text.matchAll(/^API_(REQUIRED\([^,]+,\s*(\w+)|SKIPPED\((\w+),\s*"([^"]*)")/gm)].map(
    ([, , required, skipped, reason]) => ({ name: required ?? skipped, isSkipped: skipped !== undefined, reason }),
  );
}

const declared = declaredIn(read(header));
const lines = accountedIn(read(account));
const names = lines.map(({ name }) => name);
const count = (list, name) => list.filter((other) => other === name).length;

const faults = [
  ...declared.filter((name) => !names.includes(name)).map((name) => `${name}: in the header, not in the account`),
  ...names.filter((name) => !declared.includes(name)).map((name) => `${name}: in the account, not in the header`),
  ...[...new Set(names)]
    .filter((name) => count(names, name) > 1)
    .map((name) => `${name}: ${count(names, name)} times in the account`),
  ...lines.filter(({ isSkipped, reason }) => isSkipped && !reason.trim()).map(({ name }) => `${name}: no reason given`),
];

const skipped = lines.filter(({ isSkipped }) => isSkipped).length;
console.log(
  `${header}\n  ${declared.length} functions: ${lines.length - skipped} required, ${skipped} left out with a reason`,
);
// A comparison of nothing with nothing would pass.
if (declared.length === 0 || lines.length === 0)
  fail("Nothing was compared: the header or the account holds no function.");
if (faults.length > 0) fail(`${faults.length} differ:`, ...faults.map((fault) => `  ${fault}`));
