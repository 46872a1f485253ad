// Range variables of segments and sections, and the mechanisms that own them.
#include <cstring>

#include <vector>

#include "pointer.h"

namespace range {

std::string placeName(Section* sec, double x) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "(%g)", x);
  return std::string(nrn.secname(sec)) + buffer;
}

static void markGeometry(Section* sec) {
  *nrn.diam_changed = 1;
  sec->recalc_area_ = 1;
}

static Datum look(Section* sec, Symbol* symbol, double x, int index) {
  if (symbol->type != T_RANGEVAR) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is not a range variable.");
  int type = symbol->u.rng.type;
  if (type == M_IMEMFAST && !*nrn.nrn_use_fast_imem)
    throw Failure("ERR_PATCH_NAME", "i_membrane_ exists only after h.CVode().use_fast_imem(1).");
  if (symbol->arayinfo && (index < 0 || index >= symbol->arayinfo->sub[0]))
    throw Failure("ERR_PATCH_RANGE", std::string(symbol->name) + "[" + std::to_string(index) + "]: the index runs from 0 to " +
                                         std::to_string(symbol->arayinfo->sub[0] - 1) + ".");
  if (sec->recalc_area_ && type == M_MORPHOLOGY) nrn.nrn_area_ri(sec);
  if (type == M_EXTRACELL && symbol->arayinfo) {
    // NEURON's accessor for its host ignores the index of an extracellular layer; HOC's does not.
    if (!nrn.nrn_mechanism(M_EXTRACELL, nrn.node_exact(sec, x)))
      throw Failure("ERR_PATCH_NAME", std::string(symbol->name) + ": extracellular is not inserted in " + placeName(sec, x) + ".");
    nrn.hoc_pushx(index);
    nrn.hoc_push_ndim(1);
    return Datum(nrn.nrn_rangepointer(sec, symbol, x));
  }
  int error = 0;
  Datum datum = nrn.nrnpy_rangepointer(sec, symbol, x, &error, index);
  if (!error && datum.get()) return datum;
  std::string what = std::string(symbol->name) + " at " + placeName(sec, x);
  if (error == 2 || (!error && symbol->subtype == 4)) throw Failure("ERR_PATCH_SIMULATION", what + " was never set to point to a number.");
  if (type == M_CAP || type == M_MORPHOLOGY || (x > 0 && x < 1))
    throw Failure("ERR_PATCH_NAME", what + " does not exist: its mechanism is not inserted there.");
  throw Failure("ERR_PATCH_NAME", what + " does not exist: the ends of a section have no membrane.");
}

DataHandle find(Section* sec, Symbol* symbol, double x, int index) { return look(sec, symbol, x, index).take(); }
double* where(Section* sec, Symbol* symbol, double x, int index) { return look(sec, symbol, x, index).get(); }

// The voltage between a section's ends, which is read and written more than all else: it is always there, and nothing
// on the way to it can fail, so it needs no guard. Null for everything that is not so.
static int32_t voltage = -1;  // its symbol, once it has been met
static double* interiorVoltage(napi_env env, Handle handle, double x, int32_t id) {
  if (id != voltage || env != guard::env || !(x > 0 && x < 1)) return nullptr;
  Section* sec = handles::livingSection(handle);
  return sec ? nrn._nrn_mechanism_access_voltage(nrn.node_exact(sec, x)) : nullptr;
}

// rangeGet(section, x, symbol, index), rangeSet(section, x, symbol, index, value)
static napi_value Get(napi_env env, napi_callback_info info) {
  Args args(env, info);
  if (double* v = interiorVoltage(env, args.i(0), args.d(1), args.i(2))) return number(env, *v);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    Symbol* symbol = symbols::at(args.i(2));
    double value = *where(sec, symbol, args.d(1), args.i(3));
    if (symbol->u.rng.type == M_VINDEX) voltage = args.i(2);
    return number(env, value);
  });
}

