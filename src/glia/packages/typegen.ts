// TypeScript declarations of the mechanisms that were found: written from their files, without the engine.
import { declared } from "./declared.js";
import { type Asset, type Discovery, isBuiltIn, plainNames } from "./discover.js";
import { type NmodlVariable, readBytes, withoutComments } from "./nmodl.js";

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
  for (const asset of assets) if (asset.kind !== "functions") groups.set(asset.name, [...(groups.get(asset.name) ?? []), asset]);
  return [...groups].sort(byName(([name]) => name));
}

/** One member of an interface. */
interface Member {
  readonly name: string;
  readonly type: "number" | "HocArray" | "NMODLRandom" | "function";
  readonly isPointer: boolean;
  readonly doc: string;
}

class Module {
  readonly #interfaces: string[] = [];
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
      for (const name of asset.source?.functions ?? []) this.#toHoc(name, `(...values: unknown[]): number`, titleOf(asset));
      for (const variable of variablesOf(asset, "global")) this.#addGlobal(variable, variable.name, asset);
      return;
    }
    const names = [...new Set([word ?? fullName, fullName])];
    const suffix = names[0] as string;
    for (const variable of variablesOf(asset, "global")) this.#addGlobal(variable, `${variable.name}_${suffix}`, asset);
    if (usesTables(asset)) this.#toHoc(`usetable_${suffix}`, ": number", `Whether the tables of ${asset.name} are used (default 1).`);
    const members = membersOf(asset);
    if (kind === "density") {
      this.#interfaces.push(densityInterfaces(fullName, titleOf(asset), members));
      for (const name of names) {
        this.#toHoc(name, ": HocMechanism", titleOf(asset), "readonly ");
        this.#toSegment(name, `readonly ${key(name)}: At_${fullName};`, titleOf(asset));
      }
      for (const member of members) this.#addRange(member, `${member.name}_${suffix}`);
      for (const member of members.filter(({ type }) => type === "function"))
        this.#toHoc(`${member.name}_${suffix}`, "(...values: unknown[]): number", member.doc);
      const setdata = `setdata_${suffix}`;
      this.#toHoc(setdata, "(place: Segment): number", `Says which segment the functions of ${asset.name} are about.`);
    } else {
      this.#interfaces.push(processInterface(fullName, kind, titleOf(asset), members));
      for (const name of names)
        this.#toHoc(name, `: ${kind === "point process" ? "PointProcessClass" : "ArtificialCellClass"}<Process_${fullName}>`, titleOf(asset), "readonly ");
    }
    this.#mechanisms.set(fullName, entry(fullName, typeOf(asset), titleOf(asset)));
  }

  /** What `g.insert` gives for a name; of several, what any of them has, since a choice can be made at run time. */
  addName(name: string, candidates: readonly Asset[]): void {
    const [first, ...others] = candidates as [Asset, ...Asset[]];
    if (others.length === 0 && this.#mechanisms.has(name)) return; // compiled under its plain name
    const told = candidates.map((asset) => `${asset.package}, ${asset.variant}`).join("; ");
    const doc = others.length === 0 ? titleOf(first) : `One of several (package, variant): ${told}. Their full names say which.`;
    const sameKind = candidates.every((asset) => asset.kind === first.kind && !isBuiltIn(asset));
    if (others.length === 0 || !sameKind) {
      this.#mechanisms.set(name, entry(name, [...new Set(candidates.map(typeOf))].join(" | "), doc));
      return;
    }
    const id = `any_${name}`;
    const members = merged(candidates);
    this.#interfaces.push(
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
    if (member.type === "NMODLRandom" || member.isPointer || declared("Section").all.has(name) || this.#section.has(name)) return;
    this.#section.set(name, `${comment(member.doc, 4)}    ${line}\n`);
  }

  /** Ions that NEURON has not by itself. */
  #addIons({ source }: Asset): void {
    for (const { name } of source?.ions ?? []) {
      if (["na", "k", "ca"].includes(name) || this.#hoc.has(`${name}_ion`)) continue;
      const members = ionMembers(name);
      this.#interfaces.push(densityInterfaces(`${name}_ion`, `The ion ${name}.`, members, false));
      this.#toSegment(`${name}_ion`, `readonly ${name}_ion: At_${name}_ion;`, `The ion ${name}.`);
      this.#toHoc(`${name}_ion`, ": HocMechanism", `The ion ${name}.`, "readonly ");
      this.#toHoc(`${name}i0_${name}_ion`, ": number", "Initial concentration inside, mM.");
      this.#toHoc(`${name}o0_${name}_ion`, ": number", "Initial concentration outside, mM.");
      for (const member of members) this.#addRange(member, member.name);
    }
  }

  text(): string {
    const body = [
      ...this.#interfaces.sort(),
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
    lines.size === 0 ? [] : [`  interface ${name} {\n${[...lines].sort(byName(([line]) => line)).map(([, line]) => line).join("")}  }\n`],
  );
  return `declare module ${JSON.stringify(module)} {\n${inside.join("\n")}}\n`;
}

const types = {
  "nrn-patch": ["AlphaSynapse", "APCount", "ArtificialCell", "ArtificialCellClass", "Exp2Syn", "ExpSyn", "HocArray", "IClamp", "IntFire1", "IntFire2", "IntFire4", "Mechanism", "Mechanism_extracellular", "Mechanism_hh", "Mechanism_pas", "NetStim", "NMODLRandom", "PatternStim", "Pointer", "PointerArray", "PointProcess", "PointProcessClass", "SEClamp", "Segment", "VClamp"],
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
  // At a segment, what every mechanism has goes before the variables of this one; in a section, it is the other way.
  const own = members.filter(({ name }) => !base.has(name));
  const variables = own.filter(({ type }) => type !== "function");
  const at = `${comment(doc, 0)}interface At_${id} extends Mechanism {\n${own.map((member) => lineOf(member)).join("")}${references(variables)}}\n`;
  if (!withInserted) return at;
  const whole = members.filter(({ type }) => type !== "function");
  return `${at}interface In_${id} {\n${whole.map((member) => lineOf(member)).join("")}}\n`;
}

function processInterface(id: string, kind: Asset["kind"], doc: string, members: readonly Member[]): string {
  const base = kind === "point process" ? "PointProcess" : "ArtificialCell";
  const taken = members.filter(({ name }) => declared(base).all.has(name)).map(({ name }) => JSON.stringify(name));
  const parent = taken.length === 0 ? base : `Omit<${base}, ${taken.join(" | ")}>`;
  const variables = members.filter(({ type }) => type !== "function");
  return `${comment(doc, 0)}interface Process_${id} extends ${parent} {\n${members.map((member) => lineOf(member)).join("")}${references(variables)}}\n`;
}

const references = (members: readonly Member[]): string =>
  members.flatMap((member) => referenceOf(member) ?? []).map((line) => `  ${line}\n`).join("");

function referenceOf({ name, type, isPointer }: Member): string | undefined {
  if (type === "NMODLRandom" || type === "function") return undefined;
  // Assigning it says where a POINTER points to.
  return isPointer ? `_ref_${name}: Pointer;` : `readonly _ref_${name}: ${type === "HocArray" ? "PointerArray" : "Pointer"};`;
}

function lineOf({ name, type, doc }: Member): string {
  const line = type === "function" ? `${key(name)}(...values: unknown[]): number;` : `${type === "number" ? "" : "readonly "}${key(name)}: ${type};`;
  return `${comment(doc, 2)}  ${line}\n`;
}

const entry = (name: string, type: string, doc: string): string => `${comment(doc, 4)}    readonly ${key(name)}: ${type};\n`;

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
  const taken = members.filter(({ name, type }) => type !== "function" && ofInserted.has(name)).map(({ name }) => JSON.stringify(name));
  if (taken.length === 0) return `DensityMechanism<At_${id}> & In_${id}`;
  return `((x: number) => At_${id}) & Omit<DensityMechanism<At_${id}>, ${taken.join(" | ")}> & In_${id}`;
}

function variablesOf({ source }: Asset, ...roles: NmodlVariable["role"][]): NmodlVariable[] {
  return source?.variables.filter(({ role }) => roles.includes(role)) ?? [];
}

/** The variables and functions that belong to one instance. */
function membersOf(asset: Asset): Member[] {
  const variables = variablesOf(asset, "range", "pointer", "random").map((variable): Member => ({
    name: variable.name,
    type: variable.role === "random" ? "NMODLRandom" : variable.length > 0 ? "HocArray" : "number",
    isPointer: variable.role === "pointer",
    doc: variableDoc(variable),
  }));
  const functions = functionsOf(asset).map((name): Member => ({ name, type: "function", isPointer: false, doc: "" }));
  return [...variables, ...functions];
}

/** Its functions; a FUNCTION_TABLE brings one more, which fills it. */
function functionsOf(asset: Asset): string[] {
  const tables = [...codeOf(asset).matchAll(/\bFUNCTION_TABLE\s+(\w+)/g)].map(([, name]) => `table_${name}`);
  return [...(asset.source?.functions ?? []), ...tables];
}

const usesTables = (asset: Asset): boolean => /\bTABLE\b/.test(codeOf(asset));

function codeOf({ file }: Asset): string {
  return file === undefined ? "" : withoutComments(readBytes(file), file);
}

/** The members that any of them has; what not all have says whose it is. */
function merged(assets: readonly Asset[]): Member[] {
  const found = new Map<string, { member: Member; of: Asset[] }>();
  for (const asset of assets)
    for (const member of membersOf(asset)) {
      const known = found.get(member.name);
      if (known === undefined) found.set(member.name, { member, of: [asset] });
      // Of two kinds under one name, only the full names can say which.
      else if (known.member.type === member.type) known.of.push(asset);
    }
  const packages = new Set(assets.map((asset) => asset.package));
  return [...found.values()].map(({ member, of }) => {
    if (of.length === assets.length) return member;
    const whose = of.map((asset) => (packages.size > 1 ? `${asset.package}, ${asset.variant}` : asset.variant)).join("; ");
    return { ...member, doc: `${member.doc} Only in ${packages.size > 1 ? "" : "variant "}${whose}.`.trim() };
  });
}

function ionMembers(ion: string): Member[] {
  const list: [string, string][] = [
    [`e${ion}`, "Reversal potential, mV."],
    [`${ion}i`, "Concentration inside, mM."],
    [`${ion}o`, "Concentration outside, mM."],
    [`i${ion}`, "Total current, mA/cm2; negative flows in."],
    [`di${ion}_dv_`, "Derivative of the current by voltage, S/cm2."],
  ];
  return list.map(([name, doc]) => ({ name, type: "number", isPointer: false, doc }));
}

function titleOf({ name, kind, package: from, variant, source }: Asset): string {
  const title = source?.title ?? "";
  const origin = source === undefined ? "built into NEURON" : `of ${from}${variant === "0" ? "" : `, variant ${variant}`}`;
  return `${title === "" ? "" : `${sentence(title)} `}${name}, ${kind === "functions" ? "" : `${kind} `}${origin}.`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A variable in words: the file's comment, units, value, and what NMODL calls it. */
function variableDoc({ comment: text, units, value, block: part, role, length }: NmodlVariable, of = ""): string {
  const what = [text, units === "" || units === "1" ? "" : units].filter(Boolean).join(", ");
  const first = value === undefined ? what : `${what} (default ${value})`.trim();
  const elements = length > 0 ? ` ${length} elements.` : "";
  const words = [...new Set([part, role.toUpperCase()].filter(Boolean))].join(", ");
  return `${first === "" ? "" : `${sentence(first)} `}${words}${of}.${elements}`;
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
