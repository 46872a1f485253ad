"""Two hundred artificial cells at random, with the plain queue and with the binned one."""


def run(h):
    h.load_file("stdrun.hoc")
    random = h.Random()
    random.Random123(1, 2, 3)
    cells = [h.IntFire4() for _ in range(200)]
    for cell in cells:
        cell.taum = random.uniform(20, 40)
        cell.taue = random.uniform(2, 4)
    spikes, senders = h.Vector(), h.Vector()
    netcons = []
    random.discunif(0, 199)
    chosen = [random.repick() for _ in range(2000)]
    random.uniform(0, 1)
    for i, source in enumerate(chosen):
        weight = 0.08 if random.repick() < 0.8 else -0.2
        netcons.append(h.NetCon(cells[int(source)], cells[i % 200], 0, 0.5 + 4 * random.repick(), weight))
    for i, cell in enumerate(cells):
        detector = h.NetCon(cell, None)
        detector.record(spikes, senders, i)
        netcons.append(detector)
    stims = []
    for i in range(20):
        stim = h.NetStim()
        stim.interval, stim.number, stim.start, stim.noise = 5, 1e9, 1, 1
        stim.noiseFromRandom123(i, 9, 9)
        stims.append(stim)
        for k in range(10):
            netcons.append(h.NetCon(stim, cells[10 * i + k], 0, 1 + 0.1 * k, 0.3))
    traces = {}
    for binned in [0, 1]:
        h.cvode.queue_mode(binned)
        h.finitialize()
        h.continuerun(150)
        traces[f"spikes {binned}"], traces[f"senders {binned}"] = spikes.c(), senders.c()
    traces["netcons"] = [h.List("NetCon").count(), len(netcons)]
    return traces
