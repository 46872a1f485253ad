#include "pointer.h"

namespace pointers {

// The place itself, for use at once, where it needs nothing of HOC's stack; else null.
static double* quick(int kind, const double* n) {
  if (static_cast<Arg>(kind & 0xff) == Arg::RangePointer)
    return range::where(handles::section(static_cast<Handle>(n[0])), symbols::at(static_cast<int>(n[2])), n[1], static_cast<int>(n[3]));
  if (static_cast<Arg>(kind & 0xff) != Arg::MemberPointer) return nullptr;
  Object* object = handles::object(static_cast<Handle>(n[0]));
  Symbol* symbol = symbols::at(static_cast<int>(n[1]));
  if (!object->ctemplate->is_point_ || symbol->type != T_RANGEVAR) return nullptr;
  return nrn.point_process_pointer(members::located(object), symbol, kind >> 8 ? static_cast<int>(n[2]) : 0).get();
}

static double* address() {
  if (double* value = quick(transfer::kinds[0], transfer::numbers)) return value;
  push(transfer::kinds[0], transfer::numbers);
  double* value = nrn.hoc_pxpop();
  if (!value) throw Failure("ERR_PATCH_SIMULATION", "This pointer was never set, or what it pointed to is gone.");
  return value;
}

void push(int kind, const double* n) {
  int indices = kind >> 8;
  switch (static_cast<Arg>(kind & 0xff)) {
    case Arg::RangePointer: {
      DataHandle handle = range::find(handles::section(static_cast<Handle>(n[0])), symbols::at(static_cast<int>(n[2])), n[1],
                                      static_cast<int>(n[3]));
      nrn.hoc_push(Datum(handle));
      return;
    }
    case Arg::MemberPointer: {
      Object* object = handles::object(static_cast<Handle>(n[0]));
      Symbol* symbol = symbols::at(static_cast<int>(n[1]));
      if (object->ctemplate->is_point_ && symbol->type == T_RANGEVAR) {
        Point_process* process = members::located(object);
        DataHandle handle = nrn.point_process_pointer(process, symbol, indices ? static_cast<int>(n[2]) : 0);
        if (!handle.get()) throw Failure("ERR_PATCH_SIMULATION", std::string(symbol->name) + " points to nothing.");
        nrn.hoc_push(Datum(handle));
        return;
      }
      transfer::Frame frame;
      members::evaluate(frame, object, symbol, indices, n + 2, 1);
      if (nrn.hoc_stack_type() != T_VAR) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is no number, so nothing can point to it.");
      return;
    }
    case Arg::TopPointer: {
      TopLevel top;
      Symbol* symbol = symbols::at(static_cast<int>(n[0]));
      if (symbol->type != T_VAR) throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is no number, so nothing can point to it.");
      for (int i = 0; i < indices; ++i) nrn.hoc_pushx(n[1 + i]);
      if (indices) nrn.hoc_push_ndim(indices);
      nrn.hoc_pushs(symbol);
      nrn.hoc_evalpointer();
      return;
    }
    default:
      throw Failure("ERR_PATCH_TYPE", "Not a pointer.");
  }
}

// pointerGet(kind in shared memory) and pointerSet(value): the description stands in the first argument's place.
static napi_value Get(napi_env env, napi_callback_info) {
  return guarded(env, [&]() -> napi_value {
    return number(env, *address());
  });
}

static napi_value Set(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    *address() = args.d(0);
    return nullptr;
  });
}

// NRNPOINTER: a POINTER variable of a mechanism (bison-independent, from membfunc.h).
constexpr int S_NRNPOINTER = 4;

// setPointer(owner, symbol, x, process): the pointer to store is described in the first argument's place.
static napi_value SetPointer(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Symbol* symbol = symbols::at(args.i(1));
    if (symbol->type != T_RANGEVAR || symbol->subtype != S_NRNPOINTER)
      throw Failure("ERR_PATCH_TYPE", std::string(symbol->name) + " is not a POINTER variable.");
    Prop* prop = nullptr;
    if (args.b(3)) {
      prop = members::located(handles::object(args.i(0)))->prop;
    } else {
      Section* sec = handles::section(args.i(0));
      prop = nrn.nrn_mechanism(symbol->u.rng.type, nrn.node_exact(sec, args.d(2)));
      if (!prop) throw Failure("ERR_PATCH_NAME", std::string(symbol->name) + ": the mechanism is not in " + range::placeName(sec, args.d(2)) + ".");
    }
    Datum target;
    push(transfer::kinds[0], transfer::numbers);
    {
      // Taken off as a handle, not as an address: it must survive the sorting of the model's data.
      int kind = transfer::kinds[0];
      const double* n = transfer::numbers;
      DataHandle handle;
      double* raw = nrn.hoc_pxpop();
      if (static_cast<Arg>(kind & 0xff) == Arg::RangePointer)
        handle = range::find(handles::section(static_cast<Handle>(n[0])), symbols::at(static_cast<int>(n[2])), n[1], static_cast<int>(n[3]));
      else if (static_cast<Arg>(kind & 0xff) == Arg::MemberPointer && handles::object(static_cast<Handle>(n[0]))->ctemplate->is_point_)
        handle = nrn.point_process_pointer(members::located(handles::object(static_cast<Handle>(n[0]))), symbols::at(static_cast<int>(n[1])),
                                           kind >> 8 ? static_cast<int>(n[2]) : 0);
      else
        handle.container = raw;
      target = Datum(handle);
    }
    prop->dparam[symbol->u.rng.index] = target;
    return nullptr;
  });
}

}  // namespace pointers

void registerPointer(napi_env env, napi_value exports) {
  exportFunction(env, exports, "pointerGet", pointers::Get);
  exportFunction(env, exports, "pointerSet", pointers::Set);
  exportFunction(env, exports, "setPointer", pointers::SetPointer);
}
