"""Channels made at run time (KSChan): a potassium channel as gates, a point process as a kinetic scheme."""


def gated(h):
    channel = h.KSChan(0)
    channel.name("kdr")
    channel.ion("k")
    channel.iv_type(0)
    channel.gmax(0.036)
    gate = channel.add_hhstate("n")
    step = channel.trans(0)
    step.type(0)
    step.set_f(0, 3, h.Vector([0.1, 0.1, -55]))
    step.set_f(1, 2, h.Vector([0.125, -0.0125, -65]))
    gate.gate().power(4)
    return channel


def scheme(h):
    channel = h.KSChan(1)
    channel.name("kpoint")
    channel.ion("k")
    channel.iv_type(0)
    channel.gmax(0.02)
    closed = channel.add_ksstate(None, "closed")
    middle = channel.add_ksstate(closed.gate(), "middle")
    opened = channel.add_ksstate(closed.gate(), "opened")
    closed.frac(0)
    middle.frac(0)
    opened.frac(1)
    for i, (source, target) in enumerate([(closed, middle), (middle, opened)]):
        step = channel.add_transition(source, target)
        step.type(0)
        step.set_f(0, 3, h.Vector([0.4 - 0.2 * i, 0.1, -55]))
        step.set_f(1, 2, h.Vector([0.125 + 0.1 * i, -0.0125, -65]))
    return channel


def run(h):
    h.load_file("stdrun.hoc")
    h.ion_register("k", 1)
    channel, point = gated(h), scheme(h)
    soma = h.Section(name="soma")
    soma.L, soma.diam = 10, 3.18
    soma.insert("hh")
    soma.gkbar_hh = 0
    soma.insert("kdr")
    process = h.kpoint(soma(0.5))
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 0.3, 0.3
    v = h.Vector().record(soma(0.5)._ref_v)
    n = h.Vector().record(soma(0.5)._ref_n_kdr)
    i = h.Vector().record(process._ref_i)
    opened = h.Vector().record(process._ref_opened)
    h.finitialize(-65)
    h.continuerun(8)
    step = channel.trans(0)
    a, b = h.Vector(), h.Vector()
    step.ab(h.Vector([-80, -60, -40, 0]), a, b)
    return {
        "v": v,
        "n": n,
        "i": i,
        "opened": opened,
        "counts": [f() for c in (channel, point) for f in (c.nstate, c.ntrans, c.ngate, c.nligand)],
        "rates": [*a, *b, step.f(0, -10), *step.parm(0), *step.parm(1)],
        "names": [channel.name(), point.name(), channel.state(0).name(), point.state(2).name(), channel.ion()],
        "powers": [channel.gate(0).power(), channel.gate(0).nstate(), step.ftype(0), step.ftype(1), point.state(2).frac()],
        "gmax": [soma(0.5)._ref_gmax_kdr[0], process.gmax],
    }
