: A calcium current by the constant-field equation, its rates in a table.
NEURON {
  SUFFIX cahva
  USEION ca READ cai, cao WRITE ica
  RANGE pmax, minf, mtau, perm
  GLOBAL vhalf
  THREADSAFE
}

UNITS {
  (mV) = (millivolt)
  (mA) = (milliamp)
  (mM) = (milli/liter)
}

PARAMETER {
  pmax = 1e-4 (cm/s)
  vhalf = -20 (mV)
}

ASSIGNED {
  v (mV)
  celsius (degC)
  cai (mM)
  cao (mM)
  ica (mA/cm2)
  minf
  mtau (ms)
  perm (cm/s)
}

STATE { m }

INITIAL {
  rates(v)
  m = minf
}

BREAKPOINT {
  SOLVE gate METHOD cnexp
  perm = pmax * m * m
  ica = perm * field(v, cai, cao)
}

DERIVATIVE gate {
  rates(v)
  m' = (minf - m) / mtau
}

FUNCTION field(v (mV), ci (mM), co (mM)) (.001 coul/cm3) {
  LOCAL z, e
  z = 2 * 96485.332 * v / (8.314462 * (celsius + 273.15) * 1000)
  e = exp(z)
  if (fabs(z) < 1e-4) {
    field = 2 * 96.485332 * (ci - co) * (1 - z / 2)
  } else {
    field = 2 * 96.485332 * z * (ci * e - co) / (e - 1)
  }
}

PROCEDURE rates(v (mV)) {
  TABLE minf, mtau DEPEND vhalf FROM -100 TO 100 WITH 400
  minf = 1 / (1 + exp((vhalf - v) / 7))
  mtau = 0.3 + 2 / (exp((v + 30) / 20) + exp(-(v + 30) / 20))
}
