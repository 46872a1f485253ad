TITLE L-type (high-voltage-activated) calcium channels, without inactivation

COMMENT
i = pbar * m^2 * field(v, cai, cao), the constant-field equation, with

  m_inf = 1 / (1 + exp(-(v + 10)/10))     m_tau = 1 / (alpha + beta)
  alpha = 1.6 / (1 + exp(-0.072 (v - 5)))     beta = 0.02 (v - 1.31) / (exp((v - 1.31)/5.36) - 1)

in ms and mV, by
  McCormick DA, Huguenard JR (1992). A model of the electrophysiological properties of thalamocortical relay neurons.
  Journal of Neurophysiology 68:1384-1400,
the rates after
  Kay AR, Wong RKS (1987). Calcium current activation kinetics in isolated pyramidal neurones of the CA1 region of the mature guinea-pig
  hippocampus. Journal of Physiology 392:603-616.
(m_inf is the paper's own curve, not alpha / (alpha + beta), and the constants are those with the authors' errata.) The rates are for 23.5 degC, with a Q10 of 3. pbar is ours: the paper
gives the permeability of a whole cell, not of its membrane.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX CaL
  USEION ca READ cai, cao WRITE ica
  RANGE pbar, minf, mtau
  GLOBAL q10, tref
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (mM) = (milli/liter)
  F = (faraday) (coulomb)
  R = (k-mole) (joule/degC)
}

PARAMETER {
  pbar = 0.0001 (cm/s) <0, 1e9> : permeability when every channel is open
  q10 = 3 (1) <1e-9, 1e9> : factor by which the rates grow with 10 degC
  tref = 23.5 (degC) : temperature of the published rates
}

ASSIGNED {
  v (mV)
  celsius (degC)
  cai (mM)
  cao (mM)
  ica (mA/cm2)
  minf (1) : activation in the long run
  mtau (ms) : time constant of the activation
}

STATE {
  m (1) : activation of one of two gates
}

INITIAL {
  rates(v)
  m = minf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  ica = pbar * m * m * field(v, cai, cao)
}

DERIVATIVE gating {
  rates(v)
  m' = (minf - m) / mtau
}

PROCEDURE rates(v (mV)) {
  LOCAL a, b, q
  q = q10^((celsius - tref) / 10 (degC))
  a = 1.6 (/ms) / (1 + exp(-0.072 (/mV) * (v - 5 (mV))))
  b = 0.02 (/ms/mV) * linoid(-(v - 1.31 (mV)), 5.36 (mV))
  minf = 1 / (1 + exp(-(v + 10 (mV)) / 10 (mV)))
  mtau = 1 / (a + b) / q
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

: The constant-field equation of Goldman, Hodgkin and Katz, for a permeability of 1 cm/s.
FUNCTION field(v (mV), ci (mM), co (mM)) (.001 coul/cm3) {
  LOCAL z
  z = 2 * (0.001) * F * v / (R * (celsius + 273.15))
  field = (0.001) * 2 * F * (ci * bernoulli(-z) - co * bernoulli(z))
}

: z / (exp(z) - 1), also where that is 0/0.
FUNCTION bernoulli(z (1)) (1) {
  if (fabs(z) < 1e-3) {
    bernoulli = 1 - z / 2 + z * z / 12
  } else {
    bernoulli = z / (exp(z) - 1)
  }
}
