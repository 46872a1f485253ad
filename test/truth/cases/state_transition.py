"""StateTransitionEvent: crossings of two thresholds, in one state and in two (NEURON's test_nrnste.py)."""

TOLERANCE = 1e-6


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 10
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 0, 10, 0.1
    v = h.Vector().record(soma(0.5)._ref_v)
    low, high = h.ref(-50), h.ref(-10)
    result = h.Vector()

    def crossed(which, threshold):
        result.append(which, threshold[0], h.t, v.size(), soma(0.5).v)

    one = h.StateTransitionEvent(1)
    one.transition(0, 0, soma(0.5)._ref_v, low, (crossed, (1, low)))
    one.transition(0, 0, soma(0.5)._ref_v, high, (crossed, (2, high)))
    two = h.StateTransitionEvent(2, clamp)
    two.transition(0, 1, soma(0.5)._ref_v, low, lambda: crossed(3, low))
    two.transition(1, 0, soma(0.5)._ref_v, high, lambda: crossed(4, high))

    def start():
        result.resize(0)
        one.state(0)
        two.state(0)

    handler = h.FInitializeHandler(start)
    traces = {}
    for name, active, order in [("fixed", 0, 1), ("cvode", 1, 1), ("second order", 1, 2)]:
        h.cvode_active(active)
        h.cvode.condition_order(order)
        h.finitialize(-65)
        h.continuerun(5)
        traces[name] = result.c()
        traces[f"{name} states"] = [one.state(), two.state()]
    traces["handler"] = handler is not None
    return traces
