// HOC's names: looked up once, known by an integer afterwards. NEURON never frees a symbol.
#include <unistd.h>

#include <algorithm>
#include <unordered_map>

#include "value.h"

namespace symbols {

namespace {
std::vector<Symbol*> table(1);
std::unordered_map<Symbol*, int32_t> ids;
}  // namespace

int32_t idOf(Symbol* symbol) {
  if (!symbol) return 0;
  auto [entry, isNew] = ids.emplace(symbol, static_cast<int32_t>(table.size()));
  if (isNew) table.push_back(symbol);
  return entry->second;
}

Symbol* at(int32_t id) {
  if (id <= 0 || id >= static_cast<int32_t>(table.size())) throw Failure("ERR_PATCH_NAME", "No such name.");
  return table[id];
}

static cTemplate* templateOf(int32_t id) {
  Symbol* symbol = at(id);
  if (symbol->type != T_TEMPLATE) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is not a class.");
  return symbol->u.ctemplate;
}

// lookup(name): the top level's own names before the built-in ones; 0 where there is none.
static napi_value Lookup(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    std::string name = args.s(0);
    Symbol* symbol = nrn.hoc_table_lookup(name.c_str(), *nrn.hoc_top_level_symlist);
    if (!symbol) symbol = nrn.hoc_table_lookup(name.c_str(), *nrn.hoc_built_in_symlist);
    return integer(env, symbol && symbol->type != T_UNDEF ? idOf(symbol) : 0);
  });
}

// memberSymbol(template, name, object): a public member of the class, or an alias of this very object.
static napi_value MemberSymbol(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    std::string name = args.s(1);
    cTemplate* cls = templateOf(args.i(0));
    Symbol* symbol = nrn.hoc_table_lookup(name.c_str(), cls->symtable);
    if (symbol && !cls->constructor && symbol->cpublic != 1) symbol = nullptr;  // private to its template
    if (!symbol && args.i(2) && handles::alive(args.i(2))) {
      Object* object = handles::object(args.i(2));
      if (object->aliases) symbol = nrn.ivoc_alias_lookup(name.c_str(), object);
    }
    return integer(env, symbol && symbol->type != T_UNDEF ? idOf(symbol) : 0);
  });
}

// 0: not a process, 1: a point process, 2: an artificial cell, which needs no place
static int processKind(cTemplate* cls) {
  if (cls->is_point_ <= 0) return 0;
  for (int type = 0; type < *nrn.n_memb_func; ++type)
    if ((*nrn.nrn_pnt_template_)[type] == cls) return (*nrn.nrn_is_artificial_)[type] ? 2 : 1;
  return 1;
}

// symbolInfo(id): [name, type, subtype, variables, isPointProcess or class, isBuiltIn, mechanism type, isArray]
static napi_value Info(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* symbol = at(args.i(0));
    bool cls = symbol->type == T_TEMPLATE;
    bool ranged = symbol->type == T_RANGEVAR || symbol->type == T_RANGEOBJ;
    int32_t values[] = {symbol->type,
                        symbol->subtype,
                        static_cast<int32_t>(symbol->s_varn),
                        cls ? processKind(symbol->u.ctemplate) : 0,
                        cls ? symbol->u.ctemplate->constructor != nullptr : 0,
                        ranged ? symbol->u.rng.type : symbol->type == T_MECHANISM ? symbol->subtype : 0,
                        symbol->arayinfo != nullptr};
    napi_value list = nullptr;
    napi_create_array(env, &list);
    napi_set_element(env, list, 0, text(env, symbol->name));
    for (uint32_t i = 0; i < 7; ++i) napi_set_element(env, list, i + 1, integer(env, values[i]));
    return list;
  });
}

static napi_value namesOf(napi_env env, Symlist* list, bool onlyPublic) {
  napi_value names = nullptr;
  napi_create_array(env, &names);
  uint32_t count = 0;
  for (Symbol* s = list ? list->first : nullptr; s; s = s->next)
    if (s->type != T_UNDEF && (!onlyPublic || s->cpublic == 1)) napi_set_element(env, names, count++, text(env, s->name));
  return names;
}

// names(0: built in, -1: top level, else a class)
static napi_value Names(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    int32_t which = args.i(0);
    if (which == 0) return namesOf(env, *nrn.hoc_built_in_symlist, false);
    if (which == -1) return namesOf(env, *nrn.hoc_top_level_symlist, false);
    cTemplate* cls = templateOf(which);
    return namesOf(env, cls->symtable, !cls->constructor);
  });
}

