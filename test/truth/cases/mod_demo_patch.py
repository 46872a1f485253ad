"""NEURON's demonstration 1: a patch of membrane with hh channels."""

from demonstration import demonstrate


def run(h):
    return demonstrate(h, 1)
