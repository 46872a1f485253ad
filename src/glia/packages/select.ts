// Which mechanism is meant by a name, and why.
import { join } from "node:path";
import { NoMatchesError, TooManyMatchesError, UnknownAssetError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import { type Asset, candidatesFor, type Discovery } from "./discover.js";
import { type Choice, type Level, levels } from "./preferences.js";

/** The candidates that are left when preferences have been applied, and which of these counted. */
interface Narrowed {
  readonly fitting: readonly Asset[];
  readonly applied: readonly Level[];
  /** The one that nothing fits. */
  readonly vain: Level | undefined;
}

const fits = (asset: Asset, choice: Choice) =>
  (choice.package === undefined || choice.package === asset.package) &&
  (choice.variant === undefined || choice.variant === asset.variant);

/**
 * Applies the preferences, the nearest first. One that contradicts a nearer one does not count; one that nothing fits at all is
 * an error, and no other package is taken in silence.
 */
function narrowed(candidates: readonly Asset[], list: readonly Level[]): Narrowed {
  let fitting = candidates;
  const applied: Level[] = [];
  for (const level of list) {
    const left = fitting.filter((asset) => fits(asset, level));
    if (left.length > 0) {
      fitting = left;
      applied.push(level);
    } else if (applied.length === 0) return { fitting: [], applied, vain: level };
  }
  return { fitting, applied, vain: undefined };
}

/** How a name was resolved. */
export interface Explanation {
  readonly asset: string;
  readonly candidates: readonly Asset[];
  readonly chosen: Asset | undefined;
  /** Why this one, or why none. */
  readonly because: string;
  readonly error: Error | undefined;
}

/** Resolves a name and says why; throws nothing but for wrong arguments. */
export function explain(discovery: Discovery, asset: string, call: Choice = {}): Explanation {
  const candidates = candidatesFor(discovery, asset);
  const failed = (error: Error): Explanation => ({
    asset,
    candidates,
    chosen: undefined,
    because: error.message,
    error,
  });
  if (candidates.length === 0) return failed(unknown(discovery, asset));
  let list: Level[];
  try {
    list = levels((candidates[0] as Asset).name, call, discovery);
  } catch (error) {
    return failed(error as Error);
  }
  // A full name says it all, and what NEURON alone has needs no choice; a preference that does not fit there is none.
  const isNamed = candidates.length === 1 && candidates[0]?.name !== asset;
  const isOnlyBuiltIn = candidates.every(({ file }) => file === undefined);
  if ((isNamed || isOnlyBuiltIn) && candidates.some((candidate) => fits(candidate, call)))
    return chosen(asset, candidates, candidates[0] as Asset, isNamed ? "it is the full name" : "NEURON has it");
  const { fitting, applied, vain } = narrowed(candidates, list);
  if (vain !== undefined) return failed(noMatch(asset, candidates, vain));
  const why = told(applied);
  if (fitting.length === 1)
    return chosen(asset, candidates, fitting[0] as Asset, candidates.length === 1 ? "it is the only one" : why);
  const packages = new Set(fitting.map((candidate) => candidate.package));
  const usual = fitting.find(({ variant }) => variant === "0");
  if (packages.size === 1 && usual !== undefined)
    return chosen(
      asset,
      candidates,
      usual,
      `${why === "" ? "" : `${why}; `}of the variants of one package, 0 is meant unless another is named`,
    );
  return failed(tooMany(asset, fitting, why));
}

function chosen(asset: string, candidates: readonly Asset[], found: Asset, because: string): Explanation {
  return { asset, candidates, chosen: found, because, error: found.fault };
}

/** The asset that is meant, or an error that lists the candidates and says how to choose. */
export function select(discovery: Discovery, asset: string, call: Choice = {}): Asset {
  const { chosen: found, error } = explain(discovery, asset, call);
  if (error !== undefined) throw error;
  return found as Asset;
}

function told(list: readonly Level[]): string {
  return list
    .map(
      ({ package: from, variant, from: who }) =>
        `${[from && `package ${from}`, variant && `variant ${variant}`].filter(Boolean).join(" and ")} (${who})`,
    )
    .join(", ");
}

const line = (asset: Asset) =>
  `  ${asset.fullName}: package ${asset.package}, variant ${asset.variant}${asset.file === undefined ? "" : `, ${asset.file}`}`;

function how(asset: string, candidates: readonly Asset[]): string {
  const { package: from, variant } = candidates[0] as Asset;
  const packages = new Set(candidates.map((candidate) => candidate.package));
  const choice = [
    packages.size > 1 && `package: "${from}"`,
    (packages.size === 1 || candidates.filter((other) => other.package === from).length > 1) && `variant: "${variant}"`,
  ]
    .filter(Boolean)
    .join(", ");
  return `Choose one for this call: g.insert(section, "${asset}", { ${choice} }); for the process: g.select("${asset}", { ${choice} }); for the project: glia select ${asset}.`;
}

function tooMany(asset: string, candidates: readonly Asset[], why: string): TooManyMatchesError {
  return new TooManyMatchesError(
    [
      `${candidates.length} mechanisms are called ${asset}${why && ` and fit ${why}`}:`,
      ...candidates.map(line),
      how(asset, candidates),
    ].join("\n"),
  );
}

function noMatch(asset: string, candidates: readonly Asset[], vain: Level): NoMatchesError {
  const hint = [
    vain.package !== undefined &&
      !candidates.some((other) => other.package === vain.package) &&
      didYouMean(
        vain.package,
        candidates.map((other) => other.package),
      ),
    vain.variant !== undefined &&
      !candidates.some(({ variant }) => variant === vain.variant) &&
      didYouMean(
        vain.variant,
        candidates.map(({ variant }) => variant),
      ),
  ].filter(Boolean);
  return new NoMatchesError(
    [`There is no ${asset} of ${told([vain])}.${hint.join("")} There is:`, ...candidates.map(line)].join("\n"),
  );
}

function unknown({ assets, faults, root }: Discovery, asset: string): UnknownAssetError {
  const names = [...new Set(assets.map(({ name }) => name))];
  const broken = faults.map(({ error }) => `  ${error.message.split("\n")[0]}`);
  return new UnknownAssetError(
    [
      `No package offers a mechanism "${asset}".${didYouMean(asset, names)}`,
      `Looked at ${join(root, "package.json")} and its dependencies. A package offers mechanisms when its package.json has the field "glia": { "mods": "folder" }.`,
      ...(broken.length > 0 ? ["Not usable:", ...broken] : []),
    ].join("\n"),
  );
}
