// SectionRef: also says which section it refers to, and takes it in the first place.
import { described } from "../core/arguments.js";
import { ArgumentTypeError, DisposedError, HocError } from "../core/errors.js";
import { register } from "../hoc/classes.js";
import { HocObject } from "../hoc/object.js";
import { ownClass } from "../hoc/root.js";
import { isSection, type Section } from "../hoc/section.js";
import { transform } from "./transform.js";

declare module "../hoc/neuron/lists.js" {
  interface SectionRef {
    /** The section that it refers to: `sec` by another name. */
    get section(): Section;
    __neuron__(): this;
  }
}

class PatchSectionRef extends HocObject {
  get section(): Section {
    try {
      return (this as unknown as { sec: Section }).sec;
    } catch (cause) {
      if (!(cause instanceof HocError)) throw cause;
      throw new DisposedError(`${String(this)}: the section that it referred to no longer exists.`, { cause });
    }
  }

  __neuron__(): this {
    return this;
  }
}
ownClass(PatchSectionRef);
register("SectionRef", PatchSectionRef as unknown as new (...args: unknown[]) => HocObject);

/** One section, in first place or as `{ sec }`; none is the current one. */
export function sectionRefArguments(args: unknown[]): unknown[] {
  if (args.length > 1) throw new ArgumentTypeError(`p.SectionRef: expected one section, got ${args.length} values.`);
  const given = transform(args[0]);
  if (given === undefined || (typeof given === "object" && given !== null && "sec" in given)) return args;
  if (isSection(given)) return [{ sec: given }];
  throw new ArgumentTypeError(`p.SectionRef: expected a section, got ${described(args[0])}.`);
}
