"""A model changed between runs: nseg, insert, uninsert, reconnect, delete; parameters and pointers go along."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 15
    soma.insert("hh")
    dend = h.Section(name="dend")
    dend.L, dend.diam, dend.nseg = 300, 2, 5
    dend.connect(soma(1))
    dend.insert("pas")
    for seg in dend:
        seg.g_pas = 1e-4 * (1 + seg.x)
        seg.diam = 3 - 2 * seg.x
    clamp = h.IClamp(dend(0.9))
    clamp.delay, clamp.dur, clamp.amp = 1, 3, 0.6
    synapse = h.ExpSyn(dend(0.3))
    v = h.Vector().record(soma(0.5)._ref_v)
    pointer = dend(0.5)._ref_v
    leak = dend(0.5)._ref_g_pas
    traces = {}

    def look(name):
        h.finitialize(-65)
        h.continuerun(6)
        traces[f"v {name}"] = v.c()
        traces[f"state {name}"] = [pointer[0], leak[0], clamp.get_segment().x, synapse.get_segment().x, soma(0.5).v]
        traces[f"parameters {name}"] = [y for sec in h.allsec() for seg in sec.allseg() for y in [seg.x, seg.v, seg.diam, seg.area()]]

    look("five")
    dend.nseg = 15
    look("fifteen")
    dend.nseg = 3
    look("three")
    axon = h.Section(name="axon")
    axon.L, axon.diam, axon.nseg = 200, 1, 7
    axon.connect(soma(0))
    axon.insert("hh")
    look("axon")
    h.disconnect(sec=axon)
    axon.connect(dend(1))
    look("moved axon")
    dend.insert("hh")
    dend.uninsert("pas")
    leak = dend(0.5)._ref_gl_hh
    dend.gnabar_hh = 0.05
    look("active dendrite")
    clamp.loc(soma(0.5))
    h.delete_section(sec=axon)
    soma.diam = 25
    soma.Ra = dend.Ra = 150
    look("after deletion")
    return traces
