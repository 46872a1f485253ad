// What the verbs share: the project that is meant, and how its mechanisms are told.
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Asset, type Discovery, discover } from "../../glia/packages/discover.js";
import { rootProject } from "../../glia/packages/tree.js";
import { type Call, UsageError } from "../command.js";
import { shortPath } from "../output.js";

/** The folder of the project: the command's own place says nothing about it. */
export function projectFolder(call: Call): string {
  const given = call.value("project");
  if (given === undefined) return rootProject(process.cwd());
  const folder = resolve(given);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`glia: there is no folder ${given}.`);
  return rootProject(folder);
}

export const discovered = (call: Call): Discovery => discover(projectFolder(call));

/** What is wrong with packages and files, each said once. */
export function problemsOf({ faults }: Discovery): string[] {
  return [...new Set(faults.map(({ error }) => error.message))];
}

export function assetData(asset: Asset) {
  const { name, variant, fullName, kind, file, fault } = asset;
  return {
    name,
    variant,
    package: asset.package,
    version: asset.version,
    fullName,
    kind,
    file: file ?? null,
    ...(fault && { fault: fault.message }),
  };
}

export const fileOf = ({ file }: Asset): string => (file === undefined ? "built in" : shortPath(file));
