// The process in which `glia test` runs mechanisms, one after the other, as it is told.
import { join } from "node:path";
import type { MechanismKind, NmodlVariable } from "../../glia/packages/nmodl.js";

export interface Job {
  readonly fullName: string;
  readonly kind: MechanismKind;
  readonly variables: readonly NmodlVariable[];
  readonly functions: readonly string[];
  readonly receives: boolean;
  /** ms */
  readonly duration: number;
}

export interface Verdict {
  /** Why it does not work. */
  readonly reason?: string;
  /** Why none can be run: NEURON cannot be started. */
  readonly engine?: string;
}

// Whose mechanisms are looked for: those of the project, not of the command.
const [, , root] = process.argv as [string, string, string];
process.argv[1] = join(root, "glia-test.mjs");
const { h: typed, p, untyped } = await import("../../index.js");
const g = await import("../../glia.js");
const h = untyped(typed);

process.on("message", (job: Job) => {
  let reason: string | undefined;
  try {
    h.t; // starts NEURON
  } catch (error) {
    process.send?.({ engine: (error as Error).message } satisfies Verdict);
    return;
  }
  try {
    reason = reasonAgainst(job);
  } catch (error) {
    reason = (error as Error).message;
  }
  process.send?.({ ...(reason !== undefined && { reason }) } satisfies Verdict);
});
process.on("disconnect", () => process.exit());

function reasonAgainst(job: Job): string | undefined {
  if (job.kind === "functions") {
    g.load();
    return job.functions
      .map((name) => (typeof h[name] === "function" ? undefined : `NEURON does not know its function ${name}.`))
      .find(Boolean);
  }
  try {
    return run(job);
  } finally {
    p.clear();
  }
}

function run({ fullName, kind, variables, receives, duration }: Job): string | undefined {
  const section = p.Section({ name: "test", L: 20, diam: 20 });
  section.insert("pas"); // so that the membrane has a resting potential
  const voltage = section(0.5)._ref_v;
  const pointers = variables.filter(({ role }) => role === "pointer").map(({ name }) => [name, voltage]);
  const mechanism = g.insert(kind === "artificial cell" ? null : section, fullName, {
    attributes: Object.fromEntries(pointers),
  });
  if (receives) mechanism.stimulate({ start: 1, number: 5, interval: 2 });
  const v = p.record(voltage).toArray.bind(p.record(voltage));
  p.run(duration);
  const samples = v();
  const at = samples.findIndex((sample) => !Number.isFinite(sample));
  if (at >= 0) return `the membrane potential is ${samples[at]} after ${(at * h.dt).toFixed(3)} ms.`;
  const owner = kind === "density" ? mechanism(0.5) : mechanism;
  for (const { name, role, length } of variables) {
    if (role !== "range") continue;
    const values: number[] = length > 0 ? [...owner[name]] : [owner[name]];
    const i = values.findIndex((value) => Number.isNaN(value));
    if (i >= 0) return `${name}${length > 0 ? `[${i}]` : ""} is NaN after ${duration} ms.`;
  }
  return undefined;
}
