"""CVode.event: functions that call each other, change the model in flight, and events for a NetCon."""

TOLERANCE = 1e-6


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.dur = 1e9
    synapse = h.ExpSyn(soma(0.5))
    netcon = h.NetCon(None, synapse)
    netcon.weight[0] = 0.01
    cvode = h.CVode()
    seen = h.Vector()
    spikes = h.Vector()

    def pulse():
        seen.append(h.t, soma(0.5).v, clamp.amp)
        clamp.amp = 0 if clamp.amp else 0.2
        if cvode.active():
            cvode.re_init()
        cvode.event(h.t + 1.3, pulse)

    def spike():
        spikes.append(h.t)
        if len(spikes) == 1:
            netcon.event(h.t + 3)

    def start():
        clamp.amp = 0
        cvode.event(0.7, pulse)
        cvode.event(2, "heard = heard * 2 + t")
        netcon.event(5.5)

    h("heard = 1")
    detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    detector.threshold = -10
    detector.record(spike)
    handler = h.FInitializeHandler(start)
    v = h.Vector().record(soma(0.5)._ref_v)
    traces = {}
    for active in [False, True]:
        cvode.active(active)
        seen.resize(0)
        spikes.resize(0)
        h.finitialize(-65)
        h.continuerun(12)
        traces[f"v {int(active)}"] = v.c()
        traces[f"seen {int(active)}"] = seen.c()
        traces[f"spikes {int(active)}"] = spikes.c()
        traces[f"heard {int(active)}"] = h.heard
    traces["handler"] = handler is not None
    return traces