static void afterWriting(Section* sec, Symbol* symbol) {
  if (symbol->u.rng.type == M_MORPHOLOGY) {
    markGeometry(sec);
    nrn.nrn_diam_change(sec);
  } else if (symbol->u.rng.type == M_EXTRACELL && std::strncmp(symbol->name, "xraxial", 7) == 0) {
    *nrn.diam_changed = 1;
  }
}

static napi_value Set(napi_env env, napi_callback_info info) {
  Args args(env, info);
  if (double* v = interiorVoltage(env, args.i(0), args.d(1), args.i(2))) {
    *v = args.d(4);
    return nullptr;
  }
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    Symbol* symbol = symbols::at(args.i(2));
    *where(sec, symbol, args.d(1), args.i(3)) = args.d(4);
    afterWriting(sec, symbol);
    return nullptr;
  });
}

// rangeSetAll(section, symbol, index, value): on every segment, as Python's sec.gnabar_hh = 0.1 does
static napi_value SetAll(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    Symbol* symbol = symbols::at(args.i(1));
    double value = args.d(3);
    if (symbol->arayinfo) {
      int count = sec->nnode - 1;
      for (int i = 0; i < count; ++i) *where(sec, symbol, (i + 0.5) / count, args.i(2)) = value;
    } else {
      DataHandle handle = find(sec, symbol, 0.5, 0);
      *handle.get() = value;
      nrn.nrn_rangeconst(sec, symbol, handle, 0);
    }
    afterWriting(sec, symbol);
    return nullptr;
  });
}

// hasMechanism(section, x, type)
static napi_value Has(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return boolean(env, nrn.nrn_mechanism(args.i(2), nrn.node_exact(handles::section(args.i(0)), args.d(1))) != nullptr); });
}

// insert(section, symbol), uninsert(section, symbol)
static Symbol* density(int32_t id) {
  Symbol* symbol = symbols::at(id);
  if (symbol->type != T_MECHANISM || (*nrn.memb_func)[symbol->subtype].is_point)
    throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is not a density mechanism.");
  return symbol;
}
static napi_value Insert(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    guard::refuseWhileRunning("Inserting a mechanism");
    Section* sec = handles::section(args.i(0));
    nrn.mech_insert1(sec, density(args.i(1))->subtype);
    return nullptr;
  });
}
static napi_value Uninsert(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    guard::refuseWhileRunning("Taking a mechanism out");
    Section* sec = handles::section(args.i(0));
    nrn.mech_uninsert1(sec, density(args.i(1)));
    return nullptr;
  });
}

// mechanismSymbol(name): 0 unless the name is a density mechanism's
static napi_value MechanismSymbol(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* symbol = nrn.hoc_table_lookup(args.s(0).c_str(), *nrn.hoc_built_in_symlist);
    bool ok = symbol && symbol->type == T_MECHANISM && !(*nrn.memb_func)[symbol->subtype].is_point;
    return integer(env, ok ? symbols::idOf(symbol) : 0);
  });
}

// mechanismsAt(section, x): [symbol of each density mechanism], in the node's order
static napi_value MechanismsAt(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    for (Prop* p = nrn.node_exact(sec, args.d(1))->prop; p; p = p->next)
      if (!(*nrn.memb_func)[p->_type].is_point && p->_type > M_CAP)
        napi_set_element(env, list, count++, integer(env, symbols::idOf((*nrn.memb_func)[p->_type].sym)));
    return list;
  });
}

