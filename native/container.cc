// What is copied in one go or read by index: Vectors, Lists, and the cells behind h.ref.
#include <cstdlib>
#include <cstring>
#ifdef __linux__
#include <sys/mman.h>
#endif

#include "recordings.h"
#include "value.h"

namespace containers {

static IvocVect* vector(Handle handle) {
  Object* object = handles::object(handle);
  if (std::strcmp(object->ctemplate->sym->name, "Vector") != 0) throw Failure("ERR_PATCH_TYPE", std::string(nrn.hoc_object_name(object)) + " is not a Vector.");
  return static_cast<IvocVect*>(object->u.this_pointer);
}

// Whether HOC does not hold it, too.
static bool isOurs(Handle handle) {
  const auto& slot = handles::slot(handle, SlotKind::Object, "object");
  return slot.owned && static_cast<Object*>(slot.thing)->refcount == 1;
}

static napi_value VectorSize(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return integer(env, nrn.vector_capacity(vector(args.i(0)))); });
}

// New memory comes page by page when it is written first, which takes longer than the copy: a large one comes in large pages.
static void writeAhead(void* data, size_t bytes) {
#ifdef __linux__
  constexpr size_t page = 4096, large = 4 << 20;
  if (bytes < large) return;
  uintptr_t from = (reinterpret_cast<uintptr_t>(data) + page - 1) & ~(page - 1);
  madvise(reinterpret_cast<void*>(from), reinterpret_cast<uintptr_t>(data) + bytes - from, MADV_HUGEPAGE);
#else
  (void)data, (void)bytes;
#endif
}

// vectorInto(vector, Float64Array of its size)
static napi_value VectorInto(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    IvocVect* v = vector(args.i(0));
    void* data = nullptr;
    size_t count = 0;
    napi_typedarray_type type = napi_int8_array;
    if (napi_get_typedarray_info(env, args.values[1], &type, &count, &data, nullptr, nullptr) != napi_ok || type != napi_float64_array ||
        count != static_cast<size_t>(nrn.vector_capacity(v)))
      throw Failure("ERR_PATCH_TYPE", "Not a Float64Array of the Vector's size.");
    writeAhead(data, count * sizeof(double));
    if (count) std::memcpy(data, nrn.vector_vec(v), count * sizeof(double));
    return nullptr;
  });
}

// vectorFrom(vector, Float64Array)
static napi_value VectorFrom(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    IvocVect* v = vector(args.i(0));
    void* data = nullptr;
    size_t count = 0;
    napi_typedarray_type type = napi_int8_array;
    if (napi_get_typedarray_info(env, args.values[1], &type, &count, &data, nullptr, nullptr) != napi_ok || type != napi_float64_array)
      throw Failure("ERR_PATCH_TYPE", "Not a Float64Array.");
    nrn.vector_resize(v, static_cast<int>(count));
    if (count) std::memcpy(nrn.vector_vec(v), data, count * sizeof(double));
    return nullptr;
  });
}

// vectorLeave(vector): ends what it records and plays.
static napi_value VectorLeave(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    recordings::leave(vector(args.i(0)));
    return nullptr;
  });
}

static double& element(IvocVect* v, int i) {
  int count = nrn.vector_capacity(v);
  int at = i < 0 ? i + count : i;
  if (at < 0 || at >= count)
    throw Failure("ERR_PATCH_RANGE", "The Vector has " + std::to_string(count) + " elements; there is no element " + std::to_string(i) + ".");
  return nrn.vector_vec(v)[at];
}
static napi_value VectorGet(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return number(env, element(vector(args.i(0)), args.i(1))); });
}
static napi_value VectorSet(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    element(vector(args.i(0)), args.i(1)) = args.d(2);
    return nullptr;
  });
}

static Object* list(Handle handle) {
  Object* object = handles::object(handle);
  if (std::strcmp(object->ctemplate->sym->name, "List") != 0) throw Failure("ERR_PATCH_TYPE", std::string(nrn.hoc_object_name(object)) + " is not a List.");
  return object;
}
static napi_value ListCount(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return integer(env, nrn.ivoc_list_count(list(args.i(0)))); });
}
static napi_value ListItem(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Object* object = list(args.i(0));
    int count = nrn.ivoc_list_count(object), i = args.i(1), at = i < 0 ? i + count : i;
    if (at < 0 || at >= count) throw Failure("ERR_PATCH_RANGE", "The List has " + std::to_string(count) + " items; there is no item " + std::to_string(i) + ".");
    return transfer::give(env, nrn.ivoc_list_item(object, at), false);
  });
}

