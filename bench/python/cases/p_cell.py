def sections(h):
    soma = h.Section()
    soma.L = soma.diam = 20
    soma.insert("hh")
    dend = h.Section()
    dend.L = 200
    dend.diam = 2
    dend.nseg = 5
    dend.insert("pas")
    dend.connect(soma(1))
    return soma, dend


def prepare(h):
    def cell():
        soma, dend = sections(h)
        synapse = h.ExpSyn(dend(0.5))
        synapse.tau = 2
        stimulus = h.NetStim()
        stimulus.start = 10
        stimulus.number = 5
        stimulus.interval = 10
        connection = h.NetCon(stimulus, synapse)
        connection.delay = 1
        connection.weight[0] = 0.01
        recorder = h.Vector().record(soma(0.5)._ref_v)
        return soma, dend, synapse, stimulus, connection, recorder

    return many(cell)


def patched(p):
    def cell():
        soma, dend = sections(p)
        synapse = p.ExpSyn(dend)
        synapse.tau = 2
        synapse.stimulate(start=10, number=5, interval=10, weight=0.01, delay=1)
        return soma, dend, synapse, soma.record()

    return many(cell)


def many(cell):
    def run(count):
        cells = []
        for _ in range(count):
            cells.append(cell())
        return cells.clear

    return run
