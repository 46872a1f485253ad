"""Arrays that change their dimensions: numbers, objects, sections, in templates too (NEURON's vardimtests)."""

TEXT = """
double a[2][3]
objref o[2], nothing
create d[3]
begintemplate Grid
public x, y, items, part, total
double x[2][2], y[5]
objref items[3]
create part[2]
proc init() { local i
  for i = 0, 4 y[i] = i * $1
  for i = 0, 2 items[i] = new Vector(i + 1, $1)
  x[1][0] = 7
}
func total() { local i, j, s
  s = 0
  for i = 0, 1 for j = 0, 1 s += x[i][j]
  return s
}
endtemplate Grid
func whole() { local i, s
  s = 0
  for i = 0, 5 s += $&1[i]
  $&1[5] = -1
  return s
}
"""


def run(h):
    h(TEXT)
    for i in range(2):
        for j in range(3):
            h.a[i][j] = 10 * i + j
    h.o[0], h.o[1] = h.Vector([1, 2]), h.List()
    h.o[1].append(h.o[0])
    grid = h.Grid(3)
    grid.x[0][1] = 5
    grid.y[2] = -4
    total = h.whole(h._ref_a[0][0])
    traces = {
        "a": [h.a[i][j] for i in range(2) for j in range(3)],
        "sizes": [len(h.a), len(h.a[1]), len(h.o), len(h.d), len(grid.items), len(grid.part), len(grid.x[0])],
        "total": [total, grid.total()],
        "grid": [*[grid.y[i] for i in range(5)], *[x for item in range(3) for x in grid.items[item]]],
        "objects": [h.o[0].hname(), h.o[1].hname(), h.o[1].o(0).hname(), grid.items[2].hname()],
        "sections": [sec.name() for sec in h.allsec()],
        "nothing": [h.nothing is None, h.o[1] is not None],
    }
    h("double a[4]\nobjref o[1]\ncreate d[2]\na[3] = 9")
    traces["again"] = [len(h.a), h.a[3], len(h.o), len(h.d), h.o[0] is None]
    traces["sections again"] = [sec.name() for sec in h.allsec()]
    h("double a[2][2][2]\na[1][0][1] = 3")
    traces["three"] = [h.a[i][j][k] for i in range(2) for j in range(2) for k in range(2)]
    return traces
