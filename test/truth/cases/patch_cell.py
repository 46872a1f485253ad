"""A cell with a dendrite from points, a changing current, a synapse and a voltage clamp: what Patch does in one call each."""


def run(h):
    h.load_file("stdrun.hoc")
    h.celsius = 32
    soma, dend = h.Section("soma"), h.Section("dend")
    soma.L = soma.diam = 20
    dend.nseg = 5
    for sec in (soma, dend):
        sec.Ra, sec.cm = 120, 1.2
    for x, y, z in [(0, 0, 0), (50, 10, 0), (120, 10, 30)]:
        h.pt3dadd(x, y, z, 1.5, sec=dend)
    soma.insert("hh")
    dend.insert("pas")
    dend.connect(soma(1))
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur = 2, 3
    values = [0.5 + 0.25 * (i % 7) for i in range(60)]
    played, times = h.Vector([0] + values), h.Vector([0] + [2 + i * h.dt for i in range(60)])
    played.play(clamp._ref_amp, times)
    syn = h.Exp2Syn(dend(0.7))
    syn.tau1, syn.tau2, syn.e = 0.5, 3, 0
    stim = h.NetStim()
    stim.start, stim.number, stim.interval, stim.noise = 8, 20, 1, 1
    nc = h.NetCon(stim, syn)
    nc.weight[0], nc.delay = 0.01, 0.5
    hold = h.SEClamp(dend(0.1))
    hold.dur1, hold.amp1, hold.dur2, hold.amp2, hold.dur3, hold.amp3 = 14, -65, 4, -20, 1, -65
    hold.rs = 50
    v = h.Vector().record(soma(0.5)._ref_v)
    w = h.Vector().record(dend(0.7)._ref_v)
    i = h.Vector().record(hold._ref_i)
    t = h.Vector().record(h._ref_t)
    h.finitialize(-65)
    h.continuerun(30)
    return {"v": v, "w": w, "i": i, "t": t}
