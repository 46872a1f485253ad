// Which packages offer mechanisms: the root project's own, and those of its dependencies.
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { PackageError } from "../../core/errors.js";
import { type Manifest, parse, readManifest } from "./manifest.js";
import { type MechanismKind, type NmodlFile, readNmodl } from "./nmodl.js";

/** A mechanism that was found. */
export interface Asset {
  readonly name: string;
  readonly variant: string;
  /** The package it comes from; "NEURON" for what is built in. */
  readonly package: string;
  readonly version: string;
  /** Its name in NEURON. */
  readonly fullName: string;
  readonly kind: MechanismKind;
  /** The author's own file; undefined for what is built in. */
  readonly file: string | undefined;
  readonly source: NmodlFile | undefined;
  readonly plain: boolean;
}

export interface GliaPackage extends Manifest {
  readonly assets: readonly Asset[];
}

/** A file that is no mechanism: the others are usable. */
export interface Fault {
  readonly package: string;
  readonly error: Error;
}

export interface Discovery {
  readonly root: string;
  readonly packages: readonly GliaPackage[];
  readonly faults: readonly Fault[];
}

/** The nearest folder with a package.json upward from the main script, else from the working directory. */
export function rootProject(from?: string): string {
  const starts = from !== undefined ? [from] : [process.argv[1] ? dirname(realScript(process.argv[1])) : process.cwd(), process.cwd()];
  for (const start of starts) {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      if (existsSync(join(folder, "package.json"))) return folder;
      if (dirname(folder) === folder) break;
    }
  }
  return resolve(starts[0] as string);
}

function realScript(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** A name as a part of a HOC name. */
export function mangled(name: string): string {
  return name.replace(/[@/.-]/g, "_");
}

export function fullNameOf(packageName: string, asset: string, variant: string): string {
  return `glia__${mangled(packageName)}__${asset}__${mangled(variant)}`;
}

/** Looks at the project in `root` and its dependencies. A fault in one package does not hide the others. */
export function discover(root: string = rootProject()): Discovery {
  const packages: GliaPackage[] = [];
  const faults: Fault[] = [];
  for (const folder of candidates(root)) {
    try {
      const manifest = readManifest(folder);
      if (manifest === undefined || packages.some((known) => known.folder === manifest.folder)) continue;
      const same = packages.find((known) => mangled(known.name) === mangled(manifest.name));
      if (same !== undefined)
        throw new PackageError(
          `Two packages are called ${mangled(manifest.name)} in NEURON: ${same.name} in ${same.folder} and ${manifest.name} in ${manifest.folder}.`,
        );
      packages.push({ ...manifest, assets: assetsOf(manifest, faults) });
    } catch (error) {
      faults.push({ package: folder, error: error as Error });
    }
  }
  return { root, packages, faults };
}

/** The folders that may be packages: the root, its workspaces, and what its package.json depends on. */
function candidates(root: string): string[] {
  const file = join(root, "package.json");
  if (!existsSync(file)) return [];
  const json = parse(file);
  const folders = [root];
  const groups = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
  const dependencies = new Set(groups.flatMap((group) => Object.keys((json[group] as object | undefined) ?? {})));
  for (const name of dependencies) {
    // What is not installed cannot say that it is a mechanism package; npm tells of it.
    const folder = folderOf(name, root);
    if (folder !== undefined) folders.push(folder);
  }
  for (const pattern of workspaces(json)) folders.push(...expand(root, pattern));
  return folders.map(realScript);
}

/** Where a dependency lies: found on disk, for its `exports` may hide its package.json. */
function folderOf(name: string, root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(folder) === folder) break;
  }
  try {
    // Yarn's plug'n'play has no node_modules; its resolver knows.
    return dirname(createRequire(join(root, "package.json")).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function workspaces(json: Record<string, unknown>): string[] {
  const field = json.workspaces as string[] | { packages?: string[] } | undefined;
  return Array.isArray(field) ? field : (field?.packages ?? []);
}

function expand(root: string, pattern: string): string[] {
  if (!pattern.includes("*")) return existsSync(join(root, pattern, "package.json")) ? [join(root, pattern)] : [];
  const parent = join(root, pattern.slice(0, pattern.indexOf("*")));
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .map((name) => join(parent, name))
    .filter((folder) => existsSync(join(folder, "package.json")));
}

function assetsOf(manifest: Manifest, faults: Fault[]): Asset[] {
  const assets: Asset[] = [];
  for (const name of readdirSync(manifest.mods).sort()) {
    if (!name.endsWith(".mod")) continue;
    const file = join(manifest.mods, name);
    try {
      const source = readNmodl(readFileSync(file, "utf8"), file);
      const variant = /__(.+)$/.exec(basename(name, ".mod"))?.[1] ?? "0";
      const same = assets.find((known) => known.name === source.name && known.variant === variant);
      if (same !== undefined) throw new PackageError(`${manifest.name}: ${same.file} and ${file} are both ${source.name}, variant ${variant}.`);
      assets.push({
        name: source.name,
        variant,
        package: manifest.name,
        version: manifest.version,
        fullName: manifest.plain ? source.name : fullNameOf(manifest.name, source.name, variant),
        kind: source.kind,
        file,
        source,
        plain: manifest.plain,
      });
    } catch (error) {
      faults.push({ package: manifest.name, error: error as Error });
    }
  }
  return assets;
}
