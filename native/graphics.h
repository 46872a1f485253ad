// NEURON's graphical classes without a display: what they are told goes to TypeScript, what they record stays here.
#pragma once
#include <memory>

#include "value.h"

namespace graphics {

// A number of the model that a curve or a field shows. It knows when the number is gone.
class Place : Observer {
 public:
  explicit Place(DataHandle handle);
  ~Place() override;
  Place(const Place&) = delete;
  double* at(int i = 0) const;  // null when it is gone
  const DataHandle& handle() const { return handle_; }
  void leave();   // its number goes, or is of no interest any more

 private:
  void forget();
  void update(void*) override { forget(); }
  DataHandle handle_;
  bool watched_ = false;
};

// What a Graph draws of the model at each step.
struct Curves;

// The object behind a graphical class's HOC object: NEURON keeps its address and looks no further, but for one place:
// StringFunctions.references asks every box what it holds, through a pointer in it. Wherever that lies, it leads to zeros.
struct Entry {
  static constexpr size_t room = 32;
  const void* looksLikeBox[room];
  int32_t id;
  bool isShape = false;
  bool isMapped = true;
  bool tellsBegin = false;  // TypeScript wants to know of `begin`: it keeps the lines of earlier runs
  std::shared_ptr<Curves> curves;
  Entry();
};

extern int32_t lastId;  // of the objects that were made
extern int shapes;      // Shape, PlotShape and PPShape that live

void install();
void installEvents();     // doEvents and doNotify, which the standard run system calls while it runs
void boxGone(const double* number);  // a cell of h.ref is freed: nothing may point there any more
Entry* entry(int32_t id);            // null when it is gone
Entry* entryOf(Object* object);      // null for what is not graphical, or nothing of ours

// A number for NEURON's hooks, which take it from an object: the hook `object_to_double` asks here first.
bool isNumber(const Object* object);
double number();

std::shared_ptr<Curves> newCurves();
void begin(Curves& curves);
void plot(Curves& curves, double x);

// The interpreter inside an object for as long as it lives, as while the object's own code runs.
struct Inside {
  Object* object = *nrn.hoc_thisobject;
  Objectdata* data = nrn.hoc_objectdata_save();
  Symlist* list = *nrn.hoc_symlist;
  explicit Inside(Object* context);
  ~Inside();
  Inside(const Inside&) = delete;
};

Place* placeIn(napi_env env, napi_value value);
napi_value newPlace(napi_env env, DataHandle handle);
bool onDisplay();
napi_value nameOfText(int i);  // of the string variable that is the call's i-th argument: a label follows it
void exportHooks(napi_env env, napi_value exports);

}  // namespace graphics
