"""PatternStim plays spikes into gids that live elsewhere, or nowhere."""


def run(h):
    h.load_file("stdrun.hoc")
    pc = h.ParallelContext()
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("hh")
    synapse = h.ExpSyn(soma(0.5))
    netcons = [pc.gid_connect(gid, synapse) for gid in [100, 200]]
    for i, netcon in enumerate(netcons):
        netcon.delay, netcon.weight[0] = 1 + i, 0.005 * (i + 1)
    pattern = h.PatternStim()
    pattern.fake_output = 1
    times, gids = h.Vector([1, 4, 4.5, 9, 12.25]), h.Vector([100, 200, 100, 300, 200])
    pattern.play(times, gids)
    v = h.Vector().record(soma(0.5)._ref_v)
    g = h.Vector().record(synapse._ref_g)
    pc.set_maxstep(10)
    h.finitialize(-65)
    pc.psolve(18)
    return {"v": v, "g": g, "gids": [netcon.srcgid() for netcon in netcons]}
