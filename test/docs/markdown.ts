// The project's Markdown pages: which there are, their code blocks, headings and links.
import { readdirSync, readFileSync } from "node:fs";

export interface Block {
  /** The page's path, such as docs/h.md. */
  readonly page: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  /** The words after the language: `no-run`, `continued`. */
  readonly marks: readonly string[];
  readonly code: readonly string[];
}

/** README, CHANGELOG and the pages of docs/, by their paths from the project's folder. */
export const pages: readonly string[] = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const fence = /^```(.*)$/;

export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; words: string[]; code: string[] } | undefined;
  for (const [i, text] of linesOf(page).entries()) {
    const words = fence.exec(text)?.[1]?.trim().split(/\s+/);
    if (open === undefined && words) open = { line: i + 1, words, code: [] };
    else if (open !== undefined && words) {
      const [language = "", ...marks] = open.words;
      blocks.push({ page, line: open.line, language, marks, code: open.code });
      open = undefined;
    } else open?.code.push(text);
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: this code block has no end.`);
  return blocks;
}

/** The page's lines outside code blocks, with their numbers from 1. */
export function proseOf(page: string): [line: number, text: string][] {
  let inside = false;
  const prose: [number, string][] = [];
  for (const [i, text] of linesOf(page).entries()) {
    if (fence.test(text)) inside = !inside;
    else if (!inside) prose.push([i + 1, text]);
  }
  return prose;
}

export function headingsOf(page: string): string[] {
  return proseOf(page).flatMap(([, text]) => /^#{1,6} (.*)$/.exec(text)?.[1] ?? []);
}

/** The anchors of a page's headings, as GitHub makes them; a heading that comes again gets a number. */
export function anchorsOf(page: string): Set<string> {
  const seen = new Map<string, number>();
  return new Set(
    headingsOf(page).map((heading) => {
      const slug = heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_\- ]/gu, "")
        .replaceAll(" ", "-");
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    }),
  );
}

/** Links and pictures with the line that they stand in. */
export function linksOf(page: string): { line: number; target: string }[] {
  return proseOf(page).flatMap(([line, text]) =>
    [...text.replace(/`[^`]*`/g, "").matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => ({
      line,
      target: target as string,
    })),
  );
}

/** The rows below a heading's table: the text of each cell. */
export function tableBelow(page: string, heading: string): string[][] {
  const lines = proseOf(page).map(([, text]) => text);
  const start = lines.findIndex((text) => /^#{1,6} /.test(text) && text.replace(/^#+ /, "") === heading);
  if (start < 0) throw new Error(`${page} has no heading "${heading}".`);
  const after = lines.slice(start + 1);
  const end = after.findIndex((text) => /^#{1,6} /.test(text));
  return after
    .slice(0, end < 0 ? undefined : end)
    .filter((text) => text.startsWith("|"))
    .slice(2)
    .map((text) =>
      text
        .replace(/^\||\|$/g, "")
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

function linesOf(page: string): string[] {
  return readFileSync(page, "utf8").split("\n");
}
