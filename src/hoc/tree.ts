// Where a section stands in its tree.
import type { Handle } from "../engine/binding.js";
import { native } from "../engine/engine.js";
import { Shaped } from "./points.js";
import type { Section } from "./section.js";
import type { Segment } from "./segment.js";
import { handleOfShell } from "./shell.js";
import { decode, wrap } from "./transfer.js";

const section = (handle: Handle): Section => wrap.section(handle) as Section;

export class Branch extends Shaped {
  children(): Section[] {
    return native.tree(handleOfShell(this), 0).map(section);
  }

  /** Itself and all that hangs on it. */
  subtree(): Section[] {
    return native.tree(handleOfShell(this), 1).map(section);
  }

  /** All sections of the cell that it is part of, from the root on. */
  wholetree(): Section[] {
    return native.tree(handleOfShell(this), 2).map(section);
  }

  /** The segment that it is connected to, or null. */
  parentseg(): Segment | null {
    return decode(native.parent(handleOfShell(this), false)) as Segment | null;
  }

  /** The segment on the nearest ancestor that it hangs on truly, not through another section's beginning. */
  trueparentseg(): Segment | null {
    return decode(native.parent(handleOfShell(this), true)) as Segment | null;
  }

  /** 0 or 1: the end that is connected. */
  orientation(): number {
    return native.orientation(handleOfShell(this));
  }
}
