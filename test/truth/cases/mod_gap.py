"""Compiled mechanisms: a gap junction of two halves, each of which sees the other's voltage through a POINTER."""

import os


def run(h):
    h.load_file("stdrun.hoc")
    h.nrn_load_dll(os.environ["TRUTH_MECHANISMS"])
    cells = [h.Section(name=f"cell{i}") for i in range(2)]
    for cell in cells:
        cell.L = cell.diam = 10
        cell.insert("hh")
    clamp = h.IClamp(cells[0](0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 0.5, 0.3
    gaps = [h.HalfGap(cell(0.5)) for cell in cells]
    for i, gap in enumerate(gaps):
        gap.r = 250
        h.setpointer(cells[1 - i](0.5)._ref_v, "vother", gap)
    v = [h.Vector().record(cell(0.5)._ref_v) for cell in cells]
    i = h.Vector().record(gaps[1]._ref_i)
    h.finitialize(-65)
    h.continuerun(10)
    traces = {"v0": v[0].c(), "v1": v[1].c(), "i": i.c(), "seen": [gaps[0].vother, cells[1](0.5).v]}

    gaps[0]._ref_vother = cells[0](0.5)._ref_v
    h.finitialize(-65)
    h.continuerun(5)
    traces["own voltage"] = v[0].c()
    return traces
