TITLE A current that fluctuates around a mean: coloured noise

COMMENT
The injected current is an Ornstein-Uhlenbeck process: normally distributed around mean with the standard deviation sigma, and
what it was is forgotten with the time constant tau; its autocovariance is sigma^2 * exp(-|s|/tau):
  Uhlenbeck GE, Ornstein LS (1930). On the theory of the Brownian motion. Physical Review 36:823-841.
A new value every interval, by the update that is exact for any interval,

  x(t + h) = x(t) * exp(-h/tau) + sigma * sqrt(1 - exp(-2 h/tau)) * n,   n normal, of mean 0 and variance 1:
  Gillespie DT (1996). Exact numerical simulation of the Ornstein-Uhlenbeck process and its integral. Physical Review E 54:2084-2091.
tau = 2.7 ms is that of the excitatory background in
  Destexhe A, Rudolph M, Fellous JM, Sejnowski TJ (2001). Fluctuating synaptic conductances recreate in vivo-like activity in
  neocortical neurons. Neuroscience 107:13-24,
who let conductances fluctuate, not a current: mean and sigma are ours.

New values come with events, so that CVode and the fixed step have the same current; in between it is constant. Each instance has a
stream of random numbers of its own, named by stream.set_ids(), and starts it anew at each initialisation: the same run
gives the same current.
ENDCOMMENT

NEURON {
  THREADSAFE
  POINT_PROCESS OUNoise
  ELECTRODE_CURRENT i
  RANGE mean, sigma, tau, interval
  RANDOM stream
}

UNITS {
  (nA) = (nanoamp)
}

PARAMETER {
  mean = 0 (nA) : mean of the current
  sigma = 0.1 (nA) <0, 1e9> : standard deviation of the current
  tau = 2.7 (ms) <1e-9, 1e9> : correlation time
  interval = 0.025 (ms) <1e-9, 1e9> : time between new values; with the fixed step, not less than dt
}

ASSIGNED {
  i (nA) : injected current, positive depolarizes
  x (nA)
}

INITIAL {
  random_setseq(stream, 0)
  x = sigma * random_normal(stream)
  net_send(interval, 1)
}

BREAKPOINT {
  i = mean + x
}

NET_RECEIVE(weight (1)) {
  if (flag == 1) {
    x = x * exp(-interval / tau) + sigma * sqrt(1 - exp(-2 * interval / tau)) * random_normal(stream)
    net_send(interval, 1)
  }
}
