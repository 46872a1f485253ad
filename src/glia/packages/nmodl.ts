// A light reader of NMODL: what a file declares, where, and in which words; and its renaming for compilation.
// It knows names and blocks, not semantics: the compiler is NEURON's own. Texts are read as bytes (latin1), so that
// a copy differs from the author's file in nothing but the name.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { NmodlError } from "../../core/errors.js";

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

export interface NmodlFile {
  /** The name in its NEURON block. */
  readonly name: string;
  readonly kind: MechanismKind;
  readonly title: string;
  readonly variables: readonly NmodlVariable[];
  readonly ions: readonly NmodlIon[];
  readonly currents: readonly string[];
  /** FUNCTION and PROCEDURE blocks, and FUNCTION_TABLEs. */
  readonly functions: readonly string[];
  /** Whether NetCons can deliver to it. */
  readonly receives: boolean;
  /** Files that it includes, as it writes them: of INCLUDE, and of #include in VERBATIM. */
  readonly includes: readonly string[];
  /** Variables of other mechanisms that it uses by their C names. */
  readonly external: readonly string[];
  /** Where the name stands, for its renaming; where it is missing, an empty place for "SUFFIX name". */
  readonly nameAt: { readonly start: number; readonly end: number; readonly line: number };
}

/** A file's text, byte for byte. */
export function readBytes(file: string): string {
  return readFileSync(file, "latin1");
}

/** A piece of such a text for people: UTF-8 where it is that. */
function readable(bytes: string): string {
  const text = Buffer.from(bytes, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? bytes : text;
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (text.charCodeAt(i) === 10) line++;
  return line;
}

const blank = (part: string) => part.replace(/[^\n]/g, " ");
const term = /\bREPRESENTS\s*(\[[^\]\n]*|\w+)$/;
const pieces = /"[^"\n]*"?|[:?]|[A-Za-z_]\w*/g;

/** The text with comments, VERBATIM blocks, strings and the title blanked: same length, same lines. */
export function withoutComments(text: string, file = "NMODL"): string {
  let code = "";
  let done = 0;
  const skip = (from: number, to: number) => {
    code += text.slice(done, from) + blank(text.slice(from, to));
    done = to;
    pieces.lastIndex = to;
  };
  const endOfLine = (at: number) => {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  };
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    const [word] = match;
    const { index } = match;
    if (word === "COMMENT" || word === "VERBATIM") {
      const end = new RegExp(`\\bEND${word}\\b`, "g");
      end.lastIndex = index;
      if (end.exec(text) === null)
        throw new NmodlError(`${file}:${lineOf(text, index)}: this ${word} has no END${word}.`);
      skip(index, end.lastIndex);
    } else if (word === "TITLE") skip(index, endOfLine(index));
    else if (word === "?" || word === ":") {
      // A colon is no comment in the name of an ontology's term: REPRESENTS CHEBI:29101.
      const line = text.slice(text.lastIndexOf("\n", index) + 1, index);
      if (word === ":" && term.test(line))
        skip(index, index + (/^:\w*/.exec(text.slice(index, index + 80)) as RegExpExecArray)[0].length);
      else skip(index, endOfLine(index));
    } else if (word.startsWith('"'))
      skip(index + 1, index + word.length - (word.endsWith('"') && word.length > 1 ? 1 : 0));
  }
  return code + text.slice(done);
}

interface Block {
  readonly keyword: string;
  /** What stands between keyword and brace. */
  readonly head: string;
  readonly start: number;
  readonly end: number;
}

const keywords =
  /^(NEURON|UNITS|PARAMETER|CONSTANT|ASSIGNED|STATE|INDEPENDENT|INITIAL|BREAKPOINT|BEFORE|AFTER|DERIVATIVE|KINETIC|LINEAR|NONLINEAR|DISCRETE|PARTIAL|FUNCTION|PROCEDURE|NET_RECEIVE|CONSTRUCTOR|DESTRUCTOR|DEFINE|INCLUDE|LOCAL|FUNCTION_TABLE|TERMINAL|STEPPED|UNITSON|UNITSOFF)$/;

