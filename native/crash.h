// The last net. NEURON has calls that die of arguments that no check of ours knows (an assertion, a null pointer);
// within a guarded call such a death becomes an exception, and NEURON's stacks are set back as after any other error.
#pragma once
#include <csetjmp>
#include <cstddef>

#include "js.h"

namespace crash {

// What a jump out of the depths must set back by hand, since no destructor runs on the way.
struct State {
  sigjmp_buf* target;
  int runCallbacks;
  int nestDepth;
  size_t scopes;
};

extern sigjmp_buf* target;  // where a crash on our own thread goes; null where it is not ours (in JavaScript)

void install();
State save();
void restore(const State& state);
const char* reason();

// JavaScript runs for as long as it lives: what crashes in there is not NEURON.
struct Outside {
  sigjmp_buf* kept = target;
  Outside() { target = nullptr; }
  ~Outside() { target = kept; }
  Outside(const Outside&) = delete;
};

// A handle scope that a crash closes too.
struct Scope {
  Scope();
  ~Scope();
  Scope(const Scope&) = delete;
};

}  // namespace crash
