// What this package's own declarations say of NEURON's names: read from the .d.ts files, without the engine and without TypeScript.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../core/root.js";

interface Block {
  readonly bases: readonly string[];
  /** The members' comments, by name. */
  readonly members: ReadonlyMap<string, string>;
}

const folder = join(packageRoot, "dist", "hoc");
let known: Map<string, Block> | undefined;

/** The members of a class or interface with their comments: its own, and all together with those of its bases. */
export function declared(name: string): {
  readonly own: ReadonlyMap<string, string>;
  readonly all: ReadonlySet<string>;
} {
  known ??= read();
  const blocks = known;
  const all = new Set<string>();
  const add = (part: string): void => {
    const block = blocks.get(part);
    for (const member of block?.members.keys() ?? []) all.add(member);
    for (const base of block?.bases ?? []) add(base);
  };
  add(name);
  return { own: blocks.get(name)?.members ?? new Map(), all };
}

const block =
  /^export (?:declare )?(?:abstract )?(?:interface|class) (\w+)(?:<[^{]*?>)?(?: extends ([^{]+?))? \{\n([\s\S]*?)^\}/gm;
const member = /(?:\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*)?^ {4}(?:readonly |get |set |abstract )*([A-Za-z_]\w*)[?(<:]/gm;

function read(): Map<string, Block> {
  const found = new Map<string, Block>();
  const inside = join(folder, "neuron");
  const files = [
    ...readdirSync(inside)
      .filter((name) => name.endsWith(".d.ts"))
      .map((name) => join(inside, name)),
    ...["object", "root", "section", "segment"].map((name) => join(folder, `${name}.d.ts`)),
  ];
  for (const file of files)
    for (const [, name, bases = "", body] of readFileSync(file, "utf8").matchAll(block)) {
      const members = new Map(found.get(name as string)?.members);
      for (const [, comment = "", own] of (body as string).matchAll(member))
        if (!members.get(own as string))
          members.set(
            own as string,
            comment
              .replace(/^\s*\* ?/gm, "")
              .replace(/\s+/g, " ")
              .trim(),
          );
      const parts = [...bases.matchAll(/(?:\w+\.)?(\w+)(?:<[^>]*>)?/g)].map(([, base]) => base as string);
      found.set(name as string, { bases: [...(found.get(name as string)?.bases ?? []), ...parts], members });
    }
  // What the layer above adds to them.
  for (const name of ["PointProcess", "ArtificialCell"]) {
    const { bases, members } = found.get(name) as Block;
    found.set(name, {
      bases,
      members: new Map([...members, ["stimulate", ""], ["__neuron__", ""], ["__record__", ""]]),
    });
  }
  return found;
}
