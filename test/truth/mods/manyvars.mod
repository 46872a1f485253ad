: Variables and functions of every kind: arrays, globals, a function table, a function that uses its instance.
NEURON {
  SUFFIX manyvars
  NONSPECIFIC_CURRENT i
  RANGE g, e, weights, sums, scale
  GLOBAL shared, pair
}

DEFINE N 4

PARAMETER {
  g = 1e-4 (siemens/cm2)
  e = -70 (millivolt)
  weights[N]
  scale = 2
  shared = 3
  pair[2]
}

ASSIGNED {
  v (millivolt)
  i (milliamp/cm2)
  sums[N]
}

STATE { x u w }

INITIAL {
  x = 1
  u = 0
  w = 1
}

BREAKPOINT {
  SOLVE states METHOD derivimplicit
  i = g * (v - e) * (1 + 0.1 * x)
  FROM k = 0 TO N - 1 { sums[k] = weights[k] * total(k) }
}

DERIVATIVE states {
  x' = -x * x / 10 + u / 50
  u' = w - 0.2 * u
  w' = -u + pair[1] * x
}

FUNCTION total(n) {
  LOCAL k
  total = 0
  FROM k = 0 TO n { total = total + weights[k] * scale }
}

FUNCTION curve(q) { curve = shared * q * q + table(q) }

FUNCTION_TABLE table(q)
