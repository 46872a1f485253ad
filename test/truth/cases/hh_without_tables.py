"""Three cells without hh's tables, fixed step and variable (t13 of NEURON's test_nrntest_fast.py)."""

TOLERANCE = 1e-5


def run(h):
    h.load_file("stdrun.hoc")
    h.usetable_hh = 0
    cells, clamps, v = [], [], []
    for i in range(3):
        soma = h.Section(name=f"soma{i}")
        soma.L = 10
        soma.diam = 100 / (h.PI * soma.L)
        soma.insert("hh")
        clamp = h.IClamp(soma(0.5))
        clamp.dur, clamp.amp = 0.1 + 0.1 * i, 0.2 + 0.1 * i
        cells.append(soma)
        clamps.append(clamp)
        v.append(h.Vector().record(soma(0.5)._ref_v))
    t = h.Vector().record(h._ref_t)
    traces = {}
    for name, active, compensated in [("fixed", False, False), ("cvode", True, False), ("long double", True, True)]:
        h.cvode.active(active)
        h.cvode.use_long_double(compensated)
        h.run()
        traces[f"t {name}"] = t.c()
        for i in range(3):
            traces[f"v {name} {i}"] = v[i].c()
    return traces
