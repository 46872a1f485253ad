#pragma once

namespace procedures {

// Stands before HOC's functions that initialise, advance, end the process or make stimuli of old. Once, after nrn_init.
void install();

}  // namespace procedures
