: Watches its segment's voltage; tells by events of its own what it saw, with a refractory time.
NEURON {
  POINT_PROCESS Watcher
  RANGE high, low, refractory, crossings, last, state
}

PARAMETER {
  high = -20 (millivolt)
  low = -60 (millivolt)
  refractory = 2 (ms)
}

ASSIGNED {
  v (millivolt)
  crossings
  last (ms)
  state
}

INITIAL {
  crossings = 0
  last = -1
  state = 0
  net_send(0, 1)
}

NET_RECEIVE(weight) {
  if (flag == 1) {
    state = 0
    WATCH (v > high) 2
  } else if (flag == 2) {
    crossings = crossings + 1
    last = t
    state = 1
    net_event(t)
    WATCH (v < low) 3
  } else if (flag == 3) {
    state = 2
    net_send(refractory, 1)
  } else if (flag == 0) {
    high = high + weight
  }
}
