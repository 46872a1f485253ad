// The variables that an NMODL file declares, with their units, comments and values.
import type { NmodlIon, NmodlVariable } from "./nmodl.js";
import { type Block, readable } from "./nmodl-text.js";

/** A text of which a file consists: its own, or one that it includes. */
export interface Part {
  readonly text: string;
  readonly code: string;
  readonly blocks: readonly Block[];
}

interface Declaration {
  readonly block: NonNullable<NmodlVariable["block"]>;
  readonly units: string;
  readonly comment: string;
  readonly length: number;
  readonly value: number | undefined;
}

const declarationPiece =
  /([A-Za-z_]\w*)|\[\s*(\w+)\s*\]|=\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)?|\(([^()]*)\)|<[^>\n]*>|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/** Units, comments, lengths and values, from PARAMETER, ASSIGNED, STATE and CONSTANT. */
function declarations(parts: readonly Part[]): Map<string, Declaration> {
  const defined = new Map(
    parts.flatMap(({ code }) =>
      (code.includes("DEFINE") ? [...code.matchAll(/\bDEFINE\s+(\w+)\s+(\d+)/g)] : []).map(([, name, value]) => [
        name as string,
        Number(value),
      ]),
    ),
  );
  const found = new Map<string, Declaration>();
  for (const { text, code, blocks: list } of parts)
    for (const block of list)
      if (
        block.keyword === "PARAMETER" ||
        block.keyword === "ASSIGNED" ||
        block.keyword === "STATE" ||
        block.keyword === "CONSTANT"
      )
        for (const [name, declaration] of declarationsIn(text, code, block, defined))
          if (!found.has(name)) found.set(name, declaration);
  return found;
}

function declarationsIn(
  text: string,
  code: string,
  block: Block,
  defined: ReadonlyMap<string, number>,
): [string, Declaration][] {
  interface Entry {
    name: string;
    units: string;
    length: number;
    value: number | undefined;
    end: number;
  }
  const entries: Entry[] = [];
  for (const match of code.slice(block.start, block.end).matchAll(declarationPiece)) {
    const [whole, name, length, value, units] = match;
    const entry = entries.at(-1);
    const end = block.start + match.index + whole.length;
    if (name !== undefined && !["FROM", "TO", "START", "WITH"].includes(name)) {
      entries.push({ name, units: "", length: 0, value: undefined, end });
      continue;
    }
    if (entry === undefined) continue;
    entry.end = end;
    if (length !== undefined) entry.length = /^\d/.test(length) ? Number(length) : (defined.get(length) ?? 1);
    if (value !== undefined) entry.value = Number(value);
    if (units !== undefined && entry.units === "") entry.units = readable(units.trim());
  }
  const keyword = block.keyword as Declaration["block"];
  return entries.map(({ name, units, length, value, end }, i) => {
    const line = text.slice(end, text.indexOf("\n", end) < 0 ? undefined : text.indexOf("\n", end));
    const next = entries[i + 1];
    const isAlone =
      (next === undefined || code.slice(end, next.end).includes("\n")) &&
      (i === 0 || code.slice((entries[i - 1] as Entry).end, end).includes("\n"));
    const comment = isAlone ? (/^[^:?]*[:?]+\s*(.*?)\s*$/.exec(line.replace(/\r/g, ""))?.[1] ?? "") : "";
    return [name, { block: keyword, units, length, value, comment: readable(comment) }];
  });
}

/** NEURON's own variables, which a mechanism declares to use them. */
const neurons = new Set(["v", "t", "dt", "celsius", "diam", "area", "L", "delta_t"]);

export function variablesOf(
  parts: readonly Part[],
  list: (...keywords: string[]) => string[],
  ions: readonly NmodlIon[],
): NmodlVariable[] {
  const known = declarations(parts);
  const ofIons = new Set(ions.flatMap(({ reads, writes }) => [...reads, ...writes]));
  const found = new Map<string, NmodlVariable>();
  const add = (name: string, role: NmodlVariable["role"]) => {
    if (found.has(name)) return;
    const { units = "", comment = "", length = 0, value = undefined, block = undefined } = known.get(name) ?? {};
    found.set(name, { name, units, comment, length, role, block, value });
  };
  for (const name of list("POINTER", "BBCOREPOINTER")) add(name, "pointer");
  for (const name of list("RANDOM")) add(name, "random");
  for (const name of list("RANGE")) add(name, "range");
  for (const name of list("GLOBAL")) add(name, "global");
  // Currents and states can be read without being declared RANGE; a PARAMETER that is not RANGE is one for all.
  for (const name of list("NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT")) add(name, "range");
  for (const [name, { block }] of known) {
    if (neurons.has(name) || ofIons.has(name)) continue;
    if (block === "STATE") add(name, "range");
    else if (block === "PARAMETER") add(name, "global");
  }
  return [...found.values()];
}
