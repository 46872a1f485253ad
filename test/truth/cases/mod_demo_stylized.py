"""NEURON's demonstration 2: a stylized neuron with a myelinated axon."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 2)
