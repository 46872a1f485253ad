TITLE GABA-A receptors: a conductance that rises and falls with two time constants

COMMENT
A spike that arrives with weight w at t = 0 adds the conductance

  g(t) = w * f * (exp(-t/tau2) - exp(-t/tau1)),

where f makes the peak equal to the weight. It is reached at t = tau1 * tau2 / (tau2 - tau1) * ln(tau2 / tau1). Spikes add up.

tau2: 1/beta = 1/(180/s) = 5.6 ms and e: -80 mV, from the fit of the variant "kinetic":
  Destexhe A, Mainen ZF, Sejnowski TJ (1998). Kinetic models of synaptic transmission. In: Koch C, Segev I (eds), Methods in
  Neuronal Modeling, 2nd edition, MIT Press, 1-25.
tau1: 0.2 ms. The chapter has a pulse of transmitter in place of a rise; this is a customary value, not theirs.

Temperature changes nothing here.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS GABAA
  NONSPECIFIC_CURRENT i
  RANGE tau1, tau2, e, g
}

UNITS {
  (nA) = (nanoamp)
  (mV) = (millivolt)
  (uS) = (microsiemens)
}

PARAMETER {
  tau1 = 0.2 (ms) <1e-9, 1e9> : time constant of the rise; must be less than tau2
  tau2 = 5.6 (ms) <1e-9, 1e9> : time constant of the decay
  e = -80 (mV) : reversal potential
}

ASSIGNED {
  v (mV)
  i (nA) : current through the receptors, outward positive
  g (uS) : conductance
  rise (ms)
  factor (1)
}

STATE {
  A (uS) <1e-3> : the part of the conductance that falls with tau1
  B (uS) <1e-3> : the part of the conductance that falls with tau2
}

INITIAL {
  LOCAL tp
  : Equal time constants would divide 0 by 0; closer than this nobody can tell the difference.
  rise = tau1
  if (rise > 0.999 * tau2) {
    rise = 0.999 * tau2
  }
  tp = rise * tau2 / (tau2 - rise) * log(tau2 / rise)
  factor = 1 / (exp(-tp / tau2) - exp(-tp / rise))
  A = 0
  B = 0
}

BREAKPOINT {
  SOLVE decay METHOD cnexp
  g = B - A
  i = g * (v - e)
}

DERIVATIVE decay {
  A' = -A / rise
  B' = -B / tau2
}

NET_RECEIVE(weight (uS)) {
  A = A + weight * factor
  B = B + weight * factor
}
