// glia select: which mechanism the project means by a name.
import { candidatesFor } from "../../glia/packages/discover.js";
import { type Choice, writeProjectChoice } from "../../glia/packages/preferences.js";
import { explain } from "../../glia/packages/select.js";
import { type Call, type Result, UsageError } from "../command.js";
import { shortPath } from "../output.js";
import { discovered } from "./project.js";

export function run(call: Call): Result {
  const discovery = discovered(call);
  const word = call.words[0] as string;
  const candidates = candidatesFor(discovery, word);
  const [first] = candidates;
  const name = first?.name ?? word;
  if (call.has("clear")) {
    if (call.has("package") || call.has("variant"))
      throw new UsageError("glia select: --clear takes a choice back, and goes with neither --package nor --variant.");
    // Also of an asset that is no longer there.
    const file = writeProjectChoice(discovery.root, name, {});
    const { chosen, because } = explain(discovery, name);
    const now = chosen === undefined ? because : `${name} is ${chosen.fullName} now: ${because}.`;
    return { data: { asset: name, file, chosen: chosen?.fullName ?? null }, text: now };
  }
  // A full name says package and variant by itself.
  const named: Choice = first !== undefined && word !== name ? { package: first.package, variant: first.variant } : {};
  const choice: Choice = {
    package: call.value("package") ?? named.package,
    variant: call.value("variant") ?? named.variant,
  };
  if (choice.package === undefined && choice.variant === undefined) {
    const list = candidates.map(
      (asset) => `  glia select ${name} --package ${asset.package} --variant ${asset.variant}`,
    );
    throw new UsageError(
      ["glia select: name a package, a variant, or both, or take the choice back with --clear.", ...list].join("\n"),
    );
  }
  const fits = candidates.some(
    (asset) =>
      (choice.package ?? asset.package) === asset.package && (choice.variant ?? asset.variant) === asset.variant,
  );
  if (!fits) throw explain(discovery, name, choice).error as Error;
  const file = writeProjectChoice(discovery.root, name, choice);
  const { chosen, because, error } = explain(discovery, name);
  return {
    data: { asset: name, ...choice, file, chosen: chosen?.fullName ?? null },
    text: chosen === undefined ? `${shortPath(file)} says so now.` : `${name} is ${chosen.fullName}: ${because}.`,
    problems: chosen === undefined || error !== undefined ? [error?.message ?? because] : [],
  };
}
