// Compiles NMODL files into a library of mechanisms with the nrnivmodl of the engine's own NEURON; no Python takes part.

import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { EngineError } from "../core/errors.js";
import type { NeuronInstallation } from "./locate.js";

export interface Compilation {
  /** NMODL files, no two of one name. The `.inc` and `.h` files beside them travel along. */
  readonly sources: readonly string[];
  readonly installation: NeuronInstallation;
  readonly flags?: CompilationFlags;
}

export interface CompilationFlags {
  /** For the C++ compiler: `-I/opt/gsl/include`. */
  readonly compiler?: string;
  /** For the linker: `-L/opt/gsl/lib -lgsl`. */
  readonly linker?: string;
  /** Make CoreNEURON's library too, beside the other: ten times the work. */
  readonly coreneuron?: boolean;
}

/** A place where a compiler stopped. */
export interface CompilationProblem {
  /** The NMODL file. */
  readonly file: string;
  /** Its line; none where only the line of the translation is known and nothing in the file is like it. */
  readonly line: number | undefined;
  readonly text: string;
}

/** The mechanisms could not be compiled: the message names files and lines and ends with what the compilers said. */
export class CompilationError extends EngineError {
  readonly problems: readonly CompilationProblem[];

  constructor(message: string, problems: readonly CompilationProblem[] = []) {
    super(message, { code: "ERR_PATCH_COMPILE" });
    this.problems = problems;
  }
}

/** A program to run. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

const SUFFIX = process.platform === "darwin" ? "dylib" : "so";
export const LIBRARY = `libnrnmech.${SUFFIX}`;
export const CORENEURON = `libcorenrnmech.${SUFFIX}`;

/** CoreNEURON's library beside one of NEURON's, where it was made. */
export function coreLibraryBeside(library: string): string | undefined {
  const beside = join(dirname(library), CORENEURON);
  return existsSync(beside) ? beside : undefined;
}

/** The library in a folder that `compileMechanisms` made. */
export function libraryIn(folder: string): string | undefined {
  const library = join(folder, LIBRARY);
  return existsSync(library) ? library : undefined;
}

