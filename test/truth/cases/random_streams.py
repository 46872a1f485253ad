"""Random: every distribution, from Random123 and from MCellRan4, and a variable that is drawn anew at each step."""


def run(h):
    h.load_file("stdrun.hoc")
    distributions = {
        "uniform": (-2, 3),
        "normal": (1, 4),
        "lognormal": (2, 0.5),
        "negexp": (2.5,),
        "poisson": (7,),
        "binomial": (12, 0.3),
        "discunif": (3, 9),
        "erlang": (3, 0.5),
        "geometric": (0.3,),
        "hypergeo": (5, 30),
        "weibull": (2, 3),
    }
    sources = {"Random123": h.Random(), "MCellRan4": h.Random()}
    sources["Random123"].Random123(1, 2, 3)
    sources["MCellRan4"].MCellRan4(17, 5)
    traces = {}
    for source, random in sources.items():
        for name, parameters in distributions.items():
            draws = [getattr(random, name)(*parameters)]
            for _ in range(6):
                draws.append(random.repick())
            traces[f"{source} {name}"] = draws
    random = sources["Random123"]
    traces["sequence"] = [random.seq(), random.seq(3), random.uniform(0, 1), random.seq()]
    random.Random123_globalindex(9)
    random.Random123(4, 5)
    traces["global index"] = [random.uniform(0, 1), random.repick(), random.Random123_globalindex()]
    random.Random123_globalindex(0)
    random.Random123(4, 5)
    random.normal(0, 1)
    traces["setrand"] = h.Vector(5).setrand(random)
    traces["addrand"] = h.Vector(5, 10).addrand(random, 1, 3)
    default = h.Random(8)
    default.uniform(0, 1)
    traces["default"] = h.Vector(3).setrand(default)
    h.mcell_ran4_init(11)
    low = h.ref(3)
    traces["mcell_ran4"] = [h.mcell_ran4(low), low[0], h.mcell_ran4(low, 2), h.mcell_ran4(low), low[0]]

    soma = h.Section(name="soma")
    soma.L = soma.diam = 10
    soma.insert("pas")
    clamp = h.IClamp(soma(0.5))
    clamp.dur = 1e9
    current = h.Random()
    current.Random123(3, 2, 1)
    current.normal(0, 0.0004)
    current.play(clamp._ref_amp)
    v = h.Vector().record(soma(0.5)._ref_v)
    i = h.Vector().record(clamp._ref_i)
    h.finitialize(-70)
    h.continuerun(5)
    return {**traces, "played v": v, "played i": i}
