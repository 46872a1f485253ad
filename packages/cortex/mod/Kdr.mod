TITLE Delayed rectifier potassium channels

COMMENT
i = gbar * n^4 * (v - ek), at 36 degC with

  alpha_n = -0.032 (v - vt - 15) / (exp(-(v - vt - 15)/5) - 1)     beta_n = 0.5 exp(-(v - vt - 10)/40)

per ms, in mV. The equations, for hippocampal pyramidal cells:
  Traub RD, Miles R (1991). Neuronal Networks of the Hippocampus. Cambridge University Press.
In this form, with vt = -56.2 mV and gbar = 6 mS/cm2 for a regular-spiking cell of neocortex:
  Pospischil M, Toledo-Rodriguez M, Monier C, Piwkowska Z, Bal T, Fregnac Y, Markram H, Destexhe A (2008). Minimal Hodgkin-Huxley
  type models for different classes of cortical and thalamic neurons. Biological Cybernetics 99:427-441.
Neither gives a Q10; 3 is the customary one for these rates.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX Kdr
  USEION k READ ek WRITE ik
  RANGE gbar, vt, g, ninf, ntau
  GLOBAL q10, tref
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  gbar = 0.006 (S/cm2) <0, 1e9> : conductance when every channel is open
  vt = -56.2 (mV) : moves the curves, and with them the threshold for spikes
  q10 = 3 (1) <1e-9, 1e9> : factor by which the rates grow with 10 degC
  tref = 36 (degC) : temperature of the published rates
}

ASSIGNED {
  v (mV)
  celsius (degC)
  ek (mV)
  ik (mA/cm2)
  g (S/cm2) : conductance
  ninf (1) : activation in the long run
  ntau (ms) : time constant of the activation
}

STATE {
  n (1) : activation of one of four gates
}

INITIAL {
  rates(v)
  n = ninf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  g = gbar * n * n * n * n
  ik = g * (v - ek)
}

DERIVATIVE gating {
  rates(v)
  n' = (ninf - n) / ntau
}

PROCEDURE rates(v (mV)) {
  LOCAL a, b, q
  q = q10^((celsius - tref) / 10 (degC))
  a = 0.032 (/ms/mV) * linoid(v - vt - 15 (mV), 5 (mV))
  b = 0.5 (/ms) * exp(-(v - vt - 10 (mV)) / 40 (mV))
  ninf = a / (a + b)
  ntau = 1 / (a + b) / q
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
