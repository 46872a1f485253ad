"""NEURON's test_basic.py `test_spikes`: one spike at 1.05 ms, in a section that HOC made."""


def run(h):
    h("create soma")
    h.load_file("stdrun.hoc")
    h.soma.L = 5.6419
    h.soma.diam = 5.6419
    h.soma.insert("hh")
    clamp = h.IClamp(h.soma(0.5))
    clamp.delay = 0.5
    clamp.dur = 0.1
    clamp.amp = 0.3
    v = h.Vector()
    v.record(h.soma(0.5)._ref_v, sec=h.soma)
    t = h.Vector()
    t.record(h._ref_t, sec=h.soma)
    detector = h.NetCon(h.soma(0.5)._ref_v, None, sec=h.soma)
    spikes = h.Vector()
    detector.record(spikes)
    h.run()
    return {"spikes": spikes, "t": t, "v": v}
