// Who prefers which mechanism: contexts, the process, the project's own file; from the nearest to the farthest.
import { AsyncLocalStorage } from "node:async_hooks";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { described, isPlain, text } from "../../core/arguments.js";
import { ArgumentTypeError, PackageError } from "../../core/errors.js";
import { didYouMean } from "../../core/suggest.js";
import { writeWhole } from "../../core/whole.js";
import type { Discovery } from "./discover.js";
import { parse } from "./manifest.js";

/** Which one of the assets of a name. */
export interface Choice {
  readonly package?: string | undefined;
  readonly variant?: string | undefined;
}

/** Choices for many: of one asset each, and for all others. */
export interface Preferences extends Choice {
  readonly assets?: Readonly<Record<string, Choice>>;
}

/** The root project's file, written by `glia select`: `{ "assets": { "AMPA": { "package": "…", "variant": "…" } } }`. */
export const preferenceFile = ".glia.json";

const choiceKeys = ["package", "variant"];

/** Checks a choice; `where` names the call or the file. */
export function checkChoice(where: string, choice: unknown): Choice {
  if (!isPlain(choice))
    throw new ArgumentTypeError(`${where}: expected { package, variant }, got ${described(choice)}.`);
  for (const [key, value] of Object.entries(choice)) {
    if (!choiceKeys.includes(key))
      throw new ArgumentTypeError(`${where}: unknown option "${key}".${didYouMean(key, choiceKeys)}`);
    if (value !== undefined) text(`${where}: ${key}`, value);
  }
  return choice;
}

export function checkPreferences(where: string, given: unknown): Preferences {
  if (!isPlain(given))
    throw new ArgumentTypeError(`${where}: expected { package, variant, assets }, got ${described(given)}.`);
  const { assets, ...general } = given;
  const keys = [...choiceKeys, "assets"];
  for (const key of Object.keys(general))
    if (!keys.includes(key))
      throw new ArgumentTypeError(
        `${where}: unknown option "${key}".${didYouMean(key, keys)} Choices for one asset stand under "assets".`,
      );
  checkChoice(where, general);
  if (assets === undefined) return general;
  if (!isPlain(assets))
    throw new ArgumentTypeError(
      `${where}: assets: expected an object such as { AMPA: { variant: "fast" } }, got ${described(assets)}.`,
    );
  for (const [name, choice] of Object.entries(assets)) checkChoice(`${where}: assets.${name}`, choice);
  return { ...general, assets: assets as Record<string, Choice> };
}

const contexts = new AsyncLocalStorage<readonly Preferences[]>();
const forProcess = new Map<string, Choice>();

/** Runs the function with these preferences, before those that hold already; also what it awaits. */
export function within<T>(preferences: Preferences, inside: () => T): T {
  return contexts.run([preferences, ...(contexts.getStore() ?? [])], inside);
}

/** A preference for the process; without a choice, none any more. */
export function setProcessChoice(asset: string, { package: from, variant }: Choice): void {
  generation++;
  if (from === undefined && variant === undefined) forProcess.delete(asset);
  else forProcess.set(asset, { package: from, variant });
}

/** The preferences of the project's own file. */
export function projectPreferences(root: string): Preferences {
  const file = join(root, preferenceFile);
  if (!existsSync(file)) return {};
  const json = parse(file);
  try {
    return checkPreferences(file, json);
  } catch (cause) {
    throw new PackageError((cause as Error).message, { cause });
  }
}

const projects = new WeakMap<Discovery, { readonly generation: number; readonly preferences: Preferences }>();
let generation = 0;

/** Read once for each look at the project. */
function preferencesOf(discovery: Discovery): Preferences {
  const known = projects.get(discovery);
  if (known?.generation === generation) return known.preferences;
  const preferences = projectPreferences(discovery.root);
  projects.set(discovery, { generation, preferences });
  return preferences;
}

/** Whatever the answer to a question depends on, beside the question: while it is the same, so is the answer. */
export function circumstances(): { readonly contexts: unknown; readonly generation: number } {
  return { contexts: contexts.getStore(), generation };
}

/** Writes a preference into the project's file; without a choice, takes it out. Returns the file. */
export function writeProjectChoice(root: string, asset: string, { package: from, variant }: Choice): string {
  generation++;
  const file = join(root, preferenceFile);
  const { assets = {}, ...general } = projectPreferences(root);
  const { [asset]: _, ...others } = assets;
  const chosen =
    from === undefined && variant === undefined
      ? others
      : {
          ...others,
          [asset]: { ...(from !== undefined && { package: from }), ...(variant !== undefined && { variant }) },
        };
  const sorted = Object.fromEntries(Object.entries(chosen).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (Object.keys(general).length === 0 && Object.keys(sorted).length === 0) {
    rmSync(file, { force: true });
    return file;
  }
  try {
    writeWhole(file, `${JSON.stringify({ ...general, assets: sorted }, null, 2)}\n`);
  } catch (cause) {
    throw new PackageError(`${file} cannot be written: ${(cause as Error).message}`, { cause });
  }
  return file;
}

export interface Level extends Choice {
  /** Who wants it so, for messages. */
  readonly from: string;
}

/** From the nearest to the farthest. */
export function levels(asset: string, call: Choice, discovery: Discovery): Level[] {
  const list: Level[] = [{ ...pick(call), from: "the call" }];
  for (const preferences of contexts.getStore() ?? []) list.push(...levelsOf(preferences, asset, "a context"));
  const own = forProcess.get(asset);
  if (own !== undefined) list.push({ ...own, from: "g.select" });
  list.push(...levelsOf(preferencesOf(discovery), asset, join(discovery.root, preferenceFile)));
  return list.filter((level) => level.package !== undefined || level.variant !== undefined);
}

const pick = ({ package: from, variant }: Choice): Choice => ({ package: from, variant });

function levelsOf(preferences: Preferences, asset: string, from: string): Level[] {
  const own = preferences.assets?.[asset];
  return [...(own ? [{ ...pick(own), from }] : []), { ...pick(preferences), from }];
}
