// The reader of NMODL: names, kinds and declarations from any text that NEURON takes, and renaming that changes nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readNmodl } from "#src/glia/packages/nmodl.js";
import { readBytes, withoutComments } from "#src/glia/packages/nmodl-text.js";
import { renamed } from "#src/glia/packages/rename.js";
import { NmodlError } from "#src/glia.js";
import { filesIn, installation, leak, newFolder, synapse, write } from "./support.js";

const read = (text: string, included?: (path: string) => string | undefined) => readNmodl(text, "x.mod", included);
const variable = (text: string, name: string) => read(text).variables.find((found) => found.name === name);

test("a mechanism's name, kind and declarations", () => {
  const file = read(leak("Leak"));
  assert.equal(file.name, "Leak");
  assert.equal(file.kind, "density");
  assert.equal(file.title, "a leak");
  assert.deepEqual(file.currents, ["i"]);
  assert.deepEqual(file.functions, [{ name: "twice", takes: ["x"] }]);
  assert.deepEqual(
    file.variables.map(({ name, role }) => [name, role]),
    [
      ["g", "range"],
      ["e", "range"],
      ["w", "range"],
      ["q", "global"],
      ["i", "range"],
    ],
  );
  assert.deepEqual(variable(leak("Leak"), "g"), {
    name: "g",
    units: "S/cm2",
    comment: "conductance",
    length: 0,
    role: "range",
    block: "PARAMETER",
    value: 0.001,
  });
  assert.equal(variable(leak("Leak"), "w")?.length, 3);
  const other = read(synapse("AMPA"));
  assert.deepEqual([other.kind, other.receives, other.nameAt.line], ["point process", true, 2]);
});

test("comments, VERBATIM and strings hide what stands in them, and nothing else", () => {
  const text = `COMMENT NEURON { SUFFIX wrong } it's : ? VERBATIM
ENDCOMMENT
: NEURON { SUFFIX wrong2
? SUFFIX wrong3 { COMMENT
NEURON { SUFFIX : wrong4
  right RANGE a, : b,
  c
  RANGE d , e }
VERBATIM
 { { { "NEURON { SUFFIX wrong5 }" }
ENDVERBATIM
INCLUDE "COMMENT.inc"
PARAMETER { a = 1 }`;
  const file = read(text);
  assert.equal(file.name, "right");
  assert.deepEqual(
    file.variables.map(({ name }) => name),
    ["a", "c", "d", "e"],
  );
  assert.deepEqual(file.includes, ["COMMENT.inc"]);
  assert.equal(withoutComments(text).length, text.length);
  const behind = 'if (a < 0) { printf("{ %g (%g)\\n", t, a) } : }';
  assert.equal(withoutComments(behind), 'if (a < 0) { printf("           ", t, a) }    ');
});

test("several declarations in a line, arrays, limits, units with anything in them, defaults", () => {
  const text = `DEFINE N 10
UNITS { (mV) = (millivolt) F = (faraday) (coulomb) }
NEURON { POINT_PROCESS P RANGE a,b , c[3] POINTER p BBCOREPOINTER bb RANDOM r1, r2 GLOBAL q }
PARAMETER { a = -1.5e-3 (/ms) <-1e9,1e9>  b=.5(mA/cm2) : not one's alone
  q = 2 (1) : the one (for all)
  lonely = 7 (degC) FROM 0 TO 1e3 : a global too
  celsius (degC) dt
}
ASSIGNED { w[N] (um/ms) c[3] v (mV) p (mV) bb }
STATE { A[2] (mol) B FROM 0 TO 1 START 0.5 }`;
  const some = (name: string) => {
    const { value, units, comment, role } = variable(text, name) ?? {};
    return [role, value, units, comment];
  };
  assert.deepEqual(some("a"), ["range", -0.0015, "/ms", ""]);
  assert.deepEqual(some("b"), ["range", 0.5, "mA/cm2", ""]);
  assert.deepEqual(some("q"), ["global", 2, "1", "the one (for all)"]);
  assert.deepEqual(some("lonely"), ["global", 7, "degC", "a global too"]);
  assert.deepEqual(
    [variable(text, "A")?.length, variable(text, "B")?.block, variable(text, "c")?.length],
    [2, "STATE", 3],
  );
  assert.deepEqual(
    ["p", "bb", "r1", "r2"].map((name) => variable(text, name)?.role),
    ["pointer", "pointer", "random", "random"],
  );
  for (const name of ["celsius", "dt", "v", "w", "FROM"]) assert.equal(variable(text, name), undefined, name);
});

