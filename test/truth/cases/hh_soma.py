"""A soma with Hodgkin-Huxley channels fires under a constant current."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay = 2
    clamp.dur = 30
    clamp.amp = 0.3

    t = h.Vector().record(h._ref_t)
    v = h.Vector().record(soma(0.5)._ref_v)
    m = h.Vector().record(soma(0.5).hh._ref_m)
    gates = h.Vector().record(soma(0.5)._ref_h_hh)
    n = h.Vector().record(soma(0.5)._ref_n_hh)
    ina = h.Vector().record(soma(0.5)._ref_ina)
    ik = h.Vector().record(soma(0.5)._ref_ik)
    il = h.Vector().record(soma(0.5).hh._ref_il)
    i = h.Vector().record(clamp._ref_i)
    spikes = h.Vector()
    detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    detector.threshold = 0
    detector.record(spikes)

    h.finitialize(-65)
    h.continuerun(40)
    return {"t": t, "v": v, "m": m, "h": gates, "n": n, "ina": ina, "ik": ik, "il": il, "i": i, "spikes": spikes}
