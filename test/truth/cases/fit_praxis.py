"""fit_praxis and attr_praxis minimise a function of the host language, and one of HOC."""


def run(h):
    h.load_file("stdrun.hoc")
    h.attr_praxis(1e-4, 0.5, 0)
    tried = h.Vector()

    def valley(x):
        tried.append(x[0], x[1])
        return (x[0] - 1) * (x[0] - 1) + 4 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0])

    start = h.Vector([-0.5, 0.5])
    least = h.fit_praxis(valley, start)
    h("func bowl() { return ($&2[0] - 3) ^ 2 + ($&2[1] + 1) ^ 2 + 0.5 * $&2[0] * $&2[1] }")
    other = h.Vector([0, 0])
    bottom = h.fit_praxis(2, "bowl", other._ref_x[0])
    return {"least": [least, *start], "tried": tried, "bowl": [bottom, *other]}