/** A short text that is another one when a source, a file beside it, the engine or a flag is. */
export function compilationHash({ sources, installation, flags = {} }: Compilation): string {
  const hash = newHash().update(settingHash(installation, flags));
  for (const [name, file] of travellers(sources)) {
    const content = readFileSync(file);
    hash.update(JSON.stringify([name, content.length])).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

// Loaded when they are needed: Node takes as long for these modules as for half of the package.
const newHash = () => process.getBuiltinModule("node:crypto").createHash("sha256");

/** The same of the engine, the machine and the flags alone. */
export function settingHash(installation: NeuronInstallation, flags: CompilationFlags = {}): string {
  const version = join(installation.include, "nrnsemanticversion.h");
  // The library has the engine's place written into it.
  const engine = [installation.library, statSync(installation.library).size, process.platform, process.arch];
  const hash = newHash().update(JSON.stringify(engine));
  hash.update(existsSync(version) ? readFileSync(version) : "");
  hash.update(JSON.stringify([flags.compiler ?? "", flags.linker ?? "", flags.coreneuron === true]));
  return hash.digest("hex").slice(0, 16);
}

/**
 * Compiles the sources, moves the library into the folder `output` and returns its path. `output` stands for its content (name it by
 * `compilationHash`): where a library lies in it already, that one is returned. The folder comes into being whole, or not at all.
 */
export function compileMechanisms({
  sources,
  output,
  installation,
  flags = {},
}: Compilation & { readonly output: string }): string {
  const folder = resolve(output);
  const there = libraryIn(folder);
  if (there !== undefined) return there;
  const files = travellers(sources);
  const tools = neededTools(installation);
  const work = realpathSync(mkdtempSync(join(tmpdir(), "nrn-patch-compile-")));
  try {
    mkdirSync(join(work, "mods"));
    for (const [name, file] of files) copyFileSync(file, join(work, "mods", name));
    const said = runCommand(nrnivmodl(work, installation, tools, flags, ["mods"]));
    const made = [LIBRARY, ...(flags.coreneuron ? [CORENEURON] : [])].map((name) => findMade(work, name));
    if (said !== undefined || made.includes(undefined)) throw explained(said ?? "", files, work);
    return moveIntoPlace(made as string[], folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** All that takes part, by the name under which it does: the sources, and the files beside them that they may include. */
function travellers(sources: readonly string[]): Map<string, string> {
  if (sources.length === 0) throw new CompilationError("There are no NMODL files to compile.");
  const files = new Map<string, string>();
  const paths = [...new Set(sources.map((source) => resolve(source)))];
  for (const path of paths) {
    const name = basename(path);
    if (!existsSync(path)) throw new CompilationError(`There is no file ${path}.`);
    if (!/^\w+\.mod$/.test(name))
      throw new CompilationError(
        `${path}: the name of an NMODL file has to be letters, digits and _, then ".mod": it becomes part of a function's name.`,
      );
    const other = files.get(name);
    if (other !== undefined) throw new CompilationError(`Two NMODL files have the same name: ${other} and ${path}.`);
    files.set(name, path);
  }
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (!/\.(inc|h)$/i.test(name) || !statSync(path).isFile()) continue;
      const other = files.get(name);
      if (other !== undefined && !readFileSync(other).equals(readFileSync(path)))
        throw new CompilationError(`Two files that differ have the same name: ${other} and ${path}.`);
      files.set(name, path);
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface Tools {
  readonly cxx: string;
  readonly cc: string;
}

/** The compilers; an error with the cure where one is missing. */
export function neededTools({ bin, root }: NeuronInstallation): Tools {
  if (!existsSync(join(bin, "nrnivmodl")))
    throw new CompilationError(`NEURON in ${root} came without nrnivmodl, so that nothing can be compiled with it.`);
  const cxx = process.env.CXX || inPath("g++", "clang++", "c++");
  const cc = process.env.CC || inPath("gcc", "clang", "cc");
  if (cxx && cc && inPath("make")) return { cxx, cc };
  const cure = process.platform === "darwin" ? "xcode-select --install" : "sudo apt-get install -y g++ make";
  const missing = [!cxx && "a C++ compiler", !cc && "a C compiler", !inPath("make") && "make"]
    .filter(Boolean)
    .join(", ");
  throw new CompilationError(`Compiling mechanisms needs ${missing}; there is none in PATH. To mend it: ${cure}`);
}

function inPath(...names: string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // The next folder may have it.
      }
    }
  }
  return undefined;
}

/** What compilers and their wrappers read; what else the caller's environment holds (MAKEFLAGS, CDPATH, Python's) only disturbs. */
const passed =
  /^(HOME|USER|TMPDIR|SDKROOT|DEVELOPER_DIR|MACOSX_DEPLOYMENT_TARGET|LD_LIBRARY_PATH|LIBRARY_PATH|(C|C_INCLUDE_|CPLUS_INCLUDE_|COMPILER_)PATH|(CCACHE|DISTCC|ICECC)_\w+)$/;

/** nrnivmodl on folders of NMODL files inside the folder `work`, where it leaves what it makes. */
export function nrnivmodl(
  work: string,
  { root }: NeuronInstallation,
  { cc, cxx }: Tools,
  flags: CompilationFlags,
  folders: readonly string[],
): Command {
  // NEURON's makefile takes a path with a blank for two: it gets one without.
  const isPlain = /^[\w/.+@=-]+$/.test(root);
  const home = isPlain ? root : join(work, "neuron");
  if (!isPlain && !existsSync(home)) symlinkSync(root, home);
  const linker = [flags.linker, isPlain ? "" : `-Wl,-rpath,'${join(root, "lib")}'`].filter(Boolean).join(" ");
  const args = [
    ...(flags.compiler ? ["-incflags", flags.compiler] : []),
    ...(linker ? ["-loadflags", linker] : []),
    ...(flags.coreneuron ? ["-coreneuron"] : []),
    ...folders,
  ];
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => passed.test(name))),
    PATH: [join(home, "bin"), process.env.PATH].join(delimiter),
    LC_ALL: "C",
    NRNHOME: home,
    CORENRNHOME: home,
    NMODLHOME: home,
    CC: cc,
    CXX: cxx,
  };
  return { file: join(home, "bin", "nrnivmodl"), args, cwd: work, env };
}

/** Runs it; what it said if it failed. */
export function runCommand({ file, args, cwd, env }: Command): string | undefined {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, signal, error, stdout, stderr } = spawnSync(file, args, {
    cwd,
    encoding: "utf8",
    env,
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status === 0) return undefined;
  return [stdout, stderr, error?.message, signal && `ended by ${signal}`].filter(Boolean).join("\n");
}

