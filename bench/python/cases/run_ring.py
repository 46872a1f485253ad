def prepare(h):
    h.load_file("stdrun.hoc")
    somas = []
    for i in range(100):
        soma = h.Section(name=f"soma{i}")
        soma.L = soma.diam = 20
        soma.insert("hh")
        somas.append(soma)
    synapses = [h.ExpSyn(soma(0.5)) for soma in somas]
    netcons = []
    for i, soma in enumerate(somas):
        netcon = h.NetCon(soma(0.5)._ref_v, synapses[(i + 1) % len(somas)], sec=soma)
        netcon.weight[0] = 0.05
        netcon.delay = 1
        netcons.append(netcon)
    start = h.NetStim()
    start.number = 1
    start.start = 1
    kick = h.NetCon(start, synapses[0])
    kick.weight[0] = 0.05
    recorder = h.Vector().record(somas[0](0.5)._ref_v)

    def run(count, alive=(somas, synapses, netcons, start, kick)):
        h.finitialize(-65)
        h.continuerun(count)
        assert recorder.max() > 0

    return run
