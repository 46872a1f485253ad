// What is compiled of an asset: a copy of its file under its full name, the files that it includes, and the key of its content.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { CompileError, GliaError, NmodlError } from "../../core/errors.js";
import { digest } from "./cache.js";
import { type Asset, mangled } from "./discover.js";
import { readNmodl } from "./nmodl.js";
import { includesIn, readBytes } from "./nmodl-text.js";
import { renamed } from "./rename.js";

/** A file as it is compiled: a copy that names its mechanism in full, with what it includes. */
export interface Unit {
  readonly asset: Asset;
  /**
   * The copy's, without ".mod". It sorts as the author's own does: the order of the files is that of the mechanisms in NEURON, which
   * adds up their currents in it, and so decides on the last bit.
   */
  readonly name: string;
  readonly text: string;
  /** Where it lies below the folder of all copies. */
  readonly folder: string;
  /** What lies beside it, or is included: the author's files by their place below the folder of all copies. */
  readonly beside: ReadonlyMap<string, string>;
  /** Changes with the file and what it includes; the key, with the engine and the flags too. */
  readonly content: string;
  readonly key: string;
}

/** The text of an asset as NEURON gets it. */
export function compiledText(asset: Asset, all: readonly Asset[]): string {
  if (asset.source === undefined || asset.file === undefined) return "";
  const text = readBytes(asset.file).replace(/^\xef\xbb\xbf/, "   ");
  const { start, end } = asset.source.nameAt;
  // It may have been edited since it was found.
  const isSame = start === end || text.slice(start, end) === asset.source.name;
  return renamed(text, isSame ? asset.source : readNmodl(text, asset.file), asset.fullName, siblingsOf(asset, all));
}

/** Changes whenever the asset's file, or one that it includes, does. */
export function contentKey(asset: Asset, all: readonly Asset[]): string {
  return unitOf(asset, all, "", new Map()).content;
}

function siblingsOf(asset: Asset, all: readonly Asset[]): Map<string, string> {
  if (asset.source?.external.length === 0) return new Map();
  const own = all.filter((other) => other.package === asset.package && other.variant === asset.variant);
  return new Map(own.map(({ source, fullName }) => [source?.name ?? "", fullName]));
}

export function unitsOf(
  assets: readonly Asset[],
  among: readonly Asset[],
  setting: string,
  failures: Map<Asset, Error>,
): Unit[] {
  const folders = new Map<string, readonly string[]>();
  const units: Unit[] = [];
  for (const asset of assets) {
    try {
      units.push(unitOf(asset, among, setting, folders));
    } catch (error) {
      failures.set(
        asset,
        error instanceof GliaError
          ? error
          : new CompileError(`${asset.file} cannot be read: ${(error as Error).message}`, { cause: error }),
      );
    }
  }
  return units;
}

function unitOf(asset: Asset, all: readonly Asset[], setting: string, folders: Map<string, readonly string[]>): Unit {
  const file = asset.file as string;
  const home = dirname(file);
  const text = compiledText(asset, all);
  let companions = folders.get(home);
  if (companions === undefined) {
    companions = readdirSync(home)
      .filter((name) => /\.(inc|h|hpp)$/i.test(name))
      .map((name) => join(home, name));
    folders.set(home, companions);
  }
  const name = `${mangled(asset.package)}__${basename(file)
    .replace(/\.mod$/i, "")
    .replace(/\W/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`)}`;
  const included = includedBy(asset, text);
  // Which file a macro names is not known here: then each of them may be it.
  const counted = /^[ \t]*#[ \t]*include[ \t]+[A-Za-z_]/m.test(text) ? new Set([...included, ...companions]) : included;
  const root = mangled(asset.package);
  const place = (path: string) => join(root, "mods", relative(home, path));
  const beside = new Map<string, string>();
  for (const path of new Set([...companions, ...included])) {
    const to = place(path);
    if (to.startsWith("..") || relative(root, to).startsWith(".."))
      throw new NmodlError(`${file}: it includes ${path}, which lies outside its package.`);
    beside.set(to, path);
  }
  const contents = [...counted].sort().flatMap((path) => [relative(home, path), readFileSync(path)]);
  const content = digest(name, text, ...contents);
  return { asset, name, text, folder: join(root, "mods"), beside, content, key: digest(setting, content) };
}

/** The files that a file includes, and those that these include. */
function includedBy(asset: Asset, text: string): Set<string> {
  const home = dirname(asset.file as string);
  const found = new Set<string>();
  const follow = (content: string, folder: string) => {
    const { nmodl, c } = includesIn(content);
    for (const path of [...nmodl, ...c]) {
      const file = [resolve(folder, path), resolve(home, path)].find(
        (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
      );
      // What is not there is for the compiler to find, or to complain of.
      if (file === undefined || found.has(file)) continue;
      found.add(file);
      follow(readBytes(file), dirname(file));
    }
  };
  if (/include/i.test(text)) follow(text, home);
  return found;
}
