// Runs one truth case in this engine and writes its traces as python.py does: child.js CASE FILE
import { writeFileSync } from "node:fs";
import { h } from "nrn-patch";

type Trace = string | number | boolean | Iterable<string> | Iterable<number>;

function encode(trace: Trace): string | string[] {
  const items: unknown[] = typeof trace === "object" ? [...trace] : [trace];
  if (typeof items[0] === "string") return items as string[];
  const bytes = Buffer.alloc(8 * items.length);
  for (const [i, item] of items.entries()) {
    bytes.writeDoubleBE(Number(item), 8 * i);
  }
  return bytes.toString("hex");
}

const [name, file] = process.argv.slice(2) as [string, string];
const { run } = (await import(`./cases/${name}.js`)) as { run(interpreter: unknown): Record<string, Trace> };
const traces = Object.entries(run(h)).map(([key, trace]) => [key, encode(trace)]);
writeFileSync(file, JSON.stringify(Object.fromEntries(traces)));
