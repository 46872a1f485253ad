"""The extension VecStim: a Vector's times as events, beside a NetStim of the same times, by every way of integrating."""

import os

PATTERN = [0, 0.7, 3.3, 3.3, 3.3, 8.1, 12.345678, 20.05, 29.999]
UNTIDY = [-1, 4, 2, 9.5, float("nan"), 9.5, float("inf"), 21, 60]


def run(h):
    h.load_file("stdrun.hoc")
    h.nrn_load_dll(os.environ["TRUTH_MECHANISMS"])
    parallel = h.ParallelContext()
    cells = [h.Section(name=f"cell{i}") for i in range(3)]
    synapses, netcons = [], []
    for cell in cells:
        cell.L = cell.diam = 12
        cell.insert("hh")
        synapses.append(h.ExpSyn(cell(0.5)))
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = 2.5, 7.25, 4
    same, untidy, other = h.VecStim(), h.VecStim(), h.VecStim()
    traces = {}
    spikes = [h.Vector() for _ in range(4)]
    for i, source in enumerate([stim, same, untidy, other]):
        netcons.append(h.NetCon(source, synapses[min(i, 2)]))
        netcons[-1].weight[0] = 0.004
        netcons[-1].delay = 0.5
        netcons[-1].record(spikes[i])
    v = [h.Vector().record(cell(0.5)._ref_v) for cell in cells]

    def simulate(name):
        h.finitialize(-65)
        h.continuerun(30)
        for i in range(4):
            traces[f"spikes {name} {i}"] = spikes[i].c()
        for i in range(3):
            traces[f"v {name} {i}"] = v[i].c()
        traces[f"counts {name}"] = [same.skipped, untidy.skipped, other.skipped, h.t]

    times = h.Vector([2.5])
    for _ in range(3):
        times.append(times[times.size() - 1] + 7.25)
    same.play(times)
    untidy.play(h.Vector(UNTIDY))
    other.play(h.Vector(PATTERN))
    simulate("fixed")
    assert list(spikes[0]) == list(spikes[1]) and list(v[0]) == list(v[1])
    simulate("again")
    h.cvode_active(1)
    simulate("cvode")
    h.CVode().use_local_dt(1)
    same.play()
    h.finitialize(-65)
    h.continuerun(30)
    traces["spikes local"] = [*spikes[1], *spikes[2], *spikes[3]]
    h.CVode().use_local_dt(0)
    h.cvode_active(0)
    parallel.nthread(2)
    simulate("threads")
    parallel.nthread(1)

    changing = h.Vector(PATTERN)
    other.play(changing)
    events = h.CVode()

    def change():
        events.event(2, lambda: changing.resize(4))
        events.event(3.2, lambda: changing.append(14, 15, 16))
        events.event(14.5, lambda: changing.resize(5))
        events.event(20, lambda: same.play(h.Vector([22])))

    handler = h.FInitializeHandler(change)
    same.play(times)
    simulate("changing")
    del handler
    return traces
