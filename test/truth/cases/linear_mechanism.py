"""A gap junction between two cells as a LinearMechanism: a pure conductance between two nodes."""


def run(h):
    h.load_file("stdrun.hoc")
    cells = [h.Section(name=f"cell{i}") for i in range(2)]
    for cell in cells:
        cell.L = cell.diam = 10
        cell.insert("hh")
    clamp = h.IClamp(cells[0](0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 0.5, 0.3
    gap = 5e-5
    c = h.Matrix(2, 2)
    g = h.Matrix(2, 2)
    for i in range(2):
        g.setval(i, i, gap)
        g.setval(i, 1 - i, -gap)
    y, y0, b = h.Vector(2), h.Vector(2), h.Vector(2)
    nodes = h.SectionList()
    for cell in cells:
        nodes.append(sec=cell)
    junction = h.LinearMechanism(c, g, y, y0, b, nodes, h.Vector([0.5, 0.5]))
    v = [h.Vector().record(cell(0.5)._ref_v) for cell in cells]
    h.finitialize(-65)
    h.continuerun(15)
    return {"v0": v[0], "v1": v[1], "y": y, "valid": junction is not None}
