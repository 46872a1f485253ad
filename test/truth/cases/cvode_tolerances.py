"""Variable steps under several tolerances, each with its own step times."""

# Where the steps fall depends on the processor: only what is asked for at given times is stored.
UNSTORED = ("t ", "v ", "states", "dstates", "weights")
TOLERANCE = 1e-4


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 15
    soma.insert("hh")
    dend = h.Section(name="dend")
    dend.L, dend.diam, dend.nseg = 150, 2, 5
    dend.connect(soma(1))
    dend.insert("pas")
    clamp = h.IClamp(dend(0.7))
    clamp.delay, clamp.dur, clamp.amp = 1, 10, 0.4
    t = h.Vector().record(h._ref_t)
    v = h.Vector().record(soma(0.5)._ref_v)
    even = h.Vector().record(soma(0.5)._ref_v, 0.5)
    times = h.Vector([0, 1.5, 2.25, 7, 11.125])
    asked = h.Vector().record(soma(0.5)._ref_v, times)
    cvode = h.CVode()
    cvode.active(True)
    traces = {}
    for atol, rtol in [(1e-2, 0), (1e-3, 0), (1e-4, 1e-4), (1e-6, 0)]:
        cvode.atol(atol)
        cvode.rtol(rtol)
        h.finitialize(-65)
        h.continuerun(14)
        for name, trace in [("t", t), ("v", v), ("even", even), ("asked", asked)]:
            traces[f"{name} {atol} {rtol}"] = trace.c()
    cvode.atolscale("v", 10)
    cvode.maxstep(0.5)
    cvode.maxorder(3)
    cvode.minstep(0)
    h.finitialize(-65)
    h.continuerun(14)
    traces["t maxstep"] = t
    traces["v maxstep"] = v
    traces["settings"] = [cvode.active(), cvode.atol(), cvode.rtol(), cvode.maxstep(), cvode.maxorder(), cvode.order()]
    state, derivative = h.Vector(), h.Vector()
    cvode.states(state)
    cvode.dstates(derivative)
    traces["states"] = state
    traces["dstates"] = derivative
    scale = h.Vector()
    cvode.error_weights(scale)
    traces["weights"] = scale
    return traces
