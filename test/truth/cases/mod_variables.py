"""Compiled mechanisms: array variables, globals, functions of an instance, a function table, derivimplicit."""

import os


def run(h):
    h.load_file("stdrun.hoc")
    h.nrn_load_dll(os.environ["TRUTH_MECHANISMS"])
    soma = h.Section(name="soma")
    soma.nseg, soma.L, soma.diam = 3, 30, 10
    soma.insert("manyvars")
    h.shared_manyvars = 1.5
    h.pair_manyvars[0], h.pair_manyvars[1] = 4, 0.25
    for seg in soma:
        for k in range(4):
            seg.manyvars.weights[k] = k * seg.x
    soma(0.5).manyvars.scale = 5
    h.table_table_manyvars(h.Vector([0, 4, 10]), h.Vector([0, 1, 2]))
    v = h.Vector().record(soma(0.5)._ref_v)
    states = [h.Vector().record(getattr(soma(0.9).manyvars, f"_ref_{name}")) for name in "xuw"]
    sums = h.Vector().record(soma(0.5)._ref_sums_manyvars[3])
    h.finitialize(-60)
    h.continuerun(8)
    read = [seg.manyvars.weights[k] for seg in soma for k in range(4)]
    return {
        "v": v,
        "x": states[0],
        "u": states[1],
        "w": states[2],
        "sums": sums,
        "weights": read,
        "lengths": [len(soma(0.5).manyvars.weights), len(soma(0.5).manyvars.sums)],
        "totals": [seg.manyvars.total(2) for seg in soma],
        "curve": [soma(0.5).manyvars.curve(0.5), soma(0.5).manyvars.curve(1.75), soma(0.5).manyvars.table(1.5)],
        "globals": [h.shared_manyvars, h.pair_manyvars[0], h.pair_manyvars[1]],
        "by full name": [soma(0.5).scale_manyvars, soma(0.1).g_manyvars, soma(0.5)._ref_weights_manyvars[2][0]],
    }
