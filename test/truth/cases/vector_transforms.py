"""Vector: functions, calculus, filters, Fourier (NEURON's test_vector_api.py, the second half)."""


def run(h):
    v = h.Vector([3, 2, 15, 16])
    x, y = h.Vector([1, 2, 3, 4]), h.Vector([1.1, 2.2, 3.3, 4.4])
    h("func square() { return $1 * $1 }")
    scaled = v.c()
    long = h.Vector(64).sin(40, 0.5).add(h.Vector(64).sin(110, 0)).mul(3)
    traces = {
        "apply sin": v.c().apply("sin"),
        "apply sin part": v.c().apply("sin", 1, 2),
        "apply square": v.c().apply("square"),
        "reduce": [v.reduce("square", 100), v.reduce("square")],
        "deriv": [*h.Vector().deriv(v, 0.1), *h.Vector().deriv(v, 1, 1), *h.Vector().deriv(v, 1, 2)],
        "interpolate": v.c().interpolate(v.c(), v.c().apply("sqrt")),
        "interpolate y": v.c().interpolate(v.c(), v.c().apply("sqrt"), x),
        "integral": [*h.Vector().integral(v), *h.Vector().integral(v, 0.1)],
        "medfltr": [*v.c().medfltr(), *v.c().medfltr(x)],
        "sorted": [*v.c().sort(), *v.sortindex(), *v.c().reverse(), *v.c().rotate(3), *v.c().rotate(3, 0)],
        "rebin": [*h.Vector().rebin(v, 2), *v.c().rebin(2)],
        "pow": [*v.c().pow(2), *v.c().pow(0.5), *v.c().pow(-1), *h.Vector().pow(v, 3)],
        "sqrt": h.Vector().sqrt(v),
        "log": [*h.Vector().log(v), *h.Vector().log10(v)],
        "tanh": [*v.c().tanh(), *h.Vector().tanh(y)],
        "floor": [*h.Vector([1.2312414, 3.1231, -5.49554]).floor(), *h.Vector([-1, 3, -5]).abs()],
        "arithmetic": [*v.c().add(y), *v.c().add(1.3), *v.c().sub(y), *v.c().sub(1.3), *v.c().mul(y), *v.c().mul(2.5), *v.c().div(y), *v.c().div(2.5)],
        "scale": [scaled.scale(2, 5), *scaled],
        "sin": [*v.c().sin(1, 1), *v.c().sin(1, 1, 2)],
        "correl": h.Vector(4).correl(v),
        "convlv": [*h.Vector(4).convlv(v, v.c().reverse()), *h.Vector(4).convlv(v, v.c().reverse(), -1)],
        "spctrm": v.c().spctrm(v),
        "filter": h.Vector(4).filter(v, v.c().reverse()),
        "fft": [*h.Vector(4).fft(v, -1), *v.c().fft(1)],
        "long": long,
        "long fft": h.Vector(64).fft(long, 1),
        "long back": h.Vector(64).fft(h.Vector(64).fft(long, 1), -1),
        "long spctrm": h.Vector(16).spctrm(long),
        "inf": h.Vector().inf(h.Vector([3, 2, 4]), 2, 3, 4, 5, 6, 7),
        "resample": h.Vector().resample(y, 2),
        "psth": h.Vector().psth(h.Vector([3, 2, 4, 6, 7, 6, 7, 8]), 1, 2, 3),
        "line": h.Vector(11).indgen(0, 1, 0.1).apply("exp").log().mul(3).add(1),
    }
    xs = h.Vector(20).indgen(0, 0.25)
    data = xs.c().mul(-0.7).apply("exp").mul(5)
    amplitude, rate = h.ref(1), h.ref(-1)
    fitted = h.Vector(20)
    error = data.fit(fitted, "exp1", xs, amplitude, rate)
    traces["fit"] = [error, amplitude[0], rate[0], *fitted]
    slope, offset = h.ref(1), h.ref(0)
    error = xs.c().mul(2).add(3).fit(h.Vector(20), "line", xs, slope, offset)
    traces["fit line"] = [error, slope[0], offset[0]]
    return traces
