// A model's mod files, compiled by Glia under their plain names: only what changed, and each file once for all folders.
import { CompileError } from "../../core/errors.js";
import { compileAsync } from "../../glia/packages/compile.js";
import { type Asset, assetsInFolders } from "../../glia/packages/discover.js";
import { withProgress } from "../glia/compile.js";

export interface Mechanisms {
  readonly library: string;
  readonly assets: readonly Asset[];
}

/** @throws CompileError that names each file and line at which something is wrong */
export async function compiled(folders: readonly string[], isQuiet: boolean): Promise<Mechanisms | undefined> {
  const { assets, faults } = assetsInFolders(folders);
  const result = await (isQuiet
    ? compileAsync(assets)
    : withProgress((progress) => compileAsync(assets, { progress })));
  const errors = new Set([...faults.map(({ error }) => error), ...result.failures.values()]);
  if (errors.size > 0) {
    const problems = [...errors].flatMap((error) => (error instanceof CompileError ? error.problems : []));
    throw new CompileError([...errors].map(({ message }) => message).join("\n"), { problems });
  }
  return result.library === undefined ? undefined : { library: result.library, assets: result.assets };
}
