// nrn-patch view: the live page of a model's file.
import { statSync } from "node:fs";
import { extname, resolve } from "node:path";
import { type Call, type Result, UsageError } from "./command.js";
import { importModel } from "./own-package.js";

export async function run(call: Call): Promise<Result> {
  const file = resolve(call.words[0] as string);
  const port = call.value("port");
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) < 65_536))
    throw new UsageError(`--port: expected a number from 0 to 65535, got "${port}".`);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no file ${file}.`);
  const { h } = await import("../index.js");
  h.load_file("stdrun.hoc");
  await load(file, (path) => h.load_file(path));
  const { view } = await import("../view.js");
  const page = await view({ open: call.has("open"), ...(port !== undefined && { port: Number(port) }) });
  if (!call.json) process.stdout.write(`${page.url}\nCtrl-C ends it.\n`);
  else process.stdout.write(`${JSON.stringify({ url: page.url })}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await page.close();
  return { data: { url: page.url }, text: "" };
}

const programs = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"];
const hoc = [".hoc", ".ses"];

async function load(file: string, loadFile: (path: string) => unknown): Promise<void> {
  const kind = extname(file);
  if (programs.includes(kind)) await importModel(file);
  else if (hoc.includes(kind)) loadFile(file);
  else throw new UsageError(`${file}: expected a model in ${[...programs, ...hoc].join(", ")}.`);
}
