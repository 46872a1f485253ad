"""NEURON's demonstration 5: artificial cells that synchronise."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 5)