// variablesAt(section, x, kind): [mechanism, name, first dimension, …] of its node's range variables that are parameters (1), assigned (2)
// or states (3), in the order in which the mechanisms were inserted. What of an ion is a parameter depends on the section.
static napi_value VariablesAt(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    int kind = args.i(2);
    CurrentSection current(sec);
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    std::vector<Symbol*> mechanisms;
    for (Prop* p = nrn.node_exact(sec, args.d(1))->prop; p; p = p->next)
      if (!(*nrn.memb_func)[p->_type].is_point) mechanisms.push_back((*nrn.memb_func)[p->_type].sym);
    for (auto mechanism = mechanisms.rbegin(); mechanism != mechanisms.rend(); ++mechanism)
      for (unsigned i = 0; i < (*mechanism)->s_varn; ++i) {
        Symbol* symbol = (*mechanism)->u.ppsym[i];
        if (symbol->type != T_RANGEVAR || nrn.nrn_vartype(symbol) != kind) continue;
        napi_set_element(env, list, count++, text(env, (*mechanism)->name));
        napi_set_element(env, list, count++, text(env, symbol->name));
        napi_set_element(env, list, count++, integer(env, symbol->arayinfo ? symbol->arayinfo->sub[0] : 1));
      }
    return list;
  });
}

// processesAt(section, x): the handles of the point processes there
static napi_value ProcessesAt(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    for (Prop* p = nrn.node_exact(sec, args.d(1))->prop; p; p = p->next)
      if ((*nrn.memb_func)[p->_type].is_point) {
        auto* process = static_cast<Point_process*>(p->dparam[1].literal());
        if (process && process->ob) napi_set_element(env, list, count++, integer(env, handles::of(process->ob, false)));
      }
    return list;
  });
}

// processesOf(section): the handles of the section's own point processes, wherever they are on it; undefined for none,
// null for a section that is gone
static napi_value ProcessesOf(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::livingSection(args.i(0));
    if (!sec) return null(env);
    napi_value list = nullptr;  // most sections have none: no array for them
    uint32_t count = 0;
    auto add = [&](Node* node) {
      for (Prop* p = node->prop; p; p = p->next) {
        if (!(*nrn.memb_func)[p->_type].is_point) continue;
        auto* process = static_cast<Point_process*>(p->dparam[1].literal());
        if (!process || !process->ob || process->sec != sec) continue;
        if (!list) napi_create_array(env, &list);
        napi_set_element(env, list, count++, integer(env, handles::of(process->ob, false)));
      }
    };
    // Its beginning is a node of its parent's. NEURON would look through the whole model for it (node_exact); this
    // looks at the section alone.
    if (sec->parentsec) nrn.nrn_parent_info(sec);
    if (sec->parentnode) add(sec->parentnode);
    for (int i = 0; i < sec->nnode; ++i) add(sec->pnode[i]);
    return list ? list : undefined(env);
  });
}

// mechanismNames(symbol): the range variables that a mechanism owns, then its functions behind an empty string
static napi_value MechanismNames(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* mechanism = symbols::at(args.i(0));
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    for (unsigned i = 0; i < mechanism->s_varn; ++i) napi_set_element(env, list, count++, text(env, mechanism->u.ppsym[i]->name));
    napi_set_element(env, list, count++, text(env, ""));
    auto functions = nrn.nrn_mech2funcs_map->find(mechanism->subtype);
    if (functions != nrn.nrn_mech2funcs_map->end())
      for (auto& entry : functions->second) napi_set_element(env, list, count++, text(env, entry.first));
    return list;
  });
}

// mechanismVariable(mechanism, name): the symbol of a variable that this mechanism owns, or 0
static napi_value MechanismVariable(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* mechanism = symbols::at(args.i(0));
    std::string name = args.s(1);
    for (unsigned i = 0; i < mechanism->s_varn; ++i)
      if (name == mechanism->u.ppsym[i]->name) return integer(env, symbols::idOf(mechanism->u.ppsym[i]));
    return integer(env, 0);
  });
}

