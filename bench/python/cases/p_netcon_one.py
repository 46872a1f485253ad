def ends(h, count):
    soma = h.Section(name="soma")
    synapse = h.ExpSyn(soma(0.5))
    return soma, synapse, [h.NetStim() for _ in range(count)]


def prepare(h, count):
    soma, synapse, sources = ends(h, count)

    def run(count, alive=soma):
        made = []
        for i in range(count):
            netcon = h.NetCon(sources[i], synapse)
            netcon.weight[0] = 0.01
            netcon.delay = 2
            netcon.threshold = 5
            made.append(netcon)
        return made.clear

    return run


def patched(p, count):
    soma, synapse, sources = ends(p, count)

    def run(count, alive=soma):
        for i in range(count):
            p.NetCon(sources[i], synapse, weight=0.01, delay=2, threshold=5)

    return run