// dimensions(symbol, object or 0, indices so far): the length of the next dimension of an array; -1 for a scalar.
static napi_value Dimension(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* symbol = at(args.i(0));
    Object* object = args.i(1) ? handles::object(args.i(1)) : nullptr;
    int depth = args.i(2);
    if (object && object->ctemplate->constructor) {
      std::string cls = object->ctemplate->sym->name, name = symbol->name;
      void* thing = object->u.this_pointer;
      bool first = depth == 0;
      if (cls == "Vector" && name == "x") return !first ? integer(env, -1) : integer(env, nrn.vector_capacity(static_cast<IvocVect*>(thing)));
      if (cls == "Matrix" && name == "x") return depth > 1 ? integer(env, -1) : integer(env, nrn.nrn_matrix_dim(thing, depth));
      if (cls == "SectionRef" && name == "child") return !first ? integer(env, -1) : integer(env, nrn.nrn_secref_nchild(static_cast<Section*>(thing)));
      if (cls == "NetCon" && name == "weight") {
        if (!first) return integer(env, -1);
        double* weights = nullptr;
        return integer(env, nrn.nrn_netcon_weight(static_cast<NetCon*>(thing), &weights));
      }
    }
    Arrayinfo* array = symbol->arayinfo;
    if (array && object && !object->ctemplate->constructor) array = object->u.dataspace[symbol->u.oboff + 1].arayinfo;
    bool fixed = symbol->type == T_VAR && symbol->subtype != S_NOTUSER;
    if (array && !object && !fixed && symbol->type != T_RANGEVAR) array = (*nrn.hoc_top_level_data)[symbol->u.oboff + 1].arayinfo;
    return integer(env, array && depth < array->nsub ? array->sub[depth] : -1);
  });
}

// instances(class): the handles of all objects of it, in the order in which they were made.
static napi_value Instances(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    cTemplate* cls = templateOf(args.i(0));
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    for (hoc_Item* item = cls->olist->next; item != cls->olist; item = item->next)
      napi_set_element(env, list, count++, integer(env, handles::of(item->element.obj, false)));
    return list;
  });
}

// instance(class, number): the object that NEURON names Class[number], 0 where there is none.
static napi_value Instance(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    cTemplate* cls = templateOf(args.i(0));
    for (hoc_Item* item = cls->olist->next; item != cls->olist; item = item->next)
      if (item->element.obj->index == args.i(1)) return integer(env, handles::of(item->element.obj, false));
    return integer(env, 0);
  });
}

// Other names of mechanisms. Each is a symbol of its own that stands for the same thing.
static std::vector<Symbol*> aliases;
static std::vector<Symbol*> ownNames;     // mechanisms that were compiled under names which NEURON's library uses for variables
static std::vector<std::pair<Symbol*, char*>> withoutName;  // those of both kinds, while NEURON's library is read
static char hiddenName[] = "\1";          // no text can ask for it

static Symbol* other(Symbol* original, const std::string& name) {
  if (Symbol* there = nrn.hoc_table_lookup(name.c_str(), *nrn.hoc_built_in_symlist)) {
    // NEURON's own names stay; another copy of the package may have made ours.
    bool isOurs = std::find(aliases.begin(), aliases.end(), there) != aliases.end();
    return isOurs && there->type == original->type && there->u.sym == original->u.sym ? there : nullptr;
  }
  Symbol* symbol = nrn.hoc_install(name.c_str(), T_UNDEF, 0, nrn.hoc_built_in_symlist);
  symbol->type = original->type;
  symbol->subtype = original->subtype;
  symbol->cpublic = original->cpublic;
  symbol->u = original->u;
  symbol->s_varn = original->s_varn;
  symbol->arayinfo = original->arayinfo;
  symbol->extra = original->extra;
  aliases.push_back(symbol);
  return symbol;
}

// alias(full, plain): gives a mechanism, and all whose name ends with its, another name: [other, original, …] by number.
static napi_value Alias(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    std::string full = args.s(0), plain = args.s(1), tail = "_" + full;
    std::vector<std::pair<Symbol*, std::string>> found;
    for (Symbol* s = (*nrn.hoc_built_in_symlist)->first; s; s = s->next) {
      std::string name = s->name;
      if (name == full) found.emplace_back(s, plain);
      else if (name.size() > tail.size() && name.compare(name.size() - tail.size(), tail.size(), tail) == 0)
        found.emplace_back(s, name.substr(0, name.size() - full.size()) + plain);
    }
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    for (auto& [original, name] : found)
      if (Symbol* symbol = other(original, name)) {
        napi_set_element(env, list, count++, integer(env, idOf(symbol)));
        napi_set_element(env, list, count++, integer(env, idOf(original)));
      }
    return list;
  });
}

// unalias(plain): takes the other name away again, and those of all that belongs to it; returns them.
static napi_value Unalias(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    std::string plain = args.s(0), tail = "_" + plain;
    napi_value list = nullptr;
    napi_create_array(env, &list);
    uint32_t count = 0;
    for (Symbol* symbol : aliases) {
      std::string name = symbol->name;
      bool belongs = name == plain || (name.size() > tail.size() && name.compare(name.size() - tail.size(), tail.size(), tail) == 0);
      if (!belongs) continue;
      napi_set_element(env, list, count++, text(env, symbol->name));
      symbol->name = hiddenName;
    }
    return list;
  });
}

