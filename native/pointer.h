// Pointers (_ref_): where a value lives, as (owner, name, index), found again at each use. No native memory.
#pragma once
#include "value.h"

namespace pointers {

// Puts the pointer that an argument describes on HOC's stack.
void push(int kind, const double* n);

}  // namespace pointers

namespace range {

// Where a range variable lives at x; throws with what is missing. `where` is for use at once.
DataHandle find(Section* sec, Symbol* symbol, double x, int index);
double* where(Section* sec, Symbol* symbol, double x, int index);
std::string placeName(Section* sec, double x);

}  // namespace range

namespace members {

// Evaluates object.symbol[indices] and leaves the result on HOC's stack; the indices are in shared memory.
void evaluate(transfer::Frame& frame, Object* object, Symbol* symbol, int indices, const double* index, int stride);
Point_process* located(Object* object);
// Calls object.symbol with the arguments that are on HOC's stack.
void component(Object* object, Symbol* symbol, int indices, int count, bool call);

}  // namespace members
