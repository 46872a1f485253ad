// Names as HOC writes them, `cell[0].soma.v(0.5)`: what is wrong with one that HOC does not understand.
import { ArgumentRangeError, ArgumentTypeError, PatchError } from "../../core/errors.js";
import type { Interpreter } from "./actions.js";

interface Step {
  readonly name: string;
  readonly indices: readonly string[];
  /** Along a section: a number, or an expression of HOC's. */
  readonly x: string | undefined;
}

/** Whether it can be one: letters, members, indices and places. */
export const isName = (text: string): boolean => /^[A-Za-z_][\w.[\]()]*$/.test(text);

/** Undefined for text of another form. */
function stepsOf(path: string): Step[] | undefined {
  const one = /([A-Za-z_]\w*)((?:\[[^\][]+\])*)(?:\(([^()]+)\))?(?:\.|$)/y;
  const steps: Step[] = [];
  for (let at = 0; at < path.length; at = one.lastIndex) {
    one.lastIndex = at;
    const [, name, brackets = "", x] = one.exec(path) ?? [];
    if (name === undefined) return undefined;
    steps.push({ name, indices: [...brackets.matchAll(/\[([^\]]+)\]/g)].map(([, index]) => index as string), x });
  }
  return steps;
}

/** HOC would take the nearest end for a place beyond it, without a word. @throws ArgumentRangeError */
export function checkPlace(path: string, value: (x: string) => number): void {
  // Before it, parentheses are those of calls: cells.o(3).soma.v(0.5).
  const { name, x } = stepsOf(path)?.at(-1) ?? {};
  const place = x === undefined ? 0 : value(x);
  if (place < 0 || place > 1)
    throw new ArgumentRangeError(
      `${name}(x): expected a number from 0 to 1, got ${x === String(place) ? x : `${place} (${x})`}.`,
    );
}

/** Of text that is a number, or an expression that HOC knows. */
export function valueIn(h: Interpreter, text: string): number {
  if (!Number.isNaN(Number(text))) return Number(text);
  h(`hoc_ac_ = ${text}`);
  return h.hoc_ac_ as number;
}

type Part = Readonly<Record<string, unknown>> & ((x: number) => Part);

/** In the words of `h`, which knows what there is and what is near to it; "" when it finds nothing wrong. */
export function whyNot(h: Interpreter, path: string): string {
  try {
    walk(h, stepsOf(path) ?? []);
    return "";
  } catch (error) {
    const isOurs = [PatchError, ArgumentRangeError, ArgumentTypeError].some((kind) => error instanceof kind);
    return isOurs ? inShort(error) : "";
  }
}

function walk(h: Interpreter, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>((at, step, i) => followed(h, at as Part, step, i === steps.length - 1), h);
}

/** What a range variable lacks that is named without its place; "" for what is none. */
export function withoutPlace(h: Interpreter, path: string): string {
  const steps = stepsOf(path) ?? [];
  const last = steps.pop();
  if (last === undefined || last.x !== undefined) return "";
  try {
    // A section, or the top level with its current one: what is called with a number on another object is a method.
    const owner = walk(h, steps);
    if (typeof owner !== "function") return "";
    followed(h, owner as Part, { ...last, x: "0.5" }, true);
    return `say where along the section, as in ${path}(0.5).`;
  } catch {
    return "";
  }
}

/**
 * What is wrong with a name of which a word is unknown to HOC: to whatever has been read so far, and that will not change by a
 * run. "" for a name that a run may still fill with something.
 */
export function unknownWord(h: Interpreter, path: string): string {
  const isKnown = (name: string): boolean => (h.name_declared as (name: string) => number)(name) !== 0;
  const steps = stepsOf(path) ?? [];
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (!isKnown(first.name)) return whyNot(h, path);
  if (last.x === undefined || isKnown(last.name)) return "";
  try {
    // A section, or the top level: on another object it is a method.
    if (typeof walk(h, steps.slice(0, -1)) !== "function") return "";
  } catch {
    return "";
  }
  return whyNot(h, path);
}

function followed(h: Interpreter, from: Part, { name, indices, x }: Step, isLast: boolean): unknown {
  const isTop = (from as unknown) === h;
  if (x !== undefined && (typeof from !== "function" || (isTop && !isLast)))
    return (from[name] as (x: number) => unknown)(valueIn(h, x));
  const owner = x === undefined ? from : (isTop ? (h.cas as () => Part)() : from)(valueIn(h, x));
  return indices.reduce<unknown>((part, index) => (part as Part)[String(valueIn(h, index))], owner[name]);
}

/** HOC's first words of what went wrong: what follows is where in text that is this command's own. */
export function inShort(error: unknown): string {
  const [words = ""] = (error as Error).message.split("\n");
  return words
    .replace(/^NEURON: /, "")
    .replace(/^(\S+) : section was deleted$/, "the section $1 was deleted")
    .replace(/([^.?])$/, "$1.");
}
