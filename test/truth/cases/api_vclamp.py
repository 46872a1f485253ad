"""NEURON's test/api/vclamp.cpp."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = 10
    soma(0.5).diam = 3
    clamp = h.VClamp(soma(0.5))
    for i, (amp, dur) in enumerate([(0, 1), (10, 2), (5, 3)]):
        clamp.amp[i] = amp
        clamp.dur[i] = dur
    v = h.Vector().record(soma(0.5)._ref_v, 1)
    i = h.Vector().record(clamp._ref_i)
    h.finitialize(-65)
    h.continuerun(6)
    return {"v": v, "i": i}
