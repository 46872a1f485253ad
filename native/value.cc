#include "value.h"

#include <cstdlib>
#include <cstring>

#include "pointer.h"

HostObject::~HostObject() {
  if (ref && guard::env && era == guard::era) napi_delete_reference(guard::env, ref);
}
bool isHost(const Object* object) { return object && object->ctemplate->sym == *nrn.nrnpy_pyobj_sym_; }
HostObject* hostOf(const Object* object) { return static_cast<HostObject*>(object->u.this_pointer); }

namespace transfer {

int32_t* kinds = nullptr;
double* numbers = nullptr;

Frame::~Frame() {
  eachText([](const Text& text) { std::free(text.now); });
  for (int i = 0; i < objectCount && i < few; ++i)
    if (fewObjects[i]) nrn.hoc_obj_unref(fewObjects[i]);
  for (Object* object : moreObjects)
    if (object) nrn.hoc_obj_unref(object);
}

void Frame::pushObject(Object* object) {
  if (object) nrn.hoc_obj_ref(object);
  Object** place = objectCount < few ? &(fewObjects[objectCount] = object) : &moreObjects.emplace_front(object);
  ++objectCount;
  nrn.hoc_pushobj(place);
}

void Frame::pushText(char* text) {
  Text given{text, text};
  Text* place = textCount < few ? &(fewTexts[textCount] = given) : &moreTexts.emplace_front(given);
  ++textCount;
  nrn.hoc_pushstr(&place->now);
}

void Frame::checkWritten() const {
  bool written = false;
  eachText([&](const Text& text) { written |= text.now != text.given; });
  if (written)
    throw Failure("ERR_PATCH_TYPE", "NEURON writes its result into this argument: pass h.ref(\"\") instead of a string.");
}

void Frame::push(napi_env env, int count, napi_value extra, int from) {
  for (int i = from; i < from + count; ++i) pushOne(env, i, extra);
}

void Frame::pushOne(napi_env env, int index, napi_value extra) {
  const double* n = numbers + stride * index;
  switch (static_cast<Arg>(kinds[index] & 0xff)) {
    case Arg::Number:
      nrn.hoc_pushx(n[0]);
      return;
    case Arg::Text: {
      napi_value value = nullptr;
      napi_get_element(env, extra, static_cast<uint32_t>(n[0]), &value);
      pushText(strdup(string(env, value).c_str()));
      return;
    }
    case Arg::Null:
      pushObject(nullptr);
      return;
    case Arg::Object:
      pushObject(handles::object(static_cast<Handle>(n[0])));
      return;
    case Arg::Section:
    case Arg::Segment: {
      auto* host = new HostObject;
      host->section = static_cast<Handle>(n[0]);
      host->x = n[1];
      host->kind = (kinds[index] & 0xff) == static_cast<int>(Arg::Section) ? HostObject::SectionKind : HostObject::SegmentKind;
      Object* object = nrn.hoc_new_object(*nrn.nrnpy_pyobj_sym_, host);
      pushObject(object);
      return;
    }
    case Arg::RangePointer:
    case Arg::MemberPointer:
    case Arg::TopPointer:
      pointers::push(kinds[index], n);
      return;
    case Arg::Box: {
      Box* box = handles::box(static_cast<Handle>(n[0]));
      if (box->type == Box::Number) nrn.hoc_pushpx(&box->number);
      if (box->type == Box::Text) nrn.hoc_pushstr(&box->text);
      if (box->type == Box::Ref) nrn.hoc_pushobj(&box->object);
      return;
    }
    case Arg::Host: {
      napi_value value = nullptr;
      napi_get_element(env, extra, static_cast<uint32_t>(n[0]), &value);
      Object* object = wrapHost(env, value, n[1] != 0);
      pushObject(object);
      nrn.hoc_obj_unref(object);
      return;
    }
  }
}

Object* wrapHost(napi_env env, napi_value value, bool structural) {
  auto* host = new HostObject;
  host->kind = HostObject::Value;
  host->structural = structural;
  // A reference needs an object: primitives (HOC may be handed a string or number as an object) travel in one.
  napi_value kept = value;
  napi_valuetype type = typeOf(env, value);
  if (type != napi_object && type != napi_function) napi_coerce_to_object(env, value, &kept);
  napi_create_reference(env, kept, 1, &host->ref);
  Object* object = nrn.hoc_new_object(*nrn.nrnpy_pyobj_sym_, host);
  nrn.hoc_obj_ref(object);
  return object;
}

napi_value give(napi_env, Result kind, napi_value value) {
  kinds[0] = static_cast<int32_t>(kind);
  return value;
}

napi_value give(napi_env env, Object* object, bool owned) {
  if (!object) return give(env, Result::Null, null(env));
  if (isHost(object)) {
    HostObject* host = hostOf(object);
    napi_value value = nullptr;
    Result kind = Result::Host;
    if (host->kind == HostObject::Value) {
      if (host->era != guard::era)
        value = undefined(env);
      else
        napi_get_reference_value(env, host->ref, &value);
    } else if (host->kind == HostObject::Global) {
      napi_get_global(env, &value);
    } else {
      kind = host->kind == HostObject::SectionKind ? Result::Section : Result::Segment;
      numbers[0] = host->x;
      value = integer(env, host->section);
    }
    if (owned) nrn.hoc_obj_unref(object);
    return give(env, kind, value);
  }
  kinds[0] = static_cast<int32_t>(Result::Object);
  kinds[1] = symbols::idOf(object->ctemplate->sym);
  return integer(env, handles::of(object, owned));
}

napi_value give(napi_env env, Section* sec) {
  if (!sec || !sec->prop) return give(env, Result::Null, null(env));
  kinds[0] = static_cast<int32_t>(Result::Section);
  return integer(env, handles::of(sec));
}

napi_value giveSegment(napi_env env, Section* sec, double x) {
  napi_value value = give(env, sec);
  if (sec && sec->prop) kinds[0] = static_cast<int32_t>(Result::Segment);
  numbers[0] = x;
  return value;
}

napi_value pop(napi_env env) {
  switch (nrn.hoc_stack_type()) {
    case T_STRING: {
      char** text = nrn.hoc_strpop();
      return give(env, Result::Text, ::text(env, text ? *text : ""));
    }
    case T_VAR: {
      double* value = nrn.hoc_pxpop();
      if (!value) throw Failure("ERR_PATCH_SIMULATION", "This pointer was never set, or what it pointed to is gone.");
      return give(env, Result::Number, number(env, *value));
    }
    case T_NUMBER:
      return give(env, Result::Number, number(env, nrn.hoc_xpop()));
    case T_OBJECTVAR:
    case STACK_OBJECTTMP: {
      Object** slot = nrn.hoc_objpop();
      Object* object = *slot;
      // An object whose only reference is the one that this call hands over counts as made here.
      if (object) nrn.hoc_obj_ref(object);
      nrn.hoc_tobj_unref(slot);
      bool last = object && object->refcount == 1;
      napi_value value = give(env, object, last);
      if (object && !last) nrn.hoc_obj_unref(object);
      return value;
    }
    default:
      throw Failure("ERR_PATCH_HOC", "NEURON returned a value of a kind that has no counterpart in JavaScript.");
  }
}

}  // namespace transfer
