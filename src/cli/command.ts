// A program of verbs: one table says what each takes, and its help and its checks are made from that.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PatchError } from "../core/errors.js";
import { packageRoot } from "../core/root.js";
import { didYouMean } from "../core/suggest.js";
import { columns, strong, wrapped } from "./output.js";

export const failure = 1;
export const usage = 2;

export interface Option {
  /** What stands behind it, for help: "FOLDER"; an option without one is a switch. */
  readonly value?: string;
  readonly help: string;
}

export interface Verb {
  readonly summary: string;
  /** As help writes them: `ASSET`, `[ASSET…]`. */
  readonly takes?: readonly string[];
  readonly options?: Readonly<Record<string, Option>>;
  /** More lines of help. */
  readonly more?: string;
  /** It runs programs of others: the process ends with it, whatever they have left running. */
  readonly ends?: boolean;
  /** Loaded when it is called: other verbs do not wait for what this one needs. */
  readonly load: () => Promise<{ readonly run: (call: Call) => Result | Promise<Result> }>;
}

export interface Program {
  readonly name: string;
  readonly summary: string;
  /** Options of every verb. */
  readonly common: Readonly<Record<string, Option>>;
  readonly verbs: Readonly<Record<string, Verb>>;
}

export interface Call {
  readonly words: readonly string[];
  /** An option's value. */
  value(name: string): string | undefined;
  has(name: string): boolean;
  /** All options with a value as they were given, in their order: those that may be given several times. */
  readonly inOrder: readonly (readonly [name: string, value: string])[];
  /** Whether a program reads what is printed. */
  readonly json: boolean;
}

/** What a verb has found or done. */
export interface Result {
  /** For programs. */
  readonly data: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly text: string;
  /** What is not well: told on the error stream, and the exit code is 1. */
  readonly problems?: readonly string[];
  /** The verb had to print it before its end. */
  readonly isPrinted?: boolean;
}

/** The command was not written as it should be: exit code 2. */
export class UsageError extends Error {}

const always: Readonly<Record<string, Option>> = {
  json: { help: "prints JSON, for programs" },
  help: { help: "prints this" },
};

/** Runs the program with these arguments, prints, and sets the exit code. */
export async function main(program: Program, args: readonly string[]): Promise<void> {
  // Who reads only the first lines has had enough: `glia list | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`${program.name}: what was to be printed could not be: ${error.message}.\n`);
    process.exit(failure);
  });
  try {
    process.exitCode = await called(program, args);
  } catch (error) {
    process.exitCode = error instanceof UsageError ? usage : failure;
    tell(program, error, args.includes("--json"));
  }
  if (Object.hasOwn(program.verbs, args[0] ?? "") && program.verbs[args[0] as string]?.ends) await end();
}

/** Ends the process once all is written. */
async function end(): Promise<void> {
  // What could not be written is told of a turn later.
  await new Promise((turn) => setImmediate(turn));
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((written) => {
      if (stream.writableLength === 0 || stream.destroyed) written();
      else stream.write("", () => written());
    });
  process.exit();
}

async function called(program: Program, args: readonly string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === "--version") return print(ownVersion());
  if (first === undefined) throw new UsageError(helpOf(program));
  if (first === "--help" || first === "-h" || first === "help")
    return print(rest[0] === undefined ? helpOf(program) : helpOfVerb(program, rest[0]));
  const verb = verbNamed(program, first);
  const call = parsed(program, first, verb, rest);
  if (call.has("help")) return print(helpOfVerb(program, first));
  checkWords(program, first, verb, call.words);
  const { run } = await verb.load();
  const { data, text, problems = [], isPrinted = false } = await run(call);
  if (isPrinted) return 0;
  if (call.json) print(JSON.stringify({ ...data, problems }, null, 2));
  else {
    if (text !== "") print(text);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
  }
  return problems.length === 0 ? 0 : failure;
}

