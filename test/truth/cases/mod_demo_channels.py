"""NEURON's demonstration 7: stochastic single channels."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 7)
