// Ctrl-C while NEURON runs: the first one stops the run, the second one is the process's again.
#pragma once

namespace interrupt {

// What a run begins with takes a Ctrl-C back that came a moment before: said again while it goes on.
void again();

struct Watch {
  explicit Watch(bool active);
  ~Watch();
  bool interrupted();  // asked once, when the call is over

 private:
  bool active;
};

}  // namespace interrupt
