"""NEURON's demonstration 4: calcium diffusion and transmitter release, with a library that nrnivmodl made."""

from demonstration import demonstrate


def run(h):
    traces = demonstrate(h, 4)
    middle = h.terminal(0.5)
    trel, cadifpmp, nacax, cachan = middle.trel, middle.cadifpmp, middle.nacax, middle.cachan
    traces["transmitter"] = [trel.Ves, trel.B, trel.Ach, h.power_trel, h.al_trel]
    traces["calcium"] = [middle.cai, middle.ica, cachan.oca, cadifpmp.pump, cadifpmp.ica_pmp, nacax.k]
    traces["calcium"] += [cadifpmp.ca[i] for i in range(len(cadifpmp.ca))]
    traces["written"] = [h.tot_ca(), h.compare_ca()]
    return traces