test("the arguments of functions, without their units; VERBATIM code that takes its own may take anything", () => {
  const { functions } = read(`NEURON { SUFFIX f }
FUNCTION rate(v (mV), k(1/mV (ms)), class) (/ms) { rate = v }
PROCEDURE none() { LOCAL a }
FUNCTION_TABLE tau(v (mV)) (ms)
FUNCTION open() {
VERBATIM
  if (ifarg(1)) _lopen = *getarg(1);
ENDVERBATIM
}
`);
  assert.deepEqual(
    functions.map(({ name, takes }) => [name, takes]),
    [
      ["rate", ["v", "k", "class"]],
      ["none", []],
      ["tau", ["v"]],
      ["open", undefined],
    ],
  );
});

test("ions, over several lines, with valence and terms of ontologies", () => {
  const text = `NEURON {
  SUFFIX pump REPRESENTS NCIT:C17145
  USEION ca READ cai, eca
    WRITE ica REPRESENTS CHEBI:29108 VALENCE 2
  USEION k READ ek WRITE ik REPRESENTS [CHEBI:29103] : comment
  NONSPECIFIC_CURRENT il, im
}
PARAMETER { cai = 1 (mM) }`;
  const file = read(text);
  assert.deepEqual(file.ions, [
    { name: "ca", reads: ["cai", "eca"], writes: ["ica"] },
    { name: "k", reads: ["ek"], writes: ["ik"] },
  ]);
  assert.deepEqual(file.currents, ["il", "im"]);
  assert.deepEqual(
    file.variables.map(({ name }) => name),
    ["il", "im"],
  );
});

test("what an included file declares counts", () => {
  const files: Record<string, string> = {
    "a.inc": 'PARAMETER { g = 2 (S) : from a\n}\nINCLUDE "b.inc"',
    "b.inc": "FUNCTION f(x) { f = x }\nASSIGNED { v }",
  };
  const text = 'NEURON { SUFFIX inc RANGE g }\nINCLUDE "a.inc"\nVERBATIM\n#include "c.h"\nENDVERBATIM';
  const file = read(text, (path) => files[path]);
  assert.deepEqual(file.includes, ["a.inc", "c.h"]);
  assert.deepEqual(
    file.variables.map(({ name, units, comment }) => [name, units, comment]),
    [["g", "S", "from a"]],
  );
  assert.deepEqual(
    file.functions.map(({ name }) => name),
    ["f"],
  );
});

test("a file without SUFFIX is named after itself; SUFFIX nothing has functions only", () => {
  const bare = readNmodl("NEURON { RANGE g }", "/mods/Na__fast.mod");
  assert.deepEqual([bare.name, bare.kind], ["Na", "density"]);
  assert.equal(renamed("NEURON { RANGE g }", bare, "full"), "NEURON { SUFFIX full  RANGE g }");
  const functions = readNmodl("NEURON { SUFFIX nothing }\nFUNCTION f(x) { f = x }", "/mods/tools.mod");
  assert.deepEqual(
    [functions.name, functions.kind, functions.functions],
    ["tools", "functions", [{ name: "f", takes: ["x"] }]],
  );
  assert.match(renamed("NEURON { SUFFIX nothing }", functions, "full"), /SUFFIX nothing/);
});

