def cell(h):
    soma = h.Section(name="soma")
    dend = h.Section(name="dend")
    soma.L = soma.diam = 20
    dend.L = 200
    dend.diam = 2
    dend.nseg = 5
    dend.connect(soma(1))
    soma.insert("hh")
    dend.insert("pas")
    synapse = h.ExpSyn(dend(0.5))
    synapse.tau = 2
    stimulus = h.NetStim()
    stimulus.start = 10
    stimulus.number = 5
    connection = h.NetCon(stimulus, synapse)
    connection.delay = 1
    connection.weight[0] = 0.01
    recorder = h.Vector().record(soma(0.5)._ref_v)
    return soma, dend, synapse, stimulus, connection, recorder


def prepare(h):
    def run(count):
        cells = []
        for _ in range(count):
            cells.append(cell(h))
        return cells.clear

    return run
