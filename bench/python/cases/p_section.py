def prepare(h):
    def run(count):
        sections = []
        for _ in range(count):
            soma = h.Section()
            soma.L = soma.diam = 20
            soma.insert("hh")
            dend = h.Section()
            dend.L = 200
            dend.diam = 2
            dend.nseg = 5
            dend.insert("pas")
            dend.connect(soma(1))
            sections += soma, dend
        return sections.clear

    return run
