// Tells what is here and what is missing: one line for each thing, with the command that mends it. Changes nothing.

import { probes, summary, told } from "./lib/doctor.mjs";

let missing = 0;
for await (const probe of probes()) {
  console.log(told(probe));
  if (probe.state === "missing") missing += 1;
}
console.log(`\n${summary(missing)}`);
process.exitCode = missing === 0 ? 0 : 1;