/** The top-level blocks, and FUNCTION_TABLEs, which have no body. */
function blocks(code: string, file: string): Block[] {
  const found: Block[] = [];
  const piece = /[{}]|[A-Za-z_]\w*/g;
  let keyword = "";
  let head = 0;
  for (let match = piece.exec(code); match !== null; match = piece.exec(code)) {
    const [word] = match;
    if (word === "{") {
      const start = piece.lastIndex;
      let depth = 1;
      let at = start;
      for (; at < code.length && depth > 0; at++) {
        if (code[at] === "{") depth++;
        else if (code[at] === "}") depth--;
      }
      if (depth > 0)
        throw new NmodlError(
          `${file}:${lineOf(code, match.index)}: the block ${keyword} that begins here is never closed.`,
        );
      found.push({ keyword, head: code.slice(head, match.index), start, end: at - 1 });
      piece.lastIndex = at;
      keyword = "";
      head = at;
    } else if (keywords.test(word)) {
      keyword = word;
      head = piece.lastIndex;
      if (word === "FUNCTION_TABLE")
        found.push({ keyword, head: code.slice(head, head + 200), start: head, end: head });
    }
  }
  return found;
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

const words = (text: string) => text.match(/[A-Za-z_]\w*/g) ?? [];
const firstWord = (text: string) => /[A-Za-z_]\w*/.exec(text);

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
  const ions = ionsOf(all);
  return {
    name,
    kind,
    title: readable(/^[ \t]*TITLE[ \t]+([^\r\n]*)/m.exec(text)?.[1]?.trim() ?? ""),
    variables: variablesOf(parts, list, ions),
    ions,
    currents: list("NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT"),
    functions: inside("FUNCTION", "PROCEDURE", "FUNCTION_TABLE").flatMap(({ head }) => firstWord(head)?.[0] ?? []),
    receives: inside("NET_RECEIVE").length > 0,
    includes: [...includes.nmodl, ...includes.c],
    external: list("EXTERNAL"),
    nameAt,
  };
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

/** What a text includes: with INCLUDE, and with C's #include. */
export function includesIn(
  text: string,
  code: string = withoutComments(text),
): { readonly nmodl: string[]; readonly c: string[] } {
  const nmodl = [...code.matchAll(/\bINCLUDE\s*"/g)].map(
    ({ index, 0: whole }) => /^[^"\n]*/.exec(text.slice(index + whole.length))?.[0] ?? "",
  );
  const c = [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"/gm)].map(([, path]) => path as string);
  return { nmodl, c };
}

interface Part {
  readonly text: string;
  readonly code: string;
  readonly blocks: readonly Block[];
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

function ionsOf(all: readonly Statement[]): NmodlIon[] {
  return all
    .filter(({ keyword }) => keyword === "USEION")
    .map(({ body }) => {
      const name = firstWord(body)?.[0] ?? "";
      const list = (keyword: string) =>
        [
          ...body.matchAll(
            new RegExp(`\\b${keyword}\\b([\\s\\S]*?)(?=\\b(?:READ|WRITE|VALENCE|REPRESENTS)\\b|$)`, "g"),
          ),
        ].flatMap(([, names]) => words(names as string));
      return { name, reads: list("READ"), writes: list("WRITE") };
    });
}

interface Declaration {
  readonly block: NonNullable<NmodlVariable["block"]>;
  readonly units: string;
  readonly comment: string;
  readonly length: number;
  readonly value: number | undefined;
}

const declarationPiece =
  /([A-Za-z_]\w*)|\[\s*(\w+)\s*\]|=\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)?|\(([^()]*)\)|<[^>\n]*>|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** Units, comments, lengths and values, from PARAMETER, ASSIGNED, STATE and CONSTANT. */
function declarations(parts: readonly Part[]): Map<string, Declaration> {
  const defined = new Map(
    parts.flatMap(({ code }) =>
      [...code.matchAll(/\bDEFINE\s+(\w+)\s+(\d+)/g)].map(([, name, value]) => [name as string, Number(value)]),
    ),
  );
  const found = new Map<string, Declaration>();
  for (const { text, code, blocks: list } of parts)
    for (const block of list)
      if (
        block.keyword === "PARAMETER" ||
        block.keyword === "ASSIGNED" ||
        block.keyword === "STATE" ||
        block.keyword === "CONSTANT"
      )
        for (const [name, declaration] of declarationsIn(text, code, block, defined))
          if (!found.has(name)) found.set(name, declaration);
  return found;
}

function declarationsIn(
  text: string,
  code: string,
  block: Block,
  defined: ReadonlyMap<string, number>,
): [string, Declaration][] {
  interface Entry {
    name: string;
    units: string;
    length: number;
    value: number | undefined;
    end: number;
  }
  const entries: Entry[] = [];
  for (const match of code.slice(block.start, block.end).matchAll(declarationPiece)) {
    const [whole, name, length, value, units] = match;
    const entry = entries.at(-1);
    const end = block.start + match.index + whole.length;
    if (name !== undefined && !["FROM", "TO", "START", "WITH"].includes(name)) {
      entries.push({ name, units: "", length: 0, value: undefined, end });
      continue;
    }
    if (entry === undefined) continue;
    entry.end = end;
    if (length !== undefined) entry.length = /^\d/.test(length) ? Number(length) : (defined.get(length) ?? 1);
    if (value !== undefined) entry.value = Number(value);
    if (units !== undefined && entry.units === "") entry.units = readable(units.trim());
  }
  const keyword = block.keyword as Declaration["block"];
  return entries.map(({ name, units, length, value, end }, i) => {
    const line = text.slice(end, text.indexOf("\n", end) < 0 ? undefined : text.indexOf("\n", end));
    const next = entries[i + 1];
    const isAlone =
      (next === undefined || code.slice(end, next.end).includes("\n")) &&
      (i === 0 || code.slice((entries[i - 1] as Entry).end, end).includes("\n"));
    const comment = isAlone ? (/^[^:?]*[:?]+\s*(.*?)\s*$/.exec(line.replace(/\r/g, ""))?.[1] ?? "") : "";
    return [name, { block: keyword, units, length, value, comment: readable(comment) }];
  });
}

/** NEURON's own variables, which a mechanism declares to use them. */
const neurons = new Set(["v", "t", "dt", "celsius", "diam", "area", "L", "delta_t"]);

function variablesOf(
  parts: readonly Part[],
  list: (...keywords: string[]) => string[],
  ions: readonly NmodlIon[],
): NmodlVariable[] {
  const known = declarations(parts);
  const ofIons = new Set(ions.flatMap(({ reads, writes }) => [...reads, ...writes]));
  const found = new Map<string, NmodlVariable>();
  const add = (name: string, role: NmodlVariable["role"]) => {
    if (found.has(name)) return;
    const { units = "", comment = "", length = 0, value = undefined, block = undefined } = known.get(name) ?? {};
    found.set(name, { name, units, comment, length, role, block, value });
  };
  for (const name of list("POINTER", "BBCOREPOINTER")) add(name, "pointer");
  for (const name of list("RANDOM")) add(name, "random");
  for (const name of list("RANGE")) add(name, "range");
  for (const name of list("GLOBAL")) add(name, "global");
  // Currents and states can be read without being declared RANGE; a PARAMETER that is not RANGE is one for all.
  for (const name of list("NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT")) add(name, "range");
  for (const [name, { block }] of known) {
    if (neurons.has(name) || ofIons.has(name)) continue;
    if (block === "STATE") add(name, "range");
    else if (block === "PARAMETER") add(name, "global");
  }
  return [...found.values()];
}

/**
 * The file under another name: one word of its NEURON block is another, and so are the C names that the translation makes of it.
 * `siblings` gives the new names of the other mechanisms of its package, for EXTERNAL.
 */
export function renamed(
  text: string,
  file: NmodlFile,
  name: string,
  siblings: ReadonlyMap<string, string> = new Map(),
): string {
  if (file.kind === "functions") return text;
  const { start, end } = file.nameAt;
  let result = `${text.slice(0, start)}${start === end ? ` SUFFIX ${name} ` : name}${text.slice(end)}`;
  if (name === file.name) return result;
  // VERBATIM code may use the translation's own functions and variables of the mechanism, which bear its name.
  const own = new Set([
    ...file.functions,
    ...file.variables.map((variable) => variable.name),
    "setdata",
    "_hoc_setdata",
  ]);
  const tail = new RegExp(`\\b(\\w+)_${file.name}\\b`, "g");
  result = result.replace(/\bVERBATIM\b[\s\S]*?\bENDVERBATIM\b/g, (block) =>
    block.replace(tail, (whole, head: string) =>
      own.has(head) || own.has(head.replace(/^_hoc_/, "")) ? `${head}_${name}` : whole,
    ),
  );
  for (const external of file.external)
    for (const [sibling, full] of siblings)
      if (external.endsWith(`_${sibling}`))
        result = result.replace(new RegExp(`\\b${external}\\b`, "g"), `${external.slice(0, -sibling.length)}${full}`);
  return result;
}
