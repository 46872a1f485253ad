// A light reader of NMODL: what a file declares, where, and in which words; and its renaming for compilation.
// It knows names and blocks, not semantics: the compiler is NEURON's own.
import { NmodlError } from "../../core/errors.js";

export type MechanismKind = "density" | "point process" | "artificial cell";

export interface NmodlVariable {
  readonly name: string;
  readonly units: string;
  /** The comment behind its declaration. */
  readonly comment: string;
  /** How many elements; 0 for a scalar. */
  readonly length: number;
  readonly role: "range" | "global" | "pointer" | "random";
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
  /** FUNCTION and PROCEDURE blocks. */
  readonly functions: readonly string[];
  /** Whether NetCons can deliver to it. */
  readonly receives: boolean;
  /** Files that it includes. */
  readonly includes: readonly string[];
  /** Where the name stands, for its renaming. */
  readonly nameAt: { readonly start: number; readonly end: number; readonly line: number };
}

/** The text with comments, VERBATIM blocks and the title blanked: same length, same lines. */
export function withoutComments(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, " ");
  return text
    .replace(/\bCOMMENT\b[\s\S]*?\bENDCOMMENT\b/g, blank)
    .replace(/\bVERBATIM\b[\s\S]*?\bENDVERBATIM\b/g, blank)
    .replace(/^[ \t]*TITLE\b[^\n]*/gm, blank)
    .replace(/[:?][^\n]*/g, blank);
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (text.charCodeAt(i) === 10) line++;
  return line;
}

interface Block {
  readonly keyword: string;
  readonly head: string;
  readonly start: number;
  readonly end: number;
}

/** The top-level blocks: keyword, what stands before the brace, and what is inside. */
function blocks(code: string, file: string): Block[] {
  const found: Block[] = [];
  const opening = /\b([A-Z_]{2,})\b([^{}]*)\{/g;
  for (let match = opening.exec(code); match !== null; match = opening.exec(code)) {
    let depth = 1;
    let at = opening.lastIndex;
    for (; at < code.length && depth > 0; at++) {
      if (code[at] === "{") depth++;
      else if (code[at] === "}") depth--;
    }
    if (depth > 0) throw new NmodlError(`${file}:${lineOf(code, match.index)}: the block ${match[1]} is never closed.`);
    found.push({ keyword: match[1] as string, head: match[2] as string, start: opening.lastIndex, end: at - 1 });
    opening.lastIndex = at;
  }
  return found;
}

const statement = (keyword: string) => new RegExp(`\\b${keyword}\\b([^\\n]*(?:,\\s*\\n[^\\n]*)*)`, "g");

function names(body: string, keyword: string): string[] {
  return [...body.matchAll(statement(keyword))].flatMap(([, list]) => [...(list as string).matchAll(/[A-Za-z_]\w*/g)].map(([name]) => name));
}

/** Reads a file; `file` is its name for messages. */
export function readNmodl(text: string, file: string): NmodlFile {
  const code = withoutComments(text);
  const parts = blocks(code, file);
  const neuron = parts.filter(({ keyword }) => keyword === "NEURON");
  if (neuron.length === 0) throw new NmodlError(`${file}: it has no NEURON block.`);
  const { start, end } = neuron[0] as Block;
  const body = code.slice(start, end);
  const declared = [...body.matchAll(/\b(SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL)\s+([A-Za-z_]\w*)/g)];
  if (declared.length !== 1)
    throw new NmodlError(
      `${file}:${lineOf(code, start)}: its NEURON block needs one of SUFFIX, POINT_PROCESS or ARTIFICIAL_CELL with a name, and has ${declared.length}.`,
    );
  const [whole, keyword, name] = declared[0] as unknown as [string, string, string];
  const at = start + (declared[0]?.index ?? 0) + whole.length - name.length;
  const inside = (wanted: string) => parts.filter((block) => block.keyword === wanted);
  return {
    name,
    kind: keyword === "SUFFIX" ? "density" : keyword === "POINT_PROCESS" ? "point process" : "artificial cell",
    title: /^[ \t]*TITLE[ \t]+([^\n]*)/m.exec(text)?.[1]?.trim() ?? "",
    variables: variablesOf(text, code, body, parts),
    ions: ionsOf(body),
    currents: [...names(body, "NONSPECIFIC_CURRENT"), ...names(body, "ELECTRODE_CURRENT")],
    functions: [...inside("FUNCTION"), ...inside("PROCEDURE")].map(({ head }) => /[A-Za-z_]\w*/.exec(head)?.[0] ?? "").filter(Boolean),
    receives: inside("NET_RECEIVE").length > 0,
    includes: [...code.matchAll(/\bINCLUDE\s+"([^"]+)"/g)].map(([, path]) => path as string),
    nameAt: { start: at, end: at + name.length, line: lineOf(code, at) },
  };
}

function ionsOf(body: string): NmodlIon[] {
  const found: NmodlIon[] = [];
  for (const [, name, rest] of body.matchAll(/\bUSEION\s+([A-Za-z_]\w*)([^\n]*(?:,\s*\n[^\n]*)*)/g)) {
    const list = (keyword: string) =>
      new RegExp(`\\b${keyword}\\s+((?:[A-Za-z_]\\w*\\s*,?\\s*)+?)(?=\\bREAD\\b|\\bWRITE\\b|\\bVALENCE\\b|$)`)
        .exec(rest as string)?.[1]
        ?.match(/[A-Za-z_]\w*/g) ?? [];
    found.push({ name: name as string, reads: list("READ"), writes: list("WRITE") });
  }
  return found;
}

interface Declaration {
  readonly units: string;
  readonly comment: string;
  readonly length: number;
}

/** Units, comments and lengths, from PARAMETER, ASSIGNED and STATE; the comment is read from the text itself. */
function declarations(text: string, code: string, parts: readonly Block[]): Map<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const { keyword, start, end } of parts) {
    if (!["PARAMETER", "ASSIGNED", "STATE", "CONSTANT"].includes(keyword)) continue;
    let at = start;
    for (const line of code.slice(start, end).split("\n")) {
      const comment = /[:?]\s*(.*)$/.exec(text.slice(at, at + line.length))?.[1]?.trim() ?? "";
      const entries = [...line.matchAll(/([A-Za-z_]\w*)\s*(?:\[\s*(\d+)\s*\])?\s*(?:=\s*[-+.\deE]+)?\s*(?:\(([^)]*)\))?/g)];
      for (const [, name, length, units] of entries)
        if (!["FROM", "TO", "START", "METHOD"].includes(name as string))
          found.set(name as string, { units: units?.trim() ?? "", comment: entries.length === 1 ? comment : "", length: Number(length ?? 0) });
      at += line.length + 1;
    }
  }
  return found;
}

