: A synapse that releases with a probability, with a noisy leak, from random streams of its own.
NEURON {
  POINT_PROCESS NoisyRelease
  NONSPECIFIC_CURRENT i
  RANGE tau, e, p, sigma, g, drawn, noise
  RANDOM release, current
}

PARAMETER {
  tau = 3 (ms)
  e = 0 (millivolt)
  p = 0.5
  sigma = 0.01 (nanoamp)
}

ASSIGNED {
  v (millivolt)
  i (nanoamp)
  drawn
  noise (nanoamp)
}

STATE { g (microsiemens) }

INITIAL {
  g = 0
  drawn = 0
  noise = 0
  random_setseq(release, 0)
  random_setseq(current, 0)
}

BEFORE STEP { noise = sigma * random_normal(current) }

BREAKPOINT {
  SOLVE decay METHOD cnexp
  i = g * (v - e) + noise
}

DERIVATIVE decay { g' = -g / tau }

NET_RECEIVE(weight (microsiemens), released) {
  INITIAL { released = 0 }
  drawn = random_uniform(release)
  if (drawn < p) {
    released = released + 1
    g = g + weight * random_negexp(release)
  }
}

FUNCTION draw() { draw = random_uniform(release, 10, 20) }
