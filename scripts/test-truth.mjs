// Runs the tests that compare, bit by bit, with Python's NEURON of the same version. Usage: npm run test:truth [-- name …]

import { Failure } from "./lib/failure.mjs";
import { runTests } from "./lib/tests.mjs";
import { makeEnvironment, venvPython } from "./lib/venv.mjs";

try {
  makeEnvironment("npm run test:truth");
  runTests({ folders: ["truth"], names: process.argv.slice(2), env: { NRN_PATCH_PYTHON: venvPython } });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.report());
  process.exitCode = 1;
}
