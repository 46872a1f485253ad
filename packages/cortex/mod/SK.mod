TITLE Small-conductance potassium channels that calcium opens

COMMENT
i = gbar * o * (v - ek), with

  o_inf = 1 / (1 + (kd / cai)^hill)

and no dependence on voltage: half of the channels are open at 0.43 uM of calcium, with a Hill coefficient of 4.8. The channels:
  Kohler M, Hirschberg B, Bond CT, Kinzie JM, Marrion NV, Maylie J, Adelman JP (1996). Small-conductance, calcium-activated
  potassium channels from mammalian brain. Science 273:1709-1714.
These two numbers and tau, 1 ms, are the ones taken from it by
  Hay E, Hill S, Schurmann F, Markram H, Segev I (2011). Models of neocortical layer 5b pyramidal cells capturing a wide range of
  dendritic and perisomatic active properties. PLoS Computational Biology 7:e1002107.
Temperature changes nothing here. gbar is ours.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX SK
  USEION k READ ek WRITE ik
  USEION ca READ cai
  RANGE gbar, kd, hill, tau, g, oinf
}

UNITS {
  (mA) = (milliamp)
  (mV) = (millivolt)
  (S) = (siemens)
  (mM) = (milli/liter)
}

PARAMETER {
  gbar = 0.001 (S/cm2) <0, 1e9> : conductance when every channel is open
  kd = 0.00043 (mM) <1e-9, 1e9> : calcium that opens half of the channels
  hill = 4.8 (1) <0, 1e2> : Hill coefficient
  tau = 1 (ms) <1e-9, 1e9> : time constant of opening and closing
}

ASSIGNED {
  v (mV)
  ek (mV)
  ik (mA/cm2)
  cai (mM)
  g (S/cm2) : conductance
  oinf (1) : share of open channels in the long run
}

STATE {
  o (1) : share of open channels
}

INITIAL {
  opening(cai)
  o = oinf
}

BREAKPOINT {
  SOLVE gating METHOD cnexp
  g = gbar * o
  ik = g * (v - ek)
}

DERIVATIVE gating {
  opening(cai)
  o' = (oinf - o) / tau
}

PROCEDURE opening(c (mM)) {
  LOCAL x
  oinf = 0
  if (c > 0) {
    x = (c / kd)^hill
    oinf = x / (1 + x)
  }
}
