// Where the tests look for a Chromium, and what they say when there is none.
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newFolder, write } from "../glia/support.js";
import { findChromium } from "./browser.js";

test("the one that CHROMIUM names, else the first on PATH that can be run", async () => {
  const folder = newFolder();
  write(folder, { "a/chromium": "", "b/google-chrome": "#!/bin/sh\n", "c/chromium-browser": "#!/bin/sh\n" });
  for (const program of ["b/google-chrome", "c/chromium-browser"]) chmodSync(join(folder, program), 0o755);
  const PATH = ["a", "b", "c", ""].map((name) => join(folder, name)).join(":");
  assert.equal(await findChromium({ PATH }), join(folder, "b/google-chrome"));
  assert.equal(await findChromium({ PATH, CHROMIUM: "chromium-browser" }), join(folder, "c/chromium-browser"));
  assert.equal(await findChromium({ PATH: "", CHROMIUM: process.execPath }), process.execPath);
});

test("one that cannot be run is an error that says what to do", async () => {
  await assert.rejects(findChromium({ PATH: "/usr/bin", CHROMIUM: "/nowhere/chromium" }), {
    message: "CHROMIUM is /nowhere/chromium, where there is no program that can be run.",
  });
});
