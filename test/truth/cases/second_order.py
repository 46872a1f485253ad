"""Implicit Euler, Crank-Nicolson, and Crank-Nicolson with currents fixed (secondorder 0, 1, 2), at two steps."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L, soma.diam, soma.nseg = 30, 20, 3
    soma.insert("hh")
    clamp = h.IClamp(soma(0.2))
    clamp.delay, clamp.dur, clamp.amp = 1, 3, 0.6
    v = h.Vector().record(soma(0.9)._ref_v)
    ina = h.Vector().record(soma(0.9)._ref_ina)
    traces = {}
    for order in [0, 1, 2]:
        for steps in [40, 100]:
            h.secondorder = order
            h.steps_per_ms = steps
            h.dt = 1 / steps
            h.finitialize(-65)
            h.continuerun(8)
            traces[f"v {order} {steps}"] = v.c()
            traces[f"ina {order} {steps}"] = ina.c()
    return traces
