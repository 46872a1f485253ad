: Calcium in shells under the membrane: diffusion and a buffer as a kinetic scheme.
NEURON {
  SUFFIX capool
  USEION ca READ cai, ica WRITE cai
  RANGE total, shell
  THREADSAFE
}

DEFINE SHELLS 3

UNITS {
  (mM) = (milli/liter)
  (um) = (micron)
  (mA) = (milliamp)
  FARADAY = (faraday) (10000 coulomb)
  PI = (pi) (1)
}

PARAMETER {
  DCa = 0.3 (um2/ms)
  total = 0.05 (mM)
  k1 = 100 (/mM-ms)
  k2 = 0.1 (/ms)
}

ASSIGNED {
  diam (um)
  ica (mA/cm2)
  cai (mM)
  volume[SHELLS] (um2)
  wall[SHELLS]
  shell[SHELLS] (mM)
}

STATE {
  ca[SHELLS] (mM) <1e-8>
  buffer[SHELLS] (mM)
  bound[SHELLS] (mM)
}

INITIAL {
  LOCAL i, r
  FROM i = 0 TO SHELLS - 1 {
    r = diam / 2 * (1 - i / SHELLS)
    volume[i] = PI * r * r - PI * (r - diam / 2 / SHELLS) * (r - diam / 2 / SHELLS)
    wall[i] = 2 * PI * (r - diam / 2 / SHELLS) / (diam / 2 / SHELLS)
    ca[i] = cai
    buffer[i] = total * k2 / (k2 + k1 * cai)
    bound[i] = total - buffer[i]
  }
}

BREAKPOINT {
  SOLVE scheme METHOD sparse
  FROM i = 0 TO SHELLS - 1 { shell[i] = ca[i] }
}

KINETIC scheme {
  COMPARTMENT i, volume[i] { ca buffer bound }
  ~ ca[0] << (-ica * PI * diam / (2 * FARADAY))
  FROM i = 0 TO SHELLS - 2 {
    ~ ca[i] <-> ca[i + 1] (DCa * wall[i], DCa * wall[i])
  }
  FROM i = 0 TO SHELLS - 1 {
    ~ ca[i] + buffer[i] <-> bound[i] (k1 * volume[i], k2 * volume[i])
  }
  cai = ca[0]
}
