"""Area, axial resistance, volume and path distance of every segment, from lengths and from 3-D points."""


def run(h):
    soma = h.Section(name="soma")
    soma.L, soma.diam, soma.nseg = 20, 14, 3
    trunk = h.Section(name="trunk")
    for i, (x, y, z, d) in enumerate([(0, 0, 0, 5), (10, 5, 0, 4), (25, 5, 12, 4.5), (25, 60, 12, 1.5), (40, 80, -3, 0.7)]):
        trunk.pt3dadd(x, y, z, d)
    trunk.nseg = 9
    trunk.connect(soma(1))
    branch = h.Section(name="branch")
    branch.L, branch.nseg = 120, 4
    for seg in branch:
        seg.diam = 3 - 2 * seg.x
    branch.connect(trunk(0.62), 1)
    branch.Ra, branch.rallbranch = 150, 2
    traces = {}
    for sec in [soma, trunk, branch]:
        traces[f"area {sec.name()}"] = [seg.area() for seg in sec.allseg()]
        traces[f"ri {sec.name()}"] = [seg.ri() for seg in sec.allseg()]
        traces[f"volume {sec.name()}"] = [seg.volume() for seg in sec.allseg()]
        traces[f"diam {sec.name()}"] = [seg.diam for seg in sec]
        h.distance(0, soma(0.5))
        traces[f"distance {sec.name()}"] = [h.distance(seg) for seg in sec.allseg()]
        traces[f"old distance {sec.name()}"] = [h.distance(seg.x, sec=sec) for seg in sec.allseg()]
        traces[f"old area {sec.name()}"] = [h.area(seg.x, sec=sec) for seg in sec.allseg()]
        traces[f"old ri {sec.name()}"] = [h.ri(seg.x, sec=sec) for seg in sec.allseg()]
    traces["between"] = [h.distance(branch(0), trunk(1)), h.distance(soma(0), soma(1)), h.distance(branch(0.1), branch(0.9))]
    traces["points"] = [f(i) for i in range(trunk.n3d()) for f in [trunk.x3d, trunk.y3d, trunk.z3d, trunk.diam3d, trunk.arc3d]]
    traces["lengths"] = [sec.L for sec in [soma, trunk, branch]]
    trunk.L = 200
    traces["stretched"] = [f(i) for i in range(trunk.n3d()) for f in [trunk.x3d, trunk.y3d, trunk.z3d, trunk.arc3d]]
    trunk.nseg = 4
    traces["fewer"] = [value for seg in trunk.allseg() for value in [seg.x, seg.area(), seg.ri()]]
    traces["connections"] = [h.parent_connection(sec=branch), h.section_orientation(sec=branch)]
    return traces
