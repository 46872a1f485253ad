"""SaveState: a run cut in the middle goes on exactly as if it had not been, from memory and from a file."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 15
    soma.insert("hh")
    dend = h.Section(name="dend")
    dend.L, dend.diam, dend.nseg = 150, 1.5, 5
    dend.connect(soma(1))
    dend.insert("pas")
    stim = h.NetStim()
    stim.interval, stim.number, stim.start = 3, 6, 1
    synapse = h.Exp2Syn(dend(0.7))
    synapse.tau1, synapse.tau2 = 0.3, 2
    netcon = h.NetCon(stim, synapse, 0, 1.7, 0.02)
    v = h.Vector().record(soma(0.5)._ref_v)
    g = h.Vector().record(synapse._ref_g)
    saved = h.SaveState()
    h.finitialize(-65)
    h.continuerun(8)
    saved.save()
    f = h.File()
    f.wopen("state.bin")
    saved.fwrite(f)
    h.continuerun(16)
    traces = {"whole v": v.c(), "whole g": g.c()}

    h.finitialize(-65)
    saved.restore()
    traces["at restore"] = [h.t, soma(0.5).v, soma(0.5).m_hh, synapse.g, netcon.delay]
    h.continuerun(16)
    traces["second half"] = v.c()

    other = h.SaveState()
    f.ropen("state.bin")
    other.fread(f)
    f.close()
    handler = h.FInitializeHandler(1, lambda: other.restore())
    h.finitialize(-65)
    h.continuerun(16)
    traces["from file"] = v.c()
    traces["handler"] = handler is not None
    return traces
