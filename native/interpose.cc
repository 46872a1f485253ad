// HOC code that a callback of a run calls can change the model's structure past all checks of ours: NEURON then fails
// half-way and leaves damage. libnrniv calls its own functions through the global scope, which this addon joined before
// it (engine.cc), so these few, of NEURON's names, are asked first. Where a linker binds otherwise (macOS), NEURON's own
// refusal of a change to frozen data and the net of crash.cc remain.
#include <cstdlib>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "guard.h"
#include "interpose.h"

namespace {

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

bool isArtificial(cTemplate* cls) {
  static std::unordered_map<cTemplate*, bool> known;
  auto [entry, isNew] = known.emplace(cls, false);
  for (int type = 0; isNew && type < *nrn.n_memb_func; ++type)
    if ((*nrn.nrn_pnt_template_)[type] == cls) entry->second = (*nrn.nrn_is_artificial_)[type];
  return entry->second;
}

}  // namespace

namespace engine {

bool hasOldStimuli = false;

void beforeSectionGoes() {
  if (!hasOldStimuli) return;
  hasOldStimuli = false;
  for (const char* name : {"fclamp", "fstim", "fsyn"}) {
    nrn.hoc_pushx(0);
    nrn.hoc_call_func(nrn.hoc_table_lookup(name, *nrn.hoc_built_in_symlist), 1);
  }
}

// Objects that are part of the model and whose last reference went in a callback of a run: NEURON would take them out of
// frozen data, and die. They go when it has returned.
static std::vector<Object*> postponed;

void settlePostponed() {
  while (!postponed.empty()) {
    Object* object = postponed.back();
    postponed.pop_back();
    nrn.hoc_obj_unref(object);
  }
}

bool closesLoop(Section* child, Section* parent) {
  if (!child->child) return child == parent;  // nothing hangs on it: no need to walk up a long branch
  for (Section* up = parent; up; up = up->parentsec)
    if (up == child) return true;
  return false;
}

void noteNew(cTemplate* cls) {
  if (cls->is_point_ > 0 && isArtificial(cls)) hasNewArtificial = true;
}
}  // namespace engine

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

// A loop of sections: NEURON sees it at the next initialisation only, and every walk of the tree until then is endless.
static void refuseLoop(Section* child, Section* parent) {
  if (!engineStarted || !child || !parent || !guard::onOwnThread() || !engine::closesLoop(child, parent)) return;
  guard::refuse("ERR_PATCH_HOC_CONNECT", std::string("Connecting ") + nrn.secname(child) + " there would close a loop.");
}

static Section* belowCurrent(Section* current) {
  nrn.section_ref(current);
  nrn.nrn_popsec();
  Section* below = nrn.nrn_isecstack() > 0 ? nrn.nrn_noerr_access() : nullptr;
  nrn.nrn_pushsec(current);
  nrn.section_unref(current);
  return below;
}

INTERPOSE void _Z20simpleconnectsectionv() {
  refuse("Connecting sections");
  Section* parent = nrn.nrn_noerr_access();
  refuseLoop(parent ? belowCurrent(parent) : nullptr, parent);
  static auto* own = next(&_Z20simpleconnectsectionv, "_Z20simpleconnectsectionv");
  own();
}

INTERPOSE void _Z14connectsectionv() {
  refuse("Connecting sections");
  Section* child = nrn.nrn_noerr_access();
  refuseLoop(child, child ? belowCurrent(child) : nullptr);
  static auto* own = next(&_Z14connectsectionv, "_Z14connectsectionv");
  own();
}

// `create many[0]` of sections that exist already: NEURON frees them, fails, and leaves a pointer to what it has freed.
INTERPOSE void _Z11add_sectionv() {
  Symbol* symbol = (*nrn.hoc_pc)->sym;
  bool existed = symbol->type == T_SECTION;
  static auto* own = next(&_Z11add_sectionv, "_Z11add_sectionv");
  refuse("Making a section");
  try {
    own();
  } catch (...) {
    if (existed) {
      symbol->arayinfo = nullptr;
      (*nrn.hoc_objectdata)[symbol->u.oboff].psecitm = static_cast<hoc_Item**>(std::calloc(1, sizeof(hoc_Item*)));
    }
    throw;
  }
}

INTERPOSE void _Z13hoc_obj_unrefP6Object(Object* object) {
  static auto* own = next(&_Z13hoc_obj_unrefP6Object, "_Z13hoc_obj_unrefP6Object");
  if (engineStarted && guard::runCallbacks > 0 && object && object->refcount == 1 && makesStructure(object->ctemplate) && guard::onOwnThread())
    engine::postponed.push_back(object);
  else
    own(object);
}

INTERPOSE void _Z8sec_freeP8hoc_Item(hoc_Item* item) {
  static auto* own = next(&_Z8sec_freeP8hoc_Item, "_Z8sec_freeP8hoc_Item");
  if (engineStarted && item) engine::beforeSectionGoes();
  own(item);
}

INTERPOSE Object* _Z11hoc_newobj1P6Symboli(Symbol* symbol, int count) {
  if (engineStarted && symbol->type == T_TEMPLATE) engine::noteNew(symbol->u.ctemplate);
  if (engineStarted && guard::runCallbacks > 0 && symbol->type == T_TEMPLATE && makesStructure(symbol->u.ctemplate))
    refuse("Making an object of this class");
  static auto* own = next(&_Z11hoc_newobj1P6Symboli, "_Z11hoc_newobj1P6Symboli");
  return own(symbol, count);
}

// A callback, in HOC or in JavaScript. A rank that left the others for an error in it would leave them waiting.
INTERPOSE int _ZN10HocCommand7executeEb(void* command, bool notify) {
  static auto* own = next(&_ZN10HocCommand7executeEb, "_ZN10HocCommand7executeEb");
  if (!engineStarted || !guard::deferring || !guard::onOwnThread()) return own(command, notify);
  int result = 1;
  guard::later([&] { result = own(command, notify); });
  return result;
}
