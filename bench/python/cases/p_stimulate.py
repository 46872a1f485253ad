def stimulated(h, place):
    synapse = h.ExpSyn(place)
    synapse.tau = 2
    stimulus = h.NetStim()
    stimulus.start = 10
    stimulus.number = 5
    stimulus.interval = 10
    connection = h.NetCon(stimulus, synapse)
    connection.weight[0] = 0.01
    connection.delay = 1
    return connection, stimulus, synapse


def patch_stimulated(p, place):
    synapse = p.ExpSyn(place)
    synapse.tau = 2
    synapse.stimulate(start=10, number=5, interval=10, weight=0.01, delay=1)
    return synapse


def prepare(h):
    soma = h.Section(name="soma")

    def run(count):
        made = []
        for _ in range(count):
            made.append(stimulated(h, soma(0.5)))
        return made.clear

    return run


def patched(p):
    soma = p.Section(name="soma")

    def run(count):
        for _ in range(count):
            patch_stimulated(p, soma)

    return run
