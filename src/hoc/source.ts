// The NMODL source of a mechanism, which NEURON keeps in its library, and what it says of itself there.
import { entryFor } from "./classes.js";
import type { IonUse } from "./neuron/mechanisms.js";

interface MechanismType {
  select(name: string): unknown;
  code(): string;
  file(): string;
  dispose(): void;
}

export interface Source {
  /** The text; "" for what is built in without. */
  readonly code: string;
  /** Where the file was when it was compiled. */
  readonly file: string;
}

export function sourceOf(name: string): Source {
  for (const kind of [0, 1]) {
    const types = new (entryFor("MechanismType").make as unknown as new (kind: number) => MechanismType)(kind);
    try {
      types.select(name);
      const code = types.code();
      if (code.includes(name)) return { code, file: types.file() };
    } catch {
      // Not of this kind: density mechanisms and point processes are listed apart.
    } finally {
      types.dispose();
    }
  }
  return { code: "", file: "" };
}

const words =
  /(?=\b(?:SUFFIX|USEION|NONSPECIFIC_CURRENT|ELECTRODE_CURRENT|RANGE|GLOBAL|POINTER|EXTERNAL|THREADSAFE|RANDOM)\b)/;

/** The statements of the NEURON block, without comments; terms of ontologies stand at the end of the one before. */
function statements(code: string): string[] {
  const bare = code.replace(/^\s*COMMENT\b[\s\S]*?^\s*ENDCOMMENT\b/gm, "").replace(/[:?].*$/gm, keepTerms);
  return /^\s*NEURON\s*\{([^}]*)\}/m.exec(bare)?.[1]?.split(words) ?? [];
}

/** A colon begins a comment, except in a term such as CHEBI:29101. */
function keepTerms(comment: string, at: number, all: string): string {
  const term = /\bREPRESENTS\s+\w+$/.test(all.slice(0, at)) ? /^:\w+/.exec(comment) : null;
  return term?.[0] ?? "";
}

function names(statement: string, word: string): string[] {
  const list = new RegExp(`\\b${word}\\s+(\\w+(?:\\s*,\\s*\\w+)*)`).exec(statement)?.[1];
  return list === undefined ? [] : list.split(/\s*,\s*/);
}

/** What a mechanism does with which ion, as its USEION statements say. */
export function ionsIn(code: string): Record<string, IonUse> {
  const ions: Record<string, IonUse> = {};
  for (const statement of statements(code)) {
    const name = /^USEION\s+(\w+)/.exec(statement)?.[1];
    if (name === undefined) continue;
    const charge = /\bVALENCE\s+([-+]?\d+)/.exec(statement)?.[1];
    ions[name] = {
      read: names(statement, "READ"),
      write: names(statement, "WRITE"),
      charge: charge === undefined ? null : Number(charge),
      ontology_id: /\bREPRESENTS\s+(\S+)/.exec(statement)?.[1] ?? null,
    };
  }
  return ions;
}

/** The terms of ontologies for the mechanism itself. */
export function termsIn(code: string): string[] {
  return statements(code).flatMap((statement) => {
    const terms = [...statement.matchAll(/\bREPRESENTS\s+(\S+)/g)].map(([, term]) => term as string);
    return statement.startsWith("USEION") ? terms.slice(1) : terms;
  });
}
