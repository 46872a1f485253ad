// The bar of a run in pieces, and the lines where there is no terminal.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Progress, type Screen } from "#src/patch/simulation/progress.js";

class Fake implements Screen {
  text = "";
  readonly isTTY: boolean;
  readonly columns: number;
  constructor(isTTY: boolean, columns = 80) {
    this.isTTY = isTTY;
    this.columns = columns;
  }
  write(text: string): void {
    this.text += text;
  }
}

const step = (fraction: number, elapsed: number) => ({
  t: 1000 * fraction,
  stop: 1000,
  fraction,
  elapsed,
  remaining: (elapsed * (1 - fraction)) / fraction,
});

describe("a run's progress", () => {
  test("on a terminal: one line, drawn anew at most every tenth of a second, that fits and stays at the end", () => {
    for (const columns of [120, 80, 50, 30]) {
      const screen = new Fake(true, columns);
      const progress = new Progress(screen);
      for (let i = 1; i <= 100; i++) progress.show(step(i / 100, i / 50));
      progress.end();
      const drawn = screen.text.split("\r\u001b[2K").slice(1);
      assert.ok(drawn.length <= 21, `${drawn.length} times`);
      for (const line of drawn) assert.ok(line.trimEnd().length <= columns, line);
      assert.match(
        drawn[4] ?? "",
        columns > 50 ? /▕██.* +▏ {2}2\d % {2}2\d0 of 1000 ms {2}0\.\d s, 1\.\d s left/ : /2\d %/,
      );
      assert.match(drawn.at(-1) ?? "", columns > 50 ? /▕█+▏ 100 % {2}1000 of 1000 ms {2}2\.0 s\n$/ : /100 %/);
    }
  });

  test("a narrow terminal gets whole words, and one that does not know its width the usual bar", () => {
    const lineAt = (columns: number) => {
      const screen = new Fake(true, columns);
      new Progress(screen).show(step(0.5, 1));
      return screen.text.replace("\r\u001b[2K", "");
    };
    assert.deepEqual([42, 24, 10, 3].map(lineAt), [
      " 50 %  500 of 1000 ms  1.0 s, 1.0 s left",
      " 50 %  500 of 1000 ms",
      " 50 %",
      "",
    ]);
    assert.equal(lineAt(0), lineAt(80));
  });

  test("elsewhere: a line every five seconds, and one at the end", () => {
    const screen = new Fake(false);
    const progress = new Progress(screen);
    for (let i = 1; i <= 400; i++) progress.show(step(i / 1000, i / 10));
    progress.end();
    const lines = screen.text.trimEnd().split("\n");
    assert.equal(lines.length, 8);
    assert.equal(lines[0], "  5 %  50 of 1000 ms  5.0 s, 1:35 min left");
    assert.equal(lines.at(-1), " 40 %  400 of 1000 ms  40.0 s, 1:00 min left");
    assert.ok(!screen.text.includes("\r") && !screen.text.includes("\u001b"));
  });

  test("a run that was over at once leaves one line; one without any report leaves none", () => {
    const screen = new Fake(true);
    new Progress(screen).end();
    assert.equal(screen.text, "");
    const progress = new Progress(screen);
    progress.show({ t: 0, stop: 0, fraction: 1, elapsed: 0.001, remaining: 0 });
    progress.end();
    assert.equal(screen.text.split("\n").length, 2);
  });
});
