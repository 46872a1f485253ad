// glia new: a mechanism package, ready for npm.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GliaError } from "../../core/errors.js";
import { type Call, ownVersion, type Result, UsageError } from "../command.js";
import { shortPath } from "../output.js";

/** npm's rules for names, scope included. */
const valid = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

export function run(call: Call): Result {
  const [name] = call.words as [string];
  if (!valid.test(name) || name.length > 214)
    throw new UsageError(
      `glia new: npm takes no package of the name "${name}": small letters, digits, - . _ and a @scope/ before them.`,
    );
  const folder = resolve(call.value("project") ?? ".", name.replace(/^.*\//, ""));
  const isNew = !existsSync(folder);
  if (!isNew && readdirSync(folder).length > 0)
    throw new GliaError(`${folder} is there already and is not empty. Nothing was made.`);
  const files = contents(name);
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, { flag: "wx" });
    }
  } catch (cause) {
    for (const path of Object.keys(files)) rmSync(join(folder, path), { force: true });
    if (isNew) rmSync(folder, { recursive: true, force: true });
    throw new GliaError(`${folder} cannot be written: ${(cause as Error).message}`, { cause });
  }
  const next = [
    `cd ${shortPath(folder)}`,
    "glia add FILE.mod   # mechanisms of your own; mod/Leak.mod is an example",
    "npm install && npm test",
  ];
  return {
    data: { name, folder, files: Object.keys(files) },
    text: [
      `${shortPath(folder)} is a mechanism package:`,
      ...Object.keys(files).map((path) => `  ${path}`),
      "",
      "Next:",
      ...next.map((line) => `  ${line}`),
      "",
      "Before you publish it: write LICENSE, author and description.",
    ].join("\n"),
  };
}

function contents(name: string): Record<string, string> {
  const manifest = {
    name,
    version: "0.1.0",
    description: "Mechanisms for NEURON: a Glia package.",
    keywords: ["glia-package", "neuron", "nmodl", "neuroscience"],
    license: "SEE LICENSE IN LICENSE",
    author: "",
    exports: { "./package.json": "./package.json", "./mod/*": "./mod/*" },
    files: ["mod", "README.md", "LICENSE"],
    scripts: { test: "glia test" },
    glia: { mods: "mod" },
    devDependencies: { "nrn-patch": `^${ownVersion()}` },
  };
  return {
    "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "mod/Leak.mod": example,
    "README.md": readme(name),
    LICENSE: "Choose a licence and put its text here, and its name into package.json: https://choosealicense.com\n",
  };
}

const example = `TITLE A leak: an ohmic current through the membrane

COMMENT
i = g * (v - e). An example: say here what is computed, and cite the paper that it comes from.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX Leak
  NONSPECIFIC_CURRENT i
  RANGE g, e
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  g = 0.0001 (S/cm2) <0, 1e9> : conductance
  e = -65 (mV) : reversal potential
}

ASSIGNED {
  v (mV)
  i (mA/cm2) : current, outward positive
}

BREAKPOINT {
  i = g * (v - e)
}
`;

const readme = (name: string) => `# ${name}

Mechanisms for NEURON, as a package for Glia (\`nrn-patch/glia\`).

\`\`\`sh
npm install ${name}
\`\`\`

\`\`\`ts
import { p } from "nrn-patch";
import * as g from "nrn-patch/glia";

const soma = p.Section({ L: 20, diam: 20 });
const leak = g.insert(soma, "Leak", { attributes: { g: 0.0002 } }); // S/cm2
\`\`\`

| mechanism | what it is | from |
| --- | --- | --- |
| Leak | an ohmic current | an example: replace it |
`;
