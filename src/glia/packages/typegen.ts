// TypeScript declarations of the mechanisms that were found: written from their files, without the engine.
import { declared } from "./declared.js";
import { type Asset, type Discovery, isBuiltIn, plainNames } from "./discover.js";
import {
  functionsOf,
  ionMembers,
  type Member,
  membersOf,
  merged,
  titleOf,
  usesTables,
  variableDoc,
  variablesOf,
} from "./members.js";
import type { NmodlVariable } from "./nmodl.js";

/** How the file begins. */
export const mark = "// Made by `glia types`";

const head = `${mark} from the NMODL files of this project and its dependencies; the same command makes it again.
// What is changed here by hand is lost.
`;

/** The declarations as a file's text; the same mechanisms give the same text. */
export function declarations(discovery: Discovery): string {
  const { alone } = plainNames(discovery);
  const all = discovery.assets.filter(({ fault }) => fault === undefined);
  const own = all.filter((asset) => !isBuiltIn(asset)).sort(byName(({ unit }) => unit));
  const module = new Module();
  for (const asset of own) {
    const word = asset.plain || alone.get(asset.name) === asset ? asset.name : undefined;
    module.add(asset, word);
  }
  for (const [name, candidates] of grouped(all)) module.addName(name, candidates);
  return module.text();
}

function byName<T>(name: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0);
}

function grouped(assets: readonly Asset[]): [string, Asset[]][] {
  const groups = new Map<string, Asset[]>();
  for (const asset of assets)
    if (asset.kind !== "functions") groups.set(asset.name, [...(groups.get(asset.name) ?? []), asset]);
  return [...groups].sort(byName(([name]) => name));
}

class Module {
  readonly #interfaces = new Map<string, string>();
  /** Lines of the interfaces that are added to, by the member's name: of what is there already, nothing is declared again. */
  readonly #hoc = new Map<string, string>();
  readonly #segment = new Map<string, string>();
  readonly #section = new Map<string, string>();
  readonly #mechanisms = new Map<string, string>();
  readonly #left: string[] = [];