test("faults name file and line", () => {
  const fault = (text: string, expected: RegExp) =>
    assert.throws(
      () => read(text),
      (error) => error instanceof NmodlError && expected.test(error.message),
    );
  fault("TITLE nothing here\n", /^x\.mod:1: it has no NEURON block/);
  fault("NEURON {\n  SUFFIX a\n  POINT_PROCESS b\n}", /^x\.mod:3: .*SUFFIX in line 2, POINT_PROCESS in line 3/);
  fault("NEURON { SUFFIX a }\nBREAKPOINT {\n  if (v) {\n}\n", /^x\.mod:2: the block BREAKPOINT .* never closed/);
  fault("\nCOMMENT never\n", /^x\.mod:2: this COMMENT has no ENDCOMMENT/);
  fault("NEURON { SUFFIX }", /^x\.mod:1: SUFFIX needs a name/);
});

test("renaming changes the name, and the functions that bear it in VERBATIM, and no other byte", () => {
  const text = `NEURON { SUFFIX Kv USEION Kv READ Kvi RANGE gKv POINTER Kv_p }
FUNCTION rates(v) { rates = v }
PROCEDURE set() {
VERBATIM
  rates_Kv(1.); set_Kv(); _hoc_rates_Kv(); other_Kv(); q_Kv = Kv;
ENDVERBATIM
}
PARAMETER { q = 1 } : Kv rates_Kv`;
  const called = "  rates_Kv(1.); set_Kv(); _hoc_rates_Kv(); other_Kv(); q_Kv";
  const expected = text
    .replace("SUFFIX Kv", "SUFFIX full")
    .replace(called, "  rates_full(1.); set_full(); _hoc_rates_full(); other_Kv(); q_full");
  assert.equal(renamed(text, read(text), "full"), expected);
  const external = "NEURON { SUFFIX a EXTERNAL q_Kv, q_other }\nINITIAL { x = q_Kv + q_other }";
  assert.equal(
    renamed(external, read(external), "A", new Map([["Kv", "full"]])),
    "NEURON { SUFFIX A EXTERNAL q_full, q_other }\nINITIAL { x = q_full + q_other }",
  );
});

test("lines that end as on the first Macs", () => {
  const root = newFolder();
  write(root, { "a.mod": "NEURON { SUFFIX a RANGE g } : {\rPARAMETER { g = 1 }\r\n: {\n" });
  const found = readBytes(join(root, "a.mod"));
  assert.equal(found, "NEURON { SUFFIX a RANGE g } : {\nPARAMETER { g = 1 }\r\n: {\n");
  assert.equal(read(found).variables[0]?.name, "g");
});

test("bytes that are no UTF-8 stay what they are, and are read", () => {
  const root = newFolder();
  const text = "NEURON { SUFFIX a RANGE g }\r\nPARAMETER { g = 1 (mV) : caf\xe9 \xb5\r\n}\r\n";
  const bytes = Buffer.from(text, "latin1");
  write(root, { "a.mod": bytes });
  const found = readBytes(join(root, "a.mod"));
  assert.equal(read(found).variables[0]?.comment, "caf\xe9 \xb5");
  assert.deepEqual(Buffer.from(renamed(found, read(found), "a"), "latin1"), bytes);
  const utf8 = Buffer.from("NEURON { SUFFIX a RANGE g }\nPARAMETER { g = 1 : µm\n}", "utf8").toString("latin1");
  assert.equal(read(utf8).variables[0]?.comment, "µm");
});

test("NEURON's own files are read", () => {
  const files = filesIn(installation.root).filter((path) => path.endsWith(".mod"));
  assert.ok(files.length > 10);
  for (const path of files) {
    const text = readFileSync(path, "latin1");
    const file = readNmodl(text, path);
    assert.ok(file.variables.length > 0, path);
    assert.equal(text.slice(file.nameAt.start, file.nameAt.end), file.name, path);
  }
});
