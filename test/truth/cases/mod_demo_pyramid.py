"""NEURON's demonstration 3: a reconstructed pyramidal cell."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 3)
