"""A LinearMechanism whose callback steers the right-hand side: a current of its own."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 10
    soma.insert("pas")
    c, g = h.Matrix(1, 1), h.Matrix(1, 1)
    y, b = h.Vector(1), h.Vector(1)
    calls = h.Vector()

    def current():
        b.x[0] = 0.01 if 2 < h.t < 6 else 0
        calls.append(h.t)

    mechanism = h.LinearMechanism(current, c, g, y, b, 0.5, sec=soma)
    v = h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(-70)
    h.continuerun(8)
    return {"v": v, "calls": calls, "valid": mechanism is not None}
