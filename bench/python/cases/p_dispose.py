import gc


def cell(h):
    soma = h.Section()
    dend = h.Section()
    dend.connect(soma(1))
    synapse = h.ExpSyn(dend(0.5))
    stimulus = h.NetStim()
    connection = h.NetCon(stimulus, synapse)
    recorder = h.Vector().record(soma(0.5)._ref_v)
    return recorder, connection, stimulus, synapse, dend, soma


def disposing(h, count, cell, collect):
    def make():
        cells.extend(cell(h) for _ in range(count))

    cells = []
    make()

    def run(count):
        cells.clear()
        collect()
        return make

    return run


def prepare(h, count):
    return disposing(h, count, cell, lambda: None)


def patched(p, count):
    def patch_cell(p):
        soma = p.Section()
        dend = p.Section()
        dend.connect(soma(1))
        synapse = p.ExpSyn(dend)
        stimulus = p.NetStim()
        p.NetCon(stimulus, synapse)
        return soma, dend, stimulus, soma.record()

    # Its objects refer to each other: only the collector takes them away.
    return disposing(p, count, patch_cell, gc.collect)
