// Objects of HOC's classes: made, called, read and written.
#include <cstring>
#include <stdexcept>

#include "pointer.h"

namespace members {

using transfer::Frame;

Point_process* located(Object* object) {
  if (object->ctemplate->is_point_ <= 0) throw Failure("ERR_PATCH_TYPE", std::string(nrn.hoc_object_name(object)) + " is not a point process.");
  Point_process* process = nrn.ob2pntproc_0(object);
  if (!process || !process->prop)
    throw Failure("ERR_PATCH_SECTION_ACCESS", std::string(nrn.hoc_object_name(object)) + " is not placed in a section.");
  return process;
}

void component(Object* object, Symbol* symbol, int indices, int count, bool call) {
  // NEURON looks back from here for what a pointer points to: two zeros stop it.
  Inst room[8];
  std::memset(room, 0, sizeof room);
  Inst* code = room + 2;
  code[0].sym = symbol;
  code[1].i = call ? 0 : indices;
  code[2].i = call ? count : 0;
  code[3].i = object->ctemplate->id;
  code[4].sym = symbol;
  code[5].i = call ? 1 : 0;
  Instructions at(code);
  nrn.hoc_object_component();
}

void evaluate(Frame& frame, Object* object, Symbol* symbol, int indices, const double* index, int stride) {
  frame.pushObject(object);
  for (int i = 0; i < indices; ++i) nrn.hoc_pushx(index[i * stride]);
  if (indices) nrn.hoc_push_ndim(indices);
  component(object, symbol, indices, 0, false);
}

static bool isSection(Symbol* symbol) { return symbol->type == T_SECTION || symbol->type == T_SECTIONREF; }

static napi_value takeSection(napi_env env) {
  *nrn.section_object_seen = 0;
  Section* sec = nrn.nrn_noerr_access();
  napi_value value = transfer::give(env, sec);
  nrn.nrn_popsec();
  return value;
}

// construct(class, count, extra, section)
template <bool isLong>
static napi_value construct(napi_env env, napi_callback_info info) {
  Args args(env, info);
  auto make = [&]() -> napi_value {
    Symbol* symbol = symbols::at(args.i(0));
    if (symbol->type != T_TEMPLATE) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is not a class.");
    cTemplate* cls = symbol->u.ctemplate;
    bool structural = cls->is_point_ > 0;
    for (Symbol* s = cls->constructor ? nullptr : cls->symtable->first; s && !structural; s = s->next) structural = s->type == T_SECTION;
    if (structural) guard::refuseWhileRunning("Making an object of this class");
    TopLevel top;
    Frame frame;
    CurrentSection current(args.i(3) ? handles::section(args.i(3)) : nullptr);
    frame.push(env, args.i(1), args.values[2]);
    engine::noteNew(cls);
    Object* object = nrn.hoc_newobj1(symbol, args.i(1));
    Handle handle = handles::of(object, true);
    frame.checkWritten();
    return integer(env, handle);
  };
  return isLong ? guardedLong(env, make) : guarded(env, make);
}

static napi_value result(napi_env env, Object* object) {
  bool builtIn = object->ctemplate->id <= *nrn.hoc_max_builtin_class_id;
  int type = builtIn ? *nrn.hoc_return_type_code : 0;
  *nrn.hoc_return_type_code = 0;
  napi_value value = transfer::pop(env);
  if (type == 2 && transfer::kinds[0] == static_cast<int>(Result::Number)) {
    double number = 0;
    napi_get_value_double(env, value, &number);
    return transfer::give(env, Result::Boolean, boolean(env, number != 0));
  }
  return value;
}

// A mechanism's own functions use the thread that the process belongs to, which it has once the model is set up: until
// then the first one serves. (To set the model up here would take longer with each process that there is.)
static void prepareProcess(Object* object, Symbol* symbol) {
  if (object->ctemplate->is_point_ <= 0 || std::strstr(symbol->name, "loc")) return;
  Point_process* process = nrn.ob2pntproc_0(object);
  if (process && process->prop && (!process->_vnt || engine::structureChanged())) process->_vnt = *nrn.nrn_threads;
}

template <bool isLong>
static napi_value callMember(napi_env env, napi_callback_info info) {
  Args args(env, info);
  auto call = [&]() -> napi_value {
    Object* object = handles::object(args.i(0));
    Symbol* symbol = symbols::at(args.i(1));
    TopLevel top;
    Frame frame;
    CurrentSection current(args.i(4) ? handles::section(args.i(4)) : nullptr);
    int depth = nrn.nrn_isecstack();
    frame.pushObject(object);
    frame.push(env, args.i(2), args.values[3]);
    *nrn.hoc_return_type_code = 0;
    prepareProcess(object, symbol);
    component(object, symbol, 0, args.i(2), true);
    napi_value value = result(env, object);
    frame.checkWritten();
    while (nrn.nrn_isecstack() > depth) nrn.nrn_popsec();  // get_loc leaves its section behind
    return value;
  };
  return isLong ? guardedLong(env, call) : guarded(env, call);
}

// member(object, symbol, indices): the indices are in shared memory, one an argument's place.
static napi_value Get(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Object* object = handles::object(args.i(0));
    Symbol* symbol = symbols::at(args.i(1));
    TopLevel top;
    Frame frame;
    evaluate(frame, object, symbol, args.i(2), transfer::numbers, transfer::stride);
    if (isSection(symbol)) return takeSection(env);
    return transfer::pop(env);
  });
}

