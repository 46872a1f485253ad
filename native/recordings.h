// Which Vectors the model's recordings and plays use. NEURON looks through all of them whenever a Vector is to record or
// to stop, so that a model with many takes longer for each one more; this table knows who need not be looked for.
#pragma once
#include "engine.h"

namespace recordings {
void leave(IvocVect* vector);  // it records and plays no longer
}
