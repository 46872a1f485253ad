// The loaded NEURON library: a struct of its functions and variables, filled from api.inc and symbols.inc.
#pragma once
#include <string>

#include "neuron.h"

struct NeuronLibrary {
#define API_REQUIRED(ret, name, params) ret(*name) params = nullptr;
#define API_SKIPPED(name, reason)
#include "api.inc"
#undef API_REQUIRED
#undef API_SKIPPED
#define NRN_FUNCTION(ret, name, params, mangled) ret(*name) params = nullptr;
#define NRN_VARIABLE(type, name, mangled) std::add_pointer_t<type> name = nullptr;
#include "symbols.inc"
#undef NRN_FUNCTION
#undef NRN_VARIABLE
};

extern NeuronLibrary nrn;
extern bool engineStarted;

namespace engine {
extern bool hasNewArtificial;    // an artificial cell was made since the last initialisation
void beforeSectionGoes();        // NEURON's oldest stimuli keep bare pointers to sections
extern bool hasOldStimuli;
// NEURON has not set the model up since its structure changed.
inline bool structureChanged() { return *nrn.tree_changed || *nrn.v_structure_change; }
bool closesLoop(Section* child, Section* parent);  // whether the child would become its own parent
void endPatience();              // NEURON's psolve ends the process when nothing moves for 20 s, after it has failed, too
void settlePostponed();          // what a callback of a run let go of
void noteNew(cTemplate* cls);    // an object of this class is about to be made
void* symbol(const char* name);  // the loaded library's own, whoever stands before it in the global scope
}

// Sets NEURON's interpreter to its top level for as long as it lives: what a host's code calls runs there.
struct TopLevel {
  Object* object = *nrn.hoc_thisobject;
  Objectdata* data = object ? nrn.hoc_objectdata_save() : nullptr;
  Symlist* list = *nrn.hoc_symlist;
  TopLevel() {
    if (!object) return;  // there already, or in a template whose text comes in pieces
    *nrn.hoc_thisobject = nullptr;
    *nrn.hoc_objectdata = *nrn.hoc_top_level_data;
    *nrn.hoc_symlist = *nrn.hoc_top_level_symlist;
  }
  ~TopLevel() {
    if (!object) return;
    *nrn.hoc_thisobject = object;
    *nrn.hoc_objectdata = nrn.hoc_objectdata_restore(data);
    *nrn.hoc_symlist = list;
  }
  TopLevel(const TopLevel&) = delete;
};

// The interpreter's program counter, pointed at a few instructions of ours while they are carried out.
struct Instructions {
  Inst* saved = *nrn.hoc_pc;
  explicit Instructions(Inst* code) { *nrn.hoc_pc = code; }
  ~Instructions() { *nrn.hoc_pc = saved; }
  Instructions(const Instructions&) = delete;
};

// A section on NEURON's section stack for as long as it lives.
struct CurrentSection {
  bool pushed;
  explicit CurrentSection(Section* sec) : pushed(sec != nullptr) {
    if (pushed) nrn.nrn_pushsec(sec);
  }
  ~CurrentSection() {
    if (pushed) nrn.nrn_popsec();
  }
  CurrentSection(const CurrentSection&) = delete;
};
