TITLE T-type (low-voltage-activated) calcium channels

COMMENT
i = pbar * m^2 * h * field(v, cai, cao), the constant-field equation, at 24 degC with

  m_inf = 1 / (1 + exp(-(v + 57)/6.2))     m_tau = 0.612 + 1 / (exp(-(v + 132)/16.7) + exp((v + 16.8)/18.2))
  h_inf = 1 / (1 + exp((v + 81)/4))        h_tau = exp((v + 467)/66.6) below -80 mV, 28 + exp(-(v + 22)/10.5) from there on

in ms and mV; for thalamic relay cells, by
  Huguenard JR, McCormick DA (1992). Simulation of the currents involved in rhythmic oscillations in thalamic relay neurons.
  Journal of Neurophysiology 68:1373-1383.
h_tau jumps at -80 mV, from 334 to 279 ms: so it is published. The Q10, 5 for activation and 3 for inactivation:
  Coulter DA, Huguenard JR, Prince DA (1989). Calcium currents in rat thalamocortical relay neurones: kinetic properties of the
  transient, low-threshold current. Journal of Physiology 414:587-604.
pbar is ours: the paper gives the permeability of a whole cell, not of its membrane.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX CaT
  USEION ca READ cai, cao WRITE ica
  RANGE pbar, minf, mtau, hinf, htau
  GLOBAL q10m, q10h, tref
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
  q10m = 5 (1) <1e-9, 1e9> : factor by which the rate of activation grows with 10 degC
  q10h = 3 (1) <1e-9, 1e9> : factor by which the rate of inactivation grows with 10 degC
  tref = 24 (degC) : temperature of the published time constants
}

ASSIGNED {
  v (mV)
  celsius (degC)
  cai (mM)
  cao (mM)
  ica (mA/cm2)
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
  ica = pbar * m * m * h * field(v, cai, cao)
}

DERIVATIVE gating {
  rates(v)
  m' = (minf - m) / mtau
  h' = (hinf - h) / htau
}

PROCEDURE rates(v (mV)) {
  LOCAL qm, qh
  qm = q10m^((celsius - tref) / 10 (degC))
  qh = q10h^((celsius - tref) / 10 (degC))
  minf = 1 / (1 + exp(-(v + 57 (mV)) / 6.2 (mV)))
  mtau = (0.612 (ms) + 1 (ms) / (exp(-(v + 132 (mV)) / 16.7 (mV)) + exp((v + 16.8 (mV)) / 18.2 (mV)))) / qm
  hinf = 1 / (1 + exp((v + 81 (mV)) / 4 (mV)))
  if (v < -80 (mV)) {
    htau = 1 (ms) * exp((v + 467 (mV)) / 66.6 (mV)) / qh
  } else {
    htau = (28 (ms) + 1 (ms) * exp(-(v + 22 (mV)) / 10.5 (mV))) / qh
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
