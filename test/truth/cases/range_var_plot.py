"""RangeVarPlot along a path: a variable by name, a function of x, into Vectors."""


def run(h):
    h.load_file("stdrun.hoc")
    secs = [h.Section(name=f"s{i}") for i in range(4)]
    for i, sec in enumerate(secs):
        sec.L, sec.diam, sec.nseg = 40 + 10 * i, 2, 3 + 2 * i
        sec.insert("hh")
    secs[1].connect(secs[0](1))
    secs[2].connect(secs[1](1))
    secs[3].connect(secs[1](0.5))
    clamp = h.IClamp(secs[0](0))
    clamp.delay, clamp.dur, clamp.amp = 0.5, 5, 0.3
    h.finitialize(-65)
    h.continuerun(3)
    voltage = h.RangeVarPlot("v", secs[0](0), secs[2](1))
    y, x = h.Vector(), h.Vector()
    voltage.to_vector(y, x)
    back = h.RangeVarPlot("m_hh")
    back.begin(secs[3](1))
    back.end(secs[0](0))
    back.origin(20)
    m, at = h.Vector(), h.Vector()
    back.to_vector(m, at)
    path = h.SectionList()
    voltage.list(path)
    called = []

    def sodium(x):
        called.append(x)
        return h.cas()(x).gnabar_hh * h.cas()(x).m_hh

    made = h.RangeVarPlot(sodium, secs[0](0), secs[3](1))
    g, places = h.Vector(), h.Vector()
    made.to_vector(g, places)
    voltage.from_vector(y.c().mul(0.5))
    return {
        "y": y,
        "x": x,
        "m": m,
        "at": at,
        "ends": [voltage.left(), voltage.right(), back.left(), back.right()],
        "path": [sec.name() for sec in path],
        "g": g,
        "places": places,
        "halved": [seg.v for seg in secs[2]],
    }
