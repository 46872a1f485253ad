def prepare(h):
    soma = h.Section(name="soma")
    soma.insert("hh")

    def run(count):
        total = 0
        for _ in range(count):
            total += soma(0.5).hh.gnabar
        assert total != 0

    return run
