// The projects that Glia's cases run in: below build/bench, made when they are missing, the same for each run.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "build", "bench");
const mods = join(root, "packages", "cortex", "mod");

/** The cache of the cases: warm ones have one for all, cold ones one of their own. */
process.env.PATCH_CACHE = join(folder, "cache");

export const fresh = (name) => {
  const path = join(folder, `${name}-${process.pid}`);
  rmSync(path, { recursive: true, force: true });
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
};

/** Thirty files: six mechanisms of the cortex package under five names each. */
export function thirtyFiles() {
  const names = ["Na", "Kv", "CaHVA", "AMPA", "NMDA", "GABAB"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = readFileSync(join(mods, `${name}.mod`), "utf8");
      return [0, 1, 2, 3, 4].map((i) => [
        `${name}${i}.mod`,
        text.replace(new RegExp(`(SUFFIX|POINT_PROCESS) ${name}\\b`), `$1 ${name}${i}`),
      ]);
    }),
  );
}

function write(path, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return path;
}

const manifest = (name, more) => JSON.stringify({ name, version: "1.0.0", glia: { mods: "mod" }, ...more });

export function thirty(path = join(folder, "thirty")) {
  if (existsSync(join(path, "package.json"))) return path;
  const files = Object.entries(thirtyFiles()).map(([name, text]) => [`mod/${name}`, text]);
  return write(path, { ...Object.fromEntries(files), "package.json": manifest("thirty") });
}

/** Fifty packages of two files each, on which the project depends. */
export function fifty() {
  const path = join(folder, "fifty");
  if (existsSync(join(path, "package.json"))) return path;
  const files = Object.entries(thirtyFiles());
  const names = Array.from({ length: 50 }, (_, i) => `package${i}`);
  for (const [i, name] of names.entries()) {
    const own = [files[i % 30], files[(i + 7) % 30]].map(([file, text]) => [`mod/${file}`, text]);
    write(join(path, "node_modules", name), { ...Object.fromEntries(own), "package.json": manifest(name) });
  }
  const dependencies = Object.fromEntries(names.map((name) => [name, "*"]));
  return write(path, { "package.json": manifest("fifty", { glia: undefined, dependencies }) });
}

/** From here on, this process runs a script of the project. */
export function runsIn(path) {
  process.argv[1] = join(path, "main.mjs");
  return path;
}

/** Compiles the project beforehand, in another process, so that this one starts cold with a warm cache. */
export function compiled(path) {
  const command = join(root, "dist", "bundle", "glia-command.js");
  spawnSync(process.execPath, [command, "compile"], { cwd: path });
  return path;
}

/** nrnivmodl itself, on the folder's files; it works in `work`. */
export function nrnivmodl({ root: home, bin }, files, work) {
  const script = `mkdir -p '${work}' && cd '${work}' && exec '${join(bin, "nrnivmodl")}' '${files}'`;
  return ["env", `NRNHOME=${home}`, "CC=gcc", "CXX=g++", "LC_ALL=C", "bash", "-c", script];
}
