"""Single stochastic channels, ligands, tables, and the channels that ChannelBuild makes (NEURON's test_kschan.py)."""

TOLERANCE = 1e-6


def point(h, name):
    channel = h.KSChan(1)
    channel.name(name)
    channel.ion("k")
    channel.iv_type(0)
    channel.gmax(0.036)
    states = []
    for i in range(5):
        states.append(channel.add_ksstate(states[0].gate() if i else None, f"n{i}"))
        states[i].frac(1 if i == 4 else 0)
    for i in range(4):
        step = channel.add_transition(states[i], states[i + 1])
        step.type(0)
        step.set_f(0, 3, h.Vector([0.4 - 0.1 * i, 0.1, -55]))
        step.set_f(1, 2, h.Vector([0.125 * (i + 1), -0.0125, -65]))
    return channel


def run(h):
    h.load_file("stdrun.hoc")
    h.load_file("chanbild.hoc")
    h.usetable_hh = 0
    h.ion_register("k", 1)
    h.ion_register("ca", 2)
    soma = h.Section(name="soma")
    soma.L, soma.diam = 3.18, 10
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.dur, clamp.amp = 0.1, 0.3
    v = h.Vector().record(soma(0.5)._ref_v)
    traces = {}

    def look(name):
        h.finitialize(-65)
        h.continuerun(4)
        traces[f"v {name}"] = v.c()

    builder = h.ChannelBuild()
    builder.nahh()
    soma.gnabar_hh = 0
    soma.insert("nahh")
    soma.gmax_nahh = 0.12
    look("nahh")
    builder.ks.usetable(1)
    look("coarse table")
    builder.ks.usetable(1, 1000, -80, 60)
    look("fine table")
    builder.ks.usetable(0)
    low, high = h.ref(0), h.ref(1)
    traces["table"] = [builder.ks.usetable(low, high), low[0], high[0], builder.ks.ntrans(), builder.ks.nstate(), builder.ks.ngate()]
    xs, a, b = h.Vector().indgen(-80, 60, 0.5), h.Vector(), h.Vector()
    builder.ks.trans(0).ab(xs, a, b)
    traces["a"], traces["b"] = a.c(), b.c()
    builder.ks.trans(0).set_f(0, 7, a, xs[0], xs[xs.size() - 1])
    look("own table")

    soma.gkbar_hh = 0
    channel = point(h, "kone")
    channel.single(1)
    kone = h.kone(soma(0.5))
    kone.gmax = 0.036
    kone.nsingle(50)
    channel.rseed(7)
    look("fifty channels")
    traces["single"] = [kone.nsingle(), channel.single(), channel.vres(0.01), channel.rseed()]
    other = point(h, "kcal")
    other.trans(other.state(1), other.state(2)).type(3, "cai")
    traces["ligand"] = [other.nligand(), other.ligand(0) == "ca_ion", other.trans(other.state(1), other.state(2)).ligand() == "cai", other.nstate()]
    kcal = h.kcal(soma(0.5))
    kcal.gmax = 0.01
    soma(0.5).cai = 0.3
    look("ligand")
    return traces
