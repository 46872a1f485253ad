// A model in JavaScript says `import … from "nrn-patch"`: it gets this very package, whose engine runs already, wherever it lies.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PatchError } from "../core/errors.js";
import { packageRoot } from "../core/root.js";
import { UsageError } from "./command.js";
import { shortPath } from "./output.js";

type Urls = Readonly<Record<string, string>>;
type Next = (specifier: string, context: unknown) => unknown;
interface SynchronousHooks {
  registerHooks?(hooks: { resolve(specifier: string, context: unknown, next: Next): unknown }): void;
}

/** Runs a module of the user's. What it throws later than in its own lines is thrown here, too, and process.exit() ends it only. */
export async function importModel(file: string): Promise<void> {
  resolveToThis();
  const { exit } = process;
  let fail: (error: unknown) => void = () => {};
  const late = new Promise<never>((_, reject) => {
    fail = reject;
  });
  process.exit = () => {
    throw new PatchError("The model calls process.exit().", { code: "ERR_PATCH_QUIT" });
  };
  process.on("uncaughtException", fail);
  try {
    await Promise.race([import(pathToFileURL(file).href), late]);
  } catch (error) {
    if (/\.[mc]?ts$/.test(file) && untyped.has((error as { code?: string }).code ?? "")) throw needsTypes(file);
    throw error instanceof SyntaxError ? placed(error, file) : error;
  } finally {
    process.exit = exit;
    process.removeListener("uncaughtException", fail);
  }
}

/** Only Node's own check tells where it is. */
function placed(error: SyntaxError, file: string): Error {
  const { stderr } = spawnSync(process.execPath, ["--check", file], { encoding: "utf8" });
  const [where] = /^.*?SyntaxError: [^\n]*/s.exec(stderr) ?? [];
  return where === undefined ? error : new PatchError(where, { cause: error });
}

/** How Node says that it does not know what to do with types. */
const untyped = new Set(["ERR_UNKNOWN_FILE_EXTENSION", "ERR_NO_TYPESCRIPT"]);

function needsTypes(file: string): UsageError {
  return new UsageError(
    `${shortPath(file)} is TypeScript, which Node ${process.versions.node} does not run by itself. Take Node 22.18 or later, or a loader: npm install --save-dev tsx, and NODE_OPTIONS="--import tsx" before the command.`,
  );
}

function resolveToThis(): void {
  const urls = ownUrls();
  const { registerHooks } = module as SynchronousHooks;
  if (registerHooks !== undefined) {
    registerHooks({
      resolve: (specifier, context, next) =>
        Object.hasOwn(urls, specifier) ? { url: urls[specifier], shortCircuit: true } : next(specifier, context),
    });
    return;
  }
  // Node 20: hooks of `import` live in a thread of their own.
  const source = `const urls = ${JSON.stringify(urls)};
export const resolve = (specifier, context, next) =>
  Object.hasOwn(urls, specifier) ? { url: urls[specifier], shortCircuit: true } : next(specifier, context);`;
  module.register(`data:text/javascript,${encodeURIComponent(source)}`);
}

/** What the package exports, by the names under which it is imported. */
function ownUrls(): Urls {
  const { name, exports } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    name: string;
    exports: Record<string, string | { default: string }>;
  };
  return Object.fromEntries(
    Object.entries(exports).map(([key, to]) => [
      key.replace(/^\./, name),
      pathToFileURL(join(packageRoot, typeof to === "string" ? to : to.default)).href,
    ]),
  );
}
