def prepare(h):
    soma = h.Section(name="soma")
    synapse = h.ExpSyn(soma(0.5))
    source = h.NetStim()

    def run(count, alive=soma):
        made = []
        for _ in range(count):
            made.append(h.NetCon(source, synapse))

        def after():
            while made:
                made.pop()

        return after

    return run