function variablesOf(text: string, code: string, body: string, parts: readonly Block[]): NmodlVariable[] {
  const known = declarations(text, code, parts);
  const seen = new Set<string>();
  const list: NmodlVariable[] = [];
  const add = (name: string, role: NmodlVariable["role"]) => {
    if (seen.has(name)) return;
    seen.add(name);
    const { units = "", comment = "", length = 0 } = known.get(name) ?? {};
    list.push({ name, units, comment, length, role });
  };
  for (const name of names(body, "POINTER")) add(name, "pointer");
  for (const name of names(body, "BBCOREPOINTER")) add(name, "pointer");
  for (const name of names(body, "RANDOM")) add(name, "random");
  for (const name of names(body, "RANGE")) add(name, "range");
  for (const name of names(body, "GLOBAL")) add(name, "global");
  // States, and currents of the mechanism itself, can be read without being declared RANGE.
  for (const { keyword, start, end } of parts)
    if (keyword === "STATE")
      for (const [, name] of code.slice(start, end).matchAll(/([A-Za-z_]\w*)\s*(?:\[[^\]]*\])?\s*(?:\([^)]*\))?/g))
        if (!["FROM", "TO", "START"].includes(name as string)) add(name as string, "range");
  return list;
}

/** The file under another name: one word of its NEURON block is another, and so are the functions of C that bear it. */
export function renamed(text: string, file: NmodlFile, name: string): string {
  const replaced = text.slice(0, file.nameAt.start) + name + text.slice(file.nameAt.end);
  // VERBATIM code may call the translation's own functions of the mechanism, which bear its name.
  return replaced.replace(/\bVERBATIM\b[\s\S]*?\bENDVERBATIM\b/g, (block) =>
    block.replace(new RegExp(`\\b(\\w+)_${file.name}\\b`, "g"), (whole, head: string) => (file.functions.includes(head) || head === "setdata" ? `${head}_${name}` : whole)),
  );
}
