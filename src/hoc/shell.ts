// The function that a section is.
import type { Handle } from "../engine/binding.js";
import type { Section } from "./section.js";
import { Segment } from "./segment.js";
import { fresh, kSectionHandle } from "./transfer.js";

/** Calling it makes a segment. The order of the three steps matters: another one costs ten times as much a read. */
export class Shell {
  constructor() {
    const self = (x: number) => new Segment(self as unknown as Section, x);
    Object.setPrototypeOf(self, new.target.prototype as object);
    delete (self as { length?: number }).length;
    delete (self as { name?: string }).name;
    // biome-ignore lint/correctness/noConstructorReturn: a section is a function
    return self as unknown as Shell;
  }
}

/** The handle, for what stands in front of the section's own class. */
export function handleOfShell(shell: Shell): Handle {
  if (fresh.settle !== undefined) fresh.settle();
  return (shell as unknown as { [kSectionHandle]: Handle })[kSectionHandle];
}