function print(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

function tell(program: Program, error: unknown, json: boolean): void {
  const isOurs =
    error instanceof UsageError || error instanceof PatchError || (error as { code?: unknown }).code !== undefined;
  const message = error instanceof Error ? (isOurs ? error.message : stackOf(error)) : String(error);
  if (json) {
    const { code = error instanceof UsageError ? "USAGE" : undefined, problems } = error as {
      code?: string;
      problems?: unknown;
    };
    print(JSON.stringify({ error: { code, message, problems } }, null, 2));
  } else process.stderr.write(`${error instanceof UsageError ? "" : `${program.name}: `}${message}\n`);
}

/** Down to the model's own file: below it are the loader of modules and this command. */
function stackOf({ stack, message }: Error): string {
  return (stack ?? message).replace(/\n +at (?:async )?Module(?:Job|Loader)\b.*/s, "");
}

function verbNamed(program: Program, name: string): Verb {
  const verb = Object.hasOwn(program.verbs, name) ? program.verbs[name] : undefined;
  if (verb !== undefined) return verb;
  const names = Object.keys(program.verbs);
  const what = name.startsWith("-")
    ? `${program.name}: the verb comes first, then its options; ${name} is none.`
    : `${program.name}: there is no verb "${name}".${didYouMean(name, names)}`;
  throw new UsageError(`${what} It has: ${names.join(", ")}. More: ${program.name} --help`);
}

function parsed(program: Program, name: string, verb: Verb, args: readonly string[]): Call {
  const known: Readonly<Record<string, Option>> = { ...verb.options, ...program.common, ...always };
  const where = `${program.name} ${name}`;
  const options = Object.fromEntries(
    Object.entries(known).map(([key, { value }]) => [
      key,
      { type: value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: "boolean", short: "h" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const inOrder: [string, string][] = [];
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) {
      const names = Object.keys(known).map((key) => `--${key}`);
      throw new UsageError(
        `${where}: unknown option ${token.rawName}.${didYouMean(token.rawName, names)} More: ${where} --help`,
      );
    }
    if (option.value === undefined && token.value !== undefined)
      throw new UsageError(`${where}: --${token.name} takes no value.`);
    if (option.value !== undefined && (token.value === undefined || token.value === ""))
      throw new UsageError(`${where}: --${token.name} needs a value: --${token.name} ${option.value}.`);
    // Without "=", what looks like an option (and not like -65) is one whose value was forgotten before.
    if (option.value !== undefined && token.inlineValue === false && /^-(?![\d.])/.test(token.value ?? ""))
      throw new UsageError(
        `${where}: --${token.name} needs a value, and ${token.value} looks like an option: --${token.name}=${token.value} if it is meant.`,
      );
    values.set(token.name, token.value ?? "");
    if (option.value !== undefined) inOrder.push([token.name, token.value as string]);
  }
  return {
    words: positionals,
    value: (key) => values.get(key),
    has: (key) => values.has(key),
    json: values.has("json"),
    inOrder,
  };
}

function checkWords(program: Program, name: string, { takes = [] }: Verb, words: readonly string[]): void {
  const where = `${program.name} ${name}`;
  const needed = takes.filter((word) => !word.startsWith("["));
  const most = takes.some((word) => word.includes("…")) ? Number.POSITIVE_INFINITY : takes.length;
  if (words.length < needed.length)
    throw new UsageError(`${where}: ${needed[words.length]} is missing. Usage: ${where} ${takes.join(" ")}`);
  if (words.length > most)
    throw new UsageError(
      `${where}: "${words[most]}" is too much. Usage: ${[where, ...takes].join(" ")}. More: ${where} --help`,
    );
}

function helpOf({ name, summary, verbs, common }: Program): string {
  const list = Object.entries(verbs).map(([verb, { takes = [], summary: what }]) => [
    `  ${[verb, ...takes].join(" ")}`,
    what,
  ]);
  return [
    summary,
    "",
    `${strong("Usage:")} ${name} VERB [OPTIONS]`,
    "",
    columns(list),
    "",
    optionHelp({ ...common, ...always }),
    "",
    wrapped(
      `${name} VERB --help tells more. The exit code is 0 when all is well, 1 when something is not, 2 when the command was not understood.`,
    ),
  ].join("\n");
}

function helpOfVerb(program: Program, name: string): string {
  const { takes = [], summary, options = {}, more } = verbNamed(program, name);
  return [
    `${strong("Usage:")} ${[program.name, name, ...takes].join(" ")} [OPTIONS]`,
    "",
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    ...(more === undefined ? [] : ["", wrapped(more)]),
    "",
    optionHelp({ ...options, ...program.common, ...always }),
  ].join("\n");
}

function optionHelp(options: Readonly<Record<string, Option>>): string {
  return columns(
    Object.entries(options).map(([key, { value, help }]) => [
      `  --${key}${value === undefined ? "" : ` ${value}`}`,
      help,
    ]),
  );
}

/** The package's own version. */
export function ownVersion(): string {
  const file = join(packageRoot, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
