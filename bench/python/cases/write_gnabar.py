def prepare(h):
    soma = h.Section(name="soma")
    soma.insert("hh")

    def run(count):
        for i in range(count):
            soma(0.5).hh.gnabar = i

    return run
