// HOC's functions that we stand before: what initialises or advances is refused in the callbacks of a run (NEURON would do it, and
// die later), quit() leaves through us, and the stimuli of old are noted.
#include "procedures.h"

#include "crash.h"
#include "provider.h"
#include "value.h"

namespace procedures {

namespace {

struct Procedure {
  void (*run)();
};

template <int i>
struct Noted {
  static inline void (*own)() = nullptr;
  static void call() {
    // fclamp counts its levels before it looks for its place: half-made ones would be used as if they were whole.
    if (i == 0 && !nrn.ifarg(3) && *nrn.hoc_getarg(1) >= 1) {
      double x = *nrn.hoc_getarg(2);
      if (!(x >= 0 && x <= 1)) throw Failure("ERR_PATCH_RANGE", "Its place is from 0 to 1.");
      if (!nrn.nrn_noerr_access()) throw Failure("ERR_PATCH_SECTION_ACCESS", "There is no section.");
    }
    engine::hasOldStimuli = true;
    own();
  }
  static void install(const char* function) { own = replace(function, call); }
};

template <int i, bool initialises>
struct Refused {
  static inline void (*own)() = nullptr;
  static inline const char* name = nullptr;
  static void call() {
    if (guard::runCallbacks > 0)
      guard::refuse("ERR_PATCH_SIMULATION", std::string(name) + "() cannot be done while NEURON runs: this is a callback of the simulation.");
    if (initialises) {
      crash::Scope scope;
      guard::callHook("initialising", 0, nullptr);
      if (guard::hasParked()) provider::failed();
    }
    own();
    if (initialises) engine::hasNewArtificial = false;
  }
  static void install(const char* function) {
    name = function;
    own = replace(function, call);
  }
};

// quit() in HOC: NEURON's own calls exit() under our feet.
void quit() {
  crash::Scope scope;
  napi_value argument = nrn.ifarg(1) ? number(guard::env, *nrn.hoc_getarg(1)) : number(guard::env, 0);
  guard::callHook("quit", 1, &argument);
  if (guard::hasParked()) provider::failed();
  nrn.hoc_retpushx(0);
}

}  // namespace

void (*replace(const char* function, void (*call)()))() {
  Symbol* symbol = nrn.hoc_lookup(function);
  if (!symbol || symbol->type != T_FUN_BLTIN) return nullptr;
  auto* procedure = static_cast<Procedure*>(static_cast<void*>(symbol->u.pval));
  auto* own = procedure->run;
  procedure->run = call;
  return own;
}

void install() {
  replace("quit", quit);
  Refused<0, true>::install("finitialize");
  Refused<1, false>::install("fadvance");
  Refused<2, true>::install("batch_run");
  Noted<0>::install("fclamp");
  Noted<1>::install("fstim");
  Noted<2>::install("fsyn");
}

}  // namespace procedures
