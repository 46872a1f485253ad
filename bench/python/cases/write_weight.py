def prepare(h):
    soma = h.Section(name="soma")
    source, target = h.NetStim(), h.ExpSyn(soma(0.5))
    netcon = h.NetCon(source, target)

    def run(count, alive=(soma, source, target)):
        for i in range(count):
            netcon.weight[0] = i

    return run