// A variable of the top level leaves its name to a mechanism: what was read before knows it by its place.
static bool freeName(const char* name) {
  Symbol* symbol = nrn.hoc_table_lookup(name, *nrn.hoc_top_level_symlist);
  if (symbol && (symbol->type == T_VAR || symbol->type == T_UNDEF)) symbol->name = hiddenName;
  return !nrn.hoc_table_lookup(name, *nrn.hoc_top_level_symlist);
}

// freeName(name): whether no variable of the top level stands in a mechanism's way any more
static napi_value FreeName(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return boolean(env, freeName(args.s(0).c_str())); });
}

// Without the other names for as long as it lives.
struct Hidden {
  bool active = withoutName.empty();
  Hidden() {
    if (!active) return;
    for (auto* list : {&aliases, &ownNames})
      for (Symbol* symbol : *list) {
        withoutName.emplace_back(symbol, symbol->name);
        symbol->name = hiddenName;
      }
  }
  ~Hidden() {
    if (!active) return;
    for (auto& [symbol, name] : withoutName) symbol->name = name;
    withoutName.clear();
    for (Symbol* symbol : ownNames) freeName(symbol->name);
  }
  Hidden(const Hidden&) = delete;
};

static std::string libraryFolder;

static bool isLibraryFile(const std::string& name) {
  if (name.rfind("$(NEURONHOME)", 0) == 0) return true;
  if (!name.empty() && name[0] == '/') return name.rfind(libraryFolder, 0) == 0;
  return access(name.c_str(), R_OK) != 0 && access((libraryFolder + name).c_str(), R_OK) == 0;
}

// NEURON's load_file and xopen: HOC files of its own library use short names (`k`, `i`) for variables.
template <int which>
static void readFile() {
  auto read = which == 0 ? nrn.hoc_load_file : nrn.hoc_xopen;
  int argument = nrn.hoc_is_str_arg(1) || !nrn.ifarg(2) ? 1 : 2;
  if ((aliases.empty() && ownNames.empty()) || !nrn.hoc_is_str_arg(argument) || !isLibraryFile(nrn.hoc_gargstr(argument))) return read();
  Hidden hidden;
  read();
}

struct BuiltIn {
  void (*function)();  // the first member of NEURON's Proc
};

// Puts a function of ours before one of NEURON's; returns that one.
static void (*before(const char* name, void (*ours)()))() {
  Symbol* symbol = nrn.hoc_table_lookup(name, *nrn.hoc_built_in_symlist);
  auto* entry = symbol && symbol->type == T_FUN_BLTIN ? reinterpret_cast<BuiltIn*>(symbol->u.sym) : nullptr;
  if (!entry || entry->function == ours) return nullptr;
  auto original = entry->function;
  entry->function = ours;
  return original;
}

// ismembrane compares names letter by letter.
static void (*originalIsMembrane)() = nullptr;
static void isMembrane() {
  if (nrn.hoc_is_str_arg(1))
    for (Symbol* symbol : aliases)
      if (symbol->type == T_MECHANISM && std::string(symbol->name) == nrn.hoc_gargstr(1)) {
        Section* sec = nrn.nrn_noerr_access();
        if (!sec) break;  // NEURON's own tells of it
        nrn.hoc_retpushx(nrn.has_membrane((*nrn.memb_func)[symbol->subtype].sym->name, sec));
        return;
      }
  originalIsMembrane();
}

// hideOwn(name): NEURON's own library is read without this name of a mechanism.
static napi_value HideOwn(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* symbol = nrn.hoc_table_lookup(args.s(0).c_str(), *nrn.hoc_built_in_symlist);
    bool isNew = symbol && std::find(ownNames.begin(), ownNames.end(), symbol) == ownNames.end();
    if (isNew && (symbol->type == T_MECHANISM || symbol->type == T_TEMPLATE)) ownNames.push_back(symbol);
    return nullptr;
  });
}

// hideAliases(folder): NEURON's own library, the HOC files in this folder, is read without the other names from now on.
static napi_value HideAliases(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    libraryFolder = args.s(0);
    before("load_file", readFile<0>);
    before("xopen", readFile<1>);
    if (auto original = before("ismembrane", isMembrane)) originalIsMembrane = original;
    return nullptr;
  });
}

}  // namespace symbols

void registerSymbol(napi_env env, napi_value exports) {
  exportFunction(env, exports, "lookup", symbols::Lookup);
  exportFunction(env, exports, "memberSymbol", symbols::MemberSymbol);
  exportFunction(env, exports, "symbolInfo", symbols::Info);
  exportFunction(env, exports, "names", symbols::Names);
  exportFunction(env, exports, "dimension", symbols::Dimension);
  exportFunction(env, exports, "instances", symbols::Instances);
  exportFunction(env, exports, "instance", symbols::Instance);
  exportFunction(env, exports, "alias", symbols::Alias);
  exportFunction(env, exports, "unalias", symbols::Unalias);
  exportFunction(env, exports, "freeName", symbols::FreeName);
  exportFunction(env, exports, "hideOwn", symbols::HideOwn);
  exportFunction(env, exports, "hideAliases", symbols::HideAliases);
}
