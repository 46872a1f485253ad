"""A parameter by distance along an apical tree, through the library's SubsetDomainIterator."""


def run(h):
    h.load_file("stdrun.hoc")
    h.load_file("subiter.hoc")
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    dends = []
    for i in range(5):
        dend = h.Section(name=f"dend{i}")
        dend.L, dend.diam, dend.nseg = 80 + 20 * i, 3 - 0.4 * i, 5
        dend.connect(soma(1) if i == 0 else dends[(i - 1) // 2](1))
        dend.insert("hh")
        dends.append(dend)
    apical = h.SectionList()
    for dend in dends:
        apical.append(dend)
    h("objref domain, places\nplaces = new Vector()")
    traces = {}
    for proximal, distal in [(0, 0), (1, 0), (0, 1), (1, 1)]:
        h.domain = h.SubsetDomainIterator(apical, 0, proximal, distal)
        h.domain.update()
        h("proc spread() { places.resize(0)  for domain.loop() { places.append(domain.x, domain.p)  gnabar_hh(domain.x) = 0.05 + 0.1 * domain.p } }")
        h.spread()
        traces[f"places {proximal}{distal}"] = h.places.c()
        traces[f"gnabar {proximal}{distal}"] = [seg.gnabar_hh for dend in dends for seg in dend]
    return traces
