// Compiles the assets of a project into one library with NEURON's nrnivmodl. Objects are kept by their content, so that
// only what changed is compiled; a file that is broken costs the others nothing.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { CompileError, GliaError, NmodlError, type SourceProblem } from "../../core/errors.js";
import {
  CORENEURON,
  type Command,
  type CompilationFlags,
  essentialLines,
  findMade,
  LIBRARY,
  neededTools,
  nrnivmodl,
  problemsIn,
  settingHash,
  type Tools,
} from "../../engine/compile.js";
import { locateNeuron, type NeuronInstallation } from "../../engine/locate.js";
import { cachePath, digest, inCache, isWhole, Lock, putFile, putFolder, putText, removeOld, touch } from "./cache.js";
import { type Asset, isBuiltIn, mangled } from "./discover.js";
import { includesIn, readBytes, readNmodl, renamed } from "./nmodl.js";

export interface CompileOptions {
  readonly installation?: NeuronInstallation;
  readonly flags?: CompilationFlags;
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
  readonly failures: ReadonlyMap<Asset, Error>;
}

/** A file as it is compiled: a copy under its full name, with what it includes. */
interface Unit {
  readonly asset: Asset;
  readonly text: string;
  /** Where it lies below the folder of all copies. */
  readonly folder: string;
  /** What lies beside it, or is included: the author's files by their place below the folder of all copies. */
  readonly beside: ReadonlyMap<string, string>;
  readonly key: string;
}

/** What the steps below ask for: a program to be run, or a wait. */
type Request = { readonly command: Command; readonly heard: (line: string) => void } | { readonly sleep: number };
type Answer = { readonly status: number | null; readonly said: string } | undefined;
type Steps<T> = Generator<Request, T, Answer>;

/** The library of these assets. Those that cannot be compiled are told in `failures`, and the others are usable. */
export function compile(assets: readonly Asset[], options: CompileOptions = {}): Compiled {
  const steps = build(assets, options);
  let next = steps.next();
  while (!next.done) next = steps.next(carriedOut(next.value));
  return next.value;
}

/** The same without standing still: progress is told file by file. */
export async function compileAsync(assets: readonly Asset[], options: CompileOptions = {}): Promise<Compiled> {
  const steps = build(assets, options);
  let next = steps.next();
  while (!next.done) next = steps.next(await carriedOutLater(next.value));
  return next.value;
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
  return unitOf(asset, all, "", new Map()).key;
}

