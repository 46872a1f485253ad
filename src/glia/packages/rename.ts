// An NMODL file under another name: the copy that is compiled.
import type { NmodlFile } from "./nmodl.js";

/**
 * The file under another name: one word of its NEURON block is another, and so are the C names that the translation makes of it.
 * `siblings` gives the new names of the other mechanisms of its package, for EXTERNAL.
 */
export function renamed(
  text: string,
  file: NmodlFile,
  name: string,
  siblings: ReadonlyMap<string, string> = new Map(),
): string {
  if (file.kind === "functions") return text;
  const { start, end } = file.nameAt;
  let result = `${text.slice(0, start)}${start === end ? ` SUFFIX ${name} ` : name}${text.slice(end)}`;
  if (name === file.name) return result;
  // VERBATIM code may use the translation's own functions and variables of the mechanism, which bear its name.
  const own = new Set([
    ...file.functions.map((own) => own.name),
    ...file.variables.map((variable) => variable.name),
    "setdata",
    "_hoc_setdata",
  ]);
  const tail = new RegExp(`\\b(\\w+)_${file.name}\\b`, "g");
  result = result.replace(/\bVERBATIM\b[\s\S]*?\bENDVERBATIM\b/g, (block) =>
    block.replace(tail, (whole, head: string) =>
      own.has(head) || own.has(head.replace(/^_hoc_/, "")) ? `${head}_${name}` : whole,
    ),
  );
  for (const external of file.external)
    for (const [sibling, full] of siblings)
      if (external.endsWith(`_${sibling}`))
        result = result.replace(new RegExp(`\\b${external}\\b`, "g"), `${external.slice(0, -sibling.length)}${full}`);
  return result;
}
