def prepare(h):
    vector = h.Vector([1, 2, 3])

    def run(count):
        total = 0
        for _ in range(count):
            total += vector.size()
        assert total == 3 * count

    return run
