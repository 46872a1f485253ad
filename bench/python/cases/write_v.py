def prepare(h):
    soma = h.Section(name="soma")
    segment = soma(0.5)

    def run(count):
        for i in range(count):
            segment.v = i

    return run
