// A project in the working directory whose mechanisms are a folder of NMODL files as somebody published them, under their plain names.
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as g from "nrn-patch/glia";

/** Loads the folder's mechanisms through Glia. */
export function loadPublished(folder: string): void {
  cpSync(folder, "mod", { recursive: true });
  writeFileSync("package.json", JSON.stringify({ name: "published", glia: { mods: "mod", names: "plain" } }));
  process.argv[1] = join(process.cwd(), "main.mjs"); // the project is where the main script lies
  const { failures } = g.load();
  if (failures.length > 0) throw new AggregateError(failures, String(failures[0]));
}
