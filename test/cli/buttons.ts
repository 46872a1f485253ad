import { newFolder, write } from "../glia/support.js";
import { type Called, command } from "./support.js";

/** A published model in small: a cell, a panel with a button and a field, a graph. At first its current is too weak. */
export const model = `
create soma
soma { L = 20 diam = 20 insert hh }
objref clamp
soma clamp = new IClamp(0.5)
clamp.del = 1
clamp.dur = 5
tstop = 10
gain = 0.001
proc figure1() { clamp.amp = gain run() }
xpanel("Figures")
xbutton("Figure 1", "figure1()")
xvalue("strength", "gain")
xpanel()
newPlotV()
`;

/** A program that leaves the running to the command. */
export const program = `
import { h, p } from "nrn-patch";
const soma = p.Section({ name: "soma", L: 20, diam: 20, insert: "hh" });
soma.iclamp({ delay: 1, duration: 5, amplitude: 0.3 });
h.tstop = 10;
setInterval(() => {}, 1000);
`;

export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  write(folder, files);
  return folder;
}

export const run = (folder: string, ...args: string[]): Called => command("nrn-patch", folder, ["run", ".", ...args]);
