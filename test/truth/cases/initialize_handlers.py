"""FInitializeHandlers of all four types, in their order, as functions, statements and statements in an object."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 10
    soma.insert("hh")
    order, seen = [], h.Vector()

    def handler(name, act=None):
        def called():
            order.append(name)
            seen.append(soma(0.5).v, soma(0.5).m_hh, h.t)
            if act:
                act()

        return called

    def depolarise():
        soma(0.5).v = -50

    def start():
        soma(0.5).m_hh = 0.5

    h("begintemplate Counter\npublic count, add\nproc init() { count = 0 }\nproc add() { count += $1 }\nendtemplate Counter")
    counter = h.Counter()
    h("calls = 0")
    handlers = [
        h.FInitializeHandler(2, handler("last")),
        h.FInitializeHandler(handler("default", start)),
        h.FInitializeHandler(0, handler("before", depolarise)),
        h.FInitializeHandler(1, handler("after")),
        h.FInitializeHandler(3, handler("first of all")),
        h.FInitializeHandler("calls += 1"),
        h.FInitializeHandler(1, "add(3)", counter),
    ]
    v = h.Vector().record(soma(0.5)._ref_v)
    m = h.Vector().record(soma(0.5)._ref_m_hh)
    h.finitialize(-65)
    h.continuerun(3)
    traces = {"order": list(order), "v": v.c(), "m": m.c(), "counts": [h.calls, counter.count]}
    handlers.pop(2)
    first = h.List("FInitializeHandler").count()
    h.finitialize(-65)
    traces["again"] = order[len(traces["order"]):]
    traces["seen"] = seen
    traces["handlers"] = [first, h.calls, counter.count, soma(0.5).v]
    return traces
