// Sections, segments and iterables of JavaScript's as arguments of NEURON's own functions.
#include <cstdio>
#include <cstring>

#include "crash.h"
#include "provider.h"
#include "value.h"

namespace provider {

namespace {

using crash::Scope;

bool isSegment(Object* object) { return isHost(object) && hostOf(object)->kind == HostObject::SegmentKind; }
int obIsSegment(Object* object) { return isSegment(object); }

Section* toSection(Object* object) {
  if (!isHost(object) || hostOf(object)->kind != HostObject::SectionKind) throw Failure("ERR_PATCH_TYPE", "A section was expected.");
  return handles::section(hostOf(object)->section);
}

void toLocation(Object* object, Section** sec, double* x) {
  if (!isSegment(object)) {
    if (isHost(object) && hostOf(object)->kind == HostObject::SectionKind)
      throw Failure("ERR_PATCH_TYPE", "A segment was expected, such as soma(0.5), but a section came.");
    throw Failure("ERR_PATCH_TYPE", "A segment was expected, such as soma(0.5).");
  }
  *sec = handles::section(hostOf(object)->section);
  *x = hostOf(object)->x;
}

char* sectionName(Section* sec) {
  static std::string name;
  if (!sec->prop) return nullptr;
  auto* host = static_cast<HostSection*>(sec->prop->dparam[PROP_HOST_INDEX].literal());
  if (host && !host->name.empty()) {
    name = host->name;
  } else {
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "__nrnsec_%p", static_cast<void*>(sec));
    name = buffer;
  }
  return name.data();
}

Object* sectionCell(Section* sec) {
  auto* host = sec->prop ? static_cast<HostSection*>(sec->prop->dparam[PROP_HOST_INDEX].literal()) : nullptr;
  if (!host || !host->cell) return nullptr;
  nrn.hoc_obj_ref(host->cell);
  return host->cell;
}

int sectionCellEquals(Section* sec, Object* object) {
  auto* host = sec->prop ? static_cast<HostSection*>(sec->prop->dparam[PROP_HOST_INDEX].literal()) : nullptr;
  if (!host || !host->cell || !object) return 0;
  return host->cell == object || (isHost(host->cell) && same(host->cell, object));
}

Object* segmentFrom(Section* sec, double x) {
  auto* host = new HostObject;
  host->kind = HostObject::SegmentKind;
  host->section = handles::of(sec);
  host->x = x;
  Object* object = nrn.hoc_new_object(*nrn.nrnpy_pyobj_sym_, host);
  nrn.hoc_obj_ref(object);
  return object;
}

// SectionList(iterable)
void fillSectionList(hoc_Item* list, Object* object) {
  if (!isHost(object)) throw Failure("ERR_PATCH_TYPE", "SectionList takes an iterable of sections.");
  Scope scope;
  napi_value value = valueOf(object), found = guard::callHook("sections", 1, &value);
  if (!found) failed();
  uint32_t length = 0;
  napi_get_array_length(guard::env, found, &length);
  for (uint32_t i = 0; i < length; ++i) {
    napi_value handle = nullptr;
    int32_t id = 0;
    napi_get_element(guard::env, found, i, &handle);
    napi_get_value_int32(guard::env, handle, &id);
    nrn.lvappendsec_and_ref(list, handles::section(id));
  }
}

// Vector(iterable), Vector.from_python(iterable)
IvocVect* fillVector(void* vector) {
  Object* object = *nrn.hoc_objgetarg(1);
  if (!isHost(object)) throw Failure("ERR_PATCH_TYPE", "An iterable of numbers was expected.");
  Scope scope;
  napi_value value = valueOf(object), numbers = guard::callHook("numbers", 1, &value);
  void* data = nullptr;
  size_t count = 0;
  napi_typedarray_type type;
  if (!numbers || napi_get_typedarray_info(guard::env, numbers, &type, &count, &data, nullptr, nullptr) != napi_ok) failed();
  auto* v = static_cast<IvocVect*>(vector);
  nrn.vector_resize(v, static_cast<int>(count));
  if (count) std::memcpy(nrn.vector_vec(v), data, count * sizeof(double));
  return v;
}

}  // namespace

void installArguments() {
  *nrn.nrnpy_o2sec_p_ = toSection;
  *nrn.nrnpy_o2loc_p_ = toLocation;
  *nrn.nrnpy_o2loc2_p_ = toLocation;
  *nrn.nrnpy_pysec_name_p_ = sectionName;
  *nrn.nrnpy_pysec_cell_p_ = sectionCell;
  *nrn.nrnpy_pysec_cell_equals_p_ = sectionCellEquals;
  *nrn.nrnpy_seg_from_sec_x = segmentFrom;
  *nrn.nrnpy_ob_is_seg = obIsSegment;
  *nrn.nrnpy_sectionlist_helper_ = fillSectionList;
  *nrn.nrnpy_vec_from_python_p_ = fillVector;
}

}  // namespace provider
