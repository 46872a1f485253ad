// POINTER variables that point to nothing: NEURON dies when it reads one, so they are looked for before a run.
#include "pointer.h"

namespace unset {

namespace {
constexpr int S_NRNPOINTER = 4;

struct Checked {
  int type;
  std::vector<Symbol*> pointers;
};
std::vector<Checked> checked;

bool isDead(const Datum& datum) {
  if (!datum.type) return true;                            // never set
  if (!datum.holdsDouble()) return datum.literal() == nullptr;  // memory of the mechanism's own
  return datum.handle().get() == nullptr;
}

Symbol* deadIn(const Checked& mechanism, Prop* prop) {
  for (Symbol* pointer : mechanism.pointers)
    if (isDead(prop->dparam[pointer->u.rng.index])) return pointer;
  return nullptr;
}
}  // namespace

// pointerNames(first type): [mechanism symbol, pointer symbols…, 0, …] of all mechanisms from that type on
static napi_value Names(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    for (int type = args.i(0); type < *nrn.n_memb_func; ++type) {
      Symbol* mechanism = (*nrn.memb_func)[type].sym;
      if (!mechanism) continue;
      bool any = false;
      for (unsigned i = 0; i < mechanism->s_varn; ++i) {
        Symbol* variable = mechanism->u.ppsym[i];
        if (variable->type != T_RANGEVAR || variable->subtype != S_NRNPOINTER) continue;
        if (!any) napi_set_element(env, list, count++, integer(env, symbols::idOf(mechanism)));
        any = true;
        napi_set_element(env, list, count++, integer(env, symbols::idOf(variable)));
      }
      if (any) napi_set_element(env, list, count++, integer(env, 0));
    }
    return list;
  });
}

static napi_value Mechanisms(napi_env env, napi_callback_info) {
  return guarded(env, [&] { return integer(env, *nrn.n_memb_func); });
}

// checkPointer(mechanism, pointer): from now on it is looked at before each run
static napi_value Check(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    int type = symbols::at(args.i(0))->subtype;
    for (int t = 0; t < *nrn.n_memb_func; ++t)
      if ((*nrn.memb_func)[t].sym == symbols::at(args.i(0))) type = t;
    if (checked.empty() || checked.back().type != type) checked.push_back({type, {}});
    checked.back().pointers.push_back(symbols::at(args.i(1)));
    return nullptr;
  });
}

// unsetPointer(): the first one that points to nothing, in words
static napi_value Find(napi_env env, napi_callback_info) {
  return guarded(env, [&]() -> napi_value {
    if (checked.empty()) return undefined(env);
    bool density = false;
    for (auto& mechanism : checked) {
      if (!(*nrn.memb_func)[mechanism.type].is_point) {
        density = true;
        continue;
      }
      cTemplate* cls = (*nrn.nrn_pnt_template_)[mechanism.type];
      if (!cls) continue;
      for (hoc_Item* item = cls->olist->next; item != cls->olist; item = item->next) {
        Point_process* process = nrn.ob2pntproc_0(item->element.obj);
        if (!process || !process->prop) continue;
        if (Symbol* dead = deadIn(mechanism, process->prop))
          return text(env, std::string(nrn.hoc_object_name(item->element.obj)) + "." + dead->name);
      }
    }
    if (!density) return undefined(env);
    for (hoc_Item* item = (*nrn.section_list)->next; item != *nrn.section_list; item = item->next) {
      Section* sec = item->element.sec;
      if (!sec || !sec->prop) continue;
      for (int i = 0; i < sec->nnode; ++i)
        for (Prop* prop = sec->pnode[i]->prop; prop; prop = prop->next)
          for (auto& mechanism : checked)
            if (mechanism.type == prop->_type && !(*nrn.memb_func)[prop->_type].is_point)
              if (Symbol* dead = deadIn(mechanism, prop))
                return text(env, range::placeName(sec, (i + 0.5) / (sec->nnode - 1)) + "." + dead->name);
    }
    return undefined(env);
  });
}

}  // namespace unset

void registerUnset(napi_env env, napi_value exports) {
  exportFunction(env, exports, "pointerNames", unset::Names);
  exportFunction(env, exports, "mechanismCount", unset::Mechanisms);
  exportFunction(env, exports, "checkPointer", unset::Check);
  exportFunction(env, exports, "unsetPointer", unset::Find);
}
