"""The pyramidal cell of NEURON's demonstration, excitable all over."""


def run(h):
    h.load_file("stdrun.hoc")
    h.load_file(h.neuronhome() + "/demo/pyramid.nrn")
    h.celsius = 6.3
    count = 0
    for sec in h.allsec():
        sec.nseg = 3
        sec.Ra = 35.4
        sec.insert("hh")
        count += sec.nseg
    clamp = h.IClamp(h.soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 2, 20
    synapse = h.AlphaSynapse(h.dendrite_1[8](0.8))
    synapse.onset, synapse.tau, synapse.gmax, synapse.e = 8, 0.3, 0.05, 0
    traces = {
        "names": [sec.name() for sec in h.allsec()],
        "L": [sec.L for sec in h.allsec()],
        "area": [seg.area() for sec in h.allsec() for seg in sec],
        "n3d": [sec.n3d() for sec in h.allsec()],
        "segments": count,
    }
    traces["distance"] = [h.distance(h.soma(0.5), sec(1)) for sec in h.allsec()]
    recorded = {
        "soma": h.Vector().record(h.soma(0.5)._ref_v),
        "dendrite_1[8]": h.Vector().record(h.dendrite_1[8](0.8)._ref_v),
        "dendrite_3[10]": h.Vector().record(h.dendrite_3[10](1)._ref_v),
    }
    h.finitialize(-65)
    h.continuerun(16)
    traces["final"] = [seg.v for sec in h.allsec() for seg in sec]
    return {**traces, **recorded}
