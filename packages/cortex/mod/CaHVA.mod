TITLE High-voltage-activated calcium channels of a neocortical pyramidal cell

COMMENT
i = gbar * m^2 * h * (v - eca), with

  alpha_m = 0.055 (-27 - v) / (exp((-27 - v)/3.8) - 1)     beta_m = 0.94 exp((-75 - v)/17)
  alpha_h = 0.000457 exp((-13 - v)/50)                     beta_h = 0.0065 / (exp((-15 - v)/28) + 1)

per ms, in mV, by
  Reuveni I, Friedman A, Amitai Y, Gutnick MJ (1993). Stepwise repolarization from Ca2+ plateaus in neocortical pyramidal cells: evidence
  for nonhomogeneous distribution of HVA Ca2+ channels in dendrites. Journal of Neuroscience 13:4609-4621.
The Q10 of 2.3 from 23 degC and gbar, 0.3 pS/um2:
  Mainen ZF, Sejnowski TJ (1996). Influence of dendritic structure on firing pattern in model neocortical neurons.
  Nature 382:363-366.
Temperature changes the rates here, not the conductance. The authors' own files (ModelDB 2488) multiply gbar by the factor of the
rates too, 3.21 at 37 degC: whoever wants their cell does the same.
They hold eca at 140 mV. Here it is the section's eca, which NEURON computes from cai and cao where a pool such as CaPool is inserted.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX CaHVA
  USEION ca READ eca WRITE ica
  RANGE gbar, g, minf, mtau, hinf, htau
  GLOBAL q10, tref
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  gbar = 3e-5 (S/cm2) <0, 1e9> : conductance when every channel is open
  q10 = 2.3 (1) <1e-9, 1e9> : factor by which the rates grow with 10 degC
  tref = 23 (degC) : temperature of the published rates
}

ASSIGNED {
  v (mV)
  celsius (degC)
  eca (mV)
  ica (mA/cm2)
  g (S/cm2) : conductance
  minf (1) : activation in the long run
  mtau (ms) : time constant of the activation
  hinf (1) : inactivation in the long run
  htau (ms) : time constant of the inactivation
}

STATE {
  m (1) : activation of one of two gates
  h (1) : inactivation, 1 when there is none
}

INITIAL {
  rates(v)
  m = minf
  h = hinf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  g = gbar * m * m * h
  ica = g * (v - eca)
}

DERIVATIVE gating {
  rates(v)
  m' = (minf - m) / mtau
  h' = (hinf - h) / htau
}

PROCEDURE rates(v (mV)) {
  LOCAL a, b, q
  q = q10^((celsius - tref) / 10 (degC))
  a = 0.055 (/ms/mV) * linoid(v + 27 (mV), 3.8 (mV))
  b = 0.94 (/ms) * exp((-75 (mV) - v) / 17 (mV))
  minf = a / (a + b)
  mtau = 1 / (a + b) / q
  a = 0.000457 (/ms) * exp((-13 (mV) - v) / 50 (mV))
  b = 0.0065 (/ms) / (exp((-15 (mV) - v) / 28 (mV)) + 1)
  hinf = a / (a + b)
  htau = 1 / (a + b) / q
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
