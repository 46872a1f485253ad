// The hooks of NEURON's graphical classes and functions, and what they are answered.
#include "graphics.h"

#include <cmath>
#include <cstring>
#include <stdexcept>
#include <unordered_map>

#include "crash.h"

namespace graphics {

int32_t lastId = 0;
int shapes = 0;

namespace {

// Never destroyed: when the process ends, NEURON has gone before them.
auto& entries = *new std::unordered_map<void*, std::unique_ptr<Entry>>;
auto& byId = *new std::unordered_map<int32_t, Entry*>;
double result = 0;
Object sentinel;
Object* sentinelPlace = &sentinel;
Object* made = nullptr;

Object** give(double value) {
  result = value;
  return &sentinelPlace;
}

bool is(const char* name, const char* other) { return std::strcmp(name, other) == 0; }
bool begins(const char* name, const char* start) { return std::strncmp(name, start, std::strlen(start)) == 0; }

[[noreturn]] void failed() {
  nrn.hoc_execerror("A JavaScript function threw", nullptr);
  std::abort();  // hoc_execerror throws
}

napi_value objectValue(Object* object) {
  napi_env env = guard::env;
  napi_value raw = transfer::give(env, object, false);
  return object ? guard::callHook("decode", 1, &raw) : raw;
}

napi_value argument(int i) {
  napi_env env = guard::env;
  if (nrn.hoc_is_object_arg(i)) return objectValue(*nrn.hoc_objgetarg(i));
  if (nrn.hoc_is_str_arg(i)) return text(env, nrn.hoc_gargstr(i));
  if (nrn.hoc_is_double_arg(i)) return ::number(env, *nrn.hoc_getarg(i));
  if (nrn.hoc_is_pdouble_arg(i)) return newPlace(env, nrn.hoc_argument(i).take());
  return undefined(env);
}

// The object whose method this is, and which NEURON has just made: the last one of its class.
Object* newest(const char* cls) {
  Symbol* symbol = nrn.hoc_table_lookup(cls, *nrn.hoc_built_in_symlist);
  if (!symbol || symbol->type != T_TEMPLATE) return nullptr;
  hoc_Item* list = symbol->u.ctemplate->olist;
  return list && list->prev != list ? list->prev->element.obj : nullptr;
}

// Methods of objects that are NEURON's own: their classes work without a display, and only show something on one.
bool isForeign(const char* name) {
  return begins(name, "Vector.") || begins(name, "PtrVector.") || begins(name, "List.") || begins(name, "File.") || begins(name, "Mechanism");
}

struct Call {
  const char* name;
  bool isMethod, isEnd, isNew;
  explicit Call(const char* name)
      : name(name), isMethod(std::strchr(name, '.') != nullptr), isEnd(name[0] == '~'), isNew(!isMethod && name[0] >= 'A' && name[0] <= 'Z') {}
};

// What draws, and whose code it is, stays known by its handle after the garbage collector has taken what TypeScript made of it.
Handle pinned(Object* object) {
  Handle handle = handles::of(object, false);
  handles::pin(handle);
  return handle;
}

// graphics(name, id, object, thisobject, arguments)
napi_value tell(const Call& call, int32_t id, Object* object) {
  napi_env env = guard::env;
  napi_value list = nullptr;
  napi_create_array(env, &list);
  for (int i = 1; !call.isEnd && nrn.ifarg(i); ++i) napi_set_element(env, list, static_cast<uint32_t>(i - 1), argument(i));
  if (is(call.name, "xvarlabel") && nrn.hoc_is_str_arg(1)) napi_set_element(env, list, 1, nameOfText(1));
  // The browser's statement writes its label there.
  if (is(call.name, "List.browser") && nrn.ifarg(3) && nrn.hoc_is_str_arg(2)) napi_set_element(env, list, 3, nameOfText(2));
  napi_value args[5] = {text(env, call.name), integer(env, id), integer(env, call.isEnd ? 0 : pinned(object)),
                        integer(env, call.isEnd ? 0 : pinned(*nrn.hoc_thisobject)), list};
  if (guard::hasParked() && !call.isEnd) failed();
  napi_value answer = guard::callHook("graphics", 5, args);
  if (guard::hasParked() && !call.isEnd) failed();
  return answer;
}

Object** construct(const Call& call) {
  auto fresh = std::make_unique<Entry>();
  Entry* it = fresh.get();
  it->id = ++lastId;
  it->isShape = is(call.name, "Shape") || is(call.name, "PlotShape") || is(call.name, "PPShape");
  if (is(call.name, "Graph")) it->curves = newCurves();
  entries.emplace(it, std::move(fresh));
  byId.emplace(it->id, it);
  shapes += it->isShape;
  try {
    tell(call, it->id, newest(call.name));
    if (it->isShape && onDisplay()) nrn.nrn_define_shape();
  } catch (...) {
    shapes -= it->isShape;
    byId.erase(it->id);
    entries.erase(it);
    throw;
  }
  made = static_cast<Object*>(static_cast<void*>(it));
  return &made;
}

Object** destroy(const Call& call, Entry* it) {
  if (!it) return give(0);
  int32_t id = it->id;
  shapes -= it->isShape;
  byId.erase(id);
  entries.erase(it);
  tell(call, id, nullptr);
  return give(0);
}

// What is asked at every step, and needs no one else.
bool answered(const char* name, Entry* it) {
  if (it->curves) {
    if (is(name, "Graph.plot")) {
      auto curves = it->curves;  // an expression may end the Graph that it belongs to
      plot(*curves, *nrn.hoc_getarg(1));
      return true;
    }
    if (is(name, "Graph.begin") && !it->tellsBegin) {
      auto curves = it->curves;
      begin(*curves);
      return true;
    }
  }
  if (is(name, "Graph.view_count") || is(name, "Shape.view_count") || is(name, "PlotShape.view_count")) {
    give(it->isMapped ? 1 : 0);
    return true;
  }
  return is(name, "Graph.flush") || is(name, "Graph.fast_flush") || is(name, "Shape.flush") || is(name, "PlotShape.flush") ||
         is(name, "PlotShape.fast_flush") || is(name, "Shape.begin") || is(name, "PlotShape.begin");
}

// An object as a method's result: NEURON wants its own, or none.
Object** asObject(napi_value value) {
  napi_env env = guard::env;
  if (!value || typeOf(env, value) == napi_undefined || typeOf(env, value) == napi_null || typeOf(env, value) == napi_number)
    return nrn.hoc_temp_objptr(nullptr);
  napi_value handle = guard::callHook("objectHandle", 1, &value);
  int32_t id = 0;
  if (handle) napi_get_value_int32(env, handle, &id);
  if (id) return nrn.hoc_temp_objptr(handles::object(id));
  Object* wrapped = transfer::wrapHost(env, value);
  --wrapped->refcount;  // NEURON takes the reference that it needs
  return nrn.hoc_temp_objptr(wrapped);
}

bool givesObject(const char* name) {
  return is(name, "Shape.nearest_seg") || is(name, "Shape.selected_seg") || is(name, "PWManager.group");
}

std::string lastText;

Object** answer(const char* name, Object* object) {
  if (!guard::onOwnThread()) return nullptr;
  Call call(name);
  Entry* it = nullptr;
  if (object && !isForeign(name)) {
    auto found = entries.find(object);
    if (found != entries.end()) it = found->second.get();
  }
  if (call.isMethod && !it && !isForeign(name)) return nullptr;  // made on another thread: nothing of ours
  if (it && !call.isEnd) {
    result = 1;
    if (answered(name, it)) return &sentinelPlace;
  }
  crash::Scope scope;
  if (call.isNew) return construct(call);
  if (call.isEnd) return destroy(call, it);
  Object* self = !call.isMethod ? nullptr : isForeign(name) ? object : nrn.nrn_get_gui_redirect_obj();
  napi_value value = tell(call, it ? it->id : 0, self);
  if (begins(name, "Glyph.")) return nrn.hoc_temp_objptr(self);
  if (givesObject(name)) return asObject(value);
  switch (value ? typeOf(guard::env, value) : napi_undefined) {
    case napi_number: {
      double number = 0;
      napi_get_value_double(guard::env, value, &number);
      return give(number);
    }
    case napi_boolean: {
      bool flag = false;
      napi_get_value_bool(guard::env, value, &flag);
      return give(flag);
    }
    case napi_string:
      lastText = string(guard::env, value);
      if (is(name, "string_dialog")) nrn.hoc_assign_str(nrn.hoc_pgargstr(2), lastText.c_str());
      return give(1);
    default:
      return it ? give(0) : nullptr;
  }
}

Object** helper(const char* name, Object* object) { return answer(name, object); }
Object** helper3(const char* name, Object* object, int) { return answer(name, object); }

char** helperText(const char* name, Object* object, int) {
  lastText.clear();
  if (!answer(name, object)) return nullptr;
  static std::string ring[16];
  static size_t next = 0;
  std::string& kept = ring[next++ % 16];
  kept = lastText;
  char** place = nrn.hoc_temp_charptr();
  *place = kept.data();
  return place;
}

// action() of a class of NEURON's own: what it is given lies where nobody can read it, so it is told on the way.
template <int i>
struct Action {
  static inline double (*own)(void*) = nullptr;
  static inline const char* cls = nullptr;
  static inline std::string name;
  static double call(void* state) {
    double value = own(state);
    if (!guard::onOwnThread()) return value;
    crash::Scope scope;
    hoc_Item* list = nrn.hoc_table_lookup(cls, *nrn.hoc_built_in_symlist)->u.ctemplate->olist;
    for (hoc_Item* item = list->prev; item != list; item = item->prev)
      if (item->element.obj->u.this_pointer == state) {
        tell(Call(name.c_str()), 0, item->element.obj);
        break;
      }
    return value;
  }
  static void install(const char* className) {
    struct Method {
      double (*run)(void*);
    };
    cls = className;
    name = std::string(className) + ".action";
    Symbol* symbol = nrn.hoc_table_lookup("action", nrn.hoc_table_lookup(className, *nrn.hoc_built_in_symlist)->u.ctemplate->symtable);
    auto* method = static_cast<Method*>(static_cast<void*>(symbol->u.pval));
    own = method->run;
    method->run = call;
  }
};

}  // namespace

Entry::Entry() {
  static const void* const nothing[64] = {};
  for (auto& place : looksLikeBox) place = nothing;
}

Entry* entry(int32_t id) {
  auto found = byId.find(id);
  return found == byId.end() ? nullptr : found->second;
}

Entry* entryOf(Object* object) {
  if (!object || !object->ctemplate->constructor) return nullptr;
  auto found = entries.find(object->u.this_pointer);
  return found == entries.end() ? nullptr : found->second.get();
}

bool isNumber(const Object* object) { return object == &sentinel; }
double number() { return result; }

void install() {
  HostMethods& m = *nrn.neuron_python_methods;
  m.gui_helper = helper;
  m.gui_helper3 = helper3;
  m.gui_helper3_str = helperText;
  Action<0>::install("MechanismType");
  Action<1>::install("MechanismStandard");
}

}  // namespace graphics
