"""One, two and three extracellular layers of which only the last matters agree (NEURON's test_nlayer.py)."""


def model(h, layers):
    h.nlayer_extracellular(layers)
    cables = [h.Section(name=f"cable{i}") for i in range(4)]
    cables[1].connect(cables[0](1))
    cables[2].connect(cables[1](1))
    cables[3].connect(cables[0](0))
    for sec in cables:
        sec.nseg, sec.L, sec.diam = 3, 100, 1
        sec.insert("hh")
        sec.insert("extracellular")
        for i in range(layers):
            sec.xg[i] = 1e7
            sec.xraxial[i] = 1e14
        sec.xg[layers - 1] = 0.001
    cables[3](1).e_extracellular = -20
    return cables


def run(h):
    h.load_file("stdrun.hoc")
    traces = {}
    for layers in [1, 2, 3]:
        cables = model(h, layers)
        v = h.Vector().record(cables[2](0.5)._ref_v)
        h.finitialize(-65)
        h.continuerun(10)
        segments = [seg for sec in cables for seg in sec.allseg()]
        traces[f"v {layers}"] = v
        traces[f"final {layers}"] = [seg.v for seg in segments]
        traces[f"vext {layers}"] = [seg.vext[0] for seg in segments]
        for sec in cables:
            h.delete_section(sec=sec)
    return traces
