def prepare(h):
    h.load_file("stdrun.hoc")
    source = h.NetStim()
    source.start = 0
    source.interval = 0.1
    source.number = 1e9
    calls = 0

    def called():
        nonlocal calls
        calls += 1

    netcon = h.NetCon(source, None)
    netcon.record(called)
    h.dt = 50
    h.steps_per_ms = 0.02

    def run(count, alive=(source, netcon)):
        nonlocal calls
        calls = 0
        h.finitialize(-65)
        h.continuerun(count / 10)
        assert calls > count / 2

    return run
