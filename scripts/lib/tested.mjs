// Loaded before each test file: notes that its tests are over. Node's runner takes a process that ends before, with the exit
// code 0, for one that has passed, and NEURON's own quit() is such an end.
import { appendFileSync } from "node:fs";
import { after } from "node:test";

const { NODE_TEST_CONTEXT, PATCH_TESTED } = process.env;
if (NODE_TEST_CONTEXT !== undefined && PATCH_TESTED !== undefined) {
  const file = process.argv[1];
  // What a test starts is no test file.
  delete process.env.PATCH_TESTED;
  after(() => appendFileSync(PATCH_TESTED, `${file}\n`));
}
