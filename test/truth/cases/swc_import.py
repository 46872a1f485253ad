"""Import3d reads SWC: somas of one, two, three and many points, of several sections, and none at all."""

from pathlib import Path

DATA = Path(__file__).parent.parent / "data"


def describe(h):
    lines, numbers = [], []
    for sec in h.allsec():
        parent = sec.parentseg()
        lines.append(f"{sec.name()} < {parent.sec.name() if parent else '-'}")
        numbers += [sec.L, sec.n3d(), parent.x if parent else -1, sec.pt3dstyle()]
        if sec.pt3dstyle():
            place = [h.ref(0) for _ in range(3)]
            h.pt3dstyle(1, *place, sec=sec)
            numbers += [p[0] for p in place]
        for i in range(sec.n3d()):
            numbers += [sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)]
    return lines, numbers


def run(h):
    h.load_file("import3d.hoc")
    traces = {}
    for name in ["one_point_soma", "three_point_soma", "contour_soma", "no_soma", "soma_only", "many_types"]:
        swc = h.Import3d_SWC_read()
        swc.input(str(DATA / f"{name}.swc"))
        importer = h.Import3d_GUI(swc, 0)
        importer.instantiate(None)
        traces[f"{name} tree"], traces[f"{name} points"] = describe(h)
        for sec in h.allsec():
            h.delete_section(sec=sec)
    return traces