// newBox(number | string), newBox(null, handle or host value)
static napi_value NewBox(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    auto* box = new Box;
    napi_valuetype type = typeOf(env, args.values[0]);
    if (type == napi_number) {
      box->type = Box::Number;
      box->number = args.d(0);
    } else if (type == napi_string) {
      box->type = Box::Text;
      box->text = strdup(args.s(0).c_str());
    } else {
      box->type = Box::Ref;
      if (typeOf(env, args.values[1]) == napi_number) {
        box->object = handles::objectOrNone(args.i(1));
        if (box->object) nrn.hoc_obj_ref(box->object);
      } else {
        box->object = transfer::wrapHost(env, args.values[1]);
      }
    }
    return integer(env, handles::of(box));
  });
}
static napi_value GetBox(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Box* box = handles::box(args.i(0));
    if (box->type == Box::Number) return transfer::give(env, Result::Number, number(env, box->number));
    if (box->type == Box::Text) return transfer::give(env, Result::Text, text(env, box->text ? box->text : ""));
    return transfer::give(env, box->object, false);
  });
}
// setBox(box, number | string | null, handle or host value)
static napi_value SetBox(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    Box* box = handles::box(args.i(0));
    if (box->type == Box::Number) {
      box->number = args.d(1);
    } else if (box->type == Box::Text) {
      std::free(box->text);
      box->text = strdup(args.s(1).c_str());
    } else {
      Object* before = box->object;
      box->object = nullptr;
      if (typeOf(env, args.values[2]) == napi_number) {
        box->object = handles::objectOrNone(args.i(2));
        if (box->object) nrn.hoc_obj_ref(box->object);
      } else {
        box->object = transfer::wrapHost(env, args.values[2]);
      }
      if (before) nrn.hoc_obj_unref(before);
    }
    return nullptr;
  });
}

// Handles ------------------------------------------------------------------------------------------------------------

// What a Vector holds beside itself.
static uint32_t bytesOf(Handle handle) {
  if (!handles::isObject(handle)) return 0;
  Object* object = handles::object(handle);
  static cTemplate* cls = nrn.hoc_lookup("Vector")->u.ctemplate;
  if (object->ctemplate != cls) return 0;
  return 8 * static_cast<uint32_t>(nrn.vector_capacity(static_cast<IvocVect*>(object->u.this_pointer)));
}

static napi_value BindWeak(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    handles::bindWeak(args.i(0), args.values[1], static_cast<uint32_t>(args.d(2)) + bytesOf(args.i(0)));
    handles::sweep(3);
    return nullptr;
  });
}
static napi_value WeakTarget(napi_env env, napi_callback_info info) {
  Args args(env, info);
  napi_value value = handles::weakTarget(args.i(0));
  return value ? value : undefined(env);
}
static napi_value Release(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&]() -> napi_value {
    handles::release(args.i(0));
    return nullptr;
  });
}
static napi_value RefCount(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return integer(env, handles::object(args.i(0))->refcount); });
}
static napi_value IsOwned(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return boolean(env, handles::slot(args.i(0), SlotKind::Object, "object").owned); });
}
// 0 gone, 1 HOC refers to it too, 2 ours alone
static int standingOf(Handle handle) {
  if (!handles::alive(handle)) return 0;
  return isOurs(handle) ? 2 : 1;
}
// standing(object)
static napi_value Standing(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return integer(env, standingOf(args.i(0))); });
}
// part(object): its standing, and what is ours alone goes. One step, for a large model has many to take.
static napi_value Part(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] {
    int standing = standingOf(args.i(0));
    if (standing == 2) handles::release(args.i(0));
    return integer(env, standing);
  });
}
static napi_value ObjectName(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return text(env, nrn.hoc_object_name(handles::object(args.i(0)))); });
}
static napi_value ClassOf(napi_env env, napi_callback_info info) {
  Args args(env, info);
  return guarded(env, [&] { return integer(env, symbols::idOf(handles::object(args.i(0))->ctemplate->sym)); });
}
static napi_value TakeDead(napi_env env, napi_callback_info) {
  napi_value array = nullptr;
  napi_create_array(env, &array);
  uint32_t count = 0;
  for (Handle handle : handles::dead()) napi_set_element(env, array, count++, integer(env, handle));
  handles::dead().clear();
  *handles::deaths = 0;
  return array;
}
static napi_value HandleCount(napi_env env, napi_callback_info) { return number(env, static_cast<double>(handles::count())); }

}  // namespace containers

void registerContainer(napi_env env, napi_value exports) {
  exportFunction(env, exports, "vectorSize", containers::VectorSize);
  exportFunction(env, exports, "vectorInto", containers::VectorInto);
  exportFunction(env, exports, "vectorLeave", containers::VectorLeave);
  exportFunction(env, exports, "vectorFrom", containers::VectorFrom);
  exportFunction(env, exports, "vectorGet", containers::VectorGet);
  exportFunction(env, exports, "vectorSet", containers::VectorSet);
  exportFunction(env, exports, "listCount", containers::ListCount);
  exportFunction(env, exports, "listItem", containers::ListItem);
  exportFunction(env, exports, "newBox", containers::NewBox);
  exportFunction(env, exports, "getBox", containers::GetBox);
  exportFunction(env, exports, "setBox", containers::SetBox);
  exportFunction(env, exports, "bindWeak", containers::BindWeak);
  exportFunction(env, exports, "weakTarget", containers::WeakTarget);
  exportFunction(env, exports, "release", containers::Release);
  exportFunction(env, exports, "refCount", containers::RefCount);
  exportFunction(env, exports, "isOwned", containers::IsOwned);
  exportFunction(env, exports, "standing", containers::Standing);
  exportFunction(env, exports, "part", containers::Part);
  exportFunction(env, exports, "objectName", containers::ObjectName);
  exportFunction(env, exports, "classOf", containers::ClassOf);
  exportFunction(env, exports, "takeDead", containers::TakeDead);
  exportFunction(env, exports, "handleCount", containers::HandleCount);
}
