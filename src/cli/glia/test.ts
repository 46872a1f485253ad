// glia test: each mechanism inserted in a section and run, in a process of their own, so that one that crashes fails alone.
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { EngineError } from "../../core/errors.js";
import { packageRoot } from "../../core/root.js";
import { count } from "../../core/words.js";
import { compileAsync } from "../../glia/packages/compile.js";
import { type Asset, candidatesFor, type Discovery, isBuiltIn } from "../../glia/packages/discover.js";
import { hiddenIn } from "../../glia/packages/members.js";
import { explain } from "../../glia/packages/select.js";
import { type Call, type Result, UsageError } from "../command.js";
import { bad, columns, good, Progress } from "../output.js";
import { withProgress } from "./compile.js";
import { assetData, discovered, fileOf, problemsOf } from "./project.js";
import type { Job, Verdict } from "./test-child.js";

export async function run(call: Call): Promise<Result> {
  const discovery = discovered(call);
  const duration = positive(call, "duration", 20);
  const timeout = positive(call, "timeout", 60);
  const assets = wanted(discovery, call.words);
  const own = discovery.assets.filter((asset) => !isBuiltIn(asset));
  // All of them, for a model loads one library.
  const { failures } = assets.every(isBuiltIn)
    ? { failures: new Map<Asset, Error>() }
    : await withProgress((progress) => compileAsync(own, { retry: true, progress }));
  const laboratory = new Laboratory(discovery.root, timeout);
  const progress = new Progress();
  const verdicts = new Map<Asset, string | undefined>();
  try {
    for (const asset of assets) {
      const failure = failures.get(asset);
      if (failure === undefined && process.stderr.isTTY) progress.show(`running ${asset.fullName}`);
      verdicts.set(asset, failure?.message ?? (await laboratory.reasonAgainst(asset, duration)));
    }
  } finally {
    progress.end();
    laboratory.close();
  }
  return report(discovery, verdicts, call.words.length === 0);
}

function positive(call: Call, name: string, otherwise: number): number {
  const text = call.value(name);
  const value = text === undefined ? otherwise : Number(text);
  if (!(value > 0 && Number.isFinite(value)))
    throw new UsageError(`glia test: --${name}: expected a number above 0, got "${text}".`);
  return value;
}

function wanted(discovery: Discovery, words: readonly string[]): Asset[] {
  if (words.length === 0) return discovery.assets.filter((asset) => !isBuiltIn(asset));
  return [
    ...new Set(
      words.flatMap((word) => {
        const candidates = candidatesFor(discovery, word);
        if (candidates.length === 0) throw explain(discovery, word).error as Error;
        return candidates;
      }),
    ),
  ];
}

function report(discovery: Discovery, verdicts: ReadonlyMap<Asset, string | undefined>, all: boolean): Result {
  const list = [...verdicts];
  const failed = list.filter(([, reason]) => reason !== undefined);
  const rows = list.map(([asset, reason]) => [
    reason === undefined ? "ok" : "failed",
    asset.name,
    asset.variant,
    asset.package,
    fileOf(asset),
  ]);
  const table = columns(rows, ["", "asset", "variant", "package", "file"], (cell, i) =>
    i !== 0 ? cell : cell === "ok" ? good(cell) : bad(cell),
  );
  const total = `${list.length - failed.length} ok, ${failed.length} failed.`;
  const reasons = failed.map(([asset, reason]) => `${asset.fullName} failed: ${reason}`);
  return {
    data: {
      assets: list.map(([asset, reason]) => ({
        ...assetData(asset),
        ok: reason === undefined,
        ...(reason !== undefined && { reason }),
      })),
    },
    text: list.length === 0 ? "There is nothing to test." : `${table}\n\n${total}`,
    problems: [
      ...reasons,
      ...(all ? problemsOf(discovery).filter((fault) => !reasons.some((reason) => reason.endsWith(fault))) : []),
    ],
  };
}

/** The process in which mechanisms run; a new one after each that failed. */
class Laboratory {
  readonly #root: string;
  readonly #timeout: number;
  #child: ChildProcess | undefined;
  #said = "";

  constructor(root: string, timeout: number) {
    this.#root = root;
    this.#timeout = timeout;
  }

  close(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  /** Why the mechanism does not work; undefined when it does. */
  async reasonAgainst(asset: Asset, duration: number): Promise<string | undefined> {
    const [hidden] = hiddenIn(asset);
    if (hidden !== undefined)
      return `nobody can read or set its ${hidden}: NEURON has a function of that name for every point process. Rename it in the file.`;
    const { fullName, kind, source } = asset;
    const { variables = [], functions = [], receives = false } = source ?? {};
    const job: Job = { fullName, kind, variables, functions: functions.map(({ name }) => name), receives, duration };
    const reason = await this.#ask(job);
    if (reason !== undefined) this.close();
    return reason;
  }

  #ask(job: Job): Promise<string | undefined> {
    const child = this.#started();
    return new Promise((done, fail) => {
      const timer = setTimeout(
        () => finish(`it has not come to an end after ${count(this.#timeout, "second")}.`),
        this.#timeout * 1000,
      );
      const heard = ({ reason, engine }: Verdict) => {
        if (engine !== undefined) fail(new EngineError(engine));
        finish(reason);
      };
      const ended = (code: number | null, signal: string | null) =>
        finish(
          [`it ends the process (${signal ?? `exit code ${code}`}).`, this.#said.trim()].filter(Boolean).join("\n"),
        );
      const finish = (reason: string | undefined): void => {
        clearTimeout(timer);
        child.off("message", heard);
        child.off("close", ended);
        done(reason);
      };
      child.on("message", heard);
      child.on("close", ended);
      this.#said = "";
      child.send(job, (error) => error && this.#child === child && child.exitCode !== null && finish(error.message));
    });
  }

  #started(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const file = join(packageRoot, "dist", "bundle", "glia-test-child.js");
    const child = fork(file, [this.#root], {
      cwd: this.#root,
      execArgv: ["--no-warnings"],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#said = (this.#said + text).slice(-2000);
      });
    this.#child = child;
    return child;
  }
}
