// What is printed for people: columns, a little weight where a terminal can show it, and progress on the error stream.
import { relative } from "node:path";

const plain = (text: string) => text;

/** Colours are for terminals, and for those who want them (https://no-color.org). */
function style(code: number): (text: string) => string {
  const isWanted = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return isWanted ? (text) => (text === "" ? "" : `\x1b[${code}m${text}\x1b[0m`) : plain;
}
export const strong: (text: string) => string = style(1);
export const faint: (text: string) => string = style(2);
export const good: (text: string) => string = style(32);
export const bad: (text: string) => string = style(31);

/** Rows in columns as wide as they need; the head is that of a table. `paint` gives weight to a cell, once its width is known. */
export function columns(
  rows: readonly (readonly string[])[],
  head?: readonly string[],
  paint: (cell: string, column: number, row: number) => string = plain,
): string {
  const all = head === undefined ? rows : [head, ...rows];
  const widths: number[] = [];
  for (const row of all) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, [...cell].length);
  return all
    .map((row, at) => {
      const isHead = head !== undefined && at === 0;
      const cells = row.map((cell, i) => {
        const padding = " ".repeat((widths[i] as number) - [...cell].length);
        return `${isHead ? strong(cell) : paint(cell, i, head === undefined ? at : at - 1)}${padding}`;
      });
      return cells.join("  ").replace(/ +$/, "");
    })
    .join("\n");
}

/** Text in lines of at most 100 letters. */
export function wrapped(text: string, width = 100): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.join("\n");
}

/** A file as one would name it from here. */
export function shortPath(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith("../..") ? file : near || ".";
}

/** What goes on, on the error stream: one line that changes on a terminal, else a line each. */
export class Progress {
  readonly #isTerminal = process.stderr.isTTY === true && process.env.TERM !== "dumb";
  #shown = "";

  show(line: string): void {
    if (line === this.#shown) return;
    this.#shown = line;
    process.stderr.write(this.#isTerminal ? `\r\x1b[2K${line}` : `${line}\n`);
  }

  /** Wipes the line away, so that the result stands alone. */
  end(): void {
    if (this.#isTerminal && this.#shown !== "") process.stderr.write("\r\x1b[2K");
    this.#shown = "";
  }
}