// mechanismCall(section, x, mechanism, name, count, extra): seg.hh.rates(v)
static napi_value MechanismCall(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    Symbol* mechanism = symbols::at(args.i(2));
    Prop* prop = nrn.nrn_mechanism(mechanism->subtype, nrn.node_exact(sec, args.d(1)));
    if (!prop) throw Failure("ERR_PATCH_NAME", std::string(mechanism->name) + " is not inserted in " + placeName(sec, args.d(1)) + ".");
    auto functions = nrn.nrn_mech2funcs_map->find(mechanism->subtype);
    std::string name = args.s(3);
    if (functions == nrn.nrn_mech2funcs_map->end() || !functions->second.count(name))
      throw Failure("ERR_PATCH_NAME", std::string(mechanism->name) + " has no function " + name + ".");
    transfer::Frame frame;
    frame.push(env, args.i(4), args.values[5]);
    Symbol framed = {};
    framed.name = const_cast<char*>(name.c_str());
    nrn.hoc_push_frame(&framed, args.i(4));
    double value = functions->second[name]->func(prop);
    nrn.hoc_pop_frame();
    return number(env, value);
  });
}

// random(section, x, symbol): the NMODLRandom of a mechanism's RANDOM variable
static napi_value Random(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Section* sec = handles::section(args.i(0));
    Symbol* symbol = symbols::at(args.i(2));
    Prop* prop = nrn.nrn_mechanism(symbol->u.rng.type, nrn.node_exact(sec, args.d(1)));
    if (!prop) throw Failure("ERR_PATCH_NAME", std::string(symbol->name) + " does not exist at " + placeName(sec, args.d(1)) + ".");
    Object* object = nrn.nrn_nmodlrandom_wrap(prop, symbol);
    return transfer::give(env, object, true);
  });
}

static napi_value NodeIndex(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return integer(env, nrn.node_exact(handles::section(args.i(0)), args.d(1))->v_node_index); });
}

static napi_value SameNode(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] {
    return boolean(env, nrn.node_exact(handles::section(args.i(0)), args.d(1)) == nrn.node_exact(handles::section(args.i(2)), args.d(3)));
  });
}

static napi_value IsIon(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return boolean(env, nrn.nrn_is_ion(symbols::at(args.i(0))->subtype) != 0); });
}

// processSegment(object): where a point process stands, or null
static napi_value ProcessSegment(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Object* object = handles::object(args.i(0));
    if (object->ctemplate->is_point_ <= 0) return transfer::give(env, Result::Null, null(env));
    Point_process* process = nrn.ob2pntproc_0(object);
    if (!process || !process->prop || !process->sec) return transfer::give(env, Result::Null, null(env));
    return transfer::giveSegment(env, process->sec, nrn.nrn_arc_position(process->sec, process->node));
  });
}

}  // namespace range

void registerRange(napi_env env, napi_value exports) {
  exportFunction(env, exports, "rangeGet", range::Get);
  exportFunction(env, exports, "rangeSet", range::Set);
  exportFunction(env, exports, "rangeSetAll", range::SetAll);
  exportFunction(env, exports, "hasMechanism", range::Has);
  exportFunction(env, exports, "insert", range::Insert);
  exportFunction(env, exports, "uninsert", range::Uninsert);
  exportFunction(env, exports, "mechanismSymbol", range::MechanismSymbol);
  exportFunction(env, exports, "mechanismsAt", range::MechanismsAt);
  exportFunction(env, exports, "variablesAt", range::VariablesAt);
  exportFunction(env, exports, "processesAt", range::ProcessesAt);
  exportFunction(env, exports, "processesOf", range::ProcessesOf);
  exportFunction(env, exports, "mechanismNames", range::MechanismNames);
  exportFunction(env, exports, "mechanismVariable", range::MechanismVariable);
  exportFunction(env, exports, "mechanismCall", range::MechanismCall);
  exportFunction(env, exports, "mechanismRandom", range::Random);
  exportFunction(env, exports, "nodeIndex", range::NodeIndex);
  exportFunction(env, exports, "sameNode", range::SameNode);
  exportFunction(env, exports, "isIon", range::IsIon);
  exportFunction(env, exports, "processSegment", range::ProcessSegment);
}
