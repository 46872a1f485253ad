// glia show: which mechanism a name means and why, and what it offers.
import { declared } from "../../glia/packages/declared.js";
import { type Asset, isBuiltIn } from "../../glia/packages/discover.js";
import type { NmodlVariable } from "../../glia/packages/nmodl.js";
import { checkChoice } from "../../glia/packages/preferences.js";
import { explain } from "../../glia/packages/select.js";
import type { Call, Result } from "../command.js";
import { columns, faint, strong } from "../output.js";
import { assetData, discovered, fileOf } from "./project.js";

export function run(call: Call): Result {
  const discovery = discovered(call);
  const choice = checkChoice("glia show", { package: call.value("package"), variant: call.value("variant") });
  const { candidates, chosen, because, error } = explain(discovery, call.words[0] as string, choice);
  const data = { candidates: candidates.map(assetData), chosen: chosen?.fullName ?? null, because };
  if (chosen === undefined) return { data, text: table(candidates, chosen), problems: [because] };
  const problems = error === undefined ? [] : [error.message];
  const text = [table(candidates, chosen), "", `${strong(chosen.fullName)}: ${because}.`, ...told(chosen)].join("\n");
  return { data: { ...data, mechanism: facts(chosen) }, text, problems };
}

function table(candidates: readonly Asset[], chosen: Asset | undefined): string {
  if (candidates.length === 0) return "";
  const rows = candidates.map((asset) => [
    asset === chosen ? "→" : " ",
    asset.name,
    asset.variant,
    asset.package,
    asset.version,
    asset.kind,
    fileOf(asset),
  ]);
  return columns(rows, ["", "asset", "variant", "package", "version", "kind", "file"], (cell, _, row) =>
    candidates[row] === chosen ? strong(cell) : cell,
  );
}

function facts(asset: Asset) {
  const { source } = asset;
  if (source === undefined) return { ...assetData(asset), variables: isBuiltIn(asset) ? builtInVariables(asset) : [] };
  const { title, variables, ions, currents, functions, receives } = source;
  return { ...assetData(asset), title, variables, ions, currents, functions, receives };
}

function told(asset: Asset): string[] {
  const { source } = asset;
  const lines: string[] = [];
  if (source === undefined) {
    const rows = builtInVariables(asset).map(({ name, comment }) => [`  ${name}`, comment]);
    return rows.length === 0 ? [] : ["", columns(rows)];
  }
  if (source.title !== "") lines.push(source.title);
  const rows = source.variables.map((variable) => [
    `  ${variable.name}${variable.length > 0 ? `[${variable.length}]` : ""}`,
    variable.units,
    variable.value === undefined ? "" : String(variable.value),
    roleOf(variable),
    variable.comment,
  ]);
  if (rows.length > 0)
    lines.push(
      "",
      columns(rows, ["  name", "units", "default", "role", "what it is"], (cell, i) => (i === 3 ? faint(cell) : cell)),
    );
  const more: string[][] = [];
  for (const { name, reads, writes } of source.ions)
    more.push([
      "ion",
      [name, reads.length > 0 && `reads ${reads.join(", ")}`, writes.length > 0 && `writes ${writes.join(", ")}`]
        .filter(Boolean)
        .join("; "),
    ]);
  if (source.currents.length > 0) more.push(["currents", source.currents.join(", ")]);
  if (source.functions.length > 0)
    more.push([
      "functions",
      source.functions.map(({ name, takes }) => `${name}(${takes?.join(", ") ?? "…"})`).join(", "),
    ]);
  if (asset.kind !== "density" && asset.kind !== "functions")
    more.push(["events", source.receives ? "receives them" : "receives none"]);
  if (more.length > 0) lines.push("", columns(more));
  return lines;
}

const roleOf = ({ role, block }: NmodlVariable): string =>
  [block?.toLowerCase(), role.toUpperCase()].filter(Boolean).join(", ");

/** What this package's own declarations say of NEURON's mechanism. */
function builtInVariables({ name, kind }: Asset): { name: string; comment: string }[] {
  const members = declared(kind === "density" ? `Mechanism_${name}` : name).own;
  return [...members].flatMap(([member, comment]) => (member.startsWith("_ref_") ? [] : [{ name: member, comment }]));
}
