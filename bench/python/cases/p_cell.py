from p_section import sections
from p_stimulate import patch_stimulated, stimulated


def prepare(h):
    def cell():
        soma, dend = sections(h)
        recorder = h.Vector().record(soma(0.5)._ref_v)
        return soma, dend, recorder, stimulated(h, dend(0.5))

    return many(cell)


def patched(p):
    def cell():
        soma, dend = sections(p)
        return soma, dend, soma.record(), patch_stimulated(p, dend)

    return many(cell)


def many(cell):
    def run(count):
        cells = []
        for _ in range(count):
            cells.append(cell())
        return cells.clear

    return run