function siblingsOf(asset: Asset, all: readonly Asset[]): Map<string, string> {
  if (asset.source?.external.length === 0) return new Map();
  const own = all.filter((other) => other.package === asset.package && other.variant === asset.variant);
  return new Map(own.map(({ source, fullName }) => [source?.name ?? "", fullName]));
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
    setting,
    failures,
  );
  const folderFor = (list: readonly Unit[]) =>
    join(cache, "libraries", digest(setting, ...list.map(({ key }) => key).sort()));
  const result = (list: readonly Unit[], fresh: readonly Unit[]): Compiled => ({
    library: list.length === 0 ? undefined : join(folderFor(list), LIBRARY),
    assets: list.map(({ asset }) => asset),
    fresh: fresh.map(({ asset }) => asset),
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

function unitsOf(assets: readonly Asset[], setting: string, failures: Map<Asset, Error>): Unit[] {
  const folders = new Map<string, readonly string[]>();
  const units: Unit[] = [];
  for (const asset of assets) {
    try {
      units.push(unitOf(asset, assets, setting, folders));
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
  const key = digest(setting, asset.unit, text, ...contents);
  return { asset, text, folder: join(root, "mods"), beside, key };
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

interface Shop {
  readonly cache: string;
  readonly installation: NeuronInstallation;
  readonly flags: CompilationFlags;
  readonly tools: Tools;
  readonly progress: NonNullable<CompileOptions["progress"]>;
}

/** A folder in which nrnivmodl works, and what is put there and taken from there. */
class Workshop {
  readonly #shop: Shop;
  readonly #work: string;
  readonly #objects: string;
  #isClosed = false;

  constructor(shop: Shop) {
    this.#shop = shop;
    this.#work = inTemporary(() => realpathSync(mkdtempSync(join(tmpdir(), "glia-compile-"))));
    this.#objects = join(this.#work, architecture(shop.installation));
    process.on("exit", this.#leave);
  }

  readonly #leave = (): void => this.close();

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    process.removeListener("exit", this.#leave);
    rmSync(this.#work, { recursive: true, force: true });
  }

  /** Compiles until a library is there of all that can be compiled. */
  *make(
    all: readonly Unit[],
    failures: Map<Asset, Error>,
    isThere: (units: readonly Unit[]) => boolean,
    folderFor: (units: readonly Unit[]) => string,
  ): Steps<{ good: readonly Unit[]; fresh: readonly Unit[] }> {
    const { cache, progress } = this.#shop;
    let units = all;
    let useObjects = true;
    const fresh = new Set<Unit>();
    while (units.length > 0 && !isThere(units)) {
      const known = inTemporary(() => this.#fill(units, useObjects));
      const missing = units.filter((unit) => !known.has(unit));
      if (missing.length > 0) progress({ step: "begin", asset: undefined, done: 0, total: missing.length });
      const { status, said } = yield* this.#run(units, missing.length);
      const failed = status === 0 ? new Map<Unit, Error>() : this.#failuresIn(said, units);
      inCache(cache, () => {
        for (const unit of missing) if (!failed.has(unit) && this.#keep(unit)) fresh.add(unit);
      });
      if (status === 0) {
        const made = [LIBRARY, ...(this.#shop.flags.coreneuron ? [CORENEURON] : [])].map((name) =>
          findMade(this.#work, name),
        );
        if (made.includes(undefined))
          throw new CompileError(`nrnivmodl ended well, but there is no ${LIBRARY}.\n${quoted(said)}`);
        inCache(cache, () =>
          putFolder(made as string[], folderFor(units), { assets: units.map(({ asset }) => asset.unit) }),
        );
        break;
      }
      if (failed.size === 0) {
        // No file is named: an object of the cache may be damaged. Then all is compiled anew, once.
        if (known.size === 0 || !useObjects)
          throw new CompileError(`The mechanisms could not be compiled.\n${quoted(said)}`);
        useObjects = false;
      }
      for (const [unit, error] of failed) {
        failures.set(unit.asset, error);
        inCache(cache, () => this.#remember(unit, error));
      }
      units = units.filter((unit) => !failed.has(unit));
    }
    return { good: units, fresh: [...fresh] };
  }

  /** Puts sources and known objects in place; returns those whose object is known. */
  #fill(units: readonly Unit[], useObjects: boolean): Set<Unit> {
    const mods = join(this.#work, "mods");
    rmSync(mods, { recursive: true, force: true });
    // CoreNEURON's tool takes whatever lies in its folder.
    rmSync(join(this.#objects, "corenrn"), { recursive: true, force: true });
    mkdirSync(this.#objects, { recursive: true });
    if (!useObjects)
      for (const name of readdirSync(this.#objects))
        rmSync(join(this.#objects, name), { recursive: true, force: true });
    const known = new Set<Unit>();
    // make looks at the times: what is known is newer than its source and than the translator.
    const old = new Date(1e12);
    const recent = new Date(
      Math.max(Date.now() - 1000, statSync(join(this.#shop.installation.bin, "nocmodl")).mtimeMs),
    );
    for (const unit of units) {
      for (const [to, from] of unit.beside) put(from, join(mods, this.#flat(to)));
      const source = join(mods, this.#flat(unit.folder), `${unit.asset.unit}.mod`);
      mkdirSync(dirname(source), { recursive: true });
      writeFileSync(source, unit.text, "latin1");
      utimesSync(source, old, old);
      const object = join(this.#objects, `${unit.asset.unit}.o`);
      const kept = this.#kept(unit);
      if (useObjects && !existsSync(object) && existsSync(kept)) {
        const translation = join(this.#objects, `${unit.asset.unit}.cpp`);
        copyFileSync(kept, object);
        writeFileSync(translation, "// compiled before\n");
        utimesSync(translation, recent, recent);
        utimesSync(object, recent, recent);
        touch(kept);
      }
      if (existsSync(object)) known.add(unit);
    }
    return known;
  }

  /** CoreNEURON's tool takes one folder only. */
  #flat(path: string): string {
    return this.#shop.flags.coreneuron ? path.replace(/^[^/\\]+/, "all") : path;
  }

  #kept(unit: Unit): string {
    return join(this.#shop.cache, "objects", `${unit.key}.o`);
  }

  #keep(unit: Unit): boolean {
    const object = join(this.#objects, `${unit.asset.unit}.o`);
    if (!existsSync(object)) return false;
    putFile(object, this.#kept(unit));
    return true;
  }

  /** So that a start does not try again, each time, what the file's author has to mend. */
  #remember(unit: Unit, error: Error): void {
    if (!(error instanceof CompileError) || !error.problems.some(({ line }) => line !== undefined)) return;
    if (/No such file|No space|cannot allocate|Killed|fatal error|multiple definition/i.test(error.message)) return;
    putText(JSON.stringify({ message: error.message, problems: error.problems }), failureOf(unit, this.#shop.cache));
  }

  *#run(units: readonly Unit[], total: number): Steps<{ status: number | null; said: string }> {
    const { installation, tools, flags, progress } = this.#shop;
    const folders = [...new Set(units.map(({ folder }) => join("mods", this.#flat(folder))))];
    // What is nowhere defined is told when it is linked, with its file, and not when a model loads the library.
    const strict = process.platform === "linux" && !flags.coreneuron ? ["-Wl,-z,defs"] : [];
    const linker = [flags.linker, ...strict].filter(Boolean).join(" ");
    const command = nrnivmodl(this.#work, installation, tools, { ...flags, ...(linker && { linker }) }, folders);
    // -k: all that is broken is found in one go; -O: the messages of one file stand together.
    const env = { ...command.env, MAKEFLAGS: process.platform === "linux" ? "k -Otarget" : "k" };
    let done = 0;
    const heard = (line: string) => {
      const [, what, path] = /(NMODL|Compiling|LINKING)\s+(\S+)/.exec(stripVTControlCharacters(line)) ?? [];
      if (what === "LINKING") progress({ step: "linking", asset: undefined, done: total, total });
      const unit = path && units.find(({ asset }) => asset.unit === basename(path).replace(/\.\w+$/, ""));
      if (unit && what)
        progress({
          step: what === "NMODL" ? "translating" : "compiling",
          asset: unit.asset,
          done: what === "NMODL" ? done : ++done,
          total,
        });
    };
    const answer = yield { command: { ...command, env }, heard };
    return answer as { status: number | null; said: string };
  }

  /** What nrnivmodl said, file by file. */
  #failuresIn(said: string, units: readonly Unit[]): Map<Unit, Error> {
    const plain = stripVTControlCharacters(said);
    if (/No space left on device|Disk quota exceeded/.test(plain))
      throw new CompileError(
        `The disk is full: make room in ${tmpdir()} (or set TMPDIR), and in ${this.#shop.cache} (or set PATCH_CACHE).\n${quoted(plain)}`,
      );
    const byName = new Map(units.map((unit) => [unit.asset.unit, unit]));
    const failed = new Map<Unit, Error>();
    const pieces = new Map<Unit, string>();
    const names = [
      ...plain.matchAll(/^make(?:\[\d+\])?: \*\*\* \[.*?\b(\w+)\.(?:o|cpp)\] (?:Error|Killed|Terminated|Segm|Abort)/gm),
    ].map(([, name]) => name as string);
    for (const name of names) {
      const unit = byName.get(name);
      if (unit !== undefined) pieces.set(unit, this.#pieceOf(plain, name));
    }
    for (const [name, text] of linkerSays(plain)) {
      const unit = byName.get(name);
      if (unit !== undefined && !pieces.has(unit)) pieces.set(unit, text);
    }
    for (const [unit, text] of pieces) failed.set(unit, this.#error(unit, text, byName));
    return failed;
  }

  /** What was said of one file: from make's first word of it up to its failure. */
  #pieceOf(said: string, name: string): string {
    const lines = said.split("\n");
    const end = lines.findIndex((line) => /^make.*\*\*\*/.test(line) && line.includes(`${name}.`));
    let start = end;
    while (start > 0 && !/^make.*\*\*\*|^ (->|=>)/.test(lines[start - 1] as string)) start--;
    return lines.slice(start, end).join("\n");
  }

  #error({ asset, beside }: Unit, said: string, byName: ReadonlyMap<string, Unit>): CompileError {
    const own = asset.file as string;
    const files = new Map<string, string>([...beside.values()].map((path) => [basename(path), path]));
    for (const [name, unit] of byName) files.set(`${name}.mod`, unit.asset.file as string);
    const toAuthor = (text: string) => {
      let plain = text.replaceAll(`${this.#work}/`, "").replaceAll("../", "");
      for (const [name, unit] of byName)
        if (plain.includes(name)) {
          plain = plain.replaceAll(`${name}.mod`, basename(unit.asset.file as string));
          if (!unit.asset.plain) plain = plain.replaceAll(`_${name}`, `_${unit.asset.source?.name}`);
        }
      return plain;
    };
    const plain = stripVTControlCharacters(said).replaceAll(`${this.#work}/`, "");
    const found = problemsIn(plain, files, this.#work);
    const problems: SourceProblem[] = found.map((problem) => ({ ...problem, text: toAuthor(problem.text) }));
    if (found.length === 0)
      problems.push(
        linkerProblem(own, plain) ?? {
          file: own,
          line: undefined,
          text: toAuthor(essentialLines(plain)[0] ?? "its compiler failed"),
        },
      );
    const places = problems.map(({ file, line, text }) => `${file}${line === undefined ? "" : `:${line}`}: ${text}`);
    const message = [
      `${asset.name} of the package ${asset.package} could not be compiled.`,
      ...places,
      quoted(toAuthor(plain)),
    ].join("\n");
    return new CompileError(message, { problems });
  }
}

/** What the linker says of objects: what they lack, and what another one has too. */
function linkerSays(said: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, line: string) =>
    found.set(name, `${found.has(name) ? `${found.get(name)}\n` : ""}${line}`);
  for (const line of said.split("\n")) {
    const [, name] =
      /(\w+)\.(?:o|cpp):.*(?:undefined reference to|multiple definition of)/.exec(line) ??
      /\bin (\w+)\.o\b/.exec(line) ??
      [];
    if (name !== undefined)
      add(
        name,
        line
          .trim()
          .replace(/^\S*ld: /, "")
          .replace(/\(\.[\w.]+\+0x[0-9a-f]+\)/g, ""),
      );
  }
  return found;
}

/** The place of what the linker complains of: where the file mentions it first. */
function linkerProblem(file: string, said: string): SourceProblem | undefined {
  const [, what, name = ""] = /(undefined reference to|multiple definition of) [`']([A-Za-z_]\w*)/.exec(said) ?? [];
  if (what === undefined) return undefined;
  const at = readBytes(file)
    .split("\n")
    .findIndex((text) => new RegExp(`\\b${name}\\b`).test(text));
  const text = what.startsWith("undefined")
    ? `${name} is defined nowhere`
    : `${name} is defined by another file too: declare it static`;
  return { file, line: at < 0 ? undefined : at + 1, text };
}

function quoted(said: string): string {
  const lines = essentialLines(stripVTControlCharacters(said));
  return lines.length === 0
    ? ""
    : ["What the compilers said:", ...lines.slice(-40).map((line) => `  | ${line}`)].join("\n");
}

function put(from: string, to: string): void {
  if (existsSync(to)) {
    if (readFileSync(to).equals(readFileSync(from))) return;
    throw new CompileError(
      `For CoreNEURON all files lie in one folder, and two that differ have the same name there: ${from} is one of them. Rename it.`,
    );
  }
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** The name of the folder in which this NEURON's nrnivmodl works. */
function architecture({ bin }: NeuronInstallation): string {
  const name = /^MODSUBDIR=(\S+)/m.exec(readFileSync(join(bin, "nrnivmodl"), "utf8"))?.[1];
  return name !== undefined && /^\w+$/.test(name) ? name : process.arch === "arm64" ? "arm64" : "x86_64";
}

/** Where it is noted that a file cannot be compiled; its message names the file by its place. */
function failureOf({ asset, key }: Unit, cache: string): string {
  return join(cache, "failures", `${digest(key, asset.file as string)}.json`);
}

function withoutFailed(units: readonly Unit[], cache: string, failures: Map<Asset, Error>): Unit[] {
  return units.filter((unit) => {
    const file = failureOf(unit, cache);
    if (!existsSync(file)) return true;
    try {
      const { message, problems } = JSON.parse(readFileSync(file, "utf8")) as {
        message: string;
        problems: SourceProblem[];
      };
      failures.set(unit.asset, new CompileError(message, { problems }));
      return false;
    } catch {
      return true; // not readable: it is tried again
    }
  });
}

function inTemporary<T>(action: () => T): T {
  try {
    return action();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const why = code === "ENOSPC" || code === "EDQUOT" ? "the disk is full" : message;
    throw new CompileError(
      `Mechanisms are compiled in ${tmpdir()}, and ${why}. Make room there, or set TMPDIR to another folder.`,
      { cause },
    );
  }
}

function carriedOut(request: Request): Answer {
  if ("sleep" in request) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, request.sleep);
    return undefined;
  }
  const { file, args, cwd, env } = request.command;
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, error, stdout, stderr } = spawnSync(file, args, {
    cwd,
    env,
    encoding: "latin1",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) throw new CompileError(`nrnivmodl could not be run: ${error.message}`, { cause: error });
  return { status, said: `${stdout}\n${stderr}` };
}

function carriedOutLater(request: Request): Promise<Answer> {
  if ("sleep" in request) return new Promise((done) => setTimeout(done, request.sleep, undefined));
  const { file, args, cwd, env } = request.command;
  const { spawn } = process.getBuiltinModule("node:child_process");
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      let rest = "";
      child[name].setEncoding("latin1").on("data", (text: string) => {
        texts[name] += text;
        const lines = (rest + text).split("\n");
        rest = lines.pop() as string;
        for (const line of lines) request.heard(line);
      });
    }
    child.on("error", (cause) => fail(new CompileError(`nrnivmodl could not be run: ${cause.message}`, { cause })));
    child.on("close", (status) => done({ status, said: `${texts.stdout}\n${texts.stderr}` }));
  });
}
