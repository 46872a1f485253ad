// The text of an NMODL file: what in it is code, and its blocks. Texts are read as bytes (latin1), so that a copy differs from
// the author's file in nothing but the name.
import { readFileSync } from "node:fs";
import { NmodlError } from "../../core/errors.js";

/** A file's text, byte for byte; where lines end as they did on the first Macs, with \r alone, they end with \n. */
export function readBytes(file: string): string {
  return readFileSync(file, "latin1").replace(/\r(?!\n)/g, "\n");
}

/** A piece of such a text for people: UTF-8 where it is that. */
export function readable(bytes: string): string {
  const text = Buffer.from(bytes, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? bytes : text;
}

export function lineOf(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) line++;
  return line;
}

const blank = (part: string) =>
  part.includes("\n") ? part.replace(/[^\n]+/g, (line) => " ".repeat(line.length)) : " ".repeat(part.length);
const term = /\bREPRESENTS\s*(\[[^\]\n]*|\w+)$/;
const pieces = /"[^"\n]*"?|[:?]|\b(?:COMMENT|VERBATIM|TITLE)\b/g;

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
    } else if (word.startsWith('"')) {
      skip(index + 1, index + word.length - (word.endsWith('"') && word.length > 1 ? 1 : 0));
      // Behind its closing quote, which would begin another.
      pieces.lastIndex = index + word.length;
    }
  }
  return code + text.slice(done);
}

export interface Block {
  readonly keyword: string;
  /** What stands between keyword and brace. */
  readonly head: string;
  readonly start: number;
  readonly end: number;
}

const keywords =
  /[{}]|\b(?:NEURON|UNITS|PARAMETER|CONSTANT|ASSIGNED|STATE|INDEPENDENT|INITIAL|BREAKPOINT|BEFORE|AFTER|DERIVATIVE|KINETIC|LINEAR|NONLINEAR|DISCRETE|PARTIAL|FUNCTION|PROCEDURE|NET_RECEIVE|CONSTRUCTOR|DESTRUCTOR|DEFINE|INCLUDE|LOCAL|FUNCTION_TABLE|TERMINAL|STEPPED|UNITSON|UNITSOFF)\b/g;

const braces = /[{}]/g;

/** Where the block ends that begins here, behind its brace; 0 when it does not. */
function closing(code: string, start: number): number {
  braces.lastIndex = start;
  for (let depth = 1; depth > 0; ) {
    const match = braces.exec(code);
    if (match === null) return 0;
    depth += match[0] === "{" ? 1 : -1;
  }
  return braces.lastIndex;
}

/** The top-level blocks, and FUNCTION_TABLEs, which have no body. */
export function blocks(code: string, file: string): Block[] {
  const found: Block[] = [];
  keywords.lastIndex = 0;
  let keyword = "";
  let head = 0;
  for (let match = keywords.exec(code); match !== null; match = keywords.exec(code)) {
    const [word] = match;
    if (word === "{") {
      const start = keywords.lastIndex;
      const at = closing(code, start);
      if (at === 0)
        throw new NmodlError(
          `${file}:${lineOf(code, match.index)}: the block ${keyword} that begins here is never closed.`,
        );
      found.push({ keyword, head: code.slice(head, match.index), start, end: at - 1 });
      keywords.lastIndex = at;
      keyword = "";
      head = at;
    } else if (word !== "}") {
      keyword = word;
      head = keywords.lastIndex;
      if (word === "FUNCTION_TABLE")
        found.push({ keyword, head: code.slice(head, head + 200), start: head, end: head });
    }
  }
  return found;
}

export const words = (text: string) => text.match(/[A-Za-z_]\w*/g) ?? [];
export const firstWord = (text: string) => /[A-Za-z_]\w*/.exec(text);

/** What a text includes: with INCLUDE, and with C's #include. */
export function includesIn(
  text: string,
  code: string = withoutComments(text),
): { readonly nmodl: string[]; readonly c: string[] } {
  if (!/include/i.test(text)) return { nmodl: [], c: [] };
  const nmodl = [...code.matchAll(/\bINCLUDE\s*"/g)].map(
    ({ index, 0: whole }) => /^[^"\n]*/.exec(text.slice(index + whole.length))?.[0] ?? "",
  );
  const c = [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"/gm)].map(([, path]) => path as string);
  return { nmodl, c };
}
