// glia types: what is written compiles with the oldest and the newest TypeScript, and refuses what is mistyped.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { broken, leak, packageRoot, project, synapse } from "../glia/support.js";
import { dependency, glia, link } from "./support.js";

/** A mechanism whose every name is one that something else has, or that means something in TypeScript. */
const odd = (statement: string) => `TITLE Odd */ names
NEURON {
  ${statement}
  RANGE name, section, record, new, constructor, toString, stimulate, dispose, hname, get, w
  POINTER far
  RANDOM rng
  GLOBAL table, delete
}
DEFINE N 3
PARAMETER {
  name = 1 (mV) : a */ comment
  section = 2 record = 3 new = 4 constructor = 5 toString = 6 stimulate = 7 dispose = 8 hname = 9 get = 10 delete = 1e-3
}
ASSIGNED { w[N] (nA) : weights
  far (mV) table[2] }
FUNCTION set(x) { set = x }
FUNCTION_TABLE inf(v)
PROCEDURE rates(v) { TABLE w FROM 0 TO 1 WITH 10
  w[0] = v }
`;

const chloride = `NEURON { SUFFIX Cl USEION cl READ ecl WRITE icl VALENCE -1 RANGE gbar }
PARAMETER { gbar = 0.1 (S/cm2) : largest conductance
}
ASSIGNED { ecl (mV) icl (mA/cm2) v (mV) }
STATE { m }
BREAKPOINT { icl = gbar * m * (v - ecl) }
`;

const root = project({
  "package.json": {
    name: "project",
    version: "1.0.0",
    type: "module",
    glia: { mods: "mod" },
    dependencies: { mechs: "*", other: "*", published: "*" },
  },
  "mod/Kv.mod": leak("Kv"),
  "mod/Cl.mod": chloride,
  "mod/Odd.mod": odd("SUFFIX Odd"),
  "mod/OddSyn.mod": odd("POINT_PROCESS OddSyn"),
  "mod/OddCell.mod": odd("ARTIFICIAL_CELL OddCell"),
  "mod/Far.mod": "NEURON { POINT_PROCESS Far POINTER far RANGE w }\nASSIGNED { far w[3] }\n",
  "mod/Hidden.mod": "NEURON { POINT_PROCESS Hidden RANGE loc }\nPARAMETER { loc = 3 }\n",
  "mod/string.mod": leak("string"),
  "mod/log.mod": leak("log"),
  "mod/v.mod": synapse("v"),
  "mod/sec.mod": leak("sec"),
  "mod/hh__mine.mod": leak("hh"),
  "mod/util.mod": "NEURON { SUFFIX nothing }\nFUNCTION plus(a, b) { plus = a + b }\n",
  ...dependency("mechs", {
    "AMPA.mod": synapse("AMPA"),
    "AMPA__slow.mod": synapse("AMPA", 20).replaceAll("tau", "tauslow"),
    "Na.mod": leak("Na"),
  }),
  ...dependency("other", {
    "Na.mod": leak("Na", 0.5).replaceAll("RANGE g,", "RANGE gna, g,"),
    "Mixed.mod": leak("Mixed"),
  }),
  ...dependency(
    "published",
    { "cagk.mod": leak("cagk"), "Mixed.mod": synapse("Mixed") },
    { glia: { mods: "mod", names: "plain" } },
  ),
  "tsconfig.json": {
    // No skipLibCheck: what was written is what is looked at.
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      module: "nodenext",
      target: "es2022",
      types: ["node"],
    },
  },
  "main.ts": `
import { h, p, type Pointer } from "nrn-patch";
import * as g from "nrn-patch/glia";

const s = p.Section("soma");
const ampa = g.insert(s, "AMPA", { attributes: { tau: 2 } });
ampa.tau = 3;
ampa.stimulate([1, 2]);
h.NetCon(null, ampa);
ampa.get_segment().x satisfies number;
ampa._ref_tau satisfies Pointer;
// Which variant it is may be chosen at run time: what any of them has.
ampa.tauslow satisfies number;
g.insert(s, "glia__mechs__AMPA__slow").tauslow satisfies number;
// @ts-expect-error this variant has no such parameter
g.insert(s, "glia__mechs__AMPA__slow").tau;
// @ts-expect-error a mistyped parameter
g.insert(s, "AMPA").tua1;
// @ts-expect-error a mistyped parameter
g.insert(s, "AMPA", { attributes: { tua: 2 } });
// @ts-expect-error a mistyped parameter of NEURON's own
s(0.5).hh.gnabr;
// @ts-expect-error the same, inserted
g.insert(s, "pas").gg;
g.insert(s, "pas").g = 0.001;
g.insert(s, "pas")(0.5).g satisfies number;
g.insert(s, "IClamp").amp = 0.1;
g.insert(s, "no types were made of this").anything;

const kv = g.insert(s, "Kv", { attributes: { g: 0.1, w: [1, 2, 3] } });
kv.g = 0.2;
kv.w[1] = 3;
kv(0.5).g = 0.3;
kv(0.5)._ref_g satisfies Pointer;
kv.record("i", 0.5);
s(0.5).Kv.g satisfies number;
s(0.5).g_Kv = 1;
s(0.5)._ref_g_Kv satisfies Pointer;
s.g_Kv = 1;
s(0.5).glia__project__Kv__0.g satisfies number;
h.q_Kv = 4;
h.twice_Kv(2) satisfies number;
h.setdata_Kv(s(0.5));
p.q_Kv satisfies number;
s.insert(h.Kv);
// @ts-expect-error a mistyped range variable
s(0.5).gg_Kv;
// @ts-expect-error a mistyped range variable of a section
s.gg_Kv;
// @ts-expect-error a mistyped GLOBAL
h.qq_Kv;
// @ts-expect-error a mistyped parameter of the mechanism at a segment
kv(0.5).gg;
// @ts-expect-error an array is set element by element
kv.w = 3;
// @ts-expect-error a GLOBAL belongs to all
kv.q;

h.plus(1, 2) satisfies number;
// @ts-expect-error a function takes as many numbers as its file says
h.plus(1);
// @ts-expect-error and no strings
kv(0.5).twice("2");
// @ts-expect-error NEURON's loc hides the file's
g.insert(s, "Hidden").loc = 3;
g.insert(s, "Hidden").loc(0.5);
h.cagk.insert(s);
s(0.5).g_cagk satisfies number;
s(0.5).Cl.gbar satisfies number;
s(0.5).ecl satisfies number;
s(0.5).cl_ion.cli satisfies number;
h.cli0_cl_ion = 5;
// @ts-expect-error two packages have it: the plain name says nothing
s(0.5).Na;
s(0.5).glia__other__Na__0.gna satisfies number;
g.insert(s, "Na").gna satisfies number;
g.insert(s, "hh", { variant: "mine" });
const mixed = g.insert(s, "Mixed");
if ("stimulate" in mixed) mixed.tau satisfies number;

const odd = g.insert(s, "Odd");
[odd.name, odd.section, odd.record, odd.new, odd.constructor, odd.toString, odd.get] satisfies number[];
odd.rng.set_ids(1, 2, 3);
odd(0.5).name() satisfies string;
odd(0.5).table_inf(1, 2);
h.table_Odd[1] = 2;
h.delete_Odd = 3;
h.usetable_Odd = 0;
const syn = g.insert(s, "OddSyn");
[syn.name, syn.stimulate, syn.dispose, syn.new, syn.constructor] satisfies number[];
syn._ref_far = s(0.5)._ref_v;
syn.set(1) satisfies number;
new h.OddCell().w[0] satisfies number | undefined;
g.insert(null, "OddCell").rng;
const far = g.insert(s, "Far", { attributes: { far: s(0.5)._ref_v, w: [1, 2, 3] } });
h.NetCon(null, far);
g.insert(s, "string").g = 1;
g.insert(s, "log").g = 1;
h.log(2) satisfies number;
s(0.5).v satisfies number;
s(0.5).sec.L satisfies number;
`,
});

