TITLE GABA-A receptors that bind and lose transmitter

COMMENT
A spike releases a pulse of transmitter, of concentration cmax for the time cdur. The share r of bound, open receptors follows

  r' = alpha * [T] * (1 - r) - beta * r

and the conductance is w * r with w the weight: more than the weight it never gets, and a second spike finds fewer free receptors.
A spike during a pulse prolongs it. Every connection has receptors of its own; two states hold the sum of those within
and of those after a pulse, as in
  Lytton WW (1996). Optimizing synaptic conductance calculation for network simulations. Neural Computation 8:501-509.

alpha = 5 /mM/ms, beta = 0.18 /ms, the pulse of 1 mM for 1 ms and e = -80 mV:
  Destexhe A, Mainen ZF, Sejnowski TJ (1998). Kinetic models of synaptic transmission. In: Koch C, Segev I (eds), Methods in
  Neuronal Modeling, 2nd edition, MIT Press, 1-25.

Temperature changes nothing here: the chapter gives no Q10.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS GABAA
  NONSPECIFIC_CURRENT i
  RANGE alpha, beta, cmax, cdur, e, g
}

UNITS {
  (nA) = (nanoamp)
  (mV) = (millivolt)
  (uS) = (microsiemens)
  (mM) = (milli/liter)
}

PARAMETER {
  alpha = 5 (/mM/ms) <0, 1e9> : rate of binding
  beta = 0.18 (/ms) <1e-9, 1e9> : rate of unbinding
  cmax = 1 (mM) <0, 1e9> : transmitter during the pulse
  cdur = 1 (ms) <1e-9, 1e9> : duration of the pulse
  e = -80 (mV) : reversal potential
}

ASSIGNED {
  v (mV)
  i (nA) : current through the receptors, outward positive
  g (uS) : conductance
  rinf (1)
  rtau (ms)
  exposed (uS)
}

STATE {
  Ron (uS) <1e-3> : conductance of receptors within a pulse
  Roff (uS) <1e-3> : conductance of receptors after their pulse
}

INITIAL {
  rinf = cmax * alpha / (cmax * alpha + beta)
  rtau = 1 / (cmax * alpha + beta)
  exposed = 0
  Ron = 0
  Roff = 0
}

BREAKPOINT {
  SOLVE bind METHOD cnexp
  g = Ron + Roff
  i = g * (v - e)
}

DERIVATIVE bind {
  Ron' = (exposed * rinf - Ron) / rtau
  Roff' = -beta * Roff
}

: w: the weight that the connection's receptors had at the last spike; pulses: how many are under way;
: r: the share of bound receptors at the time t0 at which the last pulse began or ended.
NET_RECEIVE(weight (uS), w (uS), pulses (1), r (1), t0 (ms)) {
  if (flag == 0) {
    if (pulses == 0) {
      r = r * exp(-beta * (t - t0))
      t0 = t
      Roff = Roff - w * r
      w = weight
      Ron = Ron + w * r
      exposed = exposed + w
    }
    pulses = pulses + 1
    net_send(cdur, 1)
  } else {
    pulses = pulses - 1
    if (pulses == 0) {
      r = rinf + (r - rinf) * exp(-(t - t0) / rtau)
      t0 = t
      exposed = exposed - w
      Ron = Ron - w * r
      Roff = Roff + w * r
    }
  }
  INITIAL {
    w = 0
    pulses = 0
    r = 0
    t0 = 0
  }
}
