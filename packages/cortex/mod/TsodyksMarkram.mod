TITLE A synapse with short-term depression and facilitation

COMMENT
Each connection has resources in three states, recovered (x), active (y) and inactive (z), with x + y + z = 1, and a share u of x
that a spike uses:

  x' = z / taurec                   a spike: u = u + U * (1 - u), then x = x - u * x, y = y + u * x
  y' = -y / tau
  z' = y / tau - z / taurec
  u' = -u / taufacil

The conductance is the sum of weight * y over the connections: the weight is the paper's absolute synaptic efficacy, the
conductance if a spike used everything, and the first spike after a long rest gives weight * U. With taufacil = 0 there is no
facilitation: u = U at each spike. Between spikes the equations are linear; the file has their exact solution.

The equations:
  Tsodyks MV, Markram H (1997). The neural code between neocortical pyramidal neurons depends on neurotransmitter release
  probability. PNAS 94:719-723. (depression)
  Tsodyks M, Pawelzik K, Markram H (1998). Neural networks with dynamic synapses. Neural Computation 10:821-835. (facilitation)
  Tsodyks M, Uziel A, Markram H (2000). Synchrony generation in recurrent networks with frequency-dependent synapses.
  Journal of Neuroscience 20:RC50. (this notation)
The values are the ones of 2000 between pyramidal cells: U = 0.5, taurec = 800 ms, tau = 3 ms, taufacil = 0. The papers' current
is a conductance here, with e = 0 mV.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS TsodyksMarkram
  NONSPECIFIC_CURRENT i
  RANGE U, taurec, taufacil, tau, e, g
}

UNITS {
  (nA) = (nanoamp)
  (mV) = (millivolt)
  (uS) = (microsiemens)
}

PARAMETER {
  U = 0.5 (1) <0, 1> : share of the recovered resources that the first spike uses
  taurec = 800 (ms) <1e-9, 1e9> : time constant of the recovery from depression
  taufacil = 0 (ms) <0, 1e9> : time constant of the decay of facilitation; 0 for none
  tau = 3 (ms) <1e-9, 1e9> : time constant of the conductance
  e = 0 (mV) : reversal potential
}

ASSIGNED {
  v (mV)
  i (nA) : current through the synapse, outward positive
}

STATE {
  g (uS) <1e-3> : conductance
}

INITIAL {
  g = 0
}

BREAKPOINT {
  SOLVE decay METHOD cnexp
  i = g * (v - e)
}

DERIVATIVE decay {
  g' = -g / tau
}

: u, y, z: as above, just after the connection's last spike, which was at t0; x is 1 - y - z.
NET_RECEIVE(weight (uS), u (1), y (1), z (1), t0 (ms)) {
  z = z * exp(-(t - t0) / taurec) + y * arrived(t - t0)
  y = y * exp(-(t - t0) / tau)
  if (taufacil > 0) {
    u = u * exp(-(t - t0) / taufacil)
  } else {
    u = 0
  }
  t0 = t
  u = u + U * (1 - u)
  g = g + weight * u * (1 - y - z)
  y = y + u * (1 - y - z)
  INITIAL {
    u = 0
    y = 0
    z = 0
    t0 = 0
  }
}

: What was active is inactive after the time s: (exp(-s/tau) - exp(-s/taurec)) / (tau/taurec - 1).
FUNCTION arrived(s (ms)) (1) {
  LOCAL d
  d = s / tau - s / taurec
  if (fabs(d) < 1e-3) {
    : Equal time constants: (1 - exp(-d)) / d by its series.
    arrived = s / tau * exp(-s / taurec) * (1 - d / 2 + d * d / 6)
  } else {
    arrived = s / tau * exp(-s / taurec) * (1 - exp(-d)) / d
  }
}
