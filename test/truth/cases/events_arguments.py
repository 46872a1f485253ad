"""Callables with arguments, as pairs: in handlers, events, recorded NetCons, and at every scatter and gather."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 12
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 20, 0.2
    seen, order = h.Vector(), []

    def tell(name, number):
        order.append(name)
        seen.append(h.t, number, soma(0.5).v)

    def one(name):
        tell(name, 0)

    handlers = [h.FInitializeHandler(0, (tell, ("first", 1))), h.FInitializeHandler((one, "only")), h.FInitializeHandler(2, (one, ("pair",)))]
    detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    detector.record((tell, ("spike", 2)))
    cvode = h.CVode()
    gathered = h.Vector()

    def gather():
        gathered.append(h.t)

    cvode.extra_scatter_gather(0, gather)

    def chain(left, name):
        tell(name, left)
        if left:
            cvode.event(h.t + 0.75, (chain, (left - 1, name)))

    def start():
        cvode.event(2, (chain, (3, "chain")))
        cvode.event(4, (one, "late"))

    handlers.append(h.FInitializeHandler(start))
    v = h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(15)
    count = len(gathered)
    cvode.extra_scatter_gather_remove(gather)
    h.finitialize(-65)
    h.continuerun(1)
    return {"order": order, "seen": seen, "v": v, "gathered": gathered, "counts": [count, len(gathered), len(handlers)]}
