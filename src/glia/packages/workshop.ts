// The folder in which nrnivmodl works, what is put there and taken from there.
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
import { basename, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { CompileError } from "../../core/errors.js";
import { CORENEURON, type CompilationFlags, findMade, LIBRARY, nrnivmodl, type Tools } from "../../engine/compile.js";
import type { NeuronInstallation } from "../../engine/locate.js";
import { inCache, putFile, putFolder, touch } from "./cache.js";
import type { CompileOptions } from "./compile.js";
import { failuresIn, quoted } from "./diagnosis.js";
import type { Asset } from "./discover.js";
import { remember } from "./failures.js";
import type { Steps } from "./steps.js";
import type { Unit } from "./unit.js";

interface Shop {
  readonly cache: string;
  readonly installation: NeuronInstallation;
  readonly flags: CompilationFlags;
  readonly tools: Tools;
  readonly progress: NonNullable<CompileOptions["progress"]>;
}

/** A folder in which nrnivmodl works, and what is put there and taken from there. */
export class Workshop {
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
      const failed = status === 0 ? new Map<Unit, Error>() : failuresIn(said, units, { work: this.#work, cache });
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
        inCache(cache, () => remember(unit, error, cache));
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
      const source = join(mods, this.#flat(unit.folder), `${unit.name}.mod`);
      mkdirSync(dirname(source), { recursive: true });
      writeFileSync(source, unit.text, "latin1");
      utimesSync(source, old, old);
      const object = join(this.#objects, `${unit.name}.o`);
      const kept = this.#kept(unit);
      if (useObjects && !existsSync(object) && existsSync(kept)) {
        const translation = join(this.#objects, `${unit.name}.cpp`);
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
    const object = join(this.#objects, `${unit.name}.o`);
    if (!existsSync(object)) return false;
    putFile(object, this.#kept(unit));
    return true;
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
      const unit = path && units.find(({ name }) => name === basename(path).replace(/\.\w+$/, ""));
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
