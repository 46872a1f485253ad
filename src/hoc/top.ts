// HOC's own variables that hold objects.
import { native } from "../engine/engine.js";
import { Kind } from "./kinds.js";
import { nameOf } from "./names.js";

/** The names of all object references of HOC's top level. */
export function topObjects(): string[] {
  return [...native.names(-1), ...native.names(0)].filter((name) => {
    const id = native.lookup(name);
    return id !== 0 && nameOf(id).kind === Kind.object;
  });
}
