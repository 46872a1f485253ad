"""NEURON's test/api/sections.cpp."""


def run(h):
    soma = h.Section(name="soma")
    dend1 = h.Section(name="dend1")
    dend2 = h.Section(name="dend2")
    dend3 = h.Section(name="dend3")
    axon = h.Section(name="axon")
    dend1.connect(soma(1), 0)
    dend2.connect(dend1(1), 0)
    dend3.connect(dend1(1), 0)
    axon.connect(soma(0), 0)
    axon.nseg = 5
    below = h.SectionList()
    below.subtree(sec=dend1)
    return {
        "allsec": [sec.name() for sec in h.allsec()],
        "subtree": [sec.name() for sec in below],
        "dend1.subtree": [sec.name() for sec in dend1.subtree()],
        "axon.wholetree": [sec.name() for sec in axon.wholetree()],
        "soma.children": [sec.name() for sec in soma.children()],
        "parent of axon": [axon.parentseg().sec.name(), dend3.parentseg().sec.name()],
        "parent x": [axon.parentseg().x, dend3.parentseg().x],
        "axon x": [seg.x for seg in axon],
        "axon allseg": [seg.x for seg in axon.allseg()],
    }
