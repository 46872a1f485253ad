def prepare(h):
    soma = h.Section(name="soma")
    segment = soma(0.5)

    def run(count):
        total = 0
        for _ in range(count):
            total += segment.v
        assert total != 0

    return run
