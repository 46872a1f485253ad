// nrn-patch doctor: the same probes as `npm run doctor` in a clone, which has to work before anything is compiled.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../core/root.js";
import type { Call, Result } from "./command.js";

interface Probe {
  readonly name: string;
  readonly state: "ok" | "optional" | "missing";
}

interface Doctor {
  probes(): AsyncIterable<Probe>;
  told(probe: Probe): string;
  summary(missing: number): string;
}

export async function run(call: Call): Promise<Result> {
  const file = pathToFileURL(join(packageRoot, "scripts", "lib", "doctor.mjs"));
  const { probes, told, summary } = (await import(file.href)) as Doctor;
  const found: Probe[] = [];
  for await (const probe of probes()) {
    found.push(probe);
    if (!call.json) process.stdout.write(`${told(probe)}\n`);
  }
  const missing = found.filter(({ state }) => state === "missing");
  return {
    data: { probes: found },
    text: missing.length === 0 ? `\n${summary(0)}` : "",
    problems: missing.length === 0 ? [] : [`\n${summary(missing.length)}`],
  };
}
