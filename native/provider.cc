// The host-language hooks of NEURON, filled with JavaScript: wherever NEURON calls Python, it calls us.
#include "provider.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "crash.h"
#include "graphics.h"
#include "procedures.h"
#include "value.h"

namespace sections {
void deleteCurrent();  // section.cc
}

namespace provider {

namespace {

napi_env env() { return guard::env; }

using crash::Scope;

struct Running {
  bool counts;
  bool before = engine::structureChanged();
  hoc_Item* last = (*nrn.section_list)->prev;
  explicit Running(bool counts) : counts(counts) { guard::runCallbacks += counts; }
  ~Running() { guard::runCallbacks -= counts; }
  // HOC code that a callback ran can change the structure behind our back: the run cannot go on with it.
  void check() const {
    if (counts && ((!before && engine::structureChanged()) || (*nrn.section_list)->prev != last))
      throw Failure("ERR_PATCH_SIMULATION", "A callback changed the structure of the model, which cannot be done while NEURON runs: the run ends here.");
  }
};

void refuseForeignThread() {
  if (!guard::onOwnThread()) nrn.hoc_execerror("A JavaScript function was called on one of NEURON's own threads", nullptr);
}

}  // namespace

void failed() {
  nrn.hoc_execerror("A JavaScript function threw", nullptr);
  std::abort();  // hoc_execerror throws
}

namespace {

napi_value get(napi_value object, const char* name) {
  napi_value value = nullptr;
  if (napi_get_named_property(env(), object, name, &value) != napi_ok) {
    guard::parkException();
    failed();
  }
  return value;
}

}  // namespace

napi_value valueOf(Object* object) {
  HostObject* host = hostOf(object);
  napi_value value = nullptr;
  if (host->kind == HostObject::Value) {
    if (host->era != guard::era) return undefined(env());
    napi_get_reference_value(env(), host->ref, &value);
    return value;
  }
  if (host->kind == HostObject::Global) return guard::callHook("main", 0, nullptr);
  transfer::give(env(), object, false);
  napi_value raw = integer(env(), host->section);
  return guard::callHook("decode", 1, &raw);
}

namespace {

// A HOC value on the stack as what our users see: numbers and strings as they are, objects by their one wrapper.
napi_value take() {
  napi_value raw = transfer::pop(env());
  auto kind = static_cast<Result>(transfer::kinds[0]);
  if (kind == Result::Object || kind == Result::Section || kind == Result::Segment) return guard::callHook("decode", 1, &raw);
  return raw;
}

std::vector<napi_value> takeArguments(int count) {
  std::vector<napi_value> values(static_cast<size_t>(count));
  for (int i = count - 1; i >= 0; --i) values[static_cast<size_t>(i)] = take();
  return values;
}

napi_value invoke(napi_value self, napi_value function, size_t count, const napi_value* args) {
  napi_value result = nullptr;
  bool promise = false;
  TopLevel top;
  crash::Outside here;
  napi_status status = napi_call_function(env(), self, function, count, args, &result);
  if (status != napi_ok) {
    bool pending = false;
    napi_is_exception_pending(env(), &pending);
    if (!pending) guard::throwError(env(), "ERR_PATCH_TYPE", "NEURON was given something to call that is not a function.");
    guard::parkException();
    failed();
  }
  napi_is_promise(env(), result, &promise);
  if (promise) {
    guard::callHook("promise", 1, &result);  // throws a TypeError, which is parked
    failed();
  }
  return result;
}

// A callable, or [callable, argument], or [callable, [arguments]], as Python's tuples; [callable, ...arguments] too.
napi_value invokeCallable(napi_value value) {
  bool tuple = false;
  napi_is_array(env(), value, &tuple);
  if (!tuple) return invoke(undefined(env()), value, 0, nullptr);
  uint32_t length = 0;
  napi_get_array_length(env(), value, &length);
  std::vector<napi_value> items(length);
  for (uint32_t i = 0; i < length; ++i) napi_get_element(env(), value, i, &items[i]);
  if (length == 0) items.push_back(undefined(env()));
  bool list = false;
  if (length == 2) napi_is_array(env(), items[1], &list);
  if (list) {
    napi_value arguments = items[1];
    napi_get_array_length(env(), arguments, &length);
    items.resize(++length);
    for (uint32_t i = 1; i < length; ++i) napi_get_element(env(), arguments, i - 1, &items[i]);
  }
  return invoke(undefined(env()), items[0], length ? length - 1 : 0, items.data() + 1);
}

double toNumber(napi_value value) {
  napi_value coerced = nullptr;
  double result = 0;
  if (napi_coerce_to_number(env(), value, &coerced) != napi_ok) {
    guard::parkException();
    failed();
  }
  napi_get_value_double(env(), coerced, &result);
  return result;
}

// NEURON keeps a string that a method returned only until the statement is done; a ring of them outlives it.
char** keepText(const std::string& value) {
  static std::string ring[64];
  static char* pointers[64];
  static size_t next = 0;
  size_t i = next++ % 64;
  ring[i] = value;
  pointers[i] = ring[i].data();
  return &pointers[i];
}

void pushResult(napi_value value) {
  switch (typeOf(env(), value)) {
    case napi_number:
    case napi_boolean:
      nrn.hoc_pop_defer();
      nrn.hoc_pushx(toNumber(value));
      return;
    case napi_string:
      nrn.hoc_pop_defer();
      nrn.hoc_pushstr(keepText(string(env(), value)));
      return;
    case napi_undefined:
    case napi_null:
      nrn.hoc_pop_defer();
      nrn.hoc_push_object(nullptr);
      return;
    default: {
      napi_value handle = guard::callHook("objectHandle", 1, &value);  // 0 for what is not NEURON's
      int32_t id = 0;
      if (handle) napi_get_value_int32(env(), handle, &id);
      Object* object = id ? handles::object(id) : transfer::wrapHost(env(), value);
      if (id) nrn.hoc_obj_ref(object);
      nrn.hoc_pop_defer();
      nrn.hoc_push_object(object);
      nrn.hoc_obj_unref(object);
    }
  }
}

// The hooks ---------------------------------------------------------------------------------------------------------

void* construct(Object*) { return new HostObject; }
void destruct(void* p) { delete static_cast<HostObject*>(p); }

// Left behind by a worker thread that has ended: nobody is there to be called.
bool isLeft(Object* object) { return hostOf(object)->kind == HostObject::Value && hostOf(object)->era != guard::era; }

int exec(Object* object) {
  refuseForeignThread();
  if (isLeft(object)) return 1;
  Scope scope;
  auto call = [&] {
    Running running(!hostOf(object)->structural);
    invokeCallable(valueOf(object));
    running.check();
  };
  if (guard::deferring)
    guard::later(call);
  else
    call();
  return 1;
}

int execText(Object* object, char* buffer, int size) {
  refuseForeignThread();
  if (isLeft(object)) {
    *buffer = '\0';
    return 1;
  }
  Scope scope;
  napi_value coerced = nullptr;
  napi_coerce_to_string(env(), invokeCallable(valueOf(object)), &coerced);
  std::snprintf(buffer, static_cast<size_t>(size), "%s", string(env(), coerced).c_str());
  return 1;
}

double call(Object* object, int count, int* error) {
  refuseForeignThread();
  Scope scope;
  auto args = takeArguments(count);
  if (isLeft(object)) return 0;
  napi_value result = invoke(undefined(env()), valueOf(object), args.size(), args.data());
  if (error) *error = 0;
  return typeOf(env(), result) == napi_undefined ? 0 : toNumber(result);
}

double callOne(Object* object, double x) {
  refuseForeignThread();
  if (!isHost(object)) nrn.hoc_execerror(nrn.hoc_object_name(object), "is not a function");
  Scope scope;
  napi_value argument = number(env(), x);
  return toNumber(invoke(undefined(env()), valueOf(object), 1, &argument));
}

double praxis(Object* callable, Object* vector) {
  refuseForeignThread();
  Scope scope;
  napi_value raw = transfer::give(env(), vector, false);
  napi_value argument = guard::callHook("decode", 1, &raw);
  return toNumber(invoke(undefined(env()), valueOf(callable), 1, &argument));
}

void callWithSection(Object* object, Section* sec) {
  refuseForeignThread();
  Scope scope;
  napi_value raw = transfer::give(env(), sec);
  napi_value argument = guard::callHook("decode", 1, &raw);
  invoke(undefined(env()), valueOf(object), 1, &argument);
}

Object* withArguments(Object* object, int count) {
  Scope scope;
  napi_value list = nullptr, function = valueOf(object);
  auto args = takeArguments(count);
  napi_create_array(env(), &list);
  napi_set_element(env(), list, 0, function);
  for (uint32_t i = 0; i < args.size(); ++i) napi_set_element(env(), list, i + 1, args[i]);
  return transfer::wrapHost(env(), list);
}

double objectToDouble(Object* object) {
  if (graphics::isNumber(object)) return graphics::number();
  Scope scope;
  return toNumber(valueOf(object));
}

}  // namespace

int same(Object* a, Object* b) {
  if (!isHost(b)) return 0;
  Scope scope;
  bool equal = false;
  napi_strict_equals(env(), valueOf(a), valueOf(b), &equal);
  return equal;
}

namespace {

// HOC code that reads a property, calls a method or takes an item of a JavaScript object.
void component(Object* object, Symbol* symbol, int indices, int isCall) {
  refuseForeignThread();
  Scope scope;
  napi_value self = valueOf(object);
  napi_value member = std::strcmp(symbol->name, "_") == 0 ? self : get(self, symbol->name);
  if (isCall) {
    auto args = takeArguments(indices);
    if (typeOf(env(), member) != napi_function) nrn.hoc_execerror(symbol->name, "is not a method of this JavaScript object");
    pushResult(invoke(self, member, args.size(), args.data()));
    return;
  }
  if (indices) {
    if (nrn.hoc_pop_ndim() > 1) nrn.hoc_execerror(symbol->name, "takes one index: write x._[i]._[j]");
    napi_value key = take(), item = nullptr;
    if (napi_get_property(env(), member, key, &item) != napi_ok) {
      guard::parkException();
      failed();
    }
    pushResult(item);
    return;
  }
  if (typeOf(env(), member) == napi_undefined) {
    bool has = false;
    napi_has_named_property(env(), self, symbol->name, &has);
    if (!has) nrn.hoc_execerror("This JavaScript object has no property", symbol->name);
  }
  pushResult(member);
}

// object.name = value and object._[i] = value, from HOC
void assign(Object* object, int) {
  refuseForeignThread();
  Scope scope;
  napi_value value = take();
  nrn.hoc_tobj_unref(nrn.hoc_objpop());
  Symbol* symbol = nrn.hoc_spop();
  int indices = nrn.hoc_ipop();
  napi_value self = valueOf(object);
  napi_status status;
  if (indices == 0) {
    status = napi_set_named_property(env(), self, symbol->name, value);
  } else {
    if (nrn.hoc_pop_ndim() > 1) nrn.hoc_execerror(symbol->name, "takes one index: write x._[i]._[j]");
    napi_value key = take();
    napi_value holder = std::strcmp(symbol->name, "_") == 0 ? self : get(self, symbol->name);
    status = napi_set_property(env(), holder, key, value);
  }
  if (status != napi_ok) {
    guard::parkException();
    failed();
  }
}

// nrnpython("…"), as HOC library code calls it to import what we offer ourselves.
void runScript() {
  Scope scope;
  napi_value argument = text(env(), nrn.hoc_gargstr(1));
  napi_value result = guard::callHook("nrnpython", 1, &argument);
  if (guard::hasParked()) failed();
  nrn.hoc_retpushx(result ? toNumber(result) : 0);
}

// CoreNEURON ----------------------------------------------------------------------------------------------------------

int coreHook(const char* name) {
  Scope scope;
  napi_value result = guard::callHook(name, 0, nullptr);
  return result ? static_cast<int>(toNumber(result)) : 0;
}
int coreEnabled() { return coreHook("coreEnabled"); }
int coreFileMode() { return coreHook("coreFileMode"); }
char* coreArguments(double tstop) {
  Scope scope;
  napi_value argument = number(env(), tstop), result = guard::callHook("coreArguments", 1, &argument);
  if (!result || typeOf(env(), result) != napi_string) return nullptr;
  return strdup(string(env(), result).c_str());
}

}  // namespace

void install() {
  *nrn.nrnpy_pyobj_sym_ = nrn.hoc_lookup("PythonObject");
  cTemplate* cls = (*nrn.nrnpy_pyobj_sym_)->u.ctemplate;
  cls->constructor = construct;
  cls->destructor = destruct;

  HostMethods& m = *nrn.neuron_python_methods;
  m.callable_with_args = withArguments;
  m.call_func = call;
  m.call_python_with_section = callWithSection;
  m.hoccommand_exec = exec;
  m.hoccommand_exec_strret = execText;
  m.hoc_nrnpython = runScript;
  m.hpoasgn = assign;
  m.object_to_double = objectToDouble;
  m.praxis_efun = praxis;
  m.pysame = same;
  m.py2n_component = component;

  graphics::install();
  graphics::installEvents();

  *nrn.nrnpy_call_func = callOne;
  installArguments();
  *nrn.nrnpy_nrncore_enable_value_p_ = coreEnabled;
  *nrn.nrnpy_nrncore_file_mode_value_p_ = coreFileMode;
  *nrn.nrnpy_nrncore_arg_p_ = coreArguments;

  procedures::install();
  procedures::replace("delete_section", sections::deleteCurrent);
}

}  // namespace provider
