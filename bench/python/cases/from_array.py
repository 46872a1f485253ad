import numpy


def prepare(h):
    vector = h.Vector(1_000_000)
    numbers = numpy.ones(1_000_000)

    def run(count):
        for _ in range(count):
            assert vector.from_python(numbers) == vector

    return run
