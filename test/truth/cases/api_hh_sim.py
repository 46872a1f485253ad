"""NEURON's test/api/hh_sim.cpp."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.nseg = 3
    soma.pt3dadd(0, 0, 0, 10)
    soma.pt3dadd(10, 0, 0, 10)
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.amp = 0.3
    clamp.delay = 1
    clamp.dur = 0.1
    v = h.Vector().record(soma(0.5)._ref_v, 5)
    full = h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(10.5)
    return {"v": v, "full": full}
