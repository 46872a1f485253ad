"""An alpha-function conductance (AlphaSynapse) in three places of a passive cable."""


def run(h):
    h.load_file("stdrun.hoc")
    cable = h.Section(name="cable")
    cable.L, cable.diam, cable.nseg = 600, 1.5, 15
    cable.insert("pas")
    synapses = []
    for i, x in enumerate([0, 0.5, 1]):
        synapse = h.AlphaSynapse(cable(x))
        synapse.onset, synapse.tau, synapse.gmax, synapse.e = 2 + 6 * i, 0.5 + i, 0.002, -10 * i
        synapses.append(synapse)
    traces = {f"i{i}": h.Vector().record(synapse._ref_i) for i, synapse in enumerate(synapses)}
    for x in [0, 0.3, 1]:
        traces[f"v {round(10 * x)}"] = h.Vector().record(cable(x)._ref_v)
    h.finitialize(-70)
    h.continuerun(30)
    return traces
