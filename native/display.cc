// A model that was written for a display: what it waits for, what is run for it, and what TypeScript asks of its objects.
#include <sys/resource.h>

#include <chrono>
#include <stdexcept>

#include "crash.h"
#include "graphics.h"
#include "interrupt.h"
#include "procedures.h"

namespace graphics {

namespace {

bool display = false;
double patience = 10;  // s of real time

// The string variable of this name, in an object or at top level.
char** variable(const Symbol* symbol, Object* object) {
  if (symbol->type != T_STRING) return nullptr;
  // "external" in a template: it stands for the one of the top level.
  if (symbol->cpublic == 2) return variable(symbol->u.sym, nullptr);
  Objectdata* data = object ? object->u.dataspace : *nrn.hoc_top_level_data;
  return data[symbol->u.oboff].ppstr;
}
Symlist* namesOf(Object* object) {
  if (!object) return *nrn.hoc_top_level_symlist;
  return object->ctemplate->constructor ? nullptr : object->ctemplate->symtable;
}


}  // namespace

napi_value nameOfText(int i) {
  char** place = nrn.hoc_pgargstr(i);
  Object* object = *nrn.hoc_thisobject;
  for (int where = 0; where < 2; ++where, object = nullptr) {
    Symlist* list = namesOf(object);
    for (Symbol* symbol = list ? list->first : nullptr; symbol; symbol = symbol->next)
      if (variable(symbol, object) == place) return text(guard::env, symbol->name);
  }
  return undefined(guard::env);
}

namespace {

// Seconds that this process and the commands that it ran have computed.
double worked() {
  double seconds = 0;
  for (int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage used{};
    getrusage(who, &used);
    for (const timeval& part : {used.ru_utime, used.ru_stime}) seconds += part.tv_sec + 1e-6 * part.tv_usec;
  }
  return seconds;
}

// Calls of doEvents() between which nothing happened: time stood still, and nothing was drawn.
struct Still {
  using Clock = std::chrono::steady_clock;
  double time = 0;
  int32_t made = 0;
  int calls = 0;
  Clock::time_point since;
  double workedBefore = 0;

  bool isOver(double now) {
    if (calls == 0 || now != time || lastId != made) {
      *this = {now, lastId, 1, Clock::now(), worked()};
      return false;
    }
    if (++calls > 100000) return true;
    // A model that sleeps between them; one that computes something else is left alone.
    if (calls < 10) return false;
    double elapsed = std::chrono::duration<double>(Clock::now() - since).count();
    return elapsed > patience && worked() - workedBefore < 0.1 * elapsed;
  }
};

// A model that waits for a click would wait for ever.
void onEvents() {
  interrupt::again();
  if (!display) return nrn.hoc_retpushx(1);
  static Still still;
  if (still.isOver(**nrn.nrn_threads)) {
    still = {};
    guard::refuse("ERR_PATCH_DISPLAY", "The model waits for a click (doEvents() in a loop), and there is nobody to click.");
  }
  nrn.hoc_retpushx(1);
}

// Called by the standard run system every 50 ms or so while it runs: someone may want to show how far it is, or to stop it.
void onNotify() {
  interrupt::again();
  if (!display) return nrn.hoc_retpushx(1);
  if (shapes > 0) nrn.nrn_define_shape();
  if (guard::onOwnThread()) {
    crash::Scope scope;
    guard::callHook("notify", 0, nullptr);
    if (guard::hasParked()) nrn.hoc_execerror("A JavaScript function threw", nullptr);
  }
  nrn.hoc_retpushx(1);
}

// setDisplay(patience): from now on shapes are defined where a display would define them, and nobody waits for a click for longer, s
napi_value SetDisplay(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    display = true;
    patience = args.d(0);
    if (shapes > 0) nrn.nrn_define_shape();
    return nullptr;
  });
}

