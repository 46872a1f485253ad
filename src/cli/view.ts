// nrn-patch view: the live page of a model's file.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Call, type Result, UsageError } from "./command.js";
import { checkedKind, loadModel } from "./model.js";
import { portOf, stay } from "./page.js";

export async function run(call: Call): Promise<Result> {
  const file = resolve(call.words[0] as string);
  const port = portOf(call);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no file ${file}.`);
  checkedKind(file);
  const { h } = await import("../index.js");
  h.load_file("stdrun.hoc");
  await loadModel(file, (path) => h.load_file(path));
  const { view } = await import("../view.js");
  return stay(await view({ open: call.has("open"), port }), call);
}