// What stands on top of HOC's stack is assigned the argument at `place`.
static void assign(napi_env env, Symbol* symbol, int place, napi_value extra) {
  int kind = transfer::kinds[place] & 0xff;
  const double* n = transfer::numbers + transfer::stride * place;
  switch (nrn.hoc_stack_type()) {
    case T_STRING: {
      char** target = nrn.hoc_strpop();
      if (kind != static_cast<int>(Arg::Text)) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " takes a string.");
      napi_value value = nullptr;
      napi_get_element(env, extra, static_cast<uint32_t>(n[0]), &value);
      nrn.hoc_assign_str(target, string(env, value).c_str());
      return;
    }
    case T_VAR: {
      double* target = nrn.hoc_pxpop();
      if (kind != static_cast<int>(Arg::Number)) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " takes a number.");
      if (!target) throw Failure("ERR_PATCH_SIMULATION", std::string(symbol->name) + " was never set to point to anything, or what it pointed to is gone.");
      *target = n[0];
      return;
    }
    case T_OBJECTVAR: {
      Object** target = nrn.hoc_objpop();
      Object* value = nullptr;
      if (kind == static_cast<int>(Arg::Object)) {
        value = handles::object(static_cast<Handle>(n[0]));
        nrn.hoc_obj_ref(value);
      } else if (kind == static_cast<int>(Arg::Host)) {
        napi_value host = nullptr;
        napi_get_element(env, extra, static_cast<uint32_t>(n[0]), &host);
        value = transfer::wrapHost(env, host);
      } else if (kind == static_cast<int>(Arg::Section) || kind == static_cast<int>(Arg::Segment)) {
        auto* host = new HostObject;
        host->kind = kind == static_cast<int>(Arg::Section) ? HostObject::SectionKind : HostObject::SegmentKind;
        host->section = static_cast<Handle>(n[0]);
        host->x = n[1];
        value = nrn.hoc_new_object(*nrn.nrnpy_pyobj_sym_, host);
        nrn.hoc_obj_ref(value);
      } else if (kind != static_cast<int>(Arg::Null)) {
        throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " takes an object or null.");
      }
      Object* before = *target;
      *target = value;
      if (before) nrn.hoc_obj_unref(before);
      return;
    }
    default:
      throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " cannot be assigned.");
  }
}

// setMember(object, symbol, indices, extra): the value stands behind the indices.
static napi_value Set(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Object* object = handles::object(args.i(0));
    Symbol* symbol = symbols::at(args.i(1));
    TopLevel top;
    Frame frame;
    evaluate(frame, object, symbol, args.i(2), transfer::numbers, transfer::stride);
    assign(env, symbol, args.i(2), args.values[3]);
    return nullptr;
  });
}

// setNumbers(object, count): of each number its member in `kinds`, and in `numbers` its index (none: below 0) and its value.
static napi_value SetNumbers(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Object* object = handles::object(args.i(0));
    TopLevel top;
    for (int i = 0; i < args.i(1); ++i) {
      const double* n = transfer::numbers + transfer::stride * i;
      Symbol* symbol = symbols::at(transfer::kinds[i]);
      Frame frame;
      evaluate(frame, object, symbol, n[0] < 0 ? 0 : 1, n, 1);
      double* target = nrn.hoc_stack_type() == T_VAR ? nrn.hoc_pxpop() : nullptr;
      if (!target) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is no number that can be set.");
      *target = n[1];
    }
    return nullptr;
  });
}

static double* processValue(const Args& args) {
  Object* object = handles::object(args.i(0));
  Symbol* symbol = symbols::at(args.i(1));
  DataHandle handle = nrn.point_process_pointer(located(object), symbol, args.i(2));
  double* value = handle.get();
  if (!value)
    throw Failure("ERR_PATCH_SIMULATION",
                  std::string(nrn.hoc_object_name(object)) + "." + symbol->name + " was never set to point to a number, or what it pointed to is gone.");
  return value;
}

// processGet(object, symbol, index), processSet(object, symbol, index, value): a range variable of a point process.
static napi_value ProcessGet(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return number(env, *processValue(args)); });
}
static napi_value ProcessSet(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    *processValue(args) = args.d(3);
    return nullptr;
  });
}

// HOC's top level ---------------------------------------------------------------------------------------------------

