import numpy


def prepare(h):
    vector = h.Vector(1_000_000).fill(1)

    def run(count):
        for _ in range(count):
            assert numpy.array(vector.as_numpy())[5] == 1

    return run
