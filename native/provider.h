#pragma once

namespace provider {

// Takes the place of the host language: fills NEURON's hooks and its class PythonObject. Once, after nrn_init.
void install();

}  // namespace provider
