"""A branching tree: active soma and axon, passive dendrites of several segments, whole-section assignment."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 18
    axon = h.Section(name="axon")
    axon.L, axon.diam, axon.nseg = 400, 1.2, 21
    axon.connect(soma(0))
    dends = [h.Section(name=f"dend[{i}]") for i in range(7)]
    for i, dend in enumerate(dends):
        dend.L = 60 + 15 * i
        dend.diam = 3 / (1 + i // 2)
        dend.nseg = 3 + 2 * (i % 3)
        dend.connect(soma(1) if i == 0 else dends[(i - 1) // 2](1 if i % 2 else 0.7))
    for sec in h.allsec():
        sec.Ra = 120
        sec.insert("pas")
        sec.g_pas = 1e-4
        sec.e_pas = -67
    for sec in [soma, axon]:
        sec.insert("hh")
    axon.gnabar_hh = 0.2
    for seg in axon:
        seg.cm = 0.5 + 0.5 * seg.x
    clamps = []
    for i, dend in enumerate(dends[3:]):
        clamp = h.IClamp(dend(0.8))
        clamp.delay, clamp.dur, clamp.amp = 3 + 2 * i, 4, 0.25
        clamps.append(clamp)
    traces = {
        "soma": h.Vector().record(soma(0.5)._ref_v),
        "axon end": h.Vector().record(axon(1)._ref_v),
        "ina": h.Vector().record(axon(0.3)._ref_ina),
        "i_pas": h.Vector().record(dends[6](0.5).pas._ref_i),
    }
    for i, dend in enumerate(dends):
        traces[f"dend[{i}]"] = h.Vector().record(dend(0.5)._ref_v)
    h.celsius = 12
    h.finitialize(-67)
    h.continuerun(25)
    traces["order"] = [sec.name() for sec in soma.wholetree()]
    traces["final v"] = [seg.v for sec in h.allsec() for seg in sec.allseg()]
    return traces
