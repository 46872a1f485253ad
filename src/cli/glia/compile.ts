// glia compile: what has changed is compiled, and told while it happens.

import { count } from "../../core/words.js";
import { type CompileProgress, compileAsync } from "../../glia/packages/compile.js";
import { type Asset, isBuiltIn } from "../../glia/packages/discover.js";
import type { Call, Result } from "../command.js";
import { bad, columns, faint, good, Progress } from "../output.js";
import { assetData, discovered, fileOf, problemsOf } from "./project.js";

export async function run(call: Call): Promise<Result> {
  const discovery = discovered(call);
  const own = discovery.assets.filter((asset) => !isBuiltIn(asset));
  const coreneuron = call.has("coreneuron");
  const { library, fresh, failures } = await withProgress((progress) =>
    compileAsync(own, { retry: true, flags: { coreneuron }, progress }),
  );
  const stateOf = (asset: Asset) => (failures.has(asset) ? "failed" : fresh.includes(asset) ? "compiled" : "unchanged");
  const rows = own.map((asset) => [stateOf(asset), asset.name, asset.variant, asset.package, fileOf(asset)]);
  const colours = { failed: bad, compiled: good, unchanged: faint };
  const table = columns(rows, ["", "asset", "variant", "package", "file"], (cell, i, row) =>
    i === 0 ? colours[stateOf(own[row] as Asset)](cell) : cell,
  );
  const total = [
    `${fresh.length} compiled`,
    `${own.length - fresh.length - failures.size} unchanged`,
    ...(failures.size > 0 ? [`${failures.size} failed`] : []),
  ].join(", ");
  return {
    data: {
      library: library ?? null,
      assets: own.map((asset) => ({
        ...assetData(asset),
        state: stateOf(asset),
        ...(failures.has(asset) && { error: errorData(failures.get(asset) as Error) }),
      })),
    },
    text:
      own.length === 0
        ? "There is nothing to compile."
        : `${table}\n\n${total}.${library === undefined ? "" : ` The library: ${library}`}`,
    problems: [...new Set([...problemsOf(discovery), ...[...failures.values()].map(({ message }) => message)])],
  };
}

export function errorData(error: Error) {
  const { code, problems } = error as { code?: string; problems?: unknown };
  return { code, message: error.message, ...(problems !== undefined && { problems }) };
}

/** Tells on the error stream how far the compilation is. */
export async function withProgress<T>(action: (progress: (event: CompileProgress) => void) => Promise<T>): Promise<T> {
  const progress = new Progress();
  const tell = ({ step, asset, done, total }: CompileProgress): void => {
    if (step === "begin") progress.show(`compiling ${count(total, "mechanism")}`);
    else if (step === "waiting") progress.show("waiting for another process that compiles the same");
    else if (step === "linking") progress.show("linking");
    else if (step === "compiling" && asset !== undefined)
      progress.show(`compiling ${asset.name} (${done} of ${total})`);
  };
  try {
    return await action(tell);
  } finally {
    progress.end();
  }
}
