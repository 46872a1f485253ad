def prepare(h):
    soma = h.Section(name="soma")
    clamp = h.IClamp(soma(0.5))
    clamp.amp = 1

    def run(count, alive=soma):
        total = 0
        for _ in range(count):
            total += clamp.amp
        assert total != 0

    return run
