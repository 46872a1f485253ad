"""CVode and IDA interpolate a charging capacitor at asked times (NEURON's test_cvinterp.py)."""

TOLERANCE = 1e-6


def run(h):
    h.load_file("stdrun.hoc")
    sec = h.Section(name="s")
    sec.L = sec.diam = h.sqrt(100 / h.PI)
    clamp = h.IClamp(sec(0.5))
    clamp.dur, clamp.amp = 10, 0.01
    t, v = h.Vector().record(h._ref_t), h.Vector().record(sec(0.5)._ref_v)
    h.v_init = 0
    traces = {}
    for ida in [0, 1]:
        h.cvode_active(1)
        h.cvode.use_daspk(ida)
        h.run()
        traces[f"t {ida}"], traces[f"v {ida}"] = t.c(), v.c()
        size = len(t)
        middle = h.Vector([(t[size - 3] + t[size - 2]) / 2])
        asked_t = h.Vector().record(h._ref_t, middle)
        asked_v = h.Vector().record(sec(0.5)._ref_v, middle)
        h.run()
        traces[f"middle {ida}"] = [*middle, *asked_t, *asked_v, len(t)]
    return traces
