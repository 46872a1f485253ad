// The example notebook: is one by its format, holds no outputs, and its cells run in order and end in figures.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ts from "typescript";

interface Cell {
  readonly cell_type: "code" | "markdown";
  readonly id: string;
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}
interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec: { readonly name: string } };
  readonly cells: readonly Cell[];
}

const notebook = JSON.parse(readFileSync("examples/notebook.ipynb", "utf8")) as Notebook;
const code = notebook.cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));

test("it is a notebook of Jupyter's format 4.5 for Deno's kernel, without outputs", () => {
  assert.deepEqual([notebook.nbformat, notebook.nbformat_minor, notebook.metadata.kernelspec.name], [4, 5, "deno"]);
  assert.equal(new Set(notebook.cells.map(({ id }) => id)).size, notebook.cells.length);
  for (const { cell_type, id, outputs, execution_count, source } of notebook.cells) {
    assert.match(id, /^[\w-]{1,64}$/);
    assert.ok(source.length > 0 && source.length <= 10, `${id} has ${source.length} lines`);
    for (const line of source.slice(0, -1)) assert.ok(line.endsWith("\n"));
    if (cell_type === "code") assert.deepEqual([outputs, execution_count], [[], null]);
  }
});

/** The cell, with its last expression shown as a kernel shows it. */
function shown(cell: string, i: number): string {
  const file = ts.createSourceFile(`${i}.ts`, cell, ts.ScriptTarget.ES2022);
  const last = file.statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return cell;
  const expression = cell.slice(last.expression.getStart(file), last.expression.getEnd());
  return `${cell.slice(0, last.getStart(file))}
    { const display = (${expression})[Symbol.for("Jupyter.display")]();
      console.log(${i}, display["image/svg+xml"].slice(0, 4), display["text/plain"]); }`;
}

test("its cells run in order, and all but those that only prepare show a figure", () => {
  const program = ts.transpileModule(code.map(shown).join("\n"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  }).outputText;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  assert.deepEqual(stdout.trim().split("\n"), [
    "1 <svg Figure (topology) Topology of 3 sections",
    "2 <svg Figure (traces) Response to a step of current",
    "3 <svg Figure (raster) 3 spikes of 1 cell",
    "4 <svg Figure (traces) 0.1 nA, 0.2 nA, 0.3 nA",
    "5 <svg Figure (morphology) membrane potential (mV) of 3 sections",
  ]);
});
