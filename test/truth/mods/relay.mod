: An artificial cell: plays a Vector, hands on what it receives later, moves its own events.
NEURON {
  ARTIFICIAL_CELL Relay
  RANGE wait, received, moved
  POINTER times
}

PARAMETER { wait = 5 (ms) }

ASSIGNED {
  received
  moved
  index
  next (ms)
  times
}

INITIAL {
  received = 0
  moved = 0
  index = 0
  advance()
  if (index > 0) { net_send(next, 1) }
}

NET_RECEIVE(weight) {
  if (flag == 1) {
    net_event(t)
    advance()
    if (index > 0) { net_send(next - t, 1) }
  } else if (flag == 2) {
    net_event(t)
  } else {
    received = received + 1
    if (weight > 0) {
      net_send(wait, 2)
    } else {
      moved = moved + 1
      net_event(t + 1)
    }
  }
}

PROCEDURE advance() {
VERBATIM
  IvocVect* vector = *reinterpret_cast<IvocVect**>(&_p_times);
  int i = (int) index;
  if (vector && i >= 0 && i < vector_capacity(vector)) {
    next = vector_vec(vector)[i];
    index += 1.;
  } else {
    index = -1.;
  }
ENDVERBATIM
}

PROCEDURE play() {
VERBATIM
  IvocVect** vector = reinterpret_cast<IvocVect**>(&_p_times);
  *vector = nullptr;
  if (ifarg(1)) {
    *vector = vector_arg(1);
  }
ENDVERBATIM
}