// defineShapes(): as a display does after whatever may have changed the model
napi_value DefineShapes(napi_env env, napi_callback_info) {
  return guarded(env, []() -> napi_value {
    if (display && shapes > 0) nrn.nrn_define_shape();
    return nullptr;
  });
}

// graphicalId(object): 0 for what is not graphical
napi_value GraphicalId(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Entry* it = entryOf(handles::object(args.i(0)));
    return integer(env, it ? it->id : 0);
  });
}

// setGraphical(id, isMapped, tellsBegin)
napi_value SetGraphical(napi_env env, napi_callback_info info) {
  Args args(env, info);
  if (Entry* it = entry(args.i(0))) {
    it->isMapped = args.b(1);
    it->tellsBegin = args.b(2);
  }
  return undefined(env);
}

// run(code, object): HOC text as the object's own code would run it, for 0 at top level
napi_value Run(napi_env env, napi_callback_info info) {
  Args args(env, info);
  std::string code = args.s(0);
  return guardedLong(env, [&]() -> napi_value {
    Object* object = handles::objectOrNone(args.i(1));
    TopLevel top;
    guard::noted = {};
    if (object) nrn.hoc_obj_ref(object);
    bool done = nrn.hoc_valid_stmt(code.c_str(), object);
    if (object) nrn.hoc_obj_unref(object);
    if (!done && !guard::hasParked()) {
      if (guard::noted.code) throw Failure(guard::noted.code, guard::noted.message);
      throw std::runtime_error("");
    }
    return boolean(env, true);
  });
}

// stringIn(name, object): the string variable's text; undefined when there is none
napi_value StringIn(napi_env env, napi_callback_info info) {
  Args args(env, info);
  std::string name = args.s(0);
  return guarded(env, [&]() -> napi_value {
    Object* object = args.i(1) && handles::isObject(args.i(1)) ? handles::object(args.i(1)) : nullptr;
    for (int i = 0; i < 2; ++i, object = nullptr) {
      Symlist* list = namesOf(object);
      Symbol* symbol = list ? nrn.hoc_table_lookup(name.c_str(), list) : nullptr;
      char** place = symbol ? variable(symbol, object) : nullptr;
      if (place) return text(env, *place);
    }
    return undefined(env);
  });
}

// refer(object), unrefer(object): a reference of HOC's, as a window holds one
napi_value Refer(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    nrn.hoc_obj_ref(handles::object(args.i(0)));
    return nullptr;
  });
}
napi_value Unrefer(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    if (handles::isObject(args.i(0))) nrn.hoc_obj_unref(handles::object(args.i(0)));
    return nullptr;
  });
}

// plotName(rangeVarPlot), vectorLabel(vector)
napi_value PlotName(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    // A NEURON that was built without InterViews has no such function.
    static auto* name = reinterpret_cast<const char* (*) (const void*)>(engine::symbol("_ZNK11GraphVector4nameEv"));
    return text(env, name ? name(handles::object(args.i(0))->u.this_pointer) : "");
  });
}
napi_value VectorLabel(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    return text(env, nrn.vector_get_label(static_cast<IvocVect*>(handles::object(args.i(0))->u.this_pointer)));
  });
}

}  // namespace

void installEvents() {
  procedures::replace("doEvents", onEvents);
  procedures::replace("doNotify", onNotify);
}

bool onDisplay() { return display; }

void exportHooks(napi_env env, napi_value exports) {
  exportFunction(env, exports, "setDisplay", SetDisplay);
  exportFunction(env, exports, "defineShapes", DefineShapes);
  exportFunction(env, exports, "graphicalId", GraphicalId);
  exportFunction(env, exports, "setGraphical", SetGraphical);
  exportFunction(env, exports, "hocIn", Run);
  exportFunction(env, exports, "stringIn", StringIn);
  exportFunction(env, exports, "refer", Refer);
  exportFunction(env, exports, "unrefer", Unrefer);
  exportFunction(env, exports, "plotName", PlotName);
  exportFunction(env, exports, "vectorLabel", VectorLabel);
}

}  // namespace graphics
