"""Matrix: products, decompositions, solutions, and the ways to read it."""


def flat(m):
    return [m.getval(i, j) for i in range(int(m.nrow())) for j in range(int(m.ncol()))]


def run(h):
    m = h.Matrix(3, 3)
    for i, value in enumerate([4, 1, 0.5, 1, 3, -1, 0.5, -1, 5]):
        m.setval(i // 3, i % 3, value)
    b = h.Vector([1, 2, 3])
    general = h.Matrix(3, 3)
    general.setrow(0, b)
    general.setcol(1, h.Vector([7, -2, 0.5]))
    general.setdiag(0, h.Vector([2, 8, -1]))
    vectors = h.Matrix(3, 3)
    values = m.symmeig(vectors)
    left, right = h.Matrix(3, 3), h.Matrix(3, 3)
    exponent = h.ref(0)
    sparse = h.Matrix(4, 4, 2)
    for i in range(4):
        sparse.setval(i, i, 2 + i)
        sparse.setval(i, (i + 1) % 4, -0.5)
    where, what = h.Vector(), h.Vector()
    size = sparse.sprowlen(1)
    traces = {
        "solv": m.solv(b),
        "mulv": m.mulv(b),
        "mulm": flat(m.mulm(general)),
        "add": flat(m.c().add(general)),
        "muls": flat(m.c().muls(0.3)),
        "inverse": flat(m.inverse()),
        "exp": flat(m.c().muls(0.1).exp()),
        "pow": flat(m.pow(3)),
        "det": [m.det(exponent), exponent[0]],
        "symmeig": values,
        "eigenvectors": [abs(x) for x in flat(vectors)],
        "svd": general.svd(left, right),
        "transpose": flat(general.transpose()),
        "getrow": [*general.getrow(0), *general.getcol(1), *general.getdiag(0), *general.getdiag(1)],
        "elements": [m.x[1][2], m.getval(2, 0), m.nrow(), m.ncol()],
        "ident": flat(h.Matrix(2, 2).ident()),
        "bcopy": flat(general.bcopy(0, 1, 2, 2)),
        "to_vector": m.to_vector(),
        "from_vector": flat(h.Matrix(2, 3).from_vector(h.Vector(6).indgen(1, 1.5))),
        "sparse": [*sparse.mulv(h.Vector([1, 2, 3, 4])), size, sparse.spgetrowval(1, 1, exponent), exponent[0]],
        "sparse solv": sparse.solv(h.Vector([1, 2, 3, 4])),
        "resized": flat(m.c().resize(2, 4)),
        "zero": [*flat(m.c().zero()), where.size(), what.size()],
    }
    m.x[0][0] = 9
    traces["assigned"] = flat(m)
    return traces
