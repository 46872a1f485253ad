// The mechanisms that were found, in the running engine: compiled when needed, loaded once, known by their plain names
// as long as these say which is meant.
import { CompileError, GliaError } from "../core/errors.js";
import { addAlias, addOwn, isFree as isFreeName, isKnown, others, removeAlias } from "../hoc/aliases.js";
import { h } from "../hoc/h.js";
import { inRun, refuseInRun } from "../hoc/run.js";
import { sourceOf } from "../hoc/source.js";
import { type CompileProgress, compile as compileAssets, coreLibraryBeside } from "./packages/compile.js";
import {
  type Asset,
  candidatesFor,
  type Discovery,
  discover,
  type GliaPackage,
  isBuiltIn,
  plainNames,
} from "./packages/discover.js";
import { type Choice, circumstances } from "./packages/preferences.js";
import { select } from "./packages/select.js";
import { compiledText, contentKey } from "./packages/unit.js";

let found: Discovery | undefined;
/** What NEURON has, by full name, with its content. */
const loaded = new Map<string, string>();
/** Why an asset cannot be used, by its unit. */
const failures = new Map<string, Error>();
/** The plain names that were given. */
const given = new Map<string, string>();
let names: ReturnType<typeof plainNames> = { alone: new Map(), shared: new Map() };

/** What was found, when it was looked for last. */
export function discovered(): Discovery {
  return found ?? lookAgain();
}

function lookAgain(): Discovery {
  found = discover();
  names = plainNames(found);
  return found;
}

/** The packages that offer mechanisms, NEURON itself as the last. */
export function packages(): readonly GliaPackage[] {
  return lookAgain().packages;
}

const nothing: Choice = {};
/** Answers to questions without a choice, for as long as they hold: ten thousand synapses are one question. */
const answers = new Map<
  string,
  { readonly asset: Asset; readonly discovery: Discovery; readonly contexts: unknown; readonly generation: number }
>();

/** The asset that is meant; looks again for what is not known. */
export function resolveAsset(name: string, choice: Choice = nothing): Asset {
  const isBare = choice.package === undefined && choice.variant === undefined;
  const { contexts, generation } = circumstances();
  const known = isBare ? answers.get(name) : undefined;
  if (
    known !== undefined &&
    known.discovery === found &&
    known.contexts === contexts &&
    known.generation === generation
  )
    return known.asset;
  if (candidatesFor(discovered(), name).length === 0) lookAgain();
  const discovery = discovered();
  const asset = select(discovery, name, choice);
  if (isBare) answers.set(name, { asset, discovery, contexts, generation });
  return asset;
}

export interface CompileOptions {
  /** Makes the library for CoreNEURON too: ten times the work. */
  readonly coreneuron?: boolean;
  /** Told of what is done. */
  readonly progress?: (event: CompileProgress) => void;
}

export interface CompileReport {
  /** The library's file; undefined when no mechanism was found. */
  readonly library: string | undefined;
  /** The full names of what is in it. */
  readonly assets: readonly string[];
  /** Of these, what was compiled just now. */
  readonly compiled: readonly string[];
}

/**
 * Compiles what was found and has changed; the engine need not run.
 * @throws CompileError that names files and lines; all others are compiled and usable all the same
 */
export function compile({ coreneuron = false, progress }: CompileOptions = {}): CompileReport {
  withCore ||= coreneuron;
  const { assets, faults } = lookAgain();
  const result = compileAssets(assets, { retry: true, flags: { coreneuron }, ...(progress && { progress }) });
  for (const asset of result.assets) failures.delete(asset.unit);
  throwAll(new Set([...faults.map(({ error }) => error), ...result.failures.values()]));
  return { library: result.library, assets: fullNames(result.assets), compiled: fullNames(result.fresh) };
}

const fullNames = (assets: readonly Asset[]) => assets.map(({ fullName }) => fullName);

function throwAll(errors: ReadonlySet<Error>): void {
  const [first, second] = errors;
  if (first === undefined) return;
  if (second === undefined) throw first;
  const problems = [...errors].flatMap((error) => (error instanceof CompileError ? error.problems : []));
  const text = [`${errors.size} things are wrong:`, ...[...errors].map(({ message }) => message)].join("\n");
  throw new CompileError(text, { problems, cause: new AggregateError(errors) });
}

export interface LoadReport {
  /** The full names of all that is loaded. */
  readonly assets: readonly string[];
  /** Why others are not. */
  readonly failures: readonly Error[];
}

/**
 * Looks for mechanisms, compiles and loads those that are new. What cannot be compiled is told in `failures`, and when it is asked for.
 * @throws GliaError when a mechanism has changed since it was loaded: NEURON cannot replace one in a running process
 */
export function load({ coreneuron = false }: { readonly coreneuron?: boolean } = {}): LoadReport {
  if (inRun()) refuseInRun("Loading mechanisms");
  const discovery = lookAgain();
  failures.clear();
  withCore ||= coreneuron;
  loadNew(discovery);
  const changed = discovery.assets.filter((asset) => {
    const content = loaded.get(asset.fullName);
    return content !== undefined && asset.fault === undefined && content !== contentKey(asset, discovery.assets);
  });
  if (changed.length > 0)
    throw new GliaError(
      `NEURON cannot replace a mechanism in a running process, and this has changed since it was loaded: ${changed.map(({ file }) => file).join(", ")}. Start a new process.`,
      { code: "ERR_GLIA_LOADED" },
    );
  return {
    assets: [...loaded.keys()],
    failures: [...new Set([...discovery.faults.map(({ error }) => error), ...failures.values()])],
  };
}

