"""A single-electrode clamp takes a soma through three levels, then its level is driven by a Vector."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 25
    soma.insert("hh")
    clamp = h.SEClamp(soma(0.5))
    clamp.dur1, clamp.dur2, clamp.dur3 = 2, 5, 3
    clamp.amp1, clamp.amp2, clamp.amp3 = -65, 10, -80
    clamp.rs = 0.1
    v = h.Vector().record(soma(0.5)._ref_v)
    i = h.Vector().record(clamp._ref_i)
    vc = h.Vector().record(clamp._ref_vc)
    h.finitialize(-65)
    h.continuerun(12)
    steps = {"v": v.c(), "i": i.c(), "vc": vc.c()}
    clamp.dur1 = 1e9
    ramp = h.Vector([-70, -70, 20, 20, -50])
    times = h.Vector([0, 1, 4, 6, 9])
    ramp.play(clamp._ref_amp1, times, True)
    h.finitialize(-65)
    h.continuerun(12)
    return {**steps, "ramp v": v, "ramp i": i, "ramp vc": vc}
