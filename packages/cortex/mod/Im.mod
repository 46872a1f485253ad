TITLE M-type potassium channels: slow, without inactivation

COMMENT
i = gbar * m * (v - ek), with one gate whose two rates are mirror images around -35 mV:

  alpha_m = 0.0033 exp((v + 35)/20)     beta_m = 0.0033 exp(-(v + 35)/20)

per ms, in mV, so that m_inf = 1 / (1 + exp(-(v + 35)/10)) and tau is 152 ms at -35 mV. For bullfrog sympathetic neurons, at room
temperature, by
  Adams PR, Brown DA, Constanti A (1982). M-currents and other potassium currents in bullfrog sympathetic neurones.
  Journal of Physiology 330:537-572.
The Q10 of 2.3 from 21 degC is the one under which cortical models use them:
  Hay E, Hill S, Schurmann F, Markram H, Segev I (2011). Models of neocortical layer 5b pyramidal cells capturing a wide range of
  dendritic and perisomatic active properties. PLoS Computational Biology 7:e1002107.
(Their curve is twice as steep as that of 1982, which is the one here.) gbar is ours.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX Im
  USEION k READ ek WRITE ik
  RANGE gbar, g, minf, mtau
  GLOBAL q10, tref
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
}

PARAMETER {
  gbar = 0.0001 (S/cm2) <0, 1e9> : conductance when every channel is open
  q10 = 2.3 (1) <1e-9, 1e9> : factor by which the rates grow with 10 degC
  tref = 21 (degC) : temperature of the published rates
}

ASSIGNED {
  v (mV)
  celsius (degC)
  ek (mV)
  ik (mA/cm2)
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
  ik = g * (v - ek)
}

DERIVATIVE gating {
  rates(v)
  m' = (minf - m) / mtau
}

PROCEDURE rates(v (mV)) {
  LOCAL a, b, q
  q = q10^((celsius - tref) / 10 (degC))
  a = 0.0033 (/ms) * exp((v + 35 (mV)) / 20 (mV))
  b = 0.0033 (/ms) * exp(-(v + 35 (mV)) / 20 (mV))
  minf = a / (a + b)
  mtau = 1 / (a + b) / q
}
