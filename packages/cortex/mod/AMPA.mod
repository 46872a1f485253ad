TITLE AMPA receptors: a conductance that rises and falls with two time constants

COMMENT
A spike that arrives with weight w at t = 0 adds the conductance

  g(t) = w * f * (exp(-t/tau2) - exp(-t/tau1)),

where f makes the peak equal to the weight. It is reached at t = tau1 * tau2 / (tau2 - tau1) * ln(tau2 / tau1). Spikes add up.

tau2: 1.7 ms at 35 degC, the decay that was measured in layer 5 pyramidal cells by
  Hausser M, Roth A (1997). Estimating the time course of the excitatory synaptic conductance in neocortical pyramidal cells
  using a novel voltage jump method. Journal of Neuroscience 17:7606-7625.
tau1: 0.2 ms. Their method gives no rise time; this is a customary value, not theirs.
e: 0 mV.

Temperature changes nothing here. The variant "kinetic" has the binding of transmitter instead.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS AMPA
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
  tau2 = 1.7 (ms) <1e-9, 1e9> : time constant of the decay
  e = 0 (mV) : reversal potential
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
