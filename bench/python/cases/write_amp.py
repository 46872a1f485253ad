def prepare(h):
    soma = h.Section(name="soma")
    clamp = h.IClamp(soma(0.5))

    def run(count, alive=soma):
        for i in range(count):
            clamp.amp = i

    return run
