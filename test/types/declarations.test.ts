// Every member that src/hoc/neuron declares is there at run time, in NEURON's own tables or in our classes.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { coreneuron, h as typed, units, untyped } from "nrn-patch";
import ts from "typescript-5.0";
import { native } from "#engine";

const h = untyped(typed);
h.load_file("stdgui.hoc");
h.load_file("import3d.hoc");
h.ion_register("ca", 2);

const folder = join("src", "hoc", "neuron");

interface Declared {
  readonly kind: "class" | "interface";
  readonly bases: readonly string[];
  readonly members: readonly string[];
}

/** The classes and interfaces of all files, by name, with the names of their members. */
const declared = new Map<string, Declared>();
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), "utf8");
  for (const node of ts.createSourceFile(file, text, ts.ScriptTarget.ES2022).statements) {
    if (!ts.isClassDeclaration(node) && !ts.isInterfaceDeclaration(node)) continue;
    const name = node.name?.text as string;
    const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => type.expression));
    const members = [...node.members].flatMap((member) =>
      member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? [member.name.text] : [],
    );
    declared.set(name, {
      kind: ts.isClassDeclaration(node) ? "class" : "interface",
      bases: bases.flatMap((base) => (ts.isIdentifier(base) ? [base.text] : [])),
      members: [...new Set(members)],
    });
  }
}

/** All members, those of its bases included. */
function membersOf(name: string): string[] {
  const found = declared.get(name);
  return found ? [...found.members, ...found.bases.flatMap(membersOf)] : [];
}

/** NEURON's names of classes whose own cannot be used in TypeScript. */
const hocName: Record<string, string> = { HocString: "String", PointerObject: "Pointer" };
/** What several classes have in common; looked for in each of them. */
const common = ["ArtificialCell", "PointProcess", "Box", "Import3dReader", "Import3dPoints", "ShapeScene"];
/** Declared so that its use is a compile error, or what `nrn-patch/plot` brings. */
const elsewhere = ["RangeVarPlot.plot", "PlotShape.plot", "Graph.lines", "Graph.figure", "PlotShape.figure"];

describe("classes", () => {
  const classes = [...declared].filter(([name, { kind }]) => kind === "class" && !common.includes(name));
  assert.ok(classes.length > 40, `${classes.length} classes`);
  for (const [name] of classes)
    test(name, () => {
      const own = hocName[name] ?? name;
      const id = native.lookup(own);
      assert.notEqual(id, 0, `NEURON has no class ${own}`);
      const { prototype } = h[own];
      const missing = membersOf(name).filter((member) => {
        if (member in prototype || elsewhere.includes(`${name}.${member}`)) return false;
        const bare = member.startsWith("_ref_") ? member.slice(5) : member;
        return (
          native.memberSymbol(id, bare === "delay" ? "del" : bare, 0) === 0 && native.memberSymbol(id, bare, 0) === 0
        );
      });
      assert.deepEqual(missing, []);
    });
});

describe("functions, variables and classes of h", () => {
  const { bases } = declared.get("Hoc") as Declared;
  assert.ok(bases.length > 15, `${bases.length} parts`);
  for (const part of bases.filter((name) => name !== "NotAFunction"))
    test(part, () => {
      const names = membersOf(part);
      assert.ok(names.length > 0);
      assert.deepEqual(
        names.filter((name) => !(name in h)),
        [],
      );
    });

  test("h's own", () => {
    assert.deepEqual(
      (declared.get("Hoc") as Declared).members.filter((name) => typeof h[name] !== "function"),
      [],
    );
  });
});

describe("range variables and mechanisms", () => {
  const sec = h.Section("all");
  for (const name of ["hh", "pas", "fastpas", "extracellular", "ca_ion"]) sec.insert(name);
  h.CVode().use_fast_imem(true);
  h.finitialize(-65);

  for (const part of [...declared.keys()].filter((name) => name.startsWith("Mechanism_")))
    test(part, () => {
      const mechanism = sec(0.5)[part.slice("Mechanism_".length)];
      assert.deepEqual(
        membersOf(part).filter((name) => mechanism[name] === undefined),
        [],
      );
    });

  test("segments", () => {
    assert.deepEqual(
      membersOf("SegmentVariables").filter((name) => sec(0.5)[name] === undefined),
      [],
    );
  });

  test("sections", () => {
    assert.deepEqual(
      membersOf("SectionVariables").filter((name) => sec[name] === undefined),
      [],
    );
  });

  test("density mechanisms themselves", () => {
    assert.deepEqual(
      membersOf("DensityMechanism").filter((name) => h.hh[name] === undefined),
      [],
    );
    assert.deepEqual(
      membersOf("Mechanism").filter((name) => sec(0.5).hh[name] === undefined),
      [],
    );
  });

  test("psection", () => {
    assert.deepEqual(
      membersOf("Psection").filter((name) => !(name in sec.psection())),
      [],
    );
  });
});

test("units and CoreNEURON's settings", () => {
  assert.deepEqual(Object.keys(units).sort(), membersOf("Units").sort());
  const settings = coreneuron as unknown as Record<string, unknown>;
  assert.deepEqual(
    membersOf("CoreNeuron").filter((name) => settings[name] === undefined),
    [],
  );
});
