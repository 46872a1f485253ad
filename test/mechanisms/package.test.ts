// The package of mechanisms as a package: its manifest, its files' units, names, comments and citations, and its table.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, describe, test } from "node:test";
import { locateNeuron } from "#src/engine/locate.js";
import { type ModFile, modFiles, packageFolder } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "nrn-patch-units-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What NEURON's own checker of units says to a file: nothing but its name when all is well. */
function unitFaults(path: string): string {
  const { bin, home, root } = locateNeuron();
  copyFileSync(path, join(folder, basename(path)));
  const env = { PATH: process.env.PATH, NRNHOME: root, MODLUNIT: join(home, "lib", "nrnunits.lib") };
  const run = spawnSync(join(bin, "modlunit"), [basename(path)], { cwd: folder, env, encoding: "utf8" });
  const said = `${run.error?.message ?? ""}${run.stdout}${run.stderr}`.replace(/^Checking units of .*\n/m, "").trim();
  return run.status === 0 ? said : `${said} (exit ${run.status})`;
}

const blockOf = ({ text }: ModFile, name: string) =>
  new RegExp(`^${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(text)?.[1] ?? "";
const listed = (file: ModFile, word: string) =>
  [...blockOf(file, "NEURON").matchAll(new RegExp(`^  ${word} (.*)`, "gm"))].flatMap(([, list = ""]) =>
    list.split(", "),
  );
const readme = readFileSync(join(packageFolder, "README.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
const ASKED =
  "AMPA NMDA GABAA GABAB GapJunction TsodyksMarkram STDP Na Kv Kdr KA Im Ih CaT CaL CaHVA CaPool SK OUNoise".split(" ");

test("the manifest says where the mechanisms are, and hides neither itself nor them", () => {
  assert.deepEqual(manifest.glia, { mods: "mod" });
  assert.ok(manifest.keywords.includes("glia-package"));
  assert.equal(manifest.license, "MIT");
  assert.deepEqual(Object.keys(manifest.exports), ["./package.json", "./mod/*"]);
  for (const place of manifest.files) assert.ok(existsSync(join(packageFolder, place)), place);
});

test("the package has every mechanism that it promises, each once in each variant", () => {
  assert.deepEqual([...new Set(modFiles().map(({ asset }) => asset))].sort(), [...ASKED].sort());
});

test("a fault in the units is found, so that silence means something", () => {
  const path = join(folder, "faulty.mod");
  const text = readFileSync(join(packageFolder, "mod", "Kv.mod"), "utf8");
  writeFileSync(path, text.replace("u = v - vshift", "u = v - celsius"));
  assert.match(unitFaults(path), /not conformable[\s\S]*u = v - celsius/);
});

for (const file of modFiles())
  describe(basename(file.path), () => {
    test("NEURON's checker of units has nothing to say", () => {
      assert.equal(unitFaults(file.path), "");
    });

    test("the file bears its mechanism's name", () => {
      assert.match(blockOf(file, "NEURON"), new RegExp(`^  (SUFFIX|POINT_PROCESS) ${file.asset}$`, "m"));
    });

    test("it cites authors, title, journal or book, and year", () => {
      assert.match(file.text, /^TITLE \S.*\n\nCOMMENT\n/);
      assert.match(file.text, /^ {2}[A-Z]\w+ [A-Z]+.* \((19|20)\d\d\)\. [A-Z]/m);
    });

    test("every parameter has a unit and a comment, and stands in the table", () => {
      const declared = `${blockOf(file, "PARAMETER")}${blockOf(file, "ASSIGNED")}${blockOf(file, "STATE")}`;
      const visible = [...listed(file, "RANGE"), ...listed(file, "GLOBAL"), ...listed(file, "POINTER")];
      assert.ok(visible.length > 0);
      for (const name of visible)
        assert.match(declared, new RegExp(`^  ${name}( = \\S+)? \\(\\S+\\)( <\\S+>| <\\S+, \\S+>)? : \\S`, "m"), name);
      const title = file.variant === "0" ? file.asset : `${file.asset}, ${file.variant}`;
      const row = readme.split("\n").find((line) => line.split("|")[1]?.trim() === title);
      assert.ok(row, `the table has no row "${title}"`);
      const parameters = [...blockOf(file, "PARAMETER").matchAll(/^ {2}(\w+) =/gm)].map(([, name]) => name);
      for (const name of parameters) assert.ok(row.includes(`\`${name}\``), `${title}: ${name} is not in the table`);
    });

    test("it is thread safe, uses nothing but NMODL and adds no epsilon", () => {
      if (listed(file, "POINTER").length === 0) assert.match(file.text, /^ {2}THREADSAFE$/m);
      assert.doesNotMatch(file.text, /VERBATIM|UNITSOFF|TABLE|at_time/);
    });
  });
