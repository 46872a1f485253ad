#pragma once

#include "value.h"

namespace provider {

// Takes the place of the host language: fills NEURON's hooks and its class PythonObject. Once, after nrn_init.
void install();
// The part of it that is about arguments (arguments.cc).
void installArguments();

// The JavaScript value that a PythonObject stands for; the top-level one is the hooks' `main`.
napi_value valueOf(Object* object);
// Whether two PythonObjects are one.
int same(Object* a, Object* b);
// A JavaScript function threw: NEURON's own error, behind which the other one waits.
[[noreturn]] void failed();

}  // namespace provider
