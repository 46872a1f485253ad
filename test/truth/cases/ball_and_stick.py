"""A ball-and-stick cell from 3-D points, a synapse at the tip, the spike at the soma."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.pt3dadd(0, 0, 0, 12.6157)
    soma.pt3dadd(12.6157, 0, 0, 12.6157)
    dend = h.Section(name="dend")
    dend.pt3dadd(12.6157, 0, 0, 2)
    dend.pt3dadd(112.6157, 20, 0, 1.5)
    dend.pt3dadd(212.6157, 20, 30, 1)
    dend.connect(soma(1))
    dend.nseg = 11
    for sec in h.allsec():
        sec.Ra = 100
        sec.cm = 1
    soma.insert("hh")
    for seg in soma:
        seg.hh.gnabar = 0.12
        seg.hh.gkbar = 0.036
        seg.hh.gl = 0.0003
        seg.hh.el = -54.3
    dend.insert("pas")
    for seg in dend:
        seg.pas.g = 0.001
        seg.pas.e = -65
    stim = h.NetStim()
    stim.number = 3
    stim.start = 9
    stim.interval = 8
    synapse = h.ExpSyn(dend(0.9))
    synapse.tau = 2
    netcon = h.NetCon(stim, synapse)
    netcon.delay = 1
    netcon.weight[0] = 0.04
    v = h.Vector().record(soma(0.5)._ref_v)
    tip = h.Vector().record(dend(1)._ref_v)
    i = h.Vector().record(synapse._ref_i)
    h.finitialize(-65)
    h.continuerun(40)
    return {
        "v": v,
        "tip": tip,
        "i": i,
        "L": [soma.L, dend.L],
        "diam": [seg.diam for seg in dend],
        "area": [seg.area() for seg in dend.allseg()],
        "ri": [seg.ri() for seg in dend.allseg()],
    }
