def prepare(h):
    h.load_file("stdrun.hoc")
    soma = h.Section(name="soma")
    cvode = h.CVode()
    calls = 0

    def called():
        nonlocal calls
        calls += 1

    def run(count, alive=soma):
        nonlocal calls
        calls = 0
        h.finitialize(-65)
        for _ in range(count):
            cvode.event(0.5, called)
        h.continuerun(1)
        assert calls == count

    return run
