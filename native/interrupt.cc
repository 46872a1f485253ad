#include "interrupt.h"

#include <csignal>

#include "engine.h"
#include "guard.h"

namespace interrupt {

namespace {
struct sigaction previous;
volatile sig_atomic_t seen = 0;
}  // namespace

void again() {
  // A rank that stopped on its own would leave the others waiting: it is told of the interruption when all have arrived.
  if (!seen || guard::deferring) return;
  *nrn.stoprun = 1;     // ends a run within a step
  *nrn.hoc_intset = 1;  // ends HOC code at its next instruction
}

namespace {

void onInterrupt(int) {
  if (seen) {  // NEURON did not come back after the first one
    sigaction(SIGINT, &previous, nullptr);
    raise(SIGINT);
    return;
  }
  seen = 1;
  again();
}
}  // namespace

Watch::Watch(bool active) : active(active) {
  if (!active) return;
  seen = 0;
  struct sigaction ours = {};
  ours.sa_handler = onInterrupt;
  sigemptyset(&ours.sa_mask);
  ours.sa_flags = SA_RESTART;
  sigaction(SIGINT, &ours, &previous);
}

Watch::~Watch() {
  if (active) sigaction(SIGINT, &previous, nullptr);
}

bool Watch::interrupted() {
  if (!active || !seen) return false;
  seen = 0;
  *nrn.stoprun = 0;
  *nrn.hoc_intset = 0;
  return true;
}

}  // namespace interrupt
