"""A ring of cells with inhibition and an artificial cell, wired and recorded by Patch, in plain NEURON."""


def run(h):
    h.load_file("stdrun.hoc")
    h.celsius = 6.3
    n = 8
    cells, excite, inhibit = [], [], []
    for k in range(n):
        sec = h.Section(f"cell{k}")
        sec.L = sec.diam = 15 + k
        sec.insert("hh")
        e, i = h.ExpSyn(sec(0.5)), h.ExpSyn(sec(0.5))
        e.tau, i.tau, i.e = 2, 5, -80
        cells.append(sec)
        excite.append(e)
        inhibit.append(i)
    ncs, spikes = [], []

    def connect(source, target, threshold, delay, weight, sec=None):
        nc = h.NetCon(source, target, sec=sec) if sec else h.NetCon(source, target)
        nc.threshold, nc.delay, nc.weight[0] = threshold, delay, weight
        ncs.append(nc)
        return nc

    for k in range(n):
        source = cells[k](0.5)._ref_v
        connect(source, excite[(k + 1) % n], -10, 1.5, 0.1, cells[k])
        connect(source, inhibit[(k + 3) % n], -10, 0.7, 0.0005, cells[k])
        connect(source, inhibit[(k + 3) % n], -10, 2.1, 0.0002, cells[k])
    stim = h.NetStim()
    stim.start, stim.number, stim.interval, stim.noise = 1, 12, 4, 0.5
    relay = h.IntFire1()
    relay.tau, relay.refrac = 5, 1
    connect(stim, relay, 10, 0.3, 1.2)
    connect(relay, excite[0], 10, 0.2, 0.05)
    for k in range(n):
        nc = h.NetCon(cells[k](0.5)._ref_v, None, sec=cells[k])
        nc.threshold = -10
        times = h.Vector()
        nc.record(times)
        ncs.append(nc)
        spikes.append(times)
    v = h.Vector().record(cells[3](0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(80)
    return {"v": v, **{f"spikes{k}": s for k, s in enumerate(spikes)}}
