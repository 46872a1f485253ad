"""Ions: concentrations, reversal potentials by every ion_style, a new ion, Nernst and GHK."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("hh")
    calcium = h.ion_register("ca", 2)
    soma.insert("ca_ion")
    traces = {"defaults": [soma.ena, soma.ek, soma(0.5).nai, soma(0.5).nao, soma(0.5).ki, soma(0.5).ko, soma(0.5).cai, soma(0.5).cao, soma.eca]}
    h.celsius = 20
    traces["nernst"] = [h.nernst(10, 140, 1), h.nernst("nai", sec=soma), h.nernst(5e-5, 2, 2), h.nernst("eca", sec=soma), h.nernst("ki", sec=soma)]
    traces["ghk"] = [h.ghk(-50, 5e-5, 2, 2), h.ghk(0, 5e-5, 2, 2), h.ghk(30, 10, 140, 1)]
    traces["style before"] = [h.ion_style("na_ion", sec=soma), h.ion_style("ca_ion", sec=soma)]
    v = h.Vector().record(soma(0.5)._ref_v)
    ena = h.Vector().record(soma(0.5)._ref_ena)
    for style in [(1, 1, 0, 0, 0), (1, 2, 0, 1, 0), (3, 2, 1, 1, 1)]:
        name = "".join(str(x) for x in style)
        traces[f"style {name}"] = [h.ion_style("na_ion", *style, sec=soma), h.ion_style("na_ion", sec=soma)]
        for seg in soma:
            seg.nai, seg.nao, seg.ena = 14, 130, 61
        h.nai0_na_ion, h.nao0_na_ion = 12, 145
        h.finitialize(-60)
        h.continuerun(4)
        traces[f"ena {name}"] = ena.c()
        traces[f"v {name}"] = v.c()
        traces[f"concentrations {name}"] = [soma(0.5).nai, soma(0.5).nao, soma(0.5).ena]
    kind = h.ion_register("mg", 2)
    soma.insert("mg_ion")
    soma(0.5).mgi, soma(0.5).mgo = 0.5, 1.5
    traces["new ion"] = [calcium > 0, kind > calcium, h.ion_charge("mg_ion"), h.ion_charge("cl_ion") if h.ismembrane("cl_ion", sec=soma) else 0, h.ion_charge("ca_ion"), soma(0.5).mgi, h.nernst("mgi", sec=soma)]
    traces["ismembrane"] = [h.ismembrane(name, sec=soma) for name in ["mg_ion", "na_ion", "pas", "hh"]]
    return traces
