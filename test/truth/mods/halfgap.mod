: One side of a gap junction; the other side's voltage comes through a pointer.
NEURON {
  POINT_PROCESS HalfGap
  NONSPECIFIC_CURRENT i
  RANGE r
  POINTER vother
}

PARAMETER { r = 200 (megohm) }

ASSIGNED {
  v (millivolt)
  vother (millivolt)
  i (nanoamp)
}

BREAKPOINT { i = (v - vother) / r }
