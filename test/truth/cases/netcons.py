"""What a NetCon knows and does: ends, weights, lists, many recorded in one Vector, switched and moved while running."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("hh")
    dend = h.Section(name="dend")
    dend.L, dend.diam, dend.nseg = 100, 1, 3
    dend.connect(soma(1))
    dend.insert("pas")
    synapses = [h.ExpSyn(dend(0.5)), h.Exp2Syn(dend(0.9)), h.IntFire2()]
    stims = [h.NetStim() for _ in range(2)]
    for i, stim in enumerate(stims):
        stim.interval, stim.number, stim.start = 4 + i, 6, 1 + i
    netcons = [h.NetCon(stims[0], synapses[0]), h.NetCon(stims[1], synapses[1], 0, 2, 0.005), h.NetCon(stims[0], synapses[2], 0, 1, 0.3)]
    from_soma = h.NetCon(soma(0.5)._ref_v, synapses[1], -20, 3, 0.002, sec=soma)
    netcons.append(from_soma)
    netcons[0].weight[0] = 0.02
    netcons[0].delay = 1.5
    times, which = h.Vector(), h.Vector()
    for i, netcon in enumerate(netcons):
        netcon.record(times, which, i + 1)
    traces = {
        "facts": [x for nc in netcons for x in [nc.delay, nc.threshold, nc.weight[0], nc.wcnt(), nc.active(), nc.valid(), nc.srcgid()]],
        "ends": [from_soma.preseg().x, from_soma.preseg().sec.name() == "soma", netcons[0].postseg().x, netcons[1].postseg().sec.name() == "dend"],
        "names": [nc.syn().hname() for nc in netcons] + [nc.pre().hname() for nc in netcons[:3]],
        "lists": [h.List("NetCon").count(), h.cvode.netconlist(stims[0], "", "").count(), h.cvode.netconlist("", "", synapses[1]).count()],
        "source lists": [netcons[0].prelist().count(), netcons[0].synlist().count(), from_soma.precelllist().count()],
    }
    v = h.Vector().record(soma(0.5)._ref_v)
    g = h.Vector().record(synapses[1]._ref_g)

    def switch():
        netcons[0].active(0)
        netcons[1].delay = 0.5
        netcons[1].weight[0] = 0.01
        h.cvode.event(14, lambda: netcons[0].active(1))

    def move():
        netcons[2].setpost(synapses[0])
        netcons[2].weight[0] = 0.01

    def start():
        h.cvode.event(7, switch)
        h.cvode.event(9, move)

    handler = h.FInitializeHandler(start)
    h.finitialize(-65)
    h.continuerun(30)
    traces.update({"times": times, "which": which, "v": v, "g": g})
    traces["after"] = [netcons[2].syn().hname(), netcons[1].syn().hname()]
    traces["threshold"] = [from_soma.x, netcons[0].active(), handler is not None]
    return traces
