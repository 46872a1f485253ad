// Terminal screens in the documentation are what the commands print: each `$` line of a `console` block is run, in a folder with the page's own files.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { command } from "../cli/support.js";
import { newFolder, write } from "../glia/support.js";

interface Block {
  readonly info: string;
  readonly text: string;
}

function blocksOf(page: string): Block[] {
  const found = readFileSync(page, "utf8").matchAll(/^```(console|hoc \S+)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, info, text]) => ({ info: info as string, text: text as string }));
}

/** Commands, each with what it prints. */
function screensOf(text: string): { line: string; printed: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line = "", ...rest] = part.split("\n");
      return { line, printed: rest.join("\n") };
    });
}

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

let count = 0;
for (const name of readdirSync("docs").filter((file) => file.endsWith(".md"))) {
  const blocks = blocksOf(join("docs", name));
  const consoles = blocks.filter(({ info }) => info === "console");
  if (consoles.length === 0) continue;
  test(`the screens of docs/${name}`, () => {
    const folder = newFolder();
    const files = blocks.filter(({ info }) => info !== "console");
    write(folder, Object.fromEntries(files.map(({ info, text }) => [info.replace("hoc ", ""), text])));
    for (const { line, printed } of consoles.flatMap(({ text }) => screensOf(text))) {
      const [program, ...args] = wordsOf(line);
      assert.ok(program === "nrn-patch" || program === "glia", line);
      const { out, errors } = command(program, folder, args);
      assert.equal(out, printed, `${line}\n${errors}`);
      count++;
    }
  });
}

test("some screens were compared", () => assert.ok(count > 2));
