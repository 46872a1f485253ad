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
  const processes = native.processesOf(handle);
  if (processes === null) {
    letGo(handle);
    return;
  }
  if (processes !== undefined) disposeProcesses(processes);
  dropDependents(section);
  native.deleteSection(handle);
  letGo(handle);
  unrefer(section);
}

function disposeProcesses(handles: Handle[]): void {
  const processes = handles.map((handle) => wrap.object(handle, native.classOf(handle)));
  processes.forEach((process, i) => {
    dropDependents(process);
    // What HOC made and holds loses its place only, as when HOC deletes the section.
    if (native.standing(handles[i] as Handle) === Standing.ours) (process as Disposable)[Symbol.dispose]();
  });
}
