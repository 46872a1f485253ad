// What the compilers said, told of the authors' own files.
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { CompileError, type SourceProblem } from "../../core/errors.js";
import { essentialLines, problemsIn } from "../../engine/compile.js";
import { readBytes } from "./nmodl-text.js";
import type { Unit } from "./unit.js";

interface Places {
  /** The folder in which it worked. */
  readonly work: string;
  readonly cache: string;
}

/** What nrnivmodl said, file by file. */
export function failuresIn(said: string, units: readonly Unit[], { work, cache }: Places): Map<Unit, Error> {
  const plain = stripVTControlCharacters(said);
  if (/No space left on device|Disk quota exceeded/.test(plain))
    throw new CompileError(
      `The disk is full: make room in ${tmpdir()} (or set TMPDIR), and in ${cache} (or set PATCH_CACHE).\n${quoted(plain)}`,
    );
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const failed = new Map<Unit, Error>();
  const pieces = new Map<Unit, string>();
  const names = [
    ...plain.matchAll(/^make(?:\[\d+\])?: \*\*\* \[.*?\b(\w+)\.(?:o|cpp)\] (?:Error|Killed|Terminated|Segm|Abort)/gm),
  ].map(([, name]) => name as string);
  for (const name of names) {
    const unit = byName.get(name);
    if (unit !== undefined) pieces.set(unit, pieceOf(plain, name));
  }
  for (const [name, text] of linkerSays(plain)) {
    const unit = byName.get(name);
    if (unit !== undefined && !pieces.has(unit)) pieces.set(unit, text);
  }
  for (const [unit, text] of pieces) failed.set(unit, errorOf(unit, text, byName, work));
  return failed;
}

/** What was said of one file: from make's first word of it up to its failure. */
function pieceOf(said: string, name: string): string {
  const lines = said.split("\n");
  const end = lines.findIndex((line) => /^make.*\*\*\*/.test(line) && line.includes(`${name}.`));
  let start = end;
  while (start > 0 && !/^make.*\*\*\*|^ (->|=>)/.test(lines[start - 1] as string)) start--;
  return lines.slice(start, end).join("\n");
}

/** An error with the places of the author's own file. */
function errorOf({ asset, beside }: Unit, said: string, byName: ReadonlyMap<string, Unit>, work: string): CompileError {
  const own = asset.file as string;
  const files = new Map<string, string>([...beside.values()].map((path) => [basename(path), path]));
  for (const [name, unit] of byName) files.set(`${name}.mod`, unit.asset.file as string);
  const toAuthor = (text: string) => {
    let plain = text.replaceAll(`${work}/`, "").replaceAll("../", "");
    for (const [name, { asset: other }] of byName) {
      plain = plain.replaceAll(`${name}.mod`, basename(other.file as string));
      if (!other.plain) plain = plain.replaceAll(`_${other.fullName}`, `_${other.source?.name}`);
    }
    return plain;
  };
  const plain = stripVTControlCharacters(said).replaceAll(`${work}/`, "");
  const found = problemsIn(plain, files, work);
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

/** The words of the compilers, for the end of a message. */
export function quoted(said: string): string {
  const lines = essentialLines(stripVTControlCharacters(said));
  return lines.length === 0
    ? ""
    : ["What the compilers said:", ...lines.slice(-40).map((line) => `  | ${line}`)].join("\n");
}
