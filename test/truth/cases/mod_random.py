"""Compiled mechanisms: RANDOM streams of a synapse, their sequences and ids, their draws asked from outside."""

import os


def run(h):
    h.load_file("stdrun.hoc")
    h.nrn_load_dll(os.environ["TRUTH_MECHANISMS"])
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("pas")
    releases = [h.NoisyRelease(soma(0.5)) for _ in range(2)]
    stim = h.NetStim()
    stim.interval, stim.number, stim.start = 2, 12, 1
    netcons = []
    for i, release in enumerate(releases):
        release.release.set_ids(i, 1, 5)
        release.current.set_ids(i, 2, 5)
        release.p = 0.4 + 0.3 * i
        netcons.append(h.NetCon(stim, release, 0, 1, 0.005))
    v = h.Vector().record(soma(0.5)._ref_v)
    g = [h.Vector().record(release._ref_g) for release in releases]
    noise = h.Vector().record(releases[0]._ref_noise)
    h.finitialize(-70)
    h.continuerun(30)
    traces = {"v": v.c(), "g0": g[0].c(), "g1": g[1].c(), "noise": noise.c()}
    stream = releases[0].release
    traces["stream"] = [stream.get_seq(), *stream.get_ids(), stream.set_seq(3).get_seq(), stream.uniform(), stream.get_seq()]
    traces["draws"] = [releases[1].draw(), releases[1].draw(), releases[1].release.get_seq(), releases[1].drawn]
    traces["released"] = [netcon.weight[1] for netcon in netcons]
    h.finitialize(-70)
    h.continuerun(30)
    traces["again"] = v
    return traces
