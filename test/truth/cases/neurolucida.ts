// Import3d reads a Neurolucida file into a cell of its own template, which then fires.
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../../../../test/truth/data/", import.meta.url));

export function run(h: any) {
  h.load_file("stdrun.hoc");
  h.load_file("import3d.hoc");
  h(`
begintemplate Traced
public soma, dend, apic, axon, all, somatic, basal, apical, axonal
create soma[1], dend[1], apic[1], axon[1]
objref all, somatic, basal, apical, axonal
proc init() {
  all = new SectionList()  somatic = new SectionList()  axonal = new SectionList()
  basal = new SectionList()  apical = new SectionList()
}
endtemplate Traced
`);
  const cell = h.Traced();
  const reader = h.Import3d_Neurolucida3();
  reader.quiet = 1;
  reader.input(`${DATA}cell.asc`);
  const importer = h.Import3d_GUI(reader, 0);
  importer.instantiate(cell);
  const numbers: number[] = [];
  for (const sec of cell.all) {
    sec.nseg = 1 + 2 * Math.trunc(sec.L / 40);
    sec.insert("pas");
    sec.e_pas = -65;
    const parent = sec.parentseg();
    numbers.push(sec.L, sec.nseg, sec.n3d(), parent ? parent.x : -1);
    for (let i = 0; i < sec.n3d(); i++) {
      numbers.push(sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i));
    }
  }
  const soma = cell.soma[0];
  soma.insert("hh");
  const clamp = h.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, 2, 0.5];
  const v = h.Vector().record(soma(0.5)._ref_v);
  const tip = h.Vector().record(cell.apic[2](1)._ref_v);
  h.finitialize(-65);
  h.continuerun(10);
  return {
    names: [...cell.all].map((sec) => sec.name()),
    parents: [...h.allsec()].map((sec) => (sec.parentseg() ? sec.parentseg().sec.name() : "-")),
    numbers,
    v,
    tip,
  };
}
