TITLE GABA-B receptors: a G protein opens potassium channels, four at a time

COMMENT
A spike releases a pulse of transmitter, of concentration cmax for the time cdur. Bound receptors (share R) make G protein active
(concentration G), and four of its subunits together open a channel:

  R' = k1 * [T] * (1 - R) - k2 * R
  G' = k3 * R - k4 * G
  g = gmax * G^4 / (G^4 + kd)

One spike opens next to nothing; a burst does. All constants and the equations:
  Destexhe A, Mainen ZF, Sejnowski TJ (1998). Kinetic models of synaptic transmission. In: Koch C, Segev I (eds), Methods in
  Neuronal Modeling, 2nd edition, MIT Press, 1-25.
k1 = 9e4 /M/s, k2 = 1.2 /s, k3 = 180 uM/s, k4 = 34 /s, kd = 100 uM^4, e = -95 mV; fits to recordings of Otis, De Koninck & Mody
(1993), Journal of Physiology 463:391-407. The pulse, 1 mM for 1 ms, is the one that the chapter has for the other receptors.

Because g is not linear in what the connections bring, all that arrive at one of these act on the same receptors, by their
transmitter: the weight is a number that multiplies cmax (1 is the chapter's), and gmax has the conductance. A spike during
its connection's pulse prolongs it. Temperature changes nothing here.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS GABAB
  NONSPECIFIC_CURRENT i
  RANGE gmax, e, k1, k2, k3, k4, kd, cmax, cdur, g, C
}

UNITS {
  (nA) = (nanoamp)
  (mV) = (millivolt)
  (uS) = (microsiemens)
  (mM) = (milli/liter)
  (uM) = (micro/liter)
}

PARAMETER {
  gmax = 0.001 (uS) <0, 1e9> : conductance when every channel is open
  e = -95 (mV) : reversal potential, that of potassium
  k1 = 0.09 (/mM/ms) <0, 1e9> : rate at which transmitter binds
  k2 = 0.0012 (/ms) <0, 1e9> : rate at which it leaves
  k3 = 0.18 (uM/ms) <0, 1e9> : production of active G protein by bound receptors
  k4 = 0.034 (/ms) <1e-9, 1e9> : rate at which G protein becomes inactive
  kd = 100 (uM4) <1e-9, 1e9> : fourth power of the G protein that opens half of the channels
  cmax = 1 (mM) <0, 1e9> : transmitter during a pulse of weight 1
  cdur = 1 (ms) <1e-9, 1e9> : duration of the pulse
}

ASSIGNED {
  v (mV)
  i (nA) : current through the channels, outward positive
  g (uS) : conductance
  C (mM) : transmitter
}

STATE {
  R (1) <1e-2> : share of receptors that have bound transmitter
  G (uM) <1e-2> : active G protein
}

INITIAL {
  C = 0
  R = 0
  G = 0
}

BREAKPOINT {
  SOLVE cascade METHOD cnexp
  g = gmax * G^4 / (G^4 + kd)
  i = g * (v - e)
}

DERIVATIVE cascade {
  R' = k1 * C * (1 - R) - k2 * R
  G' = k3 * R - k4 * G
}

: c: the transmitter of the connection's present pulse; pulses: how many are under way.
NET_RECEIVE(weight (1), c (mM), pulses (1)) {
  if (flag == 0) {
    if (pulses == 0) {
      c = weight * cmax
      C = C + c
    }
    pulses = pulses + 1
    net_send(cdur, 1)
  } else {
    pulses = pulses - 1
    if (pulses == 0) {
      C = C - c
      c = 0
    }
  }
  INITIAL {
    c = 0
    pulses = 0
  }
}
