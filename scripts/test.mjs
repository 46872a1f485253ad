// Runs the tests. Usage: npm test [-- name …]   (only files whose path holds one of the names)

import { runTests } from "./lib/tests.mjs";

runTests({
  folders: ["unit", "engine", "hoc", "patch", "glia", "mechanisms", "cli", "plots", "view", "hazards", "types", "docs"],
  names: process.argv.slice(2),
});
