: An artificial cell that plays a Vector: one event at each of its times (ms), equal times included.
:
: play(vector)   from the next initialisation on; the Vector lives as long as it is played
: play()         nothing from now on
: skipped        how many times of this run were not sent: they lay in the past already (an unsorted or negative one),
:                or are no finite number. NEURON would end the process for such an event.
:
: The Vector may grow, shrink and change during a run: each time is read when the one before it has been sent.

NEURON {
  THREADSAFE
  ARTIFICIAL_CELL VecStim
  BBCOREPOINTER times
  RANGE skipped
}

ASSIGNED {
  times      : the Vector itself (an IvocVect*), or none
  index      : which of its times comes next; -1 when none does
  due (ms)   : that time
  wait (ms)  : from now until then
  skipped
}

DESTRUCTOR {
VERBATIM
#if !NRNBBCORE
  if (_p_times) {
    hoc_obj_unref(*vector_pobj(static_cast<IvocVect*>(_p_times)));
  }
#endif
ENDVERBATIM
}

INITIAL {
  index = 0
  skipped = 0
  seek()
  if (index >= 0) {
    net_send(wait, 1)
  }
}

: What other cells send here (flag 0) does nothing. An index below 0 says that the Vector was changed for another one.
NET_RECEIVE(weight) {
  if (flag == 1 && index >= 0) {
    net_event(due)
    index = index + 1
    seek()
    if (index >= 0) {
      net_send(wait, 1)
    }
  }
}

: Finds the first time from index on that is still to come.
PROCEDURE seek() {
VERBATIM
  IvocVect* const vector = static_cast<IvocVect*>(_p_times);
  const int size = vector ? vector_capacity(vector) : 0;
  int i = static_cast<int>(index);
  while (i >= 0 && i < size && !(vector_vec(vector)[i] >= t && isfinite(vector_vec(vector)[i]))) {
    skipped += 1.;
    ++i;
  }
  if (i >= 0 && i < size) {
    index = i;
    due = vector_vec(vector)[i];
    wait = due - t;
    // Rounding must not take us past it; a little too early is mended by net_event(due).
    while (t + wait > due) {
      wait = nextafter(wait, 0.);
    }
  } else {
    index = -1.;
  }
ENDVERBATIM
}

PROCEDURE play() {
VERBATIM
#if !NRNBBCORE
  IvocVect* const before = static_cast<IvocVect*>(_p_times);
  IvocVect* const vector = ifarg(1) ? vector_arg(1) : nullptr;
  // The new one first: it may be the old one.
  if (vector) {
    hoc_obj_ref(*vector_pobj(vector));
  }
  if (before) {
    hoc_obj_unref(*vector_pobj(before));
  }
  _p_times = vector;
  index = -1.;
#endif
ENDVERBATIM
}

: To CoreNEURON and back: the number of times, then the times. NEURON has the Vector still when they come back.
VERBATIM
static void bbcore_write(double* numbers, int* sizes, int* number, int* at, _threadargsproto_) {
  IvocVect* const vector = static_cast<IvocVect*>(_p_times);
  const int size = vector ? vector_capacity(vector) : 0;
  // Asked twice; the first time only how much there is.
  if (sizes) {
    sizes[*at] = size;
    for (int i = 0; i < size; ++i) {
      numbers[*number + i] = vector_vec(vector)[i];
    }
  }
  *at += 1;
  *number += size;
}

static void bbcore_read(double* numbers, int* sizes, int* number, int* at, _threadargsproto_) {
  const int size = sizes[*at];
#if NRNBBCORE
  if (!_p_times) {
    _p_times = vector_new1(size);
  }
  for (int i = 0; i < size; ++i) {
    vector_vec(static_cast<IvocVect*>(_p_times))[i] = numbers[*number + i];
  }
#endif
  *at += 1;
  *number += size;
}
ENDVERBATIM
