// Range variables of a whole section: read in the middle, written everywhere.
import { isNumber, number } from "../core/arguments.js";
import type { SymbolId } from "../engine/binding.js";
import { native } from "../engine/engine.js";
import { HocArray, needsIndex } from "./array.js";
import { Kind } from "./kinds.js";
import { lookup } from "./names.js";
import { handleOfShell, type Shell } from "./shell.js";

/** Defines a section-wide accessor of a range variable when its name is met first. */
export function installWide(prototype: object, name: string): boolean {
  const found = lookup(name);
  if (found === undefined) return false;
  const { id, kind, isArray } = found;
  if (kind !== Kind.rangeVariable) return false;
  Object.defineProperty(prototype, name, {
    configurable: true,
    ...(isArray
      ? {
          get(this: Shell) {
            return sectionArray(this, id, name);
          },
          set(this: Shell, value: unknown) {
            needsIndex(`${String(this)}.${name}`, value);
          },
        }
      : {
          get(this: Shell) {
            return native.rangeGet(handleOfShell(this), 0.5, id, 0);
          },
          set(this: Shell, value: unknown) {
            const checked = isNumber(value) ? value : number(`${String(this)}.${name}`, value);
            native.rangeSetAll(handleOfShell(this), id, 0, checked);
          },
        }),
  });
  return true;
}

function sectionArray(section: Shell, id: SymbolId, name: string): HocArray {
  return new HocArray({
    name: () => `${String(section)}.${name}`,
    length: (depth) => (depth === 0 ? native.dimension(id, 0, 0) : -1),
    get: ([i]) => native.rangeGet(handleOfShell(section), 0.5, id, i as number),
    set: ([i], value) =>
      native.rangeSetAll(handleOfShell(section), id, i as number, number(`${String(section)}.${name}[${i}]`, value)),
  });
}

/** What would bring the name into being. */
export function insertHint(section: Shell, name: string): string {
  const tail = name.slice(name.lastIndexOf("_") + 1);
  return name.includes("_") && native.mechanismSymbol(tail) !== 0
    ? ` It needs ${String(section)}.insert("${tail}") first.`
    : "";
}
