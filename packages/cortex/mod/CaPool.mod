TITLE Calcium in a thin shell under the membrane: it enters by currents and leaves with one time constant

COMMENT
cai' = -gamma * ica / (2 F depth) - (cai - cainf) / tau

as long as the current is inward; one that flows outward takes nothing out. By
  Destexhe A, Mainen ZF, Sejnowski TJ (1994). Synthesis of models for excitable membranes, synaptic transmission and neuromodulation using
  a common kinetic formalism. Journal of Computational Neuroscience 1:195-230,
of whose pump only the decay is kept, which is what remains of it while cai is low.
tau = 80 ms, depth = 0.1 um, cainf = 1e-4 mM, and gamma = 0.05, the share of calcium that nothing binds:
  Hay E, Hill S, Schurmann F, Markram H, Segev I (2011). Models of neocortical layer 5b pyramidal cells capturing a wide range of
  dendritic and perisomatic active properties. PLoS Computational Biology 7:e1002107. (they fit tau and gamma anew for each cell)
gamma = 1 is the equation of 1994. A run starts with cainf, not with NEURON's cai0_ca_ion. Temperature changes nothing here.
ENDCOMMENT

NEURON {
  THREADSAFE
  SUFFIX CaPool
  USEION ca READ ica WRITE cai
  RANGE depth, gamma, tau, cainf
}

UNITS {
  (mA) = (milliamp)
  (um) = (micron)
  (mM) = (milli/liter)
  F = (faraday) (coulomb)
}

PARAMETER {
  depth = 0.1 (um) <1e-9, 1e9> : depth of the shell
  gamma = 0.05 (1) <0, 1> : share of the entering calcium that stays free
  tau = 80 (ms) <1e-9, 1e9> : time constant of the decay
  cainf = 1e-4 (mM) <0, 1e9> : calcium at rest
}

ASSIGNED {
  ica (mA/cm2)
}

STATE {
  cai (mM) <1e-4> : calcium in the shell
}

INITIAL {
  cai = cainf
}

BREAKPOINT {
  SOLVE shell METHOD cnexp
}

DERIVATIVE shell {
  cai' = entering(ica) - (cai - cainf) / tau
}

FUNCTION entering(ica (mA/cm2)) (mM/ms) {
  entering = 0
  if (ica < 0) {
    entering = -(10000) * gamma * ica / (2 * F * depth)
  }
}
