TITLE HCN channels: the current that hyperpolarization activates

COMMENT
i = gbar * m * (v - e), e = -45 mV, with

  alpha_m = 0.00643 (v + 154.9) / (exp((v + 154.9)/11.9) - 1)     beta_m = 0.193 exp(v/33.1)

per ms, in mV; for layer 5 pyramidal cells at 34 degC, by
  Kole MHP, Hallermann S, Stuart GJ (2006). Single Ih channels in pyramidal neuron dendrites: properties, distribution, and impact on
  action potential output. Journal of Neuroscience 26:1677-1687.
Temperature changes nothing here: the equations have no Q10. gbar, 2 pS/um2, is ours, of the size that the paper finds near the
soma; it grows manyfold along the apical dendrite.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX Ih
  NONSPECIFIC_CURRENT i
  RANGE gbar, e, g, minf, mtau
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  gbar = 0.0002 (S/cm2) <0, 1e9> : conductance when every channel is open
  e = -45 (mV) : reversal potential
}

ASSIGNED {
  v (mV)
  i (mA/cm2) : current through the channels, outward positive
  g (S/cm2) : conductance
  minf (1) : activation in the long run
  mtau (ms) : time constant of the activation
}

STATE {
  m (1) : activation
}

INITIAL {
  rates(v)
  m = minf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  g = gbar * m
  i = g * (v - e)
}

DERIVATIVE gating {
  rates(v)
  m' = (minf - m) / mtau
}

PROCEDURE rates(v (mV)) {
  LOCAL a, b
  a = 0.00643 (/ms/mV) * linoid(-(v + 154.9 (mV)), 11.9 (mV))
  b = 0.193 (/ms) * exp(v / 33.1 (mV))
  minf = a / (a + b)
  mtau = 1 / (a + b)
}

: x / (1 - exp(-x/k)), also where that is 0/0.
FUNCTION linoid(x (mV), k (mV)) (mV) {
  LOCAL z
  z = x / k
  if (fabs(z) < 1e-3) {
    linoid = k * (1 + z / 2 + z * z / 12)
  } else {
    linoid = x / (1 - exp(-z))
  }
}