const file = join(root, "glia.d.ts");

before(() => {
  link(root);
  symlinkSync(join(packageRoot, "node_modules", "@types"), join(root, "node_modules", "@types"));
  const { status, out, errors } = glia(root, "types");
  assert.equal(status, 0, errors);
  assert.equal(out, "glia.d.ts: declarations of 20 mechanisms.\n");
});

for (const version of ["typescript-5.0", "typescript"])
  test(`${version} takes the declarations, and refuses mistyped names`, () => {
    const tsc = join(packageRoot, "node_modules", version, "bin", "tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", "."], { cwd: root, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });

test("the files' units, values and comments are documentation", () => {
  const text = readFileSync(file, "utf8");
  assert.match(text, /^\/\/ Made by `glia types`/);
  assert.match(text, /\/\*\* conductance, S\/cm2 \(default 0\.001\)\. PARAMETER, RANGE\. \*\/\n {2}g: number;/);
  assert.match(text, /\/\*\* \(default 3\)\. PARAMETER, GLOBAL of Kv\. \*\/\n {4}q_Kv: number;/);
  assert.match(text, /\/\*\* a \*\\\/ comment, mV \(default 1\)/);
  assert.match(text, /\/\*\* weights, nA\. ASSIGNED, RANGE\. 3 elements\. \*\/\n {2}readonly w: HocArray;/);
  assert.match(text, /Only in variant slow\. \*\/\n {2}tauslow: number;/);
  assert.match(text, /^\/\/ Not declared, since NEURON has these names itself: .*\bh\.log\b/m);
});

test("the same mechanisms give the same text, wherever the command is called", () => {
  const text = readFileSync(file, "utf8");
  assert.equal(glia(root, "types").out, "glia.d.ts is up to date: declarations of 20 mechanisms.\n");
  rmSync(file);
  assert.equal(glia(packageRoot, "types", "--project", root, "--json").json.file, file);
  assert.equal(readFileSync(file, "utf8"), text);
  assert.equal(text.includes(root), false);
});

test("a file of somebody else's is left alone; --out names another; what is broken is left out and told", () => {
  const other = project({
    "mod/Kv.mod": leak("Kv"),
    "mod/half.mod": "NEURON { SUFFIX half",
    "mod/Bad.mod": broken("Bad"),
    "glia.d.ts": "mine",
  });
  const refused = glia(other, "types");
  assert.equal(refused.status, 1);
  assert.match(refused.errors, /was not made by glia types/);
  const { status, errors } = glia(other, "types", "--out", "types/mechanisms.d.ts");
  assert.equal(status, 1);
  assert.match(errors, /half\.mod:1/);
  assert.match(readFileSync(join(other, "types", "mechanisms.d.ts"), "utf8"), /readonly Kv: /);
  assert.equal(existsSync(join(other, "glia.d.ts")), true);
});
