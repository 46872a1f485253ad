TITLE Fast potassium channels of a neocortical pyramidal cell

COMMENT
i = gbar * n * (v - ek), at 23 degC with

  alpha_n = 0.02 (v - 25) / (1 - exp(-(v - 25)/9))     beta_n = -0.002 (v - 25) / (1 - exp((v - 25)/9))

per ms, in mV; both with a Q10 of 2.3:
  Mainen ZF, Sejnowski TJ (1996). Influence of dendritic structure on firing pattern in model neocortical neurons.
  Nature 382:363-366.
gbar: 200 pS/um2, that of their soma; their axon has 2000, their dendrites have none. Their ek is -90 mV. vshift is ours.
Temperature changes the rates here, not the conductance. The authors' own files (ModelDB 2488) multiply gbar by the factor of the
rates too, 3.21 at 37 degC: whoever wants their cell does the same.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX Kv
  USEION k READ ek WRITE ik
  RANGE gbar, vshift, g, ninf, ntau
  GLOBAL q10, tref
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  gbar = 0.02 (S/cm2) <0, 1e9> : conductance when every channel is open
  vshift = 0 (mV) : moves all curves towards more positive voltages
  q10 = 2.3 (1) <1e-9, 1e9> : factor by which the rates grow with 10 degC
  tref = 23 (degC) : temperature of the published rates
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
  n (1) : activation
}

INITIAL {
  rates(v)
  n = ninf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  g = gbar * n
  ik = g * (v - ek)
}

DERIVATIVE gating {
  rates(v)
  n' = (ninf - n) / ntau
}

PROCEDURE rates(v (mV)) {
  LOCAL u, a, b, q
  q = q10^((celsius - tref) / 10 (degC))
  u = v - vshift
  a = 0.02 (/ms/mV) * linoid(u - 25 (mV), 9 (mV))
  b = 0.002 (/ms/mV) * linoid(-(u - 25 (mV)), 9 (mV))
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
