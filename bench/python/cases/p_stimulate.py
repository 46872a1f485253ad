def prepare(h):
    soma = h.Section(name="soma")

    def run(count):
        made = []
        for _ in range(count):
            synapse = h.ExpSyn(soma(0.5))
            synapse.tau = 2
            stimulus = h.NetStim()
            stimulus.start = 10
            stimulus.number = 5
            stimulus.interval = 10
            connection = h.NetCon(stimulus, synapse)
            connection.weight[0] = 0.01
            connection.delay = 1
            made.append((connection, stimulus, synapse))
        return made.clear

    return run


def patched(p):
    soma = p.Section(name="soma")

    def run(count):
        for _ in range(count):
            synapse = p.ExpSyn(soma)
            synapse.tau = 2
            synapse.stimulate(start=10, number=5, interval=10, weight=0.01, delay=1)

    return run
