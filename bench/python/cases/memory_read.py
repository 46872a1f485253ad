def prepare(h):
    soma = h.Section(name="soma")

    def run(count):
        total = 0
        for _ in range(count):
            total += soma(0.5).v + soma(0.5)._ref_v[0]
        assert total != 0

    return run
