// @ts-check
// A cell from a HOC template: the text is run as it is, and the template is a class of `h` from then on.
// node examples/hoc-template.mjs
import { h, untyped } from "nrn-patch";

h.load_file("stdrun.hoc");
h(`
begintemplate BallAndStick
public soma, dend, all, spines, inject
create soma, dend
objref all, clamp
proc init() {
  spines = $1
  soma { L = 20  diam = 20  insert hh }
  dend { L = 300  diam = 2  nseg = 7  insert pas  e_pas = -65  cm = 1 + 0.01 * spines }
  connect dend(0), soma(1)
  all = new SectionList()
  soma all.append()
  dend all.append()
}
proc inject() {
  soma clamp = new IClamp(0.5)
  clamp.del = 2
  clamp.dur = 0.5
  clamp.amp = $1
}
endtemplate BallAndStick
`);

/**
 * What the template makes; h learns of it at run time, TypeScript does not.
 * @typedef {import("nrn-patch").Section} Section
 * @typedef {{ soma: Section, dend: Section, all: Iterable<Section>, spines: number, inject(amplitude: number): void }} Cell
 */
/** @type {Cell} */
const cell = untyped(h).BallAndStick(50);
cell.inject(2); // nA

const v = h.Vector().record(cell.soma(0.5)._ref_v);
const far = h.Vector().record(cell.dend(1)._ref_v);
h.finitialize(-65);
h.continuerun(10);

for (const section of cell.all) console.log(section);
console.log(`${cell} has ${cell.spines} spines, and ${cell.soma.children().length} section on its soma`);
console.log(`peaks: ${v.max().toFixed(4)} mV in the soma, ${far.max().toFixed(4)} mV at the dendrite's end`);
console.log(`untyped(h).BallAndStick[0] is the cell: ${untyped(h).BallAndStick[0] === cell}`);
