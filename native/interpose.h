// For functions of ours that have the name of one of NEURON's and are asked first.
#pragma once
#include "engine.h"

#define INTERPOSE extern "C" __attribute__((visibility("default")))

// NEURON's own function behind one of ours.
template <class F>
F* next(F*, const char* name) {
  return reinterpret_cast<F*>(engine::symbol(name));
}
