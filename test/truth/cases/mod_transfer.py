"""Compiled mechanisms: a gap junction by continuous transfer, fixed and variable step (t14 of test_nrntest_fast.py)."""

import os

TOLERANCE = 1e-5


def run(h):
    h.load_file("stdrun.hoc")
    h.nrn_load_dll(os.environ["TRUTH_MECHANISMS"])
    h.usetable_hh = 0
    pc = h.ParallelContext()
    cells, clamps, gaps, v = [], [], [], []
    for i in range(2):
        soma = h.Section(name=f"soma{i}")
        soma.L = 10
        soma.diam = 100 / (h.PI * soma.L)
        soma.insert("hh")
        clamp = h.IClamp(soma(0.5))
        clamp.dur, clamp.amp = 0.1 * (1 - i), 0.3 * (1 - i)
        gap = h.TransferGap(soma(0.5))
        cells.append(soma)
        clamps.append(clamp)
        gaps.append(gap)
        v.append(h.Vector().record(soma(0.5)._ref_v))
    t = h.Vector().record(h._ref_t)
    for i in range(2):
        pc.source_var(cells[i](0.5)._ref_v, i, sec=cells[i])
        pc.target_var(gaps[1 - i], gaps[1 - i]._ref_vgap, i)
    pc.setup_transfer()
    traces = {}
    for name, active in [("fixed", 0), ("cvode", 1)]:
        h.cvode_active(active)
        h.run()
        traces[f"t {name}"], traces[f"v0 {name}"], traces[f"v1 {name}"] = t.c(), v[0].c(), v[1].c()
        traces[f"gaps {name}"] = [x for gap in gaps for x in [gap.vgap, gap.i]]
    return traces
