"""Import3d reads a Neurolucida file into a cell of its own template, which then fires."""

from pathlib import Path

DATA = Path(__file__).parent.parent / "data"


def run(h):
    h.load_file("stdrun.hoc")
    h.load_file("import3d.hoc")
    h("""
begintemplate Traced
public soma, dend, apic, axon, all, somatic, basal, apical, axonal
create soma[1], dend[1], apic[1], axon[1]
objref all, somatic, basal, apical, axonal
proc init() {
  all = new SectionList()  somatic = new SectionList()  axonal = new SectionList()
  basal = new SectionList()  apical = new SectionList()
}
endtemplate Traced
""")
    cell = h.Traced()
    reader = h.Import3d_Neurolucida3()
    reader.quiet = 1
    reader.input(str(DATA / "cell.asc"))
    importer = h.Import3d_GUI(reader, 0)
    importer.instantiate(cell)
    numbers = []
    for sec in cell.all:
        sec.nseg = 1 + 2 * int(sec.L / 40)
        sec.insert("pas")
        sec.e_pas = -65
        parent = sec.parentseg()
        numbers += [sec.L, sec.nseg, sec.n3d(), parent.x if parent else -1]
        for i in range(sec.n3d()):
            numbers += [sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)]
    soma = cell.soma[0]
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 2, 0.5
    v = h.Vector().record(soma(0.5)._ref_v)
    tip = h.Vector().record(cell.apic[2](1)._ref_v)
    h.finitialize(-65)
    h.continuerun(10)
    return {
        "names": [sec.name() for sec in cell.all],
        "parents": [sec.parentseg().sec.name() if sec.parentseg() else "-" for sec in h.allsec()],
        "numbers": numbers,
        "v": v,
        "tip": tip,
    }
