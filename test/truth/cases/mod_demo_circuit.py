"""NEURON's demonstration 6: a dynamic clamp built of linear circuit elements."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 6)