// call(symbol, count, extra, section)
template <bool isLong>
static napi_value call(napi_env env, napi_callback_info info) {
  Args args(env, info);
  auto body = [&]() -> napi_value {
    Symbol* symbol = symbols::at(args.i(0));
    int count = args.i(1);
    TopLevel top;
    Frame frame;
    CurrentSection current(args.i(3) ? handles::section(args.i(3)) : nullptr);
    frame.push(env, count, args.values[2]);
    if (symbol->type == T_BLTIN) {
      if (count != 1) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " takes one argument.");
      return transfer::give(env, Result::Number, number(env, nrn.hoc_call_func(symbol, 1)));
    }
    Inst code[5];
    std::memset(code, 0, sizeof code);
    code[2].sym = symbol;
    code[3].i = count;
    {
      Instructions at(code + 2);
      nrn.hoc_call();
    }
    napi_value value = transfer::pop(env);
    frame.checkWritten();
    return value;
  };
  return isLong ? guardedLong(env, body) : guarded(env, body);
}

// hoc(text): true when all of it ran.
static napi_value Hoc(napi_env env, napi_callback_info info) {
  Args args(env, info);
  std::string code = args.s(0);
  return guardedLong(env, [&]() -> napi_value {
    TopLevel top;
    guard::noted = {};
    if (!nrn.hoc_valid_stmt(code.c_str(), nullptr) && !guard::hasParked()) {
      if (guard::noted.code) throw Failure(guard::noted.code, guard::noted.message);
      throw std::runtime_error("");
    }
    return boolean(env, true);
  });
}

static void evaluateTop(Symbol* symbol, int indices) {
  for (int i = 0; i < indices; ++i) nrn.hoc_pushx(transfer::numbers[i * transfer::stride]);
  if (indices) nrn.hoc_push_ndim(indices);
  Inst room[3];
  std::memset(room, 0, sizeof room);
  Inst* code = room + 2;
  code->sym = symbol;
  switch (symbol->type) {
    case T_VAR:
      nrn.hoc_pushs(symbol);
      nrn.hoc_evalpointer();
      return;
    case T_STRING: {
      Instructions at(code);
      nrn.hoc_push_string();
      return;
    }
    case T_OBJECTVAR: {
      Instructions at(code);
      nrn.hoc_objectvar();
      return;
    }
    case T_SECTION: {
      Instructions at(code);
      nrn.sec_access_push();
      return;
    }
    default:
      throw Failure("ERR_PATCH_NAME", std::string(symbol->name) + " has no value.");
  }
}

static napi_value GetTop(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* symbol = symbols::at(args.i(0));
    TopLevel top;
    if (symbol->type == T_VAR && symbol->subtype == S_USERINT && !symbol->arayinfo)
      return transfer::give(env, Result::Number, number(env, *symbol->u.pvalint));
    evaluateTop(symbol, args.i(1));
    if (symbol->type == T_SECTION) return takeSection(env);
    return transfer::pop(env);
  });
}

static napi_value SetTop(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* symbol = symbols::at(args.i(0));
    int indices = args.i(1);
    TopLevel top;
    if (symbol->type == T_VAR && symbol->subtype == S_USERINT && !symbol->arayinfo) {
      double value = transfer::numbers[0];
      if (transfer::kinds[0] != static_cast<int>(Arg::Number) || value != static_cast<int>(value))
        throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " takes a whole number.");
      *symbol->u.pvalint = static_cast<int>(value);
      return nullptr;
    }
    evaluateTop(symbol, indices);
    assign(env, symbol, indices, args.values[2]);
    return nullptr;
  });
}

// scalar(symbol), setScalar(symbol, value): a plain number of the top level, without HOC's stack.
static double* scalar(Symbol* symbol) {
  if (symbol->type == T_VAR && !symbol->arayinfo) {
    if (symbol->subtype == S_USERDOUBLE) return symbol->u.pval;
    if (symbol->subtype == S_NOTUSER) return (*nrn.hoc_top_level_data)[symbol->u.oboff].pval;
  }
  return nullptr;
}
static napi_value Scalar(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    double* value = scalar(symbols::at(args.i(0)));
    return value ? number(env, *value) : undefined(env);
  });
}
static napi_value SetScalar(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    double* value = scalar(symbols::at(args.i(0)));
    if (!value) return boolean(env, false);
    *value = args.d(1);
    return boolean(env, true);
  });
}

}  // namespace members

void registerObject(napi_env env, napi_value exports) {
  exportFunction(env, exports, "construct", members::construct<false>);
  exportFunction(env, exports, "constructLong", members::construct<true>);
  exportFunction(env, exports, "callMember", members::callMember<false>);
  exportFunction(env, exports, "callMemberLong", members::callMember<true>);
  exportFunction(env, exports, "getMember", members::Get);
  exportFunction(env, exports, "setMember", members::Set);
  exportFunction(env, exports, "setNumbers", members::SetNumbers);
  exportFunction(env, exports, "processGet", members::ProcessGet);
  exportFunction(env, exports, "processSet", members::ProcessSet);
  exportFunction(env, exports, "call", members::call<false>);
  exportFunction(env, exports, "callLong", members::call<true>);
  exportFunction(env, exports, "hoc", members::Hoc);
  exportFunction(env, exports, "getTop", members::GetTop);
  exportFunction(env, exports, "setTop", members::SetTop);
  exportFunction(env, exports, "scalar", members::Scalar);
  exportFunction(env, exports, "setScalar", members::SetScalar);
}
