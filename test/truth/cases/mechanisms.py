"""What a mechanism says of itself: variables, defaults, types, functions, point processes of a segment."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.nseg = 3
    soma.insert("hh")
    soma.insert("pas")
    traces = {}
    text = h.ref("")
    for name in ["hh", "pas", "na_ion", "capacitance", "IClamp", "ExpSyn", "Exp2Syn", "IntFire1", "VClamp"]:
        for kind in [0, 1, 2, 3]:
            standard = h.MechanismStandard(name, kind)
            names, values = [], []
            for i in range(int(standard.count())):
                size = int(standard.name(text, i))
                names.append(text[0])
                values += [size] + [standard.get(text[0], k) for k in range(size)]
            traces[f"{name} {kind} names"] = names or ["none"]
            traces[f"{name} {kind}"] = [len(names), *values]
    standard = h.MechanismStandard("hh", 1)
    standard.set("gnabar_hh", 0.3)
    standard.set("gl_hh", 0.001)
    standard.out(soma(0.5))
    read = h.MechanismStandard("hh", 1)
    read._in(soma(0.5))
    traces["set"] = [read.get("gnabar_hh"), read.get("gl_hh"), soma(0.1).gl_hh, soma(0.5).hh.gl]
    for which in [0, 1]:
        types = h.MechanismType(which)
        names, artificial = [], []
        for i in range(int(types.count())):
            types.select(i)
            types.selected(text)
            names.append(text[0])
            artificial.append(types.is_artificial(i) if which else types.is_ion())
        traces[f"types {which}"] = names
        traces[f"flags {which}"] = artificial
    made = h.IClamp(soma(0.9))
    other = h.ExpSyn(soma(0.9))
    traces["processes"] = [p.hname() for p in soma(0.9).point_processes()]
    traces["mechanisms"] = [m.name() for seg in soma for m in seg]
    traces["where"] = [made.get_loc(), other.get_segment().x, made.has_loc()]
    h.pop_section()
    made.loc(soma(0.1))
    traces["moved"] = [made.get_segment().x, len(soma(0.1).point_processes()), len(soma(0.9).point_processes())]
    h.setdata_hh(soma(0.5))
    h.rates_hh(-40)
    traces["globals"] = [soma(0.5).minf_hh, soma(0.5).hh.hinf, soma(0.5).hh.ninf, soma(0.5).mtau_hh, soma(0.5).hh.htau, soma(0.5).hh.ntau, h.vtrap_hh(3, 10), h.usetable_hh]
    traces["functions"] = [soma(0.5).hh.vtrap(1, 5), soma(0.5).hh.vtrap(0, 10)]
    soma.uninsert("pas")
    traces["after uninsert"] = [m.name() for m in soma(0.5)]
    traces["has"] = [soma.has_membrane("hh"), soma.has_membrane("pas")]
    return traces
