"""Impedance: input, transfer, ratio and phase over frequencies, passive and with the gating dynamics of hh."""


def run(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.insert("hh")
    dend = h.Section(name="dend")
    dend.L, dend.diam, dend.nseg = 500, 2, 21
    dend.connect(soma(1))
    dend.insert("pas")
    dend.e_pas = -65
    h.finitialize(-65)
    for _ in range(400):
        h.fadvance()
    traces = {}
    imp = h.Impedance()
    imp.loc(soma(0.5))
    for extended in [0, 1]:
        z = h.Vector()
        for frequency in [0, 1, 10, 100, 1000]:
            imp.compute(frequency, extended)
            for seg in [soma(0.5), dend(0.3), dend(1)]:
                z.append(imp.input(seg), imp.transfer(seg), imp.ratio(seg))
                z.append(imp.input_phase(seg), imp.transfer_phase(seg))
        traces[f"z {extended}"] = z
    imp.loc(0.9, sec=dend)
    imp.compute(50)
    traces["by keyword"] = [imp.input(0.9, sec=dend), imp.transfer(0.5, sec=soma), imp.ratio(0.5, sec=soma)]
    return traces
