#pragma once

namespace procedures {

// Stands before HOC's functions that initialise, advance, end the process or make stimuli of old. Once, after nrn_init.
void install();

// Puts `call` in the place of a function of HOC's, for the code of templates too, which does not look at top level.
// What stood there, or null where there is no such function.
void (*replace(const char* function, void (*call)()))();

}  // namespace procedures
