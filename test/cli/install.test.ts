// The packages as npm packs them, in an empty folder: what the pages tell a newcomer to type works as it stands.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { before, test } from "node:test";
import { type Block, blocksOf } from "../docs/markdown.js";
import { installation, newFolder, packageRoot, write } from "../glia/support.js";

const tarballs: Record<string, string> = {};

before(() => {
  const to = newFolder();
  for (const folder of [packageRoot, join(packageRoot, "packages", "cortex")]) {
    const { status, stdout, stderr } = spawnSync("npm", ["pack", "--json", "--pack-destination", to], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    const [{ name, filename }] = JSON.parse(stdout);
    tarballs[name] = join(to, filename);
  }
});

/** The packages that a command of the pages installs, from their tarballs; the rest as it stands. */
function shell(folder: string, command: string): { out: string; errors: string } {
  const own = command.replace(/^npm install (.*)$/gm, (_, names: string) =>
    ["npm install --prefer-offline --no-audit --no-fund"]
      .concat(names.split(" ").map((name) => `'${tarballs[name]}'`))
      .join(" "),
  );
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", own], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      NRN_PATCH_NEURON: installation.root,
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    },
  });
  assert.equal(status, 0, `${command}\n${stdout}${stderr}`);
  return { out: stdout, errors: stderr };
}

/** What the doctor's cure does, which would take a download: the addon that was built here. */
function withAddon(folder: string): void {
  const addon = join("build", "Release");
  cpSync(join(packageRoot, addon), join(folder, "node_modules", "nrn-patch", addon), { recursive: true });
}

const installs = ({ code }: Block) => code.some((line) => line.startsWith("npm install nrn-patch"));
const text = ({ code }: Block) => code.join("\n");

for (const page of ["README.md", "packages/cortex/README.md"])
  test(`${page}: install, insert, run`, () => {
    const blocks = blocksOf(page);
    const at = blocks.findIndex(installs);
    const [command, program] = blocks.slice(at) as [Block, Block];
    assert.equal(program.language, "ts");
    const folder = newFolder();
    write(folder, { "package.json": { name: "newcomer", private: true }, "main.mjs": text(program) });
    shell(folder, text(command));
    withAddon(folder);
    assert.match(shell(folder, "npx glia list").out, /^23 mechanisms in 1 package\.$/m);
    const { out } = shell(folder, "node main.mjs");
    const expected = program.code.flatMap((line) => /console\.log.*\/\/ → (.*)$/.exec(line)?.[1] ?? []);
    assert.deepEqual(out.split("\n").filter(Boolean), expected);
    // Nothing is left in the project but what npm put there.
    assert.deepEqual(readdirSync(folder).sort(), ["main.mjs", "node_modules", "package-lock.json", "package.json"]);
  });

test("docs/mod-folders.md: a published folder, from its first command to its numbers", () => {
  const [setUp, program, run, printed] = blocksOf("docs/mod-folders.md") as [Block, Block, Block, Block];
  const folder = newFolder();
  const at = setUp.code.findIndex((line) => line.startsWith("npm install"));
  shell(folder, setUp.code.slice(0, at + 1).join("\n"));
  withAddon(folder);
  write(folder, { "run.mjs": text(program) });
  assert.match(shell(folder, setUp.code.slice(at + 1).join("\n")).out, /^10 ok, 0 failed\.$/m);
  // Python's numbers: the same HOC file, with a library that nrnivmodl made of the same NMODL files.
  assert.equal(shell(folder, text(run)).out, `${text(printed)}\n`);
});
