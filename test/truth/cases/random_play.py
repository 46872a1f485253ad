"""A random current and values gathered and scattered by a PtrVector (NEURON's test_zptrlist.py)."""


def run(h):
    sec = h.Section(name="s")
    sec.L, sec.diam = 10, 10
    clamp = h.IClamp(sec(0.5))
    clamp.delay, clamp.dur, clamp.amp = 0, 10, 0
    random = h.Random()
    random.Random123(1, 0, 0)
    random.uniform(0, 0.001)
    random.play(clamp._ref_amp)
    v = h.Vector().record(sec(0.5)._ref_v)
    h.dt = 0.025
    h.finitialize(0)
    for _ in range(40):
        h.fadvance()
    pointers = h.PtrVector(4)
    for i, x in enumerate([0, 0.5, 1]):
        pointers.pset(i, sec(x)._ref_v)
    pointers.pset(3, clamp._ref_amp)
    gathered = h.Vector(4)
    pointers.gather(gathered)
    pointers.scatter(h.Vector([-1, -2, -3, 0.5]))
    pointers.setval(1, -20)
    return {
        "v": v,
        "gathered": gathered,
        "scattered": [sec(0).v, sec(0.5).v, sec(1).v, clamp.amp],
        "read": [pointers.getval(i) for i in range(4)],
        "size": [pointers.size()],
        "label": pointers.label("mine"),
    }
