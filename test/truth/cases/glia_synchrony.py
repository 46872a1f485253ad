"""NEURON's demonstration 5: artificial cells that synchronise, with a library that nrnivmodl made."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 5)