/** Sees to it that NEURON has the asset. */
export function ensureLoaded(asset: Asset): void {
  if (isBuiltIn(asset) || loaded.has(asset.fullName)) return;
  if (!failures.has(asset.unit)) {
    if (inRun()) refuseInRun(`Loading ${asset.name}`);
    loadNew(discovered());
  }
  const failure = failures.get(asset.unit);
  if (failure === undefined) return;
  // It was made where it was found out; whoever reads it wants to know which of the own lines asked for the mechanism.
  Error.captureStackTrace(failure, ensureLoaded);
  throw failure;
}

let busy = false;

/** Whether CoreNEURON's library was asked for in this process. */
let withCore = false;

function loadNew(discovery: Discovery): void {
  busy = true;
  try {
    const all = discovery.assets.filter((asset) => !isBuiltIn(asset));
    const fresh = all.filter((asset) => !loaded.has(asset.fullName) && isFree(asset, all));
    const result = compileAssets(fresh, { among: all, flags: { coreneuron: withCore }, progress: tellUser });
    for (const [asset, error] of result.failures) failures.set(asset.unit, error);
    if (result.library !== undefined) {
      loadLibrary(result.library);
      const core = coreLibraryBeside(result.library);
      // Where NEURON looks for the mechanisms that CoreNEURON knows.
      if (core !== undefined) process.env.CORENEURONLIB = core;
    }
    for (const [asset, content] of result.contents) {
      loaded.set(asset.fullName, content);
      if (asset.plain && asset.kind !== "functions") addOwn(asset.fullName);
    }
    giveNames();
    warn(discovery);
  } finally {
    busy = false;
  }
}

/** Compiling takes seconds: whoever waits is told why, on the error stream. */
function tellUser({ step, total }: CompileProgress): void {
  if (step === "begin") process.stderr.write(`glia: compiling ${total} ${total === 1 ? "mechanism" : "mechanisms"}\n`);
}

/** Whether NEURON does not know the asset's name yet; the same mechanism, loaded by another copy of the package, counts as ours. */
function isFree(asset: Asset, all: readonly Asset[]): boolean {
  if (asset.fault !== undefined) return true; // the compiler reports it
  const own = asset.kind === "functions" ? (asset.source?.functions.map(({ name }) => name) ?? []) : [asset.fullName];
  const known = own.find(isKnown);
  if (known === undefined || (asset.plain && isFreeName(known))) return true;
  if (asset.kind !== "functions" && sourceOf(known).code.trim() === compiledText(asset, all).trim()) {
    loaded.set(asset.fullName, contentKey(asset, all));
    return false;
  }
  const { file, package: from } = asset;
  const why = asset.plain
    ? " Load mechanisms with plain names before anything else takes the name: g.load(), then the model's HOC files."
    : " Start a new process.";
  failures.set(
    asset.unit,
    new GliaError(
      `${file} of the package ${from} cannot be loaded: NEURON in this process knows "${known}" already, as something else.${why}`,
      { code: "ERR_GLIA_LOADED" },
    ),
  );
  return false;
}

function loadLibrary(library: string): void {
  try {
    h.nrn_load_dll(library);
  } catch (cause) {
    throw new GliaError(
      `The compiled mechanisms cannot be loaded: ${(cause as Error).message}\nThey are in ${library}; glia cache clear throws them away, and they are compiled again.`,
      { cause, code: "ERR_GLIA_LOADED" },
    );
  }
}

/** Gives plain names to what is loaded, and takes those back that say no longer which one is meant. */
function giveNames(): void {
  for (const [plain, full] of given)
    if (names.alone.get(plain)?.fullName !== full) {
      removeAlias(plain);
      given.delete(plain);
    }
  for (const [plain, { fullName }] of names.alone)
    if (loaded.has(fullName) && !given.has(plain)) {
      addAlias(plain, fullName);
      given.set(plain, fullName);
    }
}

const warned = new Set<string>();

/** What does not work is told once, though nobody has asked for it yet. */
function warn({ faults }: Discovery): void {
  for (const error of [...faults.map((fault) => fault.error), ...failures.values()]) {
    if (warned.has(error.message)) continue;
    warned.add(error.message);
    process.emitWarning(error.message, { type: "GliaWarning", code: (error as { code?: string }).code ?? "ERR_GLIA" });
  }
}

/** The asset whose name it is, or to one of whose variables it belongs: `Kv`, `gbar_Kv`. */
function ownerOf<T>(name: string, known: (name: string) => T | undefined): T | undefined {
  for (let at = 0; ; at = name.indexOf("_", at) + 1) {
    const owner = known(name.slice(at));
    if (owner !== undefined) return owner;
    if (name.indexOf("_", at) < 0) return undefined;
  }
}

function assetNamed(name: string): Asset | undefined {
  return (
    names.alone.get(name) ?? discovered().assets.find(({ fullName, file }) => file !== undefined && fullName === name)
  );
}

// A name that NEURON does not know may be a mechanism's that was found, and nobody has loaded yet.
others.load = (name) => {
  if (busy || inRun() || name.startsWith("_ref_")) return false;
  discovered();
  const asset = ownerOf(name, assetNamed);
  if (asset === undefined || loaded.has(asset.fullName) || failures.has(asset.unit)) return false;
  loadNew(discovered());
  return loaded.has(asset.fullName);
};

others.why = (name) => {
  if (busy) return "";
  discovered();
  const shared = ownerOf(name, (part) => names.shared.get(part));
  if (shared !== undefined)
    return ` Several mechanisms are called ${(shared[0] as Asset).name}: ${shared.map(({ fullName }) => fullName).join(", ")}. Use one of these names.`;
  const failure = failures.get(ownerOf(name, assetNamed)?.unit ?? "");
  return failure === undefined ? "" : ` ${failure.message}`;
};
