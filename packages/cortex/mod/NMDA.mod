TITLE NMDA receptors: two time constants and the voltage-dependent block by magnesium

COMMENT
A spike that arrives with weight w at t = 0 opens, magnesium aside, the conductance

  g(t) = w * f * (exp(-t/tau2) - exp(-t/tau1)),

where f makes its peak equal to the weight. Magnesium leaves the share

  unblocked(v) = 1 / (1 + exp(-0.062 v/mV) * [Mg]/3.57 mM)

of it, at once. This share and its two constants:
  Jahr CE, Stevens CF (1990). Voltage dependence of NMDA-activated macroscopic conductances predicted by single-channel kinetics.
  Journal of Neuroscience 10:3178-3182.
tau1 and tau2, 0.67 ms and 80 ms, and e, 0 mV:
  Zador A, Koch C, Brown TH (1990). Biophysical model of a Hebbian synapse. PNAS 87:6718-6722.

Temperature changes nothing here. The variant "kinetic" has the binding of transmitter instead.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS NMDA
  NONSPECIFIC_CURRENT i
  RANGE tau1, tau2, e, mg, g, unblocked
}

UNITS {
  (nA) = (nanoamp)
  (mV) = (millivolt)
  (uS) = (microsiemens)
  (mM) = (milli/liter)
}

PARAMETER {
  tau1 = 0.67 (ms) <1e-9, 1e9> : time constant of the rise; must be less than tau2
  tau2 = 80 (ms) <1e-9, 1e9> : time constant of the decay
  e = 0 (mV) : reversal potential
  mg = 1 (mM) <0, 1e3> : magnesium outside the cell
}

ASSIGNED {
  v (mV)
  i (nA) : current through the receptors, outward positive
  g (uS) : conductance that magnesium leaves
  unblocked (1) : share of the conductance that magnesium leaves
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
  unblocked = share(v)
}

BREAKPOINT {
  SOLVE decay METHOD cnexp
  unblocked = share(v)
  g = (B - A) * unblocked
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

FUNCTION share(v (mV)) (1) {
  share = 1 / (1 + exp(-0.062 (/mV) * v) * mg / 3.57 (mM))
}
