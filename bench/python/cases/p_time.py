def prepare(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    times = h.Vector().record(h._ref_t)
    h.finitialize(-65)
    h.continuerun(1)

    def run(count, alive=soma):
        for _ in range(count):
            assert times.size() >= 41

    return run


def patched(p):
    soma = p.Section(name="soma")
    # Each mention makes a Vector and begins anew, so it has no times right after a run.
    p.time.size()
    p.run(1)

    def run(count, alive=soma):
        for _ in range(count):
            assert p.time.size() >= 0

    return run
