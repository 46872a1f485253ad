// One rank of the parallel tests: rank.js FOLDER NAME … Writes a file of JSON: what each case gave or threw, by name.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { p } from "nrn-patch";
import { cases } from "./cases.js";
import { pieces } from "./pieces.js";

const [folder, ...names] = process.argv.slice(2) as [string, ...string[]];
const results: Record<string, object> = {};
for (const name of names) {
  try {
    results[name] = { value: await { ...cases, ...pieces }[name]?.() };
  } catch (error) {
    const { name: cls, code, message } = error as Error & { code?: string };
    results[name] = { error: cls, code, message };
  }
  p.clear();
}
writeFileSync(join(folder, `${p.parallel.id}.json`), JSON.stringify(results));
