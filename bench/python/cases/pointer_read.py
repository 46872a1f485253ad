def prepare(h):
    soma = h.Section(name="soma")
    segment = soma(0.5)

    def run(count):
        total = 0
        for _ in range(count):
            total += segment._ref_v[0]
        assert total != 0

    return run
