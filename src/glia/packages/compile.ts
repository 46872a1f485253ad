// Compiles the assets of a project into one library with NEURON's nrnivmodl. Objects are kept by their content, so that
// only what changed is compiled; a file that is broken costs the others nothing.
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { CompileError } from "../../core/errors.js";
import { type CompilationFlags, LIBRARY, neededTools, settingHash, type Tools } from "../../engine/compile.js";

export { coreLibraryBeside } from "../../engine/compile.js";

import { locateNeuron, type NeuronInstallation } from "../../engine/locate.js";
import { cachePath, digest, inCache, isWhole, Lock, removeOld, touch } from "./cache.js";
import { type Asset, isBuiltIn } from "./discover.js";
import { withoutFailed } from "./failures.js";
import { goThrough, goThroughLater, type Steps } from "./steps.js";
import { type Unit, unitsOf } from "./unit.js";
import { Workshop } from "./workshop.js";

export interface CompileOptions {
  readonly installation?: NeuronInstallation;
  readonly flags?: CompilationFlags;
  /** All that EXTERNAL may name, when these are not all. */
  readonly among?: readonly Asset[];
  /** The folder of the cache; the user's unless given. */
  readonly cache?: string;
  /** Tries again what failed before, though nothing of it changed. */
  readonly retry?: boolean;
  /** Told of what is done, once that takes time. */
  readonly progress?: (event: CompileProgress) => void;
}

export interface CompileProgress {
  /** "begin": so many files are going to be compiled. The others come from `compileAsync` only, one a file. */
  readonly step: "begin" | "translating" | "compiling" | "linking" | "waiting";
  readonly asset: Asset | undefined;
  readonly done: number;
  readonly total: number;
}

export interface Compiled {
  /** The library; undefined when there is nothing to be in it. */
  readonly library: string | undefined;
  /** What is in it. */
  readonly assets: readonly Asset[];
  /** What was compiled just now. */
  readonly fresh: readonly Asset[];
  /** What changes with the file of each and what it includes. */
  readonly contents: ReadonlyMap<Asset, string>;
  readonly failures: ReadonlyMap<Asset, Error>;
}

/** The library of these assets. Those that cannot be compiled are told in `failures`, and the others are usable. */
export function compile(assets: readonly Asset[], options: CompileOptions = {}): Compiled {
  return goThrough(build(assets, options));
}

/** The same without standing still: progress is told file by file. */
export function compileAsync(assets: readonly Asset[], options: CompileOptions = {}): Promise<Compiled> {
  return goThroughLater(build(assets, options));
}

function* build(assets: readonly Asset[], options: CompileOptions): Steps<Compiled> {
  const { cache = cachePath(), flags = {}, retry = false, progress = () => undefined } = options;
  const installation = options.installation ?? locateNeuron();
  const failures = new Map<Asset, Error>();
  const own = assets.filter((asset) => !isBuiltIn(asset));
  for (const asset of own) if (asset.fault !== undefined) failures.set(asset, asset.fault);
  const setting = settingHash(installation, flags);
  let units = unitsOf(
    own.filter(({ fault }) => fault === undefined),
    options.among ?? assets,
    setting,
    failures,
  );
  const folderFor = (list: readonly Unit[]) =>
    join(cache, "libraries", digest(setting, ...list.map(({ key }) => key).sort()));
  const result = (list: readonly Unit[], fresh: readonly Unit[]): Compiled => ({
    library: list.length === 0 ? undefined : join(folderFor(list), LIBRARY),
    assets: list.map(({ asset }) => asset),
    fresh: fresh.map(({ asset }) => asset),
    contents: new Map(list.map(({ asset, content }) => [asset, content])),
    failures,
  });
  const isThere = (list: readonly Unit[]) => list.length === 0 || isWhole(folderFor(list));
  const found = () => {
    if (!retry) units = withoutFailed(units, cache, failures);
    if (!isThere(units)) return false;
    if (units.length > 0) touch(folderFor(units));
    return true;
  };
  if (found()) return result(units, []);

  const tools = toolsFor(installation);
  inCache(cache, () => {
    for (const part of ["objects", "libraries", "failures", "locks"]) mkdirSync(join(cache, part), { recursive: true });
    removeOld(cache);
  });
  const lock = new Lock(join(cache, "locks", basename(folderFor(units))));
  const isMine = yield* waitFor(lock, cache, found, progress);
  if (isMine === undefined) return result(units, []);
  let workshop: Workshop | undefined;
  try {
    workshop = new Workshop({ cache, installation, flags, tools, progress });
    const { good, fresh } = yield* workshop.make(units, failures, (list) => !retry && isThere(list), folderFor);
    return result(good, fresh);
  } finally {
    workshop?.close();
    if (isMine) lock.release();
  }
}

/** Waits until the lock is ours (true), nobody's (false: our own process has it), or there is nothing left to do. */
function* waitFor(
  lock: Lock,
  cache: string,
  found: () => boolean,
  progress: NonNullable<CompileOptions["progress"]>,
): Steps<boolean | undefined> {
  for (let round = 0; ; round++) {
    if (inCache(cache, () => lock.take())) return true;
    if (lock.isOurs()) return false;
    if (round === 0) progress({ step: "waiting", asset: undefined, done: 0, total: 0 });
    yield { sleep: 50 };
    if (found()) return undefined;
  }
}

function toolsFor(installation: NeuronInstallation): Tools {
  try {
    return neededTools(installation);
  } catch (cause) {
    throw new CompileError((cause as Error).message, { cause });
  }
}
