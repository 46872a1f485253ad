"""What CVode shows of itself: names of states, the right-hand side, gather and scatter, settings, the event queue."""

TOLERANCE = 1e-6


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("hh")
    dend = h.Section(name="dend")
    dend.L, dend.diam, dend.nseg = 100, 1, 3
    dend.connect(soma(1))
    dend.insert("pas")
    synapse = h.Exp2Syn(dend(0.5))
    stim = h.NetStim()
    stim.number, stim.interval, stim.start = 3, 4, 2
    netcon = h.NetCon(stim, synapse, 0, 1.5, 0.01)
    cvode = h.CVode()
    cvode.active(True)
    cvode.atol(1e-4)
    h.finitialize(-65)
    cvode.solve(5)
    y, rate = h.Vector(), h.Vector()
    cvode.states(y)
    text = h.ref("")
    names = []
    for i in range(len(y)):
        cvode.statename(i, text, 1)
        names.append(text[0])
    cvode.ygather(y)
    cvode.f(5, y, rate)
    traces = {"names": names, "y": y.c(), "rate": rate.c()}
    cvode.yscatter(y.c().mul(0.5))
    traces["scattered"] = [soma(0.5).v, soma(0.5).m_hh, dend(0.5).v, synapse.A]
    cvode.yscatter(y)
    cvode.re_init()
    cvode.solve(7)
    times, flags, objects = h.Vector(), h.Vector(), h.List()
    cvode.event_queue_info(2, times, objects)
    traces["deliveries"] = [*times, objects.count()]
    traces["targets"] = [objects.o(i).syn().hname() for i in range(int(objects.count()))] or ["none"]
    cvode.event_queue_info(3, times, flags, objects)
    traces["self events"] = [*times, *flags, objects.count()]
    traces["settings"] = [cvode.stiff(), cvode.jacobian(), cvode.order() >= 1, cvode.current_method(), cvode.use_local_dt(), cvode.debug_event()]
    traces["changed"] = [cvode.stiff(1), cvode.jacobian(2), cvode.minstep(1e-6), cvode.maxstep(1), cvode.condition_order(2), cvode.queue_mode(1)]
    cvode.queue_mode(0)
    cvode.stiff(2)
    cvode.jacobian(0)
    cvode.atolscale("m_hh", 0.1)
    h.finitialize(-65)
    cvode.solve(10)
    traces["end"] = [h.t, soma(0.5).v, synapse.g, netcon.delay]
    return traces
