TITLE A-type potassium channels of a pyramidal cell, proximal form

COMMENT
i = gbar * n * l * (v - ek), with

  alpha_n = exp(-0.038 zeta (v - 11))     zeta = 1.5 + 1 / (1 + exp((v + 40)/5))     beta_n = alpha_n^0.55
  n_inf = 1 / (1 + alpha_n)               n_tau = 4 beta_n / (1 + alpha_n), at least 0.1
  l_inf = 1 / (1 + exp(0.11 (v + 56)))    l_tau = 0.26 (v + 50), at least 2

in ms and mV, at 34 degC; for CA1, within 100 um of the soma, by
  Migliore M, Hoffman DA, Magee JC, Johnston D (1999). Role of an A-type K+ conductance in the back-propagation of action potentials
  in the dendrites of hippocampal pyramidal neurons. Journal of Computational Neuroscience 7:5-15,
after the recordings of Hoffman DA, Magee JC, Colbert CM, Johnston D (1997). Nature 387:869-875.
The Q10 of 5 is the one that the 4 in n_tau comes from (20 at 24 degC); inactivation has none there. The 0.038 is
z F / (R T) with one charge at about 34 degC and stays what it is here at other temperatures.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX KA
  USEION k READ ek WRITE ik
  RANGE gbar, g, ninf, ntau, linf, ltau
  GLOBAL q10, tref
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  gbar = 0.048 (S/cm2) <0, 1e9> : conductance when every channel is open
  q10 = 5 (1) <1e-9, 1e9> : factor by which the rate of activation grows with 10 degC
  tref = 34 (degC) : temperature of the published rates
}

ASSIGNED {
  v (mV)
  celsius (degC)
  ek (mV)
  ik (mA/cm2)
  g (S/cm2) : conductance
  ninf (1) : activation in the long run
  ntau (ms) : time constant of the activation
  linf (1) : inactivation in the long run
  ltau (ms) : time constant of the inactivation
}

STATE {
  n (1) : activation
  l (1) : inactivation, 1 when there is none
}

INITIAL {
  rates(v)
  n = ninf
  l = linf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  g = gbar * n * l
  ik = g * (v - ek)
}

DERIVATIVE gating {
  rates(v)
  n' = (ninf - n) / ntau
  l' = (linf - l) / ltau
}

PROCEDURE rates(v (mV)) {
  LOCAL a, zeta, q
  q = q10^((celsius - tref) / 10 (degC))
  zeta = 1.5 + 1 / (1 + exp((v + 40 (mV)) / 5 (mV)))
  a = -0.038 (/mV) * zeta * (v - 11 (mV))
  ninf = 1 / (1 + exp(a))
  ntau = 4 (ms) * exp(0.55 * a) / (1 + exp(a)) / q
  if (ntau < 0.1 (ms)) {
    ntau = 0.1 (ms)
  }
  linf = 1 / (1 + exp(0.11 (/mV) * (v + 56 (mV))))
  ltau = 0.26 (ms/mV) * (v + 50 (mV))
  if (ltau < 2 (ms)) {
    ltau = 2 (ms)
  }
}
