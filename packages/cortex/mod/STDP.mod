TITLE A synapse with spike-timing-dependent plasticity

COMMENT
The conductance rises by the present strength w at each presynaptic spike and falls with tau. The strength lies between 0 and wmax:

  a presynaptic spike:   w = w + wmax * M, then P = P + aplus     P' = -P / tauplus    (P one for each connection)
  a postsynaptic spike:  w = w + wmax * P, then M = M - aminus    M' = -M / tauminus   (M one for all)

so that a pair of spikes, the presynaptic one earlier by d, changes w by wmax * aplus * exp(-d/tauplus), and the other order
by -wmax * aminus * exp(-d/tauminus). All pairs count.

The equations and tauplus = tauminus = 20 ms, aplus = 0.005, aminus = 1.05 * aplus, tau = 5 ms, e = 0 mV:
  Song S, Miller KD, Abbott LF (2000). Competitive Hebbian learning through spike-timing-dependent synaptic plasticity.
  Nature Neuroscience 3:919-926.
wmax is 0.015 of the leak conductance there, which is 0.15 nS for the 10 nS of their cell's 100 MOhm.

A connection with a weight >= 0 is presynaptic; the weight is the strength at the start of a run. weight[1] of its NetCon is
the strength now. A connection with a negative weight, whatever its size, tells of postsynaptic spikes.
The file has the exact solution between spikes.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS STDP
  NONSPECIFIC_CURRENT i
  RANGE tau, e, wmax, tauplus, tauminus, aplus, aminus, g
}

UNITS {
  (nA) = (nanoamp)
  (mV) = (millivolt)
  (uS) = (microsiemens)
}

PARAMETER {
  tau = 5 (ms) <1e-9, 1e9> : time constant of the conductance
  e = 0 (mV) : reversal potential
  wmax = 0.00015 (uS) <0, 1e9> : largest strength
  tauplus = 20 (ms) <1e-9, 1e9> : time constant of the window in which a postsynaptic spike strengthens
  tauminus = 20 (ms) <1e-9, 1e9> : time constant of the window in which it weakens
  aplus = 0.005 (1) <0, 1> : largest strengthening by one pair, as a share of wmax
  aminus = 0.00525 (1) <0, 1> : largest weakening by one pair, as a share of wmax
}

ASSIGNED {
  v (mV)
  i (nA) : current through the synapse, outward positive
  M (1)
  tpost (ms)
}

STATE {
  g (uS) <1e-3> : conductance
}

INITIAL {
  g = 0
  M = 0
  tpost = 0
}

BREAKPOINT {
  SOLVE decay METHOD cnexp
  i = g * (v - e)
}

DERIVATIVE decay {
  g' = -g / tau
}

: w: the strength; P: as above, just after the connection's last spike, which was at tpre. M is the one just after tpost.
NET_RECEIVE(weight (uS), w (uS), P (1), tpre (ms)) {
  if (weight >= 0) {
    g = g + w
    w = bounded(w + wmax * M * exp(-(t - tpost) / tauminus))
    P = P * exp(-(t - tpre) / tauplus) + aplus
    tpre = t
  } else {
    FOR_NETCONS(weight1, w1, P1, tpre1) {
      if (weight1 >= 0) {
        w1 = bounded(w1 + wmax * P1 * exp(-(t - tpre1) / tauplus))
      }
    }
    M = M * exp(-(t - tpost) / tauminus) - aminus
    tpost = t
  }
  INITIAL {
    w = weight
    P = 0
    tpre = 0
  }
}

FUNCTION bounded(w (uS)) (uS) {
  bounded = w
  if (w < 0) {
    bounded = 0
  }
  if (w > wmax) {
    bounded = wmax
  }
}
