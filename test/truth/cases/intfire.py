"""The three artificial integrate-and-fire cells, driven by excitation and inhibition, one of them by another."""


def run(h):
    h.load_file("stdrun.hoc")
    excitation = h.NetStim()
    excitation.interval, excitation.number, excitation.start = 3, 30, 1
    inhibition = h.NetStim()
    inhibition.interval, inhibition.number, inhibition.start = 17, 6, 5
    one = h.IntFire1()
    one.tau, one.refrac = 10, 4
    two = h.IntFire2()
    two.taum, two.taus, two.ib = 10, 20, 0.4
    four = h.IntFire4()
    four.taue, four.taui1, four.taui2, four.taum = 3, 5, 10, 30
    netcons = []
    for cell, weight in [(one, 0.45), (two, 0.3), (four, 0.25)]:
        netcons.append(h.NetCon(excitation, cell, 0, 1, weight))
        netcons.append(h.NetCon(inhibition, cell, 0, 2, -0.2))
    netcons.append(h.NetCon(one, four, 0, 0.5, 0.3))
    traces = {}
    for name, cell in [("one", one), ("two", two), ("four", four)]:
        spikes = h.Vector()
        detector = h.NetCon(cell, None)
        detector.record(spikes)
        netcons.append(detector)
        traces[f"spikes {name}"] = spikes
    m1, m2, m4 = h.Vector(), h.Vector(), h.Vector()

    def look():
        m1.append(one.M())
        m2.append(two.M())
        m4.append(four.M())
        if h.t < 99:
            h.cvode.event(h.t + 2.5, look)

    start = h.FInitializeHandler(look)
    h.finitialize()
    h.continuerun(100)
    traces.update({"M one": m1, "M two": m2, "M four": m4, "handler": start is not None})
    return traces
