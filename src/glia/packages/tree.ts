// The tree of packages on disk: the root project, its workspaces, and what they depend on.
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve, sep } from "node:path";
import { isPlain } from "../../core/arguments.js";
import { parse } from "./manifest.js";

/**
 * The nearest folder with a package.json upward from the main script, else from the working directory. A script that lies in a
 * `node_modules` is a tool that runs somebody's project, and the working directory says whose.
 */
export function rootProject(from?: string): string {
  const script = process.argv[1] ? realPath(process.argv[1]) : undefined;
  const own = script !== undefined && !script.includes(`${sep}node_modules${sep}`) ? [dirname(script)] : [];
  const starts = from !== undefined ? [from] : [...own, process.cwd()];
  for (const start of starts) {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      if (existsSync(join(folder, "package.json"))) return realPath(folder);
      if (dirname(folder) === folder) break;
    }
  }
  return realPath(starts.at(-1) as string);
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** The packages by their folders, each once: the root, its workspaces, and what they depend on. */
export function walk(
  root: string,
  visit: (folder: string, json: Record<string, unknown>) => void,
  failed: (folder: string, error: Error) => void,
): void {
  const seen = new Set<string>();
  const queue: { folder: string; isRoot: boolean }[] = [{ folder: realPath(root), isRoot: true }];
  for (const { folder, isRoot } of queue) {
    const file = join(folder, "package.json");
    if (seen.has(folder) || !existsSync(file)) continue;
    seen.add(folder);
    try {
      const json = parse(file);
      // Whoever uses mechanisms of others says so by depending on this package, or by having some.
      if (isRoot || "glia" in json || dependencies(json, productive).includes("nrn-patch"))
        for (const name of dependencies(json, isRoot ? [...productive, "devDependencies"] : productive)) {
          // What is not installed cannot say that it is a mechanism package; npm tells of it.
          const found = folderOf(name, folder);
          if (found !== undefined) queue.push({ folder: realPath(found), isRoot: false });
        }
      if (isRoot)
        for (const pattern of workspaces(json))
          for (const path of expand(folder, pattern)) queue.push({ folder: realPath(path), isRoot: false });
      visit(folder, json);
    } catch (error) {
      failed(folder, error as Error);
    }
  }
}

const productive = ["dependencies", "optionalDependencies", "peerDependencies"];

function dependencies(json: Record<string, unknown>, groups: readonly string[]): string[] {
  return [...new Set(groups.flatMap((group) => (isPlain(json[group]) ? Object.keys(json[group]) : [])))];
}

/** Where a dependency lies: found on disk, for its `exports` may hide its package.json. */
function folderOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (basename(folder) !== "node_modules") {
      const candidate = join(folder, "node_modules", name);
      if (existsSync(join(candidate, "package.json"))) return candidate;
    }
    if (dirname(folder) === folder) break;
  }
  // Yarn's plug'n'play has no node_modules; its resolver knows.
  if (!("pnp" in process.versions)) return undefined;
  try {
    return dirname(createRequire(join(from, "package.json")).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function workspaces(json: Record<string, unknown>): string[] {
  const field = json.workspaces;
  const list: unknown = Array.isArray(field) ? field : isPlain(field) ? field.packages : [];
  return Array.isArray(list)
    ? list.filter((pattern): pattern is string => typeof pattern === "string" && !pattern.startsWith("!"))
    : [];
}

/** The folders of a workspace's pattern: `packages/*`, `packages/**`, `packages/mechanisms`. */
function expand(root: string, pattern: string): string[] {
  let folders = [root];
  for (const part of pattern.split("/").filter((piece) => piece !== "" && piece !== ".")) {
    const fits = new RegExp(
      `^${part
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/\*+/g, ".*")
        .replace(/\?/g, ".")}$`,
    );
    folders = folders.flatMap((folder) => {
      if (!/[*?]/.test(part)) return [join(folder, part)];
      return subfolders(folder).filter((path) => fits.test(basename(path)));
    });
  }
  return folders.filter((folder) => existsSync(join(folder, "package.json")));
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map(({ name }) => join(folder, name));
}
