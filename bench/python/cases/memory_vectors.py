def prepare(h):
    def run(count):
        total = 0
        for _ in range(count):
            total += len(h.Vector(10))
        assert total == 10 * count

    return run
