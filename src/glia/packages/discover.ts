// Which packages offer mechanisms: the root project's own, those of its dependencies, and NEURON itself.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PackageError } from "../../core/errors.js";
import { builtIn, builtInPackage, shipped, taken } from "./builtin.js";
import { type Manifest, manifestIn } from "./manifest.js";
import { type MechanismKind, type NmodlFile, namesOf, readNmodl } from "./nmodl.js";
import { readBytes } from "./nmodl-text.js";
import { rootProject, walk } from "./tree.js";

/** A mechanism that was found. */
export interface Asset {
  readonly name: string;
  readonly variant: string;
  /** The package it comes from; "NEURON" for what is built in. */
  readonly package: string;
  readonly version: string;
  /** Its name in NEURON. */
  readonly fullName: string;
  /** The name of its compiled copy. */
  readonly unit: string;
  readonly kind: MechanismKind;
  /** The author's own file; undefined for what is built in. */
  readonly file: string | undefined;
  readonly source: NmodlFile | undefined;
  /** Compiled under its own name. */
  readonly plain: boolean;
  /** Why it cannot be used. */
  readonly fault: Error | undefined;
}

export interface GliaPackage extends Manifest {
  readonly assets: readonly Asset[];
}

/** Something that is no mechanism or no package: all others are usable. */
export interface Fault {
  /** The package's name, or its folder where it has none. */
  readonly package: string;
  readonly error: Error;
}

export interface Discovery {
  /** The root project's folder. */
  readonly root: string;
  /** With NEURON itself as the last. */
  readonly packages: readonly GliaPackage[];
  readonly assets: readonly Asset[];
  readonly faults: readonly Fault[];
}

/** A name as a part of a HOC name. */
export function mangled(name: string): string {
  return name.replace(/\W/g, "_");
}

export function fullNameOf(packageName: string, asset: string, variant: string): string {
  return `glia__${mangled(packageName)}__${asset}__${mangled(variant)}`;
}

/** Looks at the project in `root` and its dependencies. A fault in one package does not hide the others. */
export function discover(root: string = rootProject()): Discovery {
  const manifests: Manifest[] = [];
  const faults: Fault[] = [];
  walk(
    root,
    (folder, json) => {
      const file = join(folder, "package.json");
      const manifest = manifestIn(json, file, folder);
      if (manifest !== undefined && !manifests.some((other) => isCopy(other, manifest))) manifests.push(manifest);
    },
    (folder, error) => faults.push({ package: folder, error }),
  );
  const byName = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    const name = mangled(manifest.name);
    byName.set(name, [...(byName.get(name) ?? []), manifest]);
  }
  const packages: GliaPackage[] = manifests.map((manifest) => {
    const fault = nameFault(manifest, byName.get(mangled(manifest.name)) ?? []);
    if (fault !== undefined) faults.push({ package: manifest.name, error: fault });
    try {
      return { ...manifest, assets: assetsOf(manifest, faults, fault) };
    } catch (error) {
      faults.push({ package: manifest.name, error: error as Error });
      return { ...manifest, assets: [] };
    }
  });
  packages.push(neuron());
  const checked = withoutDoubles(packages, faults);
  return { root, packages: checked, assets: checked.flatMap(({ assets }) => assets), faults };
}

/** The mechanisms of folders that belong to no package, such as a published model's, under their own names. */
export function assetsInFolders(folders: readonly string[]): {
  readonly assets: readonly Asset[];
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const found = folders.map((folder) => {
    // One name for all of them, so that a file that several models have is compiled once.
    const manifest: Manifest = { name: "model", version: "0.0.0", folder, mods: folder, plain: true };
    return { ...manifest, assets: assetsOf(manifest, faults, undefined) };
  });
  // The parts of a model may bring the same file each.
  const texts = new Map<string, string>();
  const isFirst = ({ file = "", fullName }: Asset): boolean => {
    const text = readBytes(file);
    const isKnown = texts.get(fullName) === text;
    texts.set(fullName, text);
    return !isKnown;
  };
  const once = found.map((one) => ({ ...one, assets: one.assets.filter(isFirst) }));
  return { assets: withoutDoubles(once, faults).flatMap(({ assets }) => assets), faults };
}

