import numpy


def prepare(h):
    numbers = numpy.ones(1_000_000)

    def run(count):
        for _ in range(count):
            assert h.Vector(numbers).size() == 1_000_000

    return run