/** The file of this name that nrnivmodl left in its folder for this kind of machine. */
export function findMade(work: string, name: string): string | undefined {
  const folders = readdirSync(work).filter((folder) => folder !== "mods" && folder !== "neuron");
  return folders.map((folder) => join(work, folder, name)).find((file) => existsSync(file));
}

function moveIntoPlace(made: readonly string[], output: string): string {
  const aside = `${output}.making-${process.pid}-${Date.now().toString(36)}`;
  try {
    mkdirSync(aside, { recursive: true });
    removeLeftovers(dirname(output));
    for (const file of made) copyFileSync(file, join(aside, basename(file)));
    if (libraryIn(output) === undefined) rmSync(output, { recursive: true, force: true });
    renameSync(aside, output);
  } catch (cause) {
    rmSync(aside, { recursive: true, force: true });
    // Another process was quicker: what it made is the same.
    if (libraryIn(output) === undefined)
      throw new EngineError(`The compiled mechanisms could not be put into ${output}: ${(cause as Error).message}`, {
        cause,
      });
  }
  return join(output, LIBRARY);
}

/** What a process left that was killed between copying and renaming, an hour ago or more. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stats = /\.making-\d+-\w+$/.test(name) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (stats && Date.now() - stats.mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** nrnivmodl's words, without those about its own doings. */
const noise =
  /^(cfiles =|Mod files:|MODOBJS=|Creating '|Translating |Thread Safe$|Notice: |NOTE: If you|refer to the C\+\+ migration)|^(make(\[\d+\])?: \*\*\* Waiting| -> | => )/;

function explained(said: string, files: ReadonlyMap<string, string>, work: string): CompilationError {
  const plain = stripVTControlCharacters(said).replaceAll(`${work}/mods/`, "").replaceAll(`${work}/`, "");
  const problems = problemsIn(plain, files, work);
  const lines = essentialLines(plain).filter((line) => line !== work);
  const first = problems.map(({ file, line, text }) => `${file}${line === undefined ? "" : `:${line}`}: ${text}`);
  const names = [...new Set(problems.map(({ file }) => basename(file)))].join(", ");
  const message = [
    `${names || "The mechanisms"} could not be compiled.`,
    ...first,
    "What the compilers said:",
    ...lines.slice(-60).map((line) => `  | ${line}`),
  ];
  return new CompilationError(message.join("\n"), problems);
}

/** What is said of the files themselves. */
export function essentialLines(said: string): string[] {
  return said.split("\n").filter((line) => line.trim() !== "" && !noise.test(line));
}

/** The places that NMODL's and C++'s messages name; `files` are the authors' own, by the names under which they took part. */
export function problemsIn(said: string, files: ReadonlyMap<string, string>, work: string): CompilationProblem[] {
  const problems: CompilationProblem[] = [];
  // NMODL's: "Error: Illegal block at line 7 in file a.mod"
  for (const [, text, line, name] of said.matchAll(/^(.*) at line (\d+) in file (\S+)$/gm)) {
    const file = files.get(basename(name as string));
    if (file) problems.push({ file, line: Number(line), text: (text as string).trim().replace(/^Error: /, "") });
  }
  // C++'s: "x86_64/c.cpp:211:11: error: 'a' was not declared in this scope", of the translation.
  for (const [, cpp, line, text] of said.matchAll(/^(\S.*\.cpp):(\d+):(?:\d+:)? (?:fatal )?error: (.*)$/gm)) {
    const file = files.get(`${basename(cpp as string, ".cpp")}.mod`);
    if (file)
      problems.push({ file, line: lineLike(file, join(work, cpp as string), Number(line)), text: text as string });
  }
  return problems;
}

/** The line of the NMODL file that became this line of its translation, when just one is like it. */
function lineLike(file: string, cpp: string, line: number): number | undefined {
  if (!existsSync(cpp)) return undefined;
  const wanted = essence(readFileSync(cpp, "utf8").split("\n")[line - 1] ?? "");
  const lines = readFileSync(file, "utf8").split("\n").map(essence);
  const where = (isLike: (text: string) => boolean) =>
    lines.flatMap((text, i) => (wanted !== "" && isLike(text) ? [i + 1] : []));
  const same = where((text) => text === wanted);
  // A block that stands in one line is several in the translation.
  const found = same.length > 0 || wanted.length < 5 ? same : where((text) => text.includes(wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** A statement without what the translation adds to it. */
function essence(line: string): string {
  return line.replace(/_threadargs(comma)?_|(?<=\d)\.0\b|[\s;]/g, "");
}