/** Whether a package lies in the tree twice, as npm does it where versions do not meet: the same version, the same files. */
function isCopy(one: Manifest, other: Manifest): boolean {
  if (one.name !== other.name || one.version !== other.version) return false;
  const filesOf = ({ mods }: Manifest) => readdirSync(mods, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = filesOf(one).map(({ name }) => name);
  return (
    names.length === filesOf(other).length &&
    names.every((name) => {
      const twin = join(other.mods, name);
      return existsSync(twin) && readFileSync(join(one.mods, name)).equals(readFileSync(twin));
    })
  );
}

/** Two packages that NEURON could not tell apart: none of the two can be used. */
function nameFault(own: Manifest, namesakes: readonly Manifest[]): PackageError | undefined {
  const other = namesakes.find((manifest) => manifest !== own);
  if (own.name === builtInPackage || mangled(own.name) === builtInPackage)
    return new PackageError(`${own.folder}: the name ${builtInPackage} stands for what NEURON brings itself.`);
  if (other === undefined) return undefined;
  const [first, second] = namesakes.indexOf(own) < namesakes.indexOf(other) ? [own, other] : [other, own];
  const told = ({ name, version, folder }: Manifest) => `${name} ${version} in ${folder}`;
  const cure = own.name === other.name ? "Bring them to one version (npm dedupe)." : "Rename one, or install only one.";
  return new PackageError(
    `Two packages have the same name in NEURON, ${mangled(own.name)}: ${told(first)} and ${told(second)}. ${cure}`,
  );
}

function assetsOf(manifest: Manifest, faults: Fault[], fault: Error | undefined): Asset[] {
  const assets: Asset[] = [];
  for (const name of readdirSync(manifest.mods).sort()) {
    if (!/\.mod$/i.test(name)) continue;
    const file = join(manifest.mods, name);
    try {
      assets.push(assetIn(file, manifest, fault));
    } catch (error) {
      faults.push({ package: manifest.name, error: error as Error });
      // It is known by its file's name, so that who asks for it hears what is wrong with it.
      const { name: asset, variant = "0" } = namesOf(file);
      const fullName = manifest.plain ? asset : fullNameOf(manifest.name, asset, variant);
      assets.push({
        ...common(manifest),
        name: asset,
        variant,
        fullName,
        unit: fullName,
        kind: "density",
        file,
        source: undefined,
        fault: error as Error,
      });
    }
  }
  return assets;
}

const common = ({ name, version, plain }: Manifest) => ({ package: name, version, plain });

/** Of an older Glia: a file that bears its full name already. */
export const inherited: RegExp = /^glia__\w+?__([A-Za-z]\w*?)__(\w+)$/;

/** What was read last time, while it is the same. */
const sources = new Map<string, { readonly text: string; readonly source: NmodlFile }>();

function assetIn(file: string, manifest: Manifest, fault: Error | undefined): Asset {
  const included = (path: string) => {
    const found = join(dirname(file), path);
    return existsSync(found) ? readBytes(found) : undefined;
  };
  const text = readBytes(file);
  const seen = sources.get(file);
  const source = seen?.text === text ? seen.source : readNmodl(text, file, included);
  // What it includes may change without it.
  if (source.includes.length === 0) sources.set(file, { text, source });
  const [, oldName, oldVariant] = inherited.exec(source.name) ?? [];
  const name = manifest.plain ? source.name : (oldName ?? source.name);
  const variant = (manifest.plain ? undefined : oldVariant) ?? namesOf(file).variant ?? "0";
  if (!/^[\w.-]+$/.test(variant))
    throw new PackageError(
      `${file}: the variant "${variant}" (what follows __ in the file's name) may have letters, digits, _ . and - only.`,
    );
  const unit = fullNameOf(manifest.name, name, variant);
  const fullName = manifest.plain || source.kind === "functions" ? name : unit;
  let own = fault;
  if (manifest.plain && taken.has(name))
    own ??= new PackageError(
      `${file}:${source.nameAt.line}: NEURON has a mechanism ${name} of its own, and this one would be compiled under its plain name. Take "names": "plain" out of ${manifest.folder}/package.json, or rename it.`,
    );
  return { ...common(manifest), name, variant, fullName, unit, kind: source.kind, file, source, fault: own };
}

/** The packages; assets that cannot be told apart have the reason with them why none of them can be used. */
function withoutDoubles(packages: readonly GliaPackage[], faults: Fault[]): GliaPackage[] {
  const units = new Map<string, Asset>();
  const names = new Map<string, Asset>();
  const doubled = new Map<Asset, Error>();
  for (const asset of packages.flatMap(({ assets }) => assets)) {
    const other = units.get(asset.unit) ?? (asset.plain ? names.get(asset.fullName) : undefined);
    units.set(asset.unit, asset);
    if (asset.plain) names.set(asset.fullName, asset);
    if (other === undefined || asset.fault !== undefined || other.fault !== undefined) continue;
    const same = other.name === asset.name && other.variant === asset.variant;
    const cure = asset.plain
      ? "Their names are plain, so only one of them can be compiled."
      : "Give one of the files another variant: NAME__variant.mod.";
    const what = same ? `are both ${asset.name}, variant ${asset.variant}` : `have one name in NEURON, ${asset.unit}`;
    const error = new PackageError(`${asset.package}: ${other.file} and ${asset.file} ${what}. ${cure}`);
    faults.push({ package: asset.package, error });
    doubled.set(other, error);
    doubled.set(asset, error);
  }
  if (doubled.size === 0) return [...packages];
  const mark = (asset: Asset) => (doubled.has(asset) ? { ...asset, fault: doubled.get(asset) } : asset);
  return packages.map((found) => ({ ...found, assets: found.assets.map(mark) }));
}

function neuron(): GliaPackage {
  const manifest: Manifest = { name: builtInPackage, version: "", folder: "", mods: "", plain: true };
  const assets = builtIn.map(
    ([name, kind]): Asset => ({
      ...common(manifest),
      name,
      variant: "0",
      fullName: name,
      unit: name,
      kind,
      file: undefined,
      source: undefined,
      fault: undefined,
    }),
  );
  return { ...manifest, assets };
}

/** Whether an asset is NEURON's own. */
export function isBuiltIn(asset: Asset): boolean {
  return asset.package === builtInPackage;
}

/** The assets that bear a name, those of a full name included. */
export function candidatesFor({ assets }: Discovery, name: string): Asset[] {
  const named = assets.filter((asset) => asset.name === name);
  return named.length > 0 ? named : assets.filter((asset) => asset.fullName === name || asset.unit === name);
}

/** The plain names: those that one asset alone bears, and those that several do. */
export function plainNames({ assets }: Discovery): {
  readonly alone: ReadonlyMap<string, Asset>;
  readonly shared: ReadonlyMap<string, readonly Asset[]>;
} {
  const byName = new Map<string, Asset[]>();
  for (const asset of assets) {
    if (asset.kind === "functions") continue;
    const list = byName.get(asset.name);
    if (list === undefined) byName.set(asset.name, [asset]);
    else list.push(asset);
  }
  const alone = new Map<string, Asset>();
  const shared = new Map<string, readonly Asset[]>();
  for (const [name, list] of byName) {
    // What NEURON or a plain package calls so keeps its name.
    if (list.some(({ plain }) => plain) || taken.has(name) || shipped.has(name)) continue;
    if (list.length === 1) alone.set(name, list[0] as Asset);
    else shared.set(name, list);
  }
  return { alone, shared };
}
