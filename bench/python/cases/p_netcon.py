def ends(h, count):
    soma = h.Section(name="soma")
    synapses = [h.ExpSyn(soma(0.5)) for _ in range(count)]
    return soma, synapses, [h.NetStim() for _ in range(count)]


def prepare(h, count):
    soma, synapses, sources = ends(h, count)

    def run(count, alive=soma):
        made = []
        for i in range(count):
            netcon = h.NetCon(sources[i], synapses[i])
            netcon.weight[0] = 0.01
            netcon.delay = 2
            netcon.threshold = 5
            made.append(netcon)
        return made.clear

    return run


def patched(p, count):
    soma, synapses, sources = ends(p, count)

    def run(count, alive=soma):
        for i in range(count):
            p.NetCon(sources[i], synapses[i], weight=0.01, delay=2, threshold=5)

    return run
