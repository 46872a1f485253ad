// Every code block of the documentation: compiles, runs in a process of its own, and prints what it says it prints.
//
// ```ts               compiled and run            ```ts no-run      compiled only
// ```ts continued     goes on where the blocks before it on the page ended
// expression; // → 3              its value is printed and must be 3; "…" at the end: what follows may differ
// console.log(…); // → 3          what it prints, now or later; more lines may follow as // → …
// statement; // throws CODE: …    it must throw this code (or class), with a message that starts so

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { type Block, blocksOf, pages } from "./markdown.js";
import { comparePictures, shown } from "./pictures.js";

const MARK = "\u0001";
const root = resolve("build", "docs");
const typescript = resolve("node_modules", "typescript", "bin", "tsc");

interface Snippet {
  readonly block: Block;
  /** The block, with those that it continues before it. */
  readonly chain: readonly Block[];
  readonly file: string;
}

const all = pages.flatMap(snippetsOf);

function snippetsOf(page: string): Snippet[] {
  const blocks = blocksOf(page).filter(({ language }) => language === "ts" || language === "js");
  return blocks.map((block, i) => {
    const chain = [block];
    for (let at = i; blocks[at]?.marks.includes("continued"); at--) {
      const previous = blocks[at - 1];
      assert.ok(previous, `${page}:${block.line} continues no block`);
      if (!previous.marks.includes("no-run")) chain.unshift(previous);
      else assert.ok(previous.marks.includes("continued"), `${page}:${block.line} continues one that does not run`);
    }
    return { block, chain, file: `${page.replaceAll("/", "-")}-${block.line}.m${block.language}` };
  });
}

/** The program of a snippet. Each line stands at its number in the page, so that messages lead there. */
function program({ chain }: Snippet): string {
  const lines: string[] = [];
  for (const { line, code } of chain) {
    while (lines.length < line - 1) lines.push("");
    // Lines of Markdown between the blocks are empty here; the fence's own line has the mark.
    lines.push(`console.log("${MARK}");`, ...code.map(instrument));
  }
  return `${lines.join("\n")}\nexport {};\n`;
}

function instrument(line: string): string {
  const [, indent, statement, kind] = /^(\s*)(\S.*?);\s*\/\/ (→|throws)/.exec(line) ?? [];
  if (statement === undefined) return line;
  if (kind === "throws")
    return `${indent}try { ${statement}; console.log("no error"); } catch (e) { console.log("throws " + (e.code ?? e.name) + ": " + e.message.replaceAll("\\n", " ")); }`;
  if (/^(const|let|var|for|if|return|await|using)\b|console\.log\(/.test(statement)) return line;
  return `${indent}console.log(${statement});`;
}

/** What the block says that it prints. */
function expected({ code }: Block): string[] {
  return code.flatMap((line) => {
    const value = /\/\/ → (.*)$/.exec(line)?.[1];
    if (value !== undefined) return value.trim();
    const thrown = /\/\/ (throws .*)$/.exec(line)?.[1];
    return thrown === undefined ? [] : thrown.trim();
  });
}

function fits(line: string, wanted: string): boolean {
  if (wanted.endsWith("…")) return line.startsWith(wanted.slice(0, -1));
  return line === wanted || (wanted.startsWith("throws ") && line.startsWith(wanted));
}

let compilerSaid = "";

function compile(): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "source"), { recursive: true });
  for (const snippet of all) writeFileSync(join(root, "source", snippet.file), program(snippet));
  const compilerOptions = {
    module: "nodenext",
    target: "es2022",
    lib: ["es2023", "esnext.disposable", "dom"],
    types: ["node"],
    strict: true,
    useUnknownInCatchVariables: false,
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    inlineSourceMap: true,
    rootDir: "source",
    outDir: "program",
    noEmitOnError: false,
  };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["source"] }));
  compilerSaid = spawnSync(process.execPath, [typescript, "-p", root], { encoding: "utf8" }).stdout;
}

function run(snippet: Snippet, folder: string): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", "--expose-gc", join(root, "program", snippet.file.replace(/\.mts$/, ".mjs"))],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"], timeout: 60_000 },
  );
  let output = "";
  let errors = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    errors += text;
  });
  return new Promise((done) => {
    child.on("close", (code) => done({ code, output, errors }));
  });
}

test("there are blocks to look at on the README and on every page about h", () => {
  for (const page of ["README.md", "docs/h.md", "docs/from-python.md"])
    assert.ok(all.filter(({ block }) => block.page === page).length > 0, `no ts or js block in ${page}`);
});

describe("code blocks", { concurrency: 2 }, () => {
  before(compile);
  const pictures = new Set<string>();

  for (const snippet of all) {
    const { block, file } = snippet;
    test(`${block.page}:${block.line} (${[block.language, ...block.marks].join(" ")})`, async (t) => {
      const faults = compilerSaid.split("\n").filter((line) => line.includes(file));
      assert.deepEqual(faults, [], "TypeScript does not compile it");
      if (block.marks.includes("no-run")) return;

      const folder = mkdtempSync(join(tmpdir(), "snippet-"));
      t.after(() => rmSync(folder, { recursive: true, force: true }));
      const { code, output, errors } = await run(snippet, folder);
      assert.equal(code, 0, `it ended with ${code}:\n${output}${errors}`);
      const printed = output.slice(output.lastIndexOf(MARK) + 1).split("\n");
      for (const wanted of expected(block)) {
        const at = printed.findIndex((line) => fits(line.trim(), wanted));
        assert.ok(at >= 0, `it does not print "${wanted}", but:\n${printed.join("\n")}${errors}`);
        printed.splice(at, 1);
      }
      for (const picture of comparePictures(folder)) pictures.add(picture);
    });
  }

  after(() =>
    assert.deepEqual([...pictures].sort(), [...new Set(shown)].sort(), "each picture of the pages is made by a block"),
  );
});
