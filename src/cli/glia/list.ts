// glia list: what was found.

import { count } from "../../core/words.js";
import { isBuiltIn } from "../../glia/packages/discover.js";
import type { Call, Result } from "../command.js";
import { bad, columns, shortPath } from "../output.js";
import { assetData, discovered, fileOf, problemsOf } from "./project.js";

export function run(call: Call): Result {
  const discovery = discovered(call);
  const assets = discovery.assets.filter((asset) => call.has("all") || !isBuiltIn(asset));
  const packages = discovery.packages.filter(({ folder }) => folder !== "");
  const rows = assets.map((asset) => [
    asset.name,
    asset.variant,
    asset.package,
    asset.kind,
    `${fileOf(asset)}${asset.fault === undefined ? "" : "  (not usable)"}`,
  ]);
  const table = columns(rows, ["asset", "variant", "package", "kind", "file"], (cell, _, row) =>
    assets[row]?.fault === undefined ? cell : bad(cell),
  );
  const own = assets.filter((asset) => !isBuiltIn(asset)).length;
  const total = `${count(own, "mechanism")} in ${count(packages.length, "package")}.`;
  const none = `No mechanisms in ${shortPath(discovery.root)} and its dependencies. A package offers some when its package.json has the field "glia": { "mods": "folder" }; glia new makes one.`;
  return {
    data: {
      root: discovery.root,
      packages: packages.map(({ name, version, folder, mods, plain }) => ({ name, version, folder, mods, plain })),
      assets: assets.map(assetData),
    },
    text: assets.length === 0 ? none : `${table}\n\n${own === 0 ? none : total}`,
    problems: problemsOf(discovery),
  };
}
