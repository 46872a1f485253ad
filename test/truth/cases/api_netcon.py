"""NEURON's test/api/netcon.cpp."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.insert("hh")
    stim = h.NetStim()
    stim.start = 5
    stim.noise = 1
    stim.interval = 5
    stim.number = 10
    stim.noiseFromRandom123(1, 2, 3)
    synapse = h.ExpSyn(soma(0.5))
    synapse.tau = 3
    synapse.e = 0
    netcon = h.NetCon(stim, synapse)
    netcon.weight[0] = 0.5
    netcon.delay = 0
    spikes = h.Vector()
    netcon.record(spikes)
    v = h.Vector().record(soma(0.5)._ref_v, 20)
    full = h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(100.5)
    return {"v": v, "full": full, "spikes": spikes}
