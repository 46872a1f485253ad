TITLE One side of a gap junction, the other side's voltage through a pointer

COMMENT
The junction is an ohmic conductance between two cells:

  i = g * (v - vgap).

A junction is two of these, one on each side with the same g, each with the pointer vgap set to the other side's voltage. Both
sides must be in one process and, where there are several, on one thread; the variant without a name has no such limit.
That coupling in neocortex is linear and the same in both directions, and its size (of the order of 1 nS between
interneurons of one class):
  Galarreta M, Hestrin S (1999). A network of fast-spiking cells in the neocortex connected by electrical synapses.
  Nature 402:72-75.
  Gibson JR, Beierlein M, Connors BW (1999). Two networks of electrically coupled inhibitory neurons in neocortex.
  Nature 402:75-79.
ENDCOMMENT

NEURON {
  POINT_PROCESS GapJunction
  NONSPECIFIC_CURRENT i
  RANGE g
  POINTER vgap
}

UNITS {
  (nA) = (nanoamp)
  (mV) = (millivolt)
  (uS) = (microsiemens)
}

PARAMETER {
  g = 0.001 (uS) <0, 1e9> : conductance; both sides must have the same
}

ASSIGNED {
  v (mV)
  vgap (mV) : voltage of the other side
  i (nA) : current that leaves this side, positive when this side is the more positive one
}

BREAKPOINT {
  i = g * (v - vgap)
}
