// nrn-patch run: habits of published models.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { leak, packageRoot } from "../glia/support.js";
import { folderOf, model, program, run } from "./buttons.js";
import { command } from "./support.js";

test("--json and --quiet leave standard output to the command: what the model, its system() and JavaScript print goes nowhere", () => {
  const folder = folderOf({
    "mosinit.hoc": `${model}\nprint "told"\nsystem("echo told")\n`,
    "model.mjs": `${program}\nconsole.log("told");\n`,
  });
  for (const file of ["mosinit.hoc", "model.mjs"]) {
    assert.ok(command("nrn-patch", folder, ["run", file, "--json"]).json.t > 9);
    assert.equal(command("nrn-patch", folder, ["run", file, "--quiet"]).out, "");
    assert.equal(
      command("nrn-patch", folder, ["run", file, "--call", "nothing()", "--json"]).json.error.code,
      "ERR_PATCH_HOC",
    );
    assert.match(
      command("nrn-patch", folder, ["run", file]).out,
      /told\n.*\btold\n.*ran to 10 ms|told\n.* ran to 10 ms/s,
    );
  }
});

test("a model that goes into another folder stays there, and a button's label counts without the spaces around it", () => {
  const files = {
    "mosinit.hoc": `${model}\nproc figure() { load_file(1, "figure.hoc") }\nxpanel("More")\nxbutton("  Deep ", "figure()")\nxpanel()\nchdir("code")\n`,
    "code/figure.hoc": "gain = 0.3\nrun()\n",
  };
  const { json } = run(folderOf(files), "--press", "Deep", "--record", "gain", "--json");
  assert.equal(json.recorded[0].max, 0.3);
});

test("the folders of mod files that the first line names, as NEURON's own command for models takes them", () => {
  const folder = folderOf({
    "mosinit.hoc": `//moddir cell network\n${model}\nsoma { insert Leaky insert Other }\n`,
    "cell/Leaky.mod": leak("Leaky"),
    "network/Leaky.mod": leak("Leaky"),
    "network/Other.mod": leak("Other"),
    "old/Leaky.mod": leak("Leaky").replace("NONSPECIFIC_CURRENT i", ""),
  });
  const { status, errors } = run(folder, "--quiet");
  assert.equal(status, 0, errors);
  assert.equal(run(folder, "--quiet", "--mods", "cell", "--mods", "network").status, 0);
});

test("a label that shows the string of a template's outside", () => {
  const text = `
strdef word
word = "outside"
begintemplate Shown
external word
proc init() { xpanel("Words") xvarlabel(word) xpanel() }
endtemplate Shown
objref shown
shown = new Shown()
`;
  const { json } = run(folderOf({ "mosinit.hoc": model + text }), "--list", "--json");
  assert.deepEqual(json.panels[1].items, [{ kind: "label", label: "outside" }]);
});

test("Ctrl-C while mechanisms are compiled ends the compilers, leaves nothing behind, and the next run compiles them", async () => {
  const folder = folderOf({
    "mosinit.hoc": `${model}\nsoma insert Leaky\n`,
    "Leaky.mod": leak("Leaky"),
    "tmp/kept": "",
  });
  const env = { ...process.env, TMPDIR: join(folder, "tmp"), PATCH_CACHE: join(folder, "cache") };
  const file = join(packageRoot, "dist", "bundle", "nrn-patch-command.js");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const child = spawn(process.execPath, [file, "run", ".", "--csv", "data"], {
      cwd: folder,
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await new Promise<void>((begun) => {
      child.stderr.on("data", (text) => String(text).includes("compiling 1 mechanism") && begun());
    });
    child.kill(signal);
    const [status] = await once(child, "exit");
    assert.equal(status, signal === "SIGINT" ? 130 : 143);
    assert.deepEqual(readdirSync(join(folder, "tmp")), ["kept"]);
    assert.deepEqual(readdirSync(folder).sort(), ["Leaky.mod", "cache", "mosinit.hoc", "tmp"]);
  }
  assert.equal(command("nrn-patch", folder, ["run", ".", "--quiet"], env).status, 0);
});
