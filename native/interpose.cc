// HOC code that a callback of a run calls can change the model's structure past all checks of ours: NEURON then fails
// half-way and leaves damage. libnrniv calls its own functions through the global scope, which this addon joined before
// it (engine.cc), so these few, of NEURON's names, are asked first. Where a linker binds otherwise (macOS), NEURON's own
// refusal of a change to frozen data and the net of crash.cc remain.
#include <cstring>

#include "engine.h"
#include "guard.h"

namespace {

template <class F>
F* next(F*, const char* name) {
  return reinterpret_cast<F*>(engine::symbol(name));
}

void refuse(const char* what) {
  if (engineStarted && guard::onOwnThread()) guard::refuseWhileRunning(what);
}

bool makesStructure(cTemplate* cls) {
  if (cls->is_point_ > 0) return true;
  if (cls->constructor) return false;
  for (Symbol* s = cls->symtable->first; s; s = s->next)
    if (s->type == T_SECTION) return true;
  return false;
}

}  // namespace

#define INTERPOSE extern "C" __attribute__((visibility("default")))

INTERPOSE void _Z15nrn_change_nsegP7Sectioni(Section* sec, int n) {
  refuse("Setting nseg");
  static auto* own = next(&_Z15nrn_change_nsegP7Sectioni, "_Z15nrn_change_nsegP7Sectioni");
  own(sec, n);
}

INTERPOSE void _Z12mech_insert1P7Sectioni(Section* sec, int type) {
  refuse("Inserting a mechanism");
  static auto* own = next(&_Z12mech_insert1P7Sectioni, "_Z12mech_insert1P7Sectioni");
  own(sec, type);
}

INTERPOSE void _Z14mech_uninsert1P7SectionP6Symbol(Section* sec, Symbol* mechanism) {
  refuse("Taking a mechanism out");
  static auto* own = next(&_Z14mech_uninsert1P7SectionP6Symbol, "_Z14mech_uninsert1P7SectionP6Symbol");
  own(sec, mechanism);
}

INTERPOSE void _Z14nrn_disconnectP7Section(Section* sec) {
  refuse("Disconnecting a section");
  static auto* own = next(&_Z14nrn_disconnectP7Section, "_Z14nrn_disconnectP7Section");
  own(sec);
}

INTERPOSE void _Z12new_sectionsP6ObjectP6SymbolPP8hoc_Itemi(Object* object, Symbol* symbol, hoc_Item** items, int count) {
  refuse("Making a section");
  static auto* own = next(&_Z12new_sectionsP6ObjectP6SymbolPP8hoc_Itemi, "_Z12new_sectionsP6ObjectP6SymbolPP8hoc_Itemi");
  own(object, symbol, items, count);
}

INTERPOSE Object* _Z11hoc_newobj1P6Symboli(Symbol* symbol, int count) {
  if (engineStarted && guard::runCallbacks > 0 && symbol->type == T_TEMPLATE && makesStructure(symbol->u.ctemplate))
    refuse("Making an object of this class");
  static auto* own = next(&_Z11hoc_newobj1P6Symboli, "_Z11hoc_newobj1P6Symboli");
  return own(symbol, count);
}
