def prepare(h):
    h.t = 1

    def run(count):
        total = 0
        for _ in range(count):
            total += h.t
        assert total != 0

    return run
