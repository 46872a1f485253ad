"""The report of a section, psection(), laid flat: the paths of its numbers, the numbers, and what is no number."""


def flat(value, path, report):
    if isinstance(value, dict):
        for key in sorted(value):
            flat(value[key], f"{path}/{key}", report)
    elif isinstance(value, (list, tuple)):
        for i, item in enumerate(value):
            flat(item, f"{path}/{i}", report)
    elif isinstance(value, set):
        report["texts"] += [f"{path} has {name}" for name in sorted(str(item) for item in value)]
    elif isinstance(value, (int, float)):
        report["paths"].append(path)
        report["numbers"].append(value)
    else:
        report["texts"].append(f"{path} is {'nothing' if value is None else value}")


def run(h):
    soma = h.Section(name="soma")
    soma.nseg = 3
    soma.pt3dadd(0, 0, 0, 10)
    soma.pt3dadd(20, 0, 0, 8)
    soma.insert("hh")
    soma.insert("pas")
    dend = h.Section(name="dend")
    dend.L, dend.diam = 50, 2
    dend.connect(soma(1))
    clamps = [h.IClamp(soma(0.5)), h.IClamp(soma(1))]
    synapse = h.ExpSyn(dend(0.5))
    h.finitialize(-65)
    traces = {"kept": [clamps[0].hname(), synapse.hname()]}
    for sec in [soma, dend]:
        report = {"paths": [], "numbers": [], "texts": []}
        facts = sec.psection()
        del facts["hoc_internal_name"]  # an address
        flat(facts, "", report)
        for kind, trace in report.items():
            traces[f"{sec.name()} {kind}"] = trace
    return traces
