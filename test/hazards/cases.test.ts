// Each hazard in a process of its own: the error that was promised, and a right simulation after it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mechanisms } from "../truth/mechanisms.js";
import { cases } from "./cases.js";
import { described, runFile } from "./children.js";

const names = Object.keys(cases);

test("there are hazards enough", () => {
  assert.ok(names.length >= 120, `only ${names.length}`);
});

describe("hazards", { concurrency: 4 }, () => {
  for (const name of names) {
    test(name, async () => {
      const env = cases[name]?.mechanisms ? { HAZARD_MECHANISMS: await mechanisms() } : {};
      const end = await runFile("child.js", [name], { env });
      assert.ok(end.code === 0 && /right\n$/.test(end.stdout), described(end));
    });
  }
});
