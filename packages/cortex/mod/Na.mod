TITLE Fast sodium channels of a neocortical pyramidal cell

COMMENT
i = gbar * m^3 * h * (v - ena), at 23 degC with

  alpha_m = 0.182 (v + 25) / (1 - exp(-(v + 25)/9))     beta_m = -0.124 (v + 25) / (1 - exp((v + 25)/9))
  alpha_h = 0.024 (v + 40) / (1 - exp(-(v + 40)/5))     beta_h = -0.0091 (v + 65) / (1 - exp((v + 65)/5))
  h_inf = 1 / (1 + exp((v + 55)/6.2))

and otherwise inf = alpha / (alpha + beta), tau = 1 / (alpha + beta); per ms, in mV; all rates with a Q10 of 2.3:
  Mainen ZF, Sejnowski TJ (1996). Influence of dendritic structure on firing pattern in model neocortical neurons.
  Nature 382:363-366.
gbar: 20 pS/um2, that of their dendrites; their axon has 30 000. Their ena is 60 mV. vshift is ours.
Temperature changes the rates here, not the conductance. The authors' own files (ModelDB 2488) multiply gbar by the factor of the
rates too, 3.21 at 37 degC: whoever wants their cell does the same.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX Na
  USEION na READ ena WRITE ina
  RANGE gbar, vshift, g, minf, mtau, hinf, htau
  GLOBAL q10, tref
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  gbar = 0.002 (S/cm2) <0, 1e9> : conductance when every channel is open
  vshift = 0 (mV) : moves all curves towards more positive voltages
  q10 = 2.3 (1) <1e-9, 1e9> : factor by which the rates grow with 10 degC
  tref = 23 (degC) : temperature of the published rates
}

ASSIGNED {
  v (mV)
  celsius (degC)
  ena (mV)
  ina (mA/cm2)
  g (S/cm2) : conductance
  minf (1) : activation in the long run
  mtau (ms) : time constant of the activation
  hinf (1) : inactivation in the long run
  htau (ms) : time constant of the inactivation
}

STATE {
  m (1) : activation
  h (1) : inactivation, 1 when there is none
}

INITIAL {
  rates(v)
  m = minf
  h = hinf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  g = gbar * m * m * m * h
  ina = g * (v - ena)
}

DERIVATIVE gating {
  rates(v)
  m' = (minf - m) / mtau
  h' = (hinf - h) / htau
}

PROCEDURE rates(v (mV)) {
  LOCAL u, a, b, q
  q = q10^((celsius - tref) / 10 (degC))
  u = v - vshift
  a = 0.182 (/ms/mV) * linoid(u + 25 (mV), 9 (mV))
  b = 0.124 (/ms/mV) * linoid(-(u + 25 (mV)), 9 (mV))
  minf = a / (a + b)
  mtau = 1 / (a + b) / q
  a = 0.024 (/ms/mV) * linoid(u + 40 (mV), 5 (mV))
  b = 0.0091 (/ms/mV) * linoid(-(u + 65 (mV)), 5 (mV))
  hinf = 1 / (1 + exp((u + 55 (mV)) / 6.2 (mV)))
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
