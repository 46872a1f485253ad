// What a mechanism's file says of its variables and functions, as members of an object with their documentation.
import { ofProcesses } from "./builtin.js";
import type { Asset } from "./discover.js";
import type { NmodlVariable } from "./nmodl.js";
import { readBytes, withoutComments } from "./nmodl-text.js";

/** One member of an interface. */
export interface Member {
  readonly name: string;
  readonly type: "number" | "HocArray" | "NMODLRandom" | "function";
  /** What stands in the brackets behind a function: `v: number`. */
  readonly takes?: string;
  readonly isPointer: boolean;
  readonly doc: string;
}

export function variablesOf({ source }: Asset, ...roles: NmodlVariable["role"][]): NmodlVariable[] {
  return source?.variables.filter(({ role }) => roles.includes(role)) ?? [];
}

/** The variables and functions that belong to one instance. */
export function membersOf(asset: Asset): Member[] {
  const variables = variablesOf(asset, "range", "pointer", "random").map(
    (variable): Member => ({
      name: variable.name,
      type: variable.role === "random" ? "NMODLRandom" : variable.length > 0 ? "HocArray" : "number",
      isPointer: variable.role === "pointer",
      doc: variableDoc(variable),
    }),
  );
  const functions = functionsOf(asset).map(
    ({ name, takes }): Member => ({ name, type: "function", takes, isPointer: false, doc: "" }),
  );
  const hidden = hiddenIn(asset);
  return [...variables, ...functions].filter(({ name }) => !hidden.includes(name));
}

/** What the file declares and nobody can reach: NEURON has a function of that name for every point process. */
export function hiddenIn({ kind, source }: Asset): string[] {
  if (source === undefined || kind === "density" || kind === "functions") return [];
  const variables = source.variables.filter(({ role }) => role !== "global");
  return [...variables, ...source.functions].map(({ name }) => name).filter((name) => ofProcesses.has(name));
}

/** Its functions; a FUNCTION_TABLE brings one more, which fills it, with a number, Vectors, or pointers. */
export function functionsOf(asset: Asset): { readonly name: string; readonly takes: string }[] {
  const tables = [...codeOf(asset).matchAll(/\bFUNCTION_TABLE\s+(\w+)/g)].map(([, name]) => `table_${name}`);
  const own = asset.source?.functions ?? [];
  return [
    ...own.map(({ name, takes }) => ({
      name,
      takes: takes?.map((argument) => `${named(argument)}: number`).join(", ") ?? anything,
    })),
    ...tables.map((name) => ({ name, takes: anything })),
  ];
}

const anything = "...values: unknown[]";

/** A name that TypeScript takes for an argument. */
const named = (name: string): string =>
  /^(arguments|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/.test(
    name,
  )
    ? `${name}_`
    : name;

export const usesTables = (asset: Asset): boolean => /\bTABLE\b/.test(codeOf(asset));

function codeOf({ file }: Asset): string {
  return file === undefined ? "" : withoutComments(readBytes(file), file);
}

/** The members that any of them has; what not all have says whose it is. */
export function merged(assets: readonly Asset[]): Member[] {
  const found = new Map<string, { member: Member; of: Asset[] }>();
  for (const asset of assets)
    for (const member of membersOf(asset)) {
      const known = found.get(member.name);
      if (known === undefined) found.set(member.name, { member, of: [asset] });
      // Of two kinds under one name, only the full names can say which.
      else if (known.member.type === member.type) {
        known.of.push(asset);
        if (known.member.takes !== member.takes) known.member = { ...known.member, takes: anything };
      }
    }
  const packages = new Set(assets.map((asset) => asset.package));
  return [...found.values()].map(({ member, of }) => {
    if (of.length === assets.length) return member;
    const whose = of
      .map((asset) => (packages.size > 1 ? `${asset.package}, ${asset.variant}` : asset.variant))
      .join("; ");
    return { ...member, doc: `${member.doc} Only in ${packages.size > 1 ? "" : "variant "}${whose}.`.trim() };
  });
}

export function ionMembers(ion: string): Member[] {
  const list: [string, string][] = [
    [`e${ion}`, "Reversal potential, mV."],
    [`${ion}i`, "Concentration inside, mM."],
    [`${ion}o`, "Concentration outside, mM."],
    [`i${ion}`, "Total current, mA/cm2; negative flows in."],
    [`di${ion}_dv_`, "Derivative of the current by voltage, S/cm2."],
  ];
  return list.map(([name, doc]) => ({ name, type: "number", isPointer: false, doc }));
}

export function titleOf({ name, kind, package: from, variant, source }: Asset): string {
  const title = source?.title ?? "";
  const origin =
    source === undefined ? "built into NEURON" : `of ${from}${variant === "0" ? "" : `, variant ${variant}`}`;
  return `${title === "" ? "" : `${sentence(title)} `}${name}, ${kind === "functions" ? "functions " : kind === "density" ? "density mechanism " : `${kind} `}${origin}.`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A variable in words: the file's comment, units, value, and what NMODL calls it. */
export function variableDoc(
  { comment: text, units, value, block: part, role, length }: NmodlVariable,
  of = "",
): string {
  const what = [text, units === "" || units === "1" ? "" : units].filter(Boolean).join(", ");
  const first = value === undefined ? what : `${what} (default ${value})`.trim();
  const elements = length > 0 ? ` ${length} elements.` : "";
  const words = [...new Set([part, role.toUpperCase()].filter(Boolean))].join(", ");
  return `${first === "" ? "" : `${sentence(first)} `}${words}${of}.${elements}`;
}