  /** Everything that one asset brings; `word` is the plain name that stands for it alone. */
  add(asset: Asset, word: string | undefined): void {
    const { kind, fullName } = asset;
    this.#addIons(asset);
    if (kind === "functions") {
      for (const { name, takes } of functionsOf(asset)) this.#toHoc(name, `(${takes}): number`, titleOf(asset));
      for (const variable of variablesOf(asset, "global")) this.#addGlobal(variable, variable.name, asset);
      return;
    }
    const names = [...new Set([word ?? fullName, fullName])];
    const suffix = names[0] as string;
    for (const variable of variablesOf(asset, "global")) this.#addGlobal(variable, `${variable.name}_${suffix}`, asset);
    if (usesTables(asset))
      this.#toHoc(`usetable_${suffix}`, ": number", `Whether the tables of ${asset.name} are used (default 1).`);
    const members = membersOf(asset);
    if (kind === "density") {
      this.#interfaces.set(fullName, densityInterfaces(fullName, titleOf(asset), members));
      for (const name of names) {
        this.#toHoc(name, ": HocMechanism", titleOf(asset), "readonly ");
        this.#toSegment(name, `readonly ${key(name)}: At_${fullName};`, titleOf(asset));
      }
      for (const member of members) this.#addRange(member, `${member.name}_${suffix}`);
      for (const member of members.filter(({ type }) => type === "function"))
        this.#toHoc(`${member.name}_${suffix}`, `(${member.takes}): number`, member.doc);
      const setdata = `setdata_${suffix}`;
      this.#toHoc(setdata, "(place: Segment): number", `Says which segment the functions of ${asset.name} are about.`);
    } else {
      this.#interfaces.set(fullName, processInterface(fullName, kind, titleOf(asset), members));
      for (const name of names)
        this.#toHoc(
          name,
          `: ${classOf(kind, members)}<Process_${fullName}${takenBy(kind, members).length === 0 ? "" : ", [place?: Segment]"}>`,
          titleOf(asset),
          "readonly ",
        );
    }
    this.#mechanisms.set(fullName, entry(fullName, typeOf(asset), titleOf(asset)));
  }

  /** What `g.insert` gives for a name; of several, what any of them has, since a choice can be made at run time. */
  addName(name: string, candidates: readonly Asset[]): void {
    const [first, ...others] = candidates as [Asset, ...Asset[]];
    if (others.length === 0 && this.#mechanisms.has(name)) return; // compiled under its plain name
    const told = candidates.map((asset) => `${asset.package}, ${asset.variant}`).join("; ");
    const doc =
      others.length === 0 ? titleOf(first) : `One of several (package, variant): ${told}. Their full names say which.`;
    const sameKind = candidates.every((asset) => asset.kind === first.kind && !isBuiltIn(asset));
    if (others.length === 0 || !sameKind) {
      this.#mechanisms.set(name, entry(name, [...new Set(candidates.map(typeOf))].join(" | "), doc));
      return;
    }
    const id = `any_${name}`;
    const members = merged(candidates);
    this.#interfaces.set(
      id,
      first.kind === "density" ? densityInterfaces(id, doc, members) : processInterface(id, first.kind, doc, members),
    );
    this.#mechanisms.set(name, entry(name, first.kind === "density" ? inserted(id, members) : `Process_${id}`, doc));
  }

  #toHoc(name: string, rest: string, doc: string, before = ""): void {
    if (declared("Hoc").all.has(name)) this.#left.push(`h.${name}`);
    else if (!this.#hoc.has(name)) this.#hoc.set(name, `${comment(doc, 4)}    ${before}${key(name)}${rest};\n`);
  }

  #toSegment(name: string, line: string, doc: string): void {
    if (declared("Segment").all.has(name)) this.#left.push(`segment.${name}`);
    else if (!this.#segment.has(name)) this.#segment.set(name, `${comment(doc, 4)}    ${line}\n`);
  }

  #addGlobal(variable: NmodlVariable, name: string, asset: Asset): void {
    const doc = variableDoc(variable, ` of ${asset.name}`);
    if (variable.length > 0) this.#toHoc(name, ": HocArray", doc, "readonly ");
    else this.#toHoc(name, ": number", doc);
    this.#toHoc(`_ref_${name}`, variable.length > 0 ? ": PointerArray" : ": Pointer", "", "readonly ");
  }

  /** A range variable on segments and sections. */
  #addRange(member: Member, name: string): void {
    if (member.type === "function") return;
    const line = `${member.type === "number" ? "" : "readonly "}${key(name)}: ${member.type};`;
    this.#toSegment(name, line, member.doc);
    const reference = referenceOf({ ...member, name });
    if (reference !== undefined) this.#toSegment(`_ref_${name}`, reference, "");
    if (
      member.type === "NMODLRandom" ||
      member.isPointer ||
      declared("Section").all.has(name) ||
      this.#section.has(name)
    )
      return;
    this.#section.set(name, `${comment(member.doc, 4)}    ${line}\n`);
  }

  /** Ions that NEURON has not by itself. */
  #addIons({ source }: Asset): void {
    for (const { name } of source?.ions ?? []) {
      if (["na", "k", "ca"].includes(name) || this.#hoc.has(`${name}_ion`)) continue;
      const members = ionMembers(name);
      this.#interfaces.set(`${name}_ion`, densityInterfaces(`${name}_ion`, `The ion ${name}.`, members, false));
      this.#toSegment(`${name}_ion`, `readonly ${name}_ion: At_${name}_ion;`, `The ion ${name}.`);
      this.#toHoc(`${name}_ion`, ": HocMechanism", `The ion ${name}.`, "readonly ");
      this.#toHoc(`${name}i0_${name}_ion`, ": number", "Initial concentration inside, mM.");
      this.#toHoc(`${name}o0_${name}_ion`, ": number", "Initial concentration outside, mM.");
      for (const member of members) this.#addRange(member, member.name);
    }
  }

  text(): string {
    const body = [
      ...[...this.#interfaces].sort(byName(([id]) => id)).map(([, text]) => text),
      block("nrn-patch", [
        ["Hoc", this.#hoc],
        ["SegmentVariables", this.#segment],
        ["SectionVariables", this.#section],
      ]),
      block("nrn-patch/glia", [["Mechanisms", this.#mechanisms]]),
    ].join("\n");
    const left = [...new Set(this.#left)].sort();
    const note = left.length === 0 ? "" : `// Not declared, since NEURON has these names itself: ${left.join(", ")}.\n`;
    return `${head}${note}\n${imports(body)}\n${body}\nexport {};\n`;
  }
}

function block(module: string, parts: readonly (readonly [string, ReadonlyMap<string, string>])[]): string {
  const inside = parts.flatMap(([name, lines]) =>
    lines.size === 0
      ? []
      : [
          `  interface ${name} {\n${[...lines]
            .sort(byName(([line]) => line))
            .map(([, line]) => line)
            .join("")}  }\n`,
        ],
  );
  return `declare module ${JSON.stringify(module)} {\n${inside.join("\n")}}\n`;
}

const types = {
  "nrn-patch": [
    "AlphaSynapse",
    "APCount",
    "ArtificialCell",
    "ArtificialCellClass",
    "ClassOf",
    "Exp2Syn",
    "ExpSyn",
    "HocArray",
    "IClamp",
    "IntFire1",
    "IntFire2",
    "IntFire4",
    "Mechanism",
    "Mechanism_extracellular",
    "Mechanism_hh",
    "Mechanism_pas",
    "NetStim",
    "NMODLRandom",
    "PatternStim",
    "Pointer",
    "PointerArray",
    "PointProcess",
    "PointProcessClass",
    "SEClamp",
    "Segment",
    "VClamp",
  ],
};

/** The names that the text uses; a file of declarations that imports is a module, so that it adds to others. */
function imports(text: string): string {
  const used = types["nrn-patch"].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  if (/\bHocMechanism\b/.test(text)) used.push("DensityMechanism as HocMechanism");
  return `import type {\n${used.map((name) => `  ${name},\n`).join("")}} from "nrn-patch";\nimport type { DensityMechanism } from "nrn-patch/glia";\n`;
}

/** What stands at a segment, and what of it can be set in a whole section. */
function densityInterfaces(id: string, doc: string, members: readonly Member[], withInserted = true): string {
  const base = declared("Mechanism").all;
  const variables = members.filter(({ type }) => type !== "function");
  // At a segment, what every mechanism has goes before the variables of this one; in a section, it is the other way.
  const own = members.filter(({ name }) => !base.has(name));
  const isSame = own.length === members.length && withInserted;
  const lines = isSame ? own.filter(({ type }) => type === "function") : own;
  const at = `${comment(doc, 0)}interface At_${id} extends Mechanism${isSame ? `, In_${id}` : ""} {\n${lines.map(lineOf).join("")}${references(own)}}\n`;
  return withInserted ? `interface In_${id} {\n${variables.map(lineOf).join("")}}\n${at}` : at;
}

const baseOf = (kind: Asset["kind"]): string => (kind === "point process" ? "PointProcess" : "ArtificialCell");

/** Members that bear a name of what all such objects have: NEURON's goes before ours. */
function takenBy(kind: Asset["kind"], members: readonly Member[]): string[] {
  const known = declared(baseOf(kind)).all;
  return members.filter(({ name }) => known.has(name)).map(({ name }) => JSON.stringify(name));
}

/** Its class; one that hides something of ours is no HocObject for TypeScript. */
function classOf(kind: Asset["kind"], members: readonly Member[]): string {
  return takenBy(kind, members).length > 0 ? "ClassOf" : `${baseOf(kind)}Class`;
}

function processInterface(id: string, kind: Asset["kind"], doc: string, members: readonly Member[]): string {
  const base = baseOf(kind);
  const taken = takenBy(kind, members);
  const parent = taken.length === 0 ? base : `Omit<${base}, ${taken.join(" | ")}>`;
  return `${comment(doc, 0)}interface Process_${id} extends ${parent} {\n${members.map(lineOf).join("")}${references(members)}}\n`;
}

const references = (members: readonly Member[]): string =>
  members
    .flatMap((member) => referenceOf(member) ?? [])
    .map((line) => `  ${line}\n`)
    .join("");

function referenceOf({ name, type, isPointer }: Member): string | undefined {
  if (type === "NMODLRandom" || type === "function") return undefined;
  // Assigning it says where a POINTER points to.
  return isPointer
    ? `_ref_${name}: Pointer;`
    : `readonly _ref_${name}: ${type === "HocArray" ? "PointerArray" : "Pointer"};`;
}

function lineOf({ name, type, takes, doc }: Member): string {
  const line =
    type === "function"
      ? `${key(name)}(${takes}): number;`
      : `${type === "number" ? "" : "readonly "}${key(name)}: ${type};`;
  return `${comment(doc, 2)}  ${line}\n`;
}

const entry = (name: string, type: string, doc: string): string =>
  `${comment(doc, 4)}    readonly ${key(name)}: ${type};\n`;

/** The type of what `g.insert` gives. */
function typeOf(asset: Asset): string {
  if (isBuiltIn(asset))
    return asset.kind === "density"
      ? `DensityMechanism<Mechanism_${asset.name}> & Omit<Mechanism_${asset.name}, keyof Mechanism | \`_ref_\${string}\`>`
      : asset.name;
  return asset.kind === "density" ? inserted(asset.fullName, membersOf(asset)) : `Process_${asset.fullName}`;
}

/** What an inserted mechanism has by itself (glia/density.ts); its variables go before that. */
const ofInserted: ReadonlySet<string> = new Set(["asset", "parameters", "record", "section", "toJSON", "uninsert"]);

function inserted(id: string, members: readonly Member[]): string {
  const taken = members
    .filter(({ name, type }) => type !== "function" && ofInserted.has(name))
    .map(({ name }) => JSON.stringify(name));
  if (taken.length === 0) return `DensityMechanism<At_${id}> & In_${id}`;
  return `((x: number) => At_${id}) & Omit<DensityMechanism<At_${id}>, ${taken.join(" | ")}> & In_${id}`;
}

/** A doc comment of one line; nothing in it ends it. */
function comment(text: string, indent: number): string {
  const line = text.replace(/\s+/g, " ").replace(/\*\//g, "*\\/").trim();
  return line === "" ? "" : `${" ".repeat(indent)}/** ${line} */\n`;
}

/** A property's name; `new` and `constructor` would mean something else without quotes. */
function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== "new" && name !== "constructor" ? name : JSON.stringify(name);
}
