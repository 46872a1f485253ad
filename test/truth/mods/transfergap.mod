: One side of a gap junction; the other side's voltage is handed on at every step by ParallelContext.
NEURON {
  POINT_PROCESS TransferGap
  NONSPECIFIC_CURRENT i
  RANGE r, vgap
}

PARAMETER { r = 200 (megohm) }

ASSIGNED {
  v (millivolt)
  vgap (millivolt)
  i (nanoamp)
}

BREAKPOINT { i = (v - vgap) / r }
