// A section goes, and with it what cannot be without it: its point processes, their NetCons, its recordings.
import type { Handle } from "../engine/binding.js";
import { native } from "../engine/engine.js";
import { dropDependents } from "./dependents.js";
import { letGo } from "./identity.js";
import { Standing } from "./kinds.js";
import { unrefer } from "./references.js";
import { wrap } from "./transfer.js";

/** Disposes a section: its processes, NetCons and recordings first. */
export function disposeSection(section: object, handle: Handle): void {
  if (!native.alive?.(handle)) {
    letGo(handle);
    return;
  }
  for (const process of processesOf(handle)) {
    dropDependents(process);
    const handle = (process as { [key: symbol]: Handle })[Symbol.for("nrn-patch.handle")] as Handle;
    // What HOC made and holds loses its place only, as when HOC deletes the section.
    if (native.standing(handle) === Standing.ours) (process as Disposable)[Symbol.dispose]();
  }
  dropDependents(section);
  native.deleteSection(handle);
  letGo(handle);
  unrefer(section);
}

function processesOf(section: Handle): object[] {
  return native.processesOf(section).map((handle) => wrap.object(handle, native.classOf(handle)));
}
