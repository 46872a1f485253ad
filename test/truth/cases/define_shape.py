"""define_shape makes 3-D points for sections that have none; points are inserted, changed, removed."""


def points(secs):
    return [f(i) for sec in secs for i in range(sec.n3d()) for f in [sec.x3d, sec.y3d, sec.z3d, sec.diam3d]]


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    dends = [h.Section(name=f"dend{i}") for i in range(5)]
    for i, dend in enumerate(dends):
        dend.L, dend.diam, dend.nseg = 50 + 10 * i, 2, 1 + 2 * i
        dend.connect(soma(1) if i < 3 else dends[i - 3](1 if i == 3 else 0.4))
    counts = [sec.n3d() for sec in h.allsec()]
    h.define_shape()
    secs = [soma, *dends]
    traces = {"counts": counts + [sec.n3d() for sec in secs], "defined": points(secs)}
    edited = h.Section(name="edited")
    edited.pt3dadd(0, 0, 0, 1)
    edited.pt3dadd(30, 0, 0, 1)
    edited.pt3dinsert(1, 10, 5, 0, 2)
    edited.pt3dadd(40, 0, 10, 3)
    edited.pt3dchange(0, -5, 1, 1, 1.5)
    edited.pt3dchange(2, 0.8)
    traces["edited"] = points([edited])
    edited.pt3dremove(1)
    traces["removed"] = [*points([edited]), edited.n3d(), edited.L]
    edited.pt3dclear()
    traces["cleared"] = [edited.n3d(), edited.L, edited.diam]
    edited.pt3dadd(0, 0, 0, 2)
    edited.pt3dadd(20, 5, 0, 1)
    h.pt3dconst(1, sec=edited)
    traces["styles"] = [h.pt3dstyle(sec=soma), h.pt3dconst(1, sec=edited), edited.pt3dstyle()]
    edited.L = 100
    traces["constant"] = [edited.L, *points([edited])]
    return traces
