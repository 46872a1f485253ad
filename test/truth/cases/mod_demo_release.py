"""NEURON's demonstration 4: calcium diffusion and transmitter release."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 4)
