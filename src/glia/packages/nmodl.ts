// A light reader of NMODL: what a file declares, where, and in which words. It knows names and blocks, not semantics: the
// compiler is NEURON's own.
import { basename } from "node:path";
import { NmodlError } from "../../core/errors.js";
import { type Block, blocks, firstWord, includesIn, lineOf, readable, withoutComments, words } from "./nmodl-text.js";
import { type Part, variablesOf } from "./nmodl-variables.js";

/** "functions": no mechanism, but functions for HOC (`SUFFIX nothing`). */
export type MechanismKind = "density" | "point process" | "artificial cell" | "functions";

export interface NmodlVariable {
  readonly name: string;
  readonly units: string;
  /** The comment behind its declaration. */
  readonly comment: string;
  /** How many elements; 0 for a scalar. */
  readonly length: number;
  readonly role: "range" | "global" | "pointer" | "random";
  /** Where it is declared: a PARAMETER is set, a STATE is integrated, ASSIGNED is computed. */
  readonly block: "PARAMETER" | "STATE" | "ASSIGNED" | "CONSTANT" | undefined;
  /** Its value at first, where the file gives one. */
  readonly value: number | undefined;
}

export interface NmodlIon {
  readonly name: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

export interface NmodlFunction {
  readonly name: string;
  /** The names of its arguments, which are numbers; undefined where VERBATIM code takes what it is given. */
  readonly takes: readonly string[] | undefined;
}

export interface NmodlFile {
  /** The name in its NEURON block. */
  readonly name: string;
  readonly kind: MechanismKind;
  readonly title: string;
  readonly variables: readonly NmodlVariable[];
  readonly ions: readonly NmodlIon[];
  readonly currents: readonly string[];
  /** FUNCTION and PROCEDURE blocks, and FUNCTION_TABLEs. */
  readonly functions: readonly NmodlFunction[];
  /** Whether NetCons can deliver to it. */
  readonly receives: boolean;
  /** Files that it includes, as it writes them: of INCLUDE, and of #include in VERBATIM. */
  readonly includes: readonly string[];
  /** Variables of other mechanisms that it uses by their C names. */
  readonly external: readonly string[];
  /** Where the name stands, for its renaming; where it is missing, an empty place for "SUFFIX name". */
  readonly nameAt: { readonly start: number; readonly end: number; readonly line: number };
}

const statements =
  /\b(SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL|USEION|NONSPECIFIC_CURRENT|ELECTRODE_CURRENT|RANGE|GLOBAL|POINTER|BBCOREPOINTER|EXTERNAL|THREADSAFE|RANDOM|SECTION)\b/g;

interface Statement {
  readonly keyword: string;
  readonly body: string;
  /** Where the body begins. */
  readonly at: number;
}

/** The statements of a NEURON block; commas and line ends count alike in it. */
function statementsIn(code: string, { start, end }: Block): Statement[] {
  const body = code.slice(start, end);
  const heads = [...body.matchAll(statements)];
  return heads.map((head, i) => {
    const from = head.index + head[0].length;
    return { keyword: head[0], body: body.slice(from, heads[i + 1]?.index ?? body.length), at: start + from };
  });
}

/** The name of the asset and its variant as the file's name has them: `AMPA__fast.mod`. */
export function namesOf(file: string): { readonly name: string; readonly variant: string | undefined } {
  const [, name, variant] = /^(.*?)(?:__(.+))?$/.exec(basename(file).replace(/\.mod$/i, "")) as unknown as [
    string,
    string,
    string?,
  ];
  return { name, variant };
}

/** Reads a text; `file` is its name for messages. `included` gives the text of a file that it includes, where that is known. */
export function readNmodl(
  text: string,
  file: string,
  included: (path: string) => string | undefined = () => undefined,
): NmodlFile {
  const code = withoutComments(text, file);
  const own = blocks(code, file);
  const includes = includesIn(text, code);
  const parts = [{ text, code, blocks: own }, ...includedParts(includes.nmodl, included, new Set())];
  const inside = (...wanted: string[]) =>
    parts.flatMap((part) => part.blocks.filter(({ keyword }) => wanted.includes(keyword)));
  const { name, kind, nameAt, all } = naming(text, code, own, file);
  const list = (...wanted: string[]) =>
    all.filter(({ keyword }) => wanted.includes(keyword)).flatMap(({ body }) => words(body));
  const ions = once(() => ionsOf(all));
  const variables = once(() => variablesOf(parts, list, ions()));
  const functions = once(() => parts.flatMap(functionsIn));
  // A project with a hundred files is looked through for names and kinds; of few the rest is asked.
  return {
    name,
    kind,
    get title() {
      return readable(/^[ \t]*TITLE[ \t]+([^\r\n]*)/m.exec(text)?.[1]?.trim() ?? "");
    },
    get variables() {
      return variables();
    },
    get ions() {
      return ions();
    },
    get currents() {
      return list("NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT");
    },
    get functions() {
      return functions();
    },
    receives: inside("NET_RECEIVE").length > 0,
    includes: [...includes.nmodl, ...includes.c],
    external: list("EXTERNAL"),
    nameAt,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function functionsIn({ text, blocks }: Part): NmodlFunction[] {
  return blocks
    .filter(({ keyword }) => ["FUNCTION", "PROCEDURE", "FUNCTION_TABLE"].includes(keyword))
    .flatMap(({ head, start, end }) => {
      const name = firstWord(head);
      if (name === null) return [];
      const isOpen = /\b(ifarg|gargstr|chkarg|\w*_?getarg|\w+_arg)\s*\(/.test(text.slice(start, end));
      return { name: name[0], takes: isOpen ? undefined : argumentsIn(head.slice(name.index + name[0].length)) };
    });
}

/** The names in the brackets behind a function's name, without their units, which stand in brackets of their own. */
function argumentsIn(head: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [piece] of head.matchAll(/[()]|[A-Za-z_]\w*/g)) {
    if (piece === "(") depth++;
    else if (piece === ")") {
      if (--depth <= 0) break;
    } else if (depth === 0) break;
    else if (depth === 1) names.push(piece);
  }
  return names;
}

/** The mechanism's name and kind, and the statements of its NEURON block. */
function naming(text: string, code: string, own: readonly Block[], file: string) {
  const neuron = own.filter(({ keyword }) => keyword === "NEURON");
  if (neuron.length === 0)
    throw new NmodlError(
      `${file}:1: it has no NEURON block, which names a mechanism: NEURON { SUFFIX ${firstWord(namesOf(file).name)?.[0] ?? "name"} … }.`,
    );
  const all = neuron.flatMap((block) => statementsIn(code, block));
  const declared = all.filter(({ keyword }) => ["SUFFIX", "POINT_PROCESS", "ARTIFICIAL_CELL"].includes(keyword));
  if (declared.length > 1) {
    const lines = declared.map(({ at, keyword }) => `${keyword} in line ${lineOf(text, at)}`);
    throw new NmodlError(
      `${file}:${lineOf(text, (declared[1] as Statement).at)}: a file holds one mechanism, and this one names several: ${lines.join(", ")}.`,
    );
  }
  const [statement] = declared;
  if (statement === undefined) {
    // NEURON takes the file's name for the suffix then.
    const { start } = neuron[0] as Block;
    const { name } = namesOf(file);
    if (!/^[A-Za-z]\w*$/.test(name))
      throw new NmodlError(
        `${file}:${lineOf(text, start)}: its NEURON block has no SUFFIX, and the file's name is none: add SUFFIX and a name.`,
      );
    return { name, kind: "density" as const, nameAt: { start, end: start, line: lineOf(text, start) }, all };
  }
  const found = firstWord(statement.body);
  if (found === null || !/^\s*$/.test(statement.body.slice(0, found.index)))
    throw new NmodlError(`${file}:${lineOf(text, statement.at)}: ${statement.keyword} needs a name behind it.`);
  const [name] = found;
  const start = statement.at + found.index;
  const nameAt = { start, end: start + name.length, line: lineOf(text, start) };
  if (name === "nothing" && statement.keyword === "SUFFIX")
    return { name: namesOf(file).name, kind: "functions" as const, nameAt, all };
  const kind: MechanismKind =
    statement.keyword === "SUFFIX"
      ? "density"
      : statement.keyword === "POINT_PROCESS"
        ? "point process"
        : "artificial cell";
  return { name, kind, nameAt, all };
}

function includedParts(
  paths: readonly string[],
  included: (path: string) => string | undefined,
  seen: Set<string>,
): Part[] {
  return paths.flatMap((path) => {
    const text = seen.has(path) ? undefined : included(path);
    seen.add(path);
    if (text === undefined) return [];
    const code = withoutComments(text, path);
    return [{ text, code, blocks: blocks(code, path) }, ...includedParts(includesIn(text, code).nmodl, included, seen)];
  });
}

const ionKeywords = /\b(READ|WRITE|VALENCE|REPRESENTS)\b/;

function ionsOf(all: readonly Statement[]): NmodlIon[] {
  return all
    .filter(({ keyword }) => keyword === "USEION")
    .map(({ body }) => {
      const name = firstWord(body)?.[0] ?? "";
      const parts = body.split(ionKeywords);
      const list = (wanted: string) =>
        parts.flatMap((part, i) => (parts[i - 1] === wanted && i % 2 === 0 ? words(part) : []));
      return { name, reads: list("READ"), writes: list("WRITE") };
    });
}
