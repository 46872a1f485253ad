"""Noisy NetStims with streams of their own (Random123) drive double-exponential synapses."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 15
    soma.insert("hh")
    kept, traces = [], {}
    for i, noise in enumerate([0, 0.3, 1]):
        stim = h.NetStim()
        stim.interval, stim.number, stim.start, stim.noise = 6, 12, 3, noise
        stim.noiseFromRandom123(i, 7, 3)
        stim.seed(0)
        synapse = h.Exp2Syn(soma(0.5))
        synapse.tau1, synapse.tau2, synapse.e = 0.4 + i, 3 + i, 0 if i < 2 else -75
        netcon = h.NetCon(stim, synapse, 10, 1.5, 0.004)
        spikes = h.Vector()
        netcon.record(spikes)
        kept += [stim, synapse, netcon]
        traces[f"spikes noise {noise}"] = spikes
        traces[f"g {i}"] = h.Vector().record(synapse._ref_g)
        traces[f"i {i}"] = h.Vector().record(synapse._ref_i)
    random = h.Random()
    random.Random123(4, 5, 6)
    random.negexp(1)
    stim = h.NetStim()
    stim.interval, stim.number, stim.start, stim.noise = 4, 10, 0, 1
    stim.noiseFromRandom(random)
    detector = h.NetCon(stim, None)
    spikes = h.Vector()
    detector.record(spikes)
    traces["spikes own Random"] = spikes
    traces["v"] = h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(60)
    return traces
