"""Vector: making, editing, statistics and searches (NEURON's test_vector_api.py, the first half)."""


def run(h):
    v = h.Vector()
    v.append(3, 3)
    v.append(2)
    v.append(1)
    v.append(5)
    w = h.Vector([4, 2, 61, 17, 13])
    weights = h.Vector([1, 3, 2, 5, 4])
    traces = {
        "made": [*h.Vector([1, 2, 3]), *h.Vector(3), *h.Vector(3, 1), *h.Vector().from_python([1, 2, 3]), *v],
        "indexed": [v[0], v[-1], v[4], v.x[2], v.get(3), len(v), v.size()],
        "averages": [v.median(), v.mean(), v.mean(1, 3), v.sum(), v.sum(1, 3), v.sumsq(), v.sumsq(2, 4)],
        "spread": [v.stdev(), v.stdev(0, 3), v.stderr(), v.stderr(1, 3), v.var(), v.var(2, 3), v.mag()],
        "extremes": [v.min(), v.min(0, 2), h.Vector().min(), v.max(), v.max(0, 2), h.Vector().max()],
        "places": [v.min_ind(), v.min_ind(0, 2), v.min_ind(1, 4), v.max_ind(), w.max_ind(1, 2), w.max_ind(3, 4), h.Vector().max_ind()],
        "products": [v.dot(w), v.c().reverse().meansqerr(v), v.c().reverse().meansqerr(v, weights)],
        "trigavg": [v.c().trigavg(w, w, 1, 2)],
        "sumgauss": v.sumgauss(-1, 1, 0.5, 1),
        "sumgauss weighted": v.sumgauss(-1, 1, 0.5, 1, weights),
        "smhist": v.cl().smhist(v.cl(), 1, 3, 2, 1),
        "smhist weighted": v.cl().smhist(v.cl(), 1, 3, 2, 1, weights),
        "equal": [v.eq(v.c()), v.eq(w), v.contains(2), v.contains(7)],
    }
    for name, arguments in {"all": (v,), "to 2": (v, 2), "2 to 3": (v, 2, 3), "2 to end": (v, 2, -1), "1, 2 to 3": (v, 1, 2, 3), "every second": (v, 1, 1, -1, 1, 2)}.items():
        traces[f"copy {name}"] = h.Vector().copy(*arguments)
    traces["copy indexed"] = h.Vector(3, 0).copy(v, h.Vector([1, 2]))
    traces["copy both indexed"] = h.Vector(3, 0).copy(v, h.Vector([1, 2]), h.Vector([0, 1]))
    traces["c"] = [*v.c(), *v.c(1), *v.c(1, 3), *v.at(), *v.at(1), *v.at(1, 3)]
    edited = v.c()
    steps = h.Vector()
    steps.append(edited.resize(4)).append(edited.fill(1)).append(edited.fill(1.1, 1, 2)).append(edited.indgen())
    steps.append(edited.indgen(2)).append(edited.indgen(2, 5)).append(edited.indgen(1, 20, 5))
    steps.append(edited.append(h.Vector(1, 17), 18, 19)).append(edited.insrt(1, 3)).append(edited.insrt(3, h.Vector(1, 9)))
    steps.append(edited.remove(4)).append(edited.remove(1, 5))
    edited.set(1, 2.1)
    edited[0] = -7
    traces["steps"] = steps.append(edited)
    h("double px[3]")
    h.px[0], h.px[2] = 5, 2
    traces["from_double"] = h.Vector().from_double(3, h._ref_px[0])
    s = h.Vector(6).indgen(1, 30, 5)
    found = h.Vector()
    for test, bounds in [(">=", [10]), ("<=", [11]), ("!=", [11]), ("==", [11]), ("<", [11]), (">", [11]), ("[)", [9, 21]), ("[]", [9, 21]), ("(]", [11, 21]), ("()", [11, 21])]:
        found.append(h.Vector().where(s, test, *bounds)).append(h.Vector().indvwhere(s, test, *bounds)).append(s.indwhere(test, *bounds))
    traces["found"] = found
    traces["where"] = s.c().where("[)", 6, 26)
    traces["histograms"] = [*s.histogram(1, 20, 10), *h.Vector().hist(s, 1, 2, 10), *s.ind(h.Vector([1, 3])), *h.Vector().spikebin(s.c(), 12)]
    s.label("s")
    traces["labels"] = [v.label(), s.label(), s.cl().label()]
    return traces
