def sections(h):
    soma = h.Section()
    soma.L = soma.diam = 20
    soma.insert("hh")
    dend = h.Section()
    dend.L = 200
    dend.diam = 2
    dend.nseg = 5
    dend.insert("pas")
    dend.connect(soma(1))
    return soma, dend


def prepare(h):
    def run(count):
        made = []
        for _ in range(count):
            made += sections(h)
        return made.clear

    return run
